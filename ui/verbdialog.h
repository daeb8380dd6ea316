#pragma once

#include "models/flow.h"

#include <QDialog>
#include <QTimeZone>

#include <memory>

class QBoxLayout;
class QLineEdit;
class QTabWidget;

namespace ui {

class FormRow;
class MessageBar;

/// A write from its draft to its end in one window: a form with a preview and the request, then the operation run and end.
/// One class per verb adds its fields and its words. Confirming twice, Enter held down or a closed window send it once.
class VerbDialog : public QDialog
{
    Q_OBJECT

public:
    ~VerbDialog() override;
    void setZone(const QTimeZone &zone); ///< of all times shown

signals:
    void objectWanted(const QString &page, const net::ObjectKey &key); ///< "Show record", "Show protection group"
    void anewWanted(quint64 operationId);                              ///< and this window has given way

protected:
    struct Words
    {
        QString title{};
        QString confirm{}; ///< the verb with its number: "Replicate 38 backups"
        QString asked{};   ///< what the form needs to know first, said when it cannot be had
    };
    /// What stands above the form when there is nothing to choose from; an empty headline: all well.
    struct Nothing
    {
        QString headline{}, next{};
    };
    VerbDialog(std::unique_ptr<models::Flow> flow, models::Operations &operations, net::Transport &transport,
               const QTimeZone &zone, QWidget *parent);
    void start(); ///< the last step of a derived constructor: the form is there

    virtual Words words() const = 0;
    virtual QStringList inputs() const = 0; ///< what was sent, for one line
    virtual void retranslateForm() = 0;     ///< labels and rules
    virtual void restyleForm() {}
    virtual void renderForm() = 0;                     ///< choices and preview, completely
    virtual Nothing nothing() const { return {}; }     ///< the service offers nothing to choose
    virtual void goTo(const QString &field);           ///< the first field that is wrong
    virtual bool isReady() const { return true; }      ///< the confirming button is where it can be pressed
    virtual void sent() {}                             ///< the form has given way to the operation
    virtual QWidget *makeOutcome() { return nullptr; } ///< instead of the view of one operation

    models::Flow &draft() const;
    models::Operations &operations() const;
    const QTimeZone &zone() const;
    QWidget *form() const;       ///< parent of the fields
    QBoxLayout *top() const;     ///< above the tabs
    QTabWidget *tabs() const;    ///< preview, request
    MessageBar *preview() const; ///< first in its tab
    QBoxLayout *below() const;   ///< under the preview, in its tab
    QBoxLayout *footer() const;  ///< left of the buttons

    void addField(const QString &field, FormRow *row, QWidget *widget); ///< judged and counted under its name
    /// A field of text: its row, judged and counted as it is typed in. The caller puts the row into a layout.
    FormRow *addText(const QString &field, QLineEdit *line);
    FormRow *row(const QString &field) const;
    void edited(const QString &field); ///< typed in: judged after a pause or on leaving it
    void judge(const QString &field);  ///< now
    bool isRendering() const;          ///< what widgets tell now was not done by the user
    /// "region / project", by the project's name where it is among \a known.
    QString place(const net::Scope &scope, const QList<net::Project> &known = {}) const;
    void render();

    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Private;
    void confirm();
    void renderField(const QString &field);
    void renderMessages();
    void renderFooter();
    void retranslate();
    void restyle();
    void judgePending();

    std::unique_ptr<Private> d;
};

} // namespace ui
