#pragma once

#include "models/joblookup.h"

#include <QDialog>
#include <QTimeZone>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class EmptyState;
class FreshnessLabel;
class JobView;

/// Looks a job up by its id and follows it. SDRS lists no jobs: whoever has an id from a log or an answer asks here.
class JobWindow final : public QDialog
{
    Q_OBJECT

public:
    /// \a place is what is asked, in words: "cn-north-4 / erp-prod".
    JobWindow(std::unique_ptr<models::JobLookup> lookup, net::Transport &transport, const QString &place, const QTimeZone &zone,
              QWidget *parent = nullptr);
    ~JobWindow() override;

    void setZone(const QTimeZone &zone);
    models::JobLookup &lookup() const { return *m_lookup; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void look();
    void retranslate();
    void restyle();
    void render();
    void renderFreshness();
    void renderEmpty();

    std::unique_ptr<models::JobLookup> m_lookup;
    net::Transport &m_transport;
    QString m_place;
    QTimeZone m_zone;
    bool m_noId = false; ///< Look was pressed without an id
    QLabel *m_label, *m_problem;
    QLineEdit *m_id;
    QPushButton *m_look, *m_close;
    FreshnessLabel *m_freshness;
    EmptyState *m_empty;
    JobView *m_view;
    QTimer m_tick; ///< ages
};

} // namespace ui
