#include "wire/scene.h"

#include <QRegularExpression>
#include <QTest>

#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace wire;
using net::Effect;
using net::ErrorKind;

namespace {

/// An address of the loopback device beside 127.0.0.1.
class Address
{
public:
    explicit Address(QByteArray text) : m_text(std::move(text)) {}
    bool up()
    {
        if (!flags("lo", IFF_UP))
            return false;
        ifreq request = named("lo:1");
        auto *address = reinterpret_cast<sockaddr_in *>(&request.ifr_addr);
        address->sin_family = AF_INET;
        ::inet_pton(AF_INET, m_text.constData(), &address->sin_addr);
        return control(SIOCSIFADDR, request);
    }
    bool down() { return flags("lo:1", 0); }

private:
    static ifreq named(const char *device)
    {
        ifreq request{};
        qstrncpy(request.ifr_name, device, sizeof request.ifr_name);
        return request;
    }
    static bool control(unsigned long what, ifreq &request)
    {
        const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        const bool done = ::ioctl(socket, what, &request) == 0;
        ::close(socket);
        return done;
    }
    static bool flags(const char *device, short flags)
    {
        ifreq request = named(device);
        request.ifr_flags = flags;
        return control(SIOCSIFFLAGS, request);
    }

    QByteArray m_text;
};

/// A network of this process alone, so that addresses may come and go. Empty: it has one; else why not. Before any thread.
QString enterOwnNetwork()
{
    const auto write = [](const char *path, const QByteArray &text) {
        QFile file(QString::fromLatin1(path));
        return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) == text.size();
    };
    const QByteArray user = QByteArray::number(::getuid()), group = QByteArray::number(::getgid());
    QString noRights = u"no rights in a network of one's own"_s;
    if (::unshare(CLONE_NEWNET) == 0)
        return Address("10.9.8.7").up() ? QString() : noRights;
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
        return u"this machine lets nobody have a network of his own"_s;
    if (!write("/proc/self/setgroups", "deny") || !write("/proc/self/uid_map", "0 " + user + " 1") ||
        !write("/proc/self/gid_map", "0 " + group + " 1"))
        return noRights;
    return Address("10.9.8.7").up() ? QString() : noRights;
}

QString ownNetwork; // clazy:exclude=non-pod-global-static

} // namespace

/// The machine gets another address while a write is on its way: a train, a lid, a tunnel.
class TestRoaming final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(m_certificate.isValid(), "the openssl program made no certificate"); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void aWriteWhoseAddressGoesIsInDoubt_data()
    {
        QTest::addColumn<bool>("overTls");
        QTest::addColumn<bool>("comesBack");
        for (bool overTls : {false, true}) {
            for (bool comesBack : {false, true})
                QTest::addRow("%s, %s", overTls ? "TLS" : "plain", comesBack ? "back in time" : "gone") << overTls << comesBack;
        }
    }
    void aWriteWhoseAddressGoesIsInDoubt()
    {
        if (!ownNetwork.isEmpty())
            QSKIP(qPrintable(ownNetwork));
        QFETCH(bool, overTls);
        QFETCH(bool, comesBack);
        Address address("10.9.8.7");
        QVERIFY(address.up());
        // Half of the body is read; then the address is gone, and what follows is lost.
        CountingServer server({hang(Step::At::HalfBody), answer()}, overTls ? &m_certificate : nullptr, INADDR_ANY);
        QUrl url = server.url();
        url.setHost(u"10.9.8.7"_s);
        auto options = optionsFor(url, m_certificate.chain());
        options.plainHttp = true;
        options.timeout = 2s;
        Outcome outcome;
        {
            net::Transport transport(options, systemClock());
            transport.setCredential(net::ReadyToken{"tok-1"});
            QObject context;
            auto call = transport.call<QString>(aWrite("POST", QByteArray(4000000, 'x')), readJobId);
            call->then(&context, [&outcome](const net::Result<QString> &result) {
                ++outcome.told;
                outcome.kind = result ? std::nullopt : std::optional(result.error().kind);
                outcome.error = result ? net::ApiError{} : result.error();
            });
            QTRY_COMPARE_WITH_TIMEOUT(server.count("POST"), 1, 20000);
            QVERIFY(address.down());
            if (comesBack)
                QVERIFY(address.up());
            QTRY_COMPARE_WITH_TIMEOUT(outcome.told, 1, 20000);
        }
        endConnections();
        QCOMPARE(outcome.error.effect, Effect::InDoubt);
        QVERIFY(outcome.kind == ErrorKind::Timeout || outcome.kind == ErrorKind::Offline);
        QVERIFY(comesBack || address.up()); // or the server would never hear that it is over
        QCOMPARE(server.count("POST"), 1);
        QVERIFY(address.down());
    }

    void aReadGoesOnAtTheNewAddress()
    {
        if (!ownNetwork.isEmpty())
            QSKIP(qPrintable(ownNetwork));
        Address address("10.9.8.7");
        QVERIFY(address.up());
        CountingServer server({hang(Step::At::Body), answer()}, nullptr, INADDR_ANY);
        QUrl url = server.url();
        url.setHost(u"10.9.8.7"_s);
        auto options = optionsFor(url);
        options.plainHttp = true;
        options.timeout = 2s;
        net::Transport transport(options, systemClock());
        transport.setCredential(net::ReadyToken{"tok-1"});
        int told = 0;
        QString id;
        auto call = transport.call<QString>(aRead(), readJobId);
        call->then(this, [&](const net::Result<QString> &result) {
            ++told;
            id = result.value_or(QString());
        });
        QTRY_COMPARE_WITH_TIMEOUT(server.count("GET"), 1, 20000);
        QVERIFY(address.down());
        QVERIFY(address.up());
        QTRY_COMPARE_WITH_TIMEOUT(told, 1, 20000);
        QCOMPARE(id, u"j1"_s);
        QCOMPARE(server.count("GET"), 2);
    }

private:
    TestCertificate m_certificate{u"IP:10.9.8.7"_s};
};

int main(int argc, char **argv)
{
    ownNetwork = enterOwnNetwork();
    QCoreApplication application(argc, argv);
    TestRoaming test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_roaming.moc"
