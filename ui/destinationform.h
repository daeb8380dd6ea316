#pragma once

#include "models/replicateflow.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;

namespace ui {

class FormRow;

/// Where backups are copied to, as every replication asks it: region, project, and acceleration with its cost.
class DestinationForm final : public QObject
{
    Q_OBJECT

public:
    DestinationForm(models::ReplicateFlow &flow, QWidget *parent);

    QBoxLayout *place() const { return m_place; } ///< region and project on one line
    FormRow *regionRow() const { return m_regionRow; }
    FormRow *projectRow() const { return m_projectRow; }
    FormRow *accelerationRow() const { return m_accelerationRow; }
    QComboBox *region() const { return m_region; }
    QComboBox *project() const { return m_project; }
    QCheckBox *acceleration() const { return m_acceleration; }

    void retranslate();
    void restyle();
    void render(const QString &size); ///< \a size: what would be copied, "38.2 GB"

    /// Headline and next step where the service offers no region; empty: it does.
    QString noRegion() const;
    static QString askLater();
    QString quotaText() const;        ///< "42 of 600 backups used", of the place chosen
    QStringList warningTexts() const; ///< what the service will probably refuse

signals:
    void chosen(const QString &field); ///< by the user

private:
    models::ReplicateFlow &m_flow;
    QWidget *m_parent;
    QBoxLayout *m_place;
    QComboBox *m_region, *m_project;
    QCheckBox *m_acceleration;
    QLabel *m_costIcon, *m_cost;
    QWidget *m_costLine;
    FormRow *m_regionRow, *m_projectRow, *m_accelerationRow;
    bool m_rendering = false;
};

/// Fills a box anew only when the choices differ: an open list and the place of a screen reader stay.
void fillChoices(QComboBox *box, const QStringList &ids, const QStringList &texts, const QString &chosen);

} // namespace ui
