#pragma once

#include "app/application.h"

#include <QPointer>
#include <QSet>
#include <QTemporaryDir>

#include <memory>

namespace monkey {

struct Wishes
{
    quint64 seed = 7;
    long events = 10'000;
    bool writable = false;
    QString scenario = QStringLiteral("company");
};

/// What the monkey is let loose in: an endpoint, a home folder of its own with two stored profiles, and the program, which is
/// opened again whenever it has ended.
class World final : public QObject
{
public:
    explicit World(const Wishes &wishes);
    ~World() override;

    bool start(QString *error);
    /// Opens the program anew; \a tidy: without the settings of the time before.
    void open(bool tidy);
    void close();
    /// To be called often: meets the session of another profile.
    void follow();

    ui::MainWindow *window() const; ///< null: none at the moment
    app::Application &program() const { return *m_program; }
    bool loaded() const;   ///< all lists have an answer
    bool isCutOff() const; ///< none has one that is good
    bool isQuiet() const;  ///< no write is on its way
    bool hasEnded() const { return m_ended; }
    long openings() const { return m_openings; }

    long writes() const { return m_server.writes(); } ///< that the endpoint has counted
    qsizetype sent() const { return m_sent.size(); }  ///< operations that were ever sent

private:
    mock::Options endpoint(const Wishes &wishes) const;
    void storeProfiles();
    void note(quint64 operation);

    Wishes m_wishes;
    QTemporaryDir m_home;
    mock::Server m_server;
    models::SessionSecrets m_secrets; ///< the keychain, which outlives the program
    std::unique_ptr<app::Application> m_program;
    QPointer<app::Session> m_session;
    QSet<QString> m_sent; ///< by ledger and number
    bool m_ended = false;
    long m_openings = 0;
};

} // namespace monkey
