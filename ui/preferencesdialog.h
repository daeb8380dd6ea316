#pragma once

#include "models/preferences.h"

#include <QDialog>

#include <memory>

namespace ui {

/// What the user prefers, in force as soon as it is chosen: there is nothing to confirm and nothing to lose.
class PreferencesDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit PreferencesDialog(const models::Preferences &preferences, QWidget *parent = nullptr);
    ~PreferencesDialog() override;

    /// Language and theme were chosen elsewhere, in the menus: the fields follow, what is being typed stays.
    void follow(const QString &language, const QString &theme);
    /// What became of the proxy's password, in words; empty: nothing to say.
    void setPasswordState(const QString &text);

signals:
    void changed(const models::Preferences &preferences);
    void proxyPasswordTyped(const QByteArray &password);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
