#pragma once

#include "models/profilestore.h"
#include "models/secretstore.h"
#include "net/clock.h"
#include "net/transport.h"

#include <QDialog>

namespace ui {

/// The stored profiles at the left, the chosen one as a form at the right: where, who, test, options. What is typed stays
/// typed until it is saved or thrown away on purpose; a test stores nothing.
class ProfileDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Doors
    {
        models::ProfileStore &store;
        models::SecretStore &secrets;
        const net::Clock &clock;
        /// What a transport of this profile is made with: addresses, CAs, proxy.
        std::function<net::Transport::Options(const models::Profile &, const models::ProfileSecrets &)> options;
        std::function<void(const net::LogLine &)> log{};
    };
    explicit ProfileDialog(Doors doors, QWidget *parent = nullptr);
    ~ProfileDialog() override;

    void choose(const QString &profileId);
    /// Chooses it and asks for its secret; \a outcome: what the keychain said, which is told in the page.
    void askSecret(const QString &profileId, const models::SecretStore::Outcome &outcome);
    void addNotice(const QString &text); ///< told in the page, until something else is
    void reject() override;

signals:
    /// Saved, and to be opened now.
    void openWanted(const models::Profile &profile, const models::ProfileSecrets &secrets);
    void deleted(const QString &profileId);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
