#pragma once

#include "models/creategroupflow.h"
#include "ui/verbdialog.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QRadioButton;
class QStackedWidget;

namespace ui {

class RowsTable;

/// "Create protection group…": a wizard over one draft. Back keeps all that was typed; the last step is the review.
class CreateGroupDialog final : public VerbDialog
{
    Q_OBJECT

public:
    CreateGroupDialog(std::unique_ptr<models::CreateGroupFlow> flow, models::Operations &operations, net::Transport &transport,
                      const QTimeZone &zone, QWidget *parent = nullptr);

protected:
    Words words() const override;
    QStringList inputs() const override;
    void retranslateForm() override;
    void restyleForm() override;
    void renderForm() override;
    Nothing nothing() const override;
    void goTo(const QString &field) override;
    bool isReady() const override;
    void sent() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum Step { DomainStep, SitesStep, VpcStep, NameStep, ReviewStep, Steps };
    models::CreateGroupFlow &flow() const;
    static Step stepOf(const QString &field);
    QString problemOf(Step step) const; ///< its first wrong field; empty: none
    QWidget *page(Step step, const QList<QWidget *> &fields);
    void show(Step step);
    void next();
    void renderSteps();
    void renderDomains();
    void renderVpcs();
    void renderChosen();
    void renderReview();
    QString sites() const;

    Step m_step = DomainStep;
    Step m_furthest = DomainStep;
    QWidget *m_body;
    QListWidget *m_steps;
    QStackedWidget *m_pages;
    QList<QLabel *> m_titles;
    RowsTable *m_domains, *m_vpcs;
    QLabel *m_sitesNote;
    QRadioButton *m_forward, *m_backward;
    QLineEdit *m_name, *m_description;
    QComboBox *m_model;
    QLabel *m_chosenTitle;
    QGridLayout *m_chosen;
    QList<QPair<QLabel *, QLabel *>> m_facts;
    QLabel *m_warned;
    QPushButton *m_back, *m_next;
    bool m_rendering = false;
};

} // namespace ui
