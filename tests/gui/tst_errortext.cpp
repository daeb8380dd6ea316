#include "ui/errortext.h"
#include "ui/icons.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using net::ApiError;
using net::Effect;
using net::ErrorKind;
using net::Reason;
using ui::ErrorText;

namespace {

constexpr std::array kinds = {ErrorKind::Offline,  ErrorKind::Timeout,     ErrorKind::Tls,      ErrorKind::SignedOut,
                              ErrorKind::Denied,   ErrorKind::Missing,     ErrorKind::Conflict, ErrorKind::Busy,
                              ErrorKind::Rejected, ErrorKind::ServerFault, ErrorKind::BadReply, ErrorKind::ReadOnly};
constexpr std::array effects = {Effect::None, Effect::NotSent, Effect::Refused, Effect::InDoubt};
constexpr std::array reasons = {Reason::Code::Required,   Reason::Code::TooLong,       Reason::Code::BadCharacters,
                                Reason::Code::FullWidth,  Reason::Code::AngleBrackets, Reason::Code::NotOffered,
                                Reason::Code::WrongState, Reason::Code::SameRegion,    Reason::Code::IsReplica,
                                Reason::Code::ReadOnly,   Reason::Code::SignedOut};

ApiError errorOf(ErrorKind kind, int status = 0)
{
    ApiError error;
    error.kind = kind;
    error.httpStatus = status;
    error.endpoint = u"csbs.example:8443"_s;
    return error;
}

} // namespace

class ErrorTextTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void everyKindAndEffectHasItsOwnWords()
    {
        QSet<QString> headlines, sentences;
        for (const ErrorKind kind : kinds) {
            for (const Effect effect : effects) {
                ApiError error = errorOf(kind);
                error.effect = effect;
                const ErrorText::Said said = ErrorText::of(error);
                QVERIFY(!said.headline.isEmpty());
                QVERIFY(!said.remedy.isEmpty());
                QVERIFY2(u"%1 %2"_s.arg(said.headline, said.remedy).contains(error.endpoint), qPrintable(said.headline));
                QCOMPARE(said.effect.isEmpty(), effect == Effect::None);
                headlines.insert(said.headline);
                sentences.insert(said.headline + said.effect);
            }
        }
        QCOMPARE(size_t(headlines.size()), kinds.size());
        QCOMPARE(size_t(sentences.size()), kinds.size() * effects.size());
    }

    void serverWordsStayVerbatim()
    {
        ApiError error = errorOf(ErrorKind::Rejected, 400);
        error.code = u"BackupService.1009"_s;
        error.detail = u"<b>The  backup</b>\nexists"_s;
        error.requestId = u"req-1"_s;
        const ErrorText::Said said = ErrorText::of(error);
        QCOMPARE(said.server, error.detail);
        QCOMPARE(said.code, u"400 · BackupService.1009"_s);
        QCOMPARE(said.requestId, u"req-1"_s);
        QVERIFY(!said.meaning.isEmpty());
        QVERIFY(!said.headline.contains(u"<b>"_s));
    }

    void causesWithoutAServerAreInTheHeadline()
    {
        ApiError error = errorOf(ErrorKind::Tls);
        error.detail = u"The certificate has expired"_s;
        const ErrorText::Said said = ErrorText::of(error);
        QVERIFY(said.headline.contains(error.detail));
        QVERIFY(said.server.isEmpty());
        error = errorOf(ErrorKind::Offline);
        error.detail = u"DNS"_s;
        QVERIFY(!ErrorText::of(error).headline.contains(u"DNS"_s));
    }

    void unreadableAnswersNameTheMember()
    {
        ApiError error = errorOf(ErrorKind::BadReply, 200);
        error.detail = u"replication_records[3].id"_s;
        QVERIFY(ErrorText::of(error).headline.contains(error.detail));
        QVERIFY(ErrorText::of(error).server.isEmpty());
    }

    void oneCodeWithTwoStatusesHasTwoMeanings()
    {
        ApiError space = errorOf(ErrorKind::Rejected, 400);
        space.code = u"CSBS.9009"_s;
        ApiError name = errorOf(ErrorKind::Denied, 403);
        name.code = u"CSBS.9009"_s;
        QVERIFY(!ErrorText::of(space).meaning.isEmpty());
        QVERIFY(ErrorText::of(space).meaning != ErrorText::of(name).meaning);
        QVERIFY(ErrorText::of(name).meaning.contains(u"real name"_s));
    }

    void bothPrefixesOfTheGatewayAreKnown()
    {
        QVERIFY(!ErrorText::codeMeaning(u"APIGW.0308"_s).isEmpty());
        QCOMPARE(ErrorText::codeMeaning(u"APIG.0308"_s), ErrorText::codeMeaning(u"APIGW.0308"_s));
        QVERIFY(ErrorText::codeMeaning(u"Other.1"_s).isEmpty());
        QVERIFY(ErrorText::codeMeaning({}).isEmpty());
    }

    void aWrongClockIsNamed()
    {
        ApiError error = errorOf(ErrorKind::SignedOut, 401);
        error.code = u"APIGW.0301"_s;
        error.clockSkew = 15 * 60;
        const QString without = ErrorText::of(error).remedy;
        error.clockSkew = 20 * 60;
        const QString ahead = ErrorText::of(error).remedy;
        error.clockSkew = -20 * 60;
        const QString behind = ErrorText::of(error).remedy;
        QVERIFY(ahead != without);
        QVERIFY(behind != without);
        QVERIFY(ahead != behind);
    }

    void aBusyServiceSaysHowLong()
    {
        ApiError error = errorOf(ErrorKind::Busy, 429);
        const QString without = ErrorText::of(error).remedy;
        error.retryAfter = 90;
        QVERIFY(ErrorText::of(error).remedy != without);
        QVERIFY(ErrorText::of(error).remedy.contains(u"30"_s)); // 1 min 30 s
    }

    void everyReasonIsASentence()
    {
        QVERIFY(ErrorText::reason({}).isEmpty());
        QSet<QString> sentences;
        static const QRegularExpression left(u"%[0-9]"_s);
        for (const Reason::Code code : reasons) {
            const QString sentence = ErrorText::reason({code, {u"65"_s, u"70"_s}});
            QVERIFY(!sentence.isEmpty());
            QVERIFY2(!sentence.contains(left), qPrintable(sentence));
            sentences.insert(sentence);
        }
        QCOMPARE(size_t(sentences.size()), reasons.size());
        QVERIFY(ErrorText::reason({Reason::Code::TooLong, {u"64"_s, u"70"_s}}).contains(u"70"_s));
        QVERIFY(ErrorText::reason({Reason::Code::WrongState, {u"deleting"_s}}).contains(u"Deleting"_s));
    }

    void everyCodeHasBothLanguages()
    {
        ui::ensureResources();
        QFile file(u":/ballast/words/errors.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject codes = QJsonDocument::fromJson(file.readAll()).object();
        QVERIFY(codes.size() > 100);
        static const QRegularExpression han(u"\\p{Han}"_s);
        for (auto it = codes.begin(); it != codes.end(); ++it) {
            const QJsonObject words = it->toObject();
            for (const auto &member : {"en"_L1, "zh"_L1, "remedy_en"_L1, "remedy_zh"_L1})
                QVERIFY2(!words.value(member).toString().isEmpty(), qPrintable(it.key()));
            QVERIFY2(words.value("zh"_L1).toString().contains(han), qPrintable(it.key()));
            QVERIFY2(words.value("remedy_zh"_L1).toString().contains(han), qPrintable(it.key()));
            QVERIFY2(!words.value("en"_L1).toString().contains(han), qPrintable(it.key()));
        }
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        QCOMPARE(ErrorText::codeMeaning(u"CSBS.3001"_s), u"备份不存在"_s);
    }
};

QTEST_MAIN(ErrorTextTest)
#include "tst_errortext.moc"
