#include "net/effect.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using net::Effect;

class EffectTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    // The rows of wire.md, sections 1 and 2: what the server did, what Qt then says, what it means.
    void theEffectFollowsTheWire_data()
    {
        columns();
        const auto row = [](const char *name, int status, int error, qint64 given, bool readable, Effect effect) {
            QTest::newRow(name) << status << error << given << true << readable << effect;
        };
        row("answered 200 with its identifier", 200, 0, 2000, true, Effect::None);
        row("answered 202 with its identifier", 202, 0, 2000, true, Effect::None);
        row("answered 204", 204, 0, 2000, true, Effect::None);
        row("answered 202 without an identifier", 202, 0, 2000, false, Effect::InDoubt);
        row("closed after the head, the body or a part", 0, 205, 2000, false, Effect::InDoubt);
        row("reset into a large body", 0, 99, 32768, false, Effect::InDoubt);
        row("closed after the status line", 0, 205, 2000, false, Effect::InDoubt);
        row("dies", 0, 205, 2000, false, Effect::InDoubt);
        row("dies, and Qt says refused", 0, 1, 2000, false, Effect::InDoubt);
        row("half the answer, then closed (2)", 202, 2, 2000, false, Effect::InDoubt);
        row("half the answer, then closed (205)", 202, 205, 2000, false, Effect::InDoubt);
        row("half the answer, readable by chance", 202, 2, 2000, true, Effect::InDoubt);
        row("answer without a length, cut", 202, 0, 2000, false, Effect::InDoubt);
        row("hangs before the answer", 0, 5, 2000, false, Effect::InDoubt);
        row("hangs within the answer", 202, 5, 2000, false, Effect::InDoubt);
        row("garbage instead of a status line", 0, 205, 2000, false, Effect::InDoubt);
        row("kept-alive connection closed as the write arrives", 0, 205, 2000, false, Effect::InDoubt);
        row("Content-Length too large", 0, 99, 1, false, Effect::InDoubt);
        row("aborted in mid-write", 0, 5, 1, false, Effect::InDoubt);

        row("refused", 0, 1, 0, false, Effect::NotSent);
        row("closed before anything left", 0, 2, 0, false, Effect::NotSent);
        row("unknown host", 0, 3, 0, false, Effect::NotSent);
        row("handshake hung, or CONNECT did", 0, 5, 0, false, Effect::NotSent);
        row("bad certificate", 0, 6, 0, false, Effect::NotSent);
        row("CONNECT answered 403", 0, 99, 0, false, Effect::NotSent);
        row("CONNECT answered 407", 0, 105, 0, false, Effect::NotSent);

        row("401", 401, 204, 2000, false, Effect::Refused);
        row("407, plain", 407, 105, 2000, false, Effect::Refused);
        row("409", 409, 205, 2000, false, Effect::Refused);
        row("429", 429, 299, 2000, false, Effect::Refused);
        row("413 before the body is read", 413, 299, 0, false, Effect::Refused);
        row("4xx whose answer is cut", 400, 2, 2000, false, Effect::Refused);
        row("301", 301, 0, 2000, true, Effect::Refused);
        row("302", 302, 0, 2000, false, Effect::Refused);
        row("303", 303, 0, 2000, true, Effect::InDoubt);
        row("307", 307, 205, 2000, false, Effect::Refused);
        row("308", 308, 205, 2000, false, Effect::Refused);
        row("102 as the last word", 102, 0, 2000, true, Effect::InDoubt);
        row("103 as the last word", 103, 0, 2000, true, Effect::InDoubt);
        row("500", 500, 401, 2000, false, Effect::InDoubt);
        row("502", 502, 499, 2000, false, Effect::InDoubt);
        row("503", 503, 403, 2000, true, Effect::InDoubt);
        row("502 with nothing given", 502, 499, 0, false, Effect::InDoubt);
        row("a status beyond all", 600, 499, 2000, true, Effect::InDoubt);
        row("answer with too many fields", 200, 5, 2000, false, Effect::InDoubt);
    }
    void theEffectFollowsTheWire() { compare(); }

    void aWriteWithoutABodyIsNotSentOnlyWhenNoConnectionWasMade_data()
    {
        columns();
        const auto row = [](const char *name, int status, int error, Effect effect) {
            QTest::newRow(name) << status << error << qint64(0) << false << (effect == Effect::None) << effect;
        };
        row("answered", 200, 0, Effect::None);
        row("refused", 0, 1, Effect::NotSent);
        row("unknown host", 0, 3, Effect::NotSent);
        row("TLS handshake failed", 0, 6, Effect::NotSent);
        row("closed", 0, 2, Effect::InDoubt);
        row("timed out", 0, 5, Effect::InDoubt);
        row("unknown network error", 0, 99, Effect::InDoubt);
        row("proxy wants a name", 0, 105, Effect::InDoubt);
        row("proxy refused", 0, 101, Effect::InDoubt);
        row("cannot be sent again", 0, 205, Effect::InDoubt);
        row("nothing at all", 0, 0, Effect::InDoubt);
        row("404", 404, 203, Effect::Refused);
        row("500", 500, 401, Effect::InDoubt);
        row("307", 307, 205, Effect::Refused);
        row("303", 303, 0, Effect::InDoubt);
    }
    void aWriteWithoutABodyIsNotSentOnlyWhenNoConnectionWasMade() { compare(); }

    void nothingIsCalledNotSentOnceAByteWasGivenOrAStatusCame()
    {
        for (int status : {0, 100, 199, 200, 299, 300, 303, 399, 400, 499, 500, 599}) {
            for (int error = 0; error < 500; ++error) {
                for (bool readable : {false, true}) {
                    const Effect effect = net::effectOf(status, QNetworkReply::NetworkError(error), 1, true, readable);
                    QVERIFY(effect != Effect::NotSent);
                    if (error != 0 && (status < 300 || status >= 500))
                        QCOMPARE(effect, Effect::InDoubt);
                }
            }
        }
    }

private:
    static void columns()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("error");
        QTest::addColumn<qint64>("given");
        QTest::addColumn<bool>("hasBody");
        QTest::addColumn<bool>("readable");
        QTest::addColumn<Effect>("effect");
    }
    static void compare()
    {
        QFETCH(int, status);
        QFETCH(int, error);
        QFETCH(qint64, given);
        QFETCH(bool, hasBody);
        QFETCH(bool, readable);
        QTEST(net::effectOf(status, QNetworkReply::NetworkError(error), given, hasBody, readable), "effect");
    }
};

QTEST_APPLESS_MAIN(EffectTest)
#include "tst_effect.moc"
