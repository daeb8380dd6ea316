#pragma once

#include "app/application.h"
#include "ui/messagebar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;

/// The dialog of the profiles, wherever it stands, filled in by input events.
struct ProfileForm
{
    enum Way { Password, Keys, TemporaryKeys, Token };

    QWidget *dialog() const
    {
        const QWidgetList all = QApplication::topLevelWidgets();
        for (QWidget *widget : all) {
            if (widget->objectName() == "profile-dialog"_L1 && widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    template <typename T> T *find(const QString &name) const { return dialog()->findChild<T *>(name); }
    QString message() const { return dialog() ? find<ui::MessageBar>(u"message"_s)->plainText() : QString(); }
    void click(const QString &name) const { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }

    /// As an input method does: no clipboard is needed for what is long.
    void type(const QString &name, const QString &text) const
    {
        auto *edit = find<QLineEdit>(name);
        if (!edit)
            edit = find<QComboBox>(name)->lineEdit();
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(edit, Qt::Key_Delete);
        QInputMethodEvent entered;
        entered.setCommitString(text);
        QCoreApplication::sendEvent(edit, &entered);
    }
    void choose(const QString &name, int index) const
    {
        auto *box = find<QComboBox>(name);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < index; ++i)
            QTest::keyClick(box, Qt::Key_Down);
        QTRY_COMPARE(box->currentIndex(), index);
    }
    void fill(const QString &name, const mock::Door &door, Way way, const QByteArray &secret) const
    {
        type(u"profile-name"_s, name);
        choose(u"place"_s, 2); // one address for all services
        type(u"address"_s, QString::fromStdString(door.url));
        choose(u"sign-in"_s, way);
        if (way == Password) {
            type(u"domain"_s, QString::fromStdString(door.domain));
            type(u"user"_s, QString::fromStdString(door.user));
        }
        type(u"secret"_s, QString::fromUtf8(secret));
        type(u"region"_s, QString::fromStdString(door.region));
        type(u"project"_s, QString::fromStdString(door.projectId));
    }
};
