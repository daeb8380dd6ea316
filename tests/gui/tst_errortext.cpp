#include "ui/errortext.h"

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
                              ErrorKind::Rejected, ErrorKind::ServerFault, ErrorKind::BadReply, ErrorKind::ReadOnly,
                              ErrorKind::NotSecure};
constexpr std::array effects = {Effect::None, Effect::NotSent, Effect::Refused, Effect::InDoubt};
constexpr std::array reasons = {
    Reason::Code::Required,      Reason::Code::TooLong,    Reason::Code::BadCharacters, Reason::Code::FullWidth,
    Reason::Code::AngleBrackets, Reason::Code::NotOffered, Reason::Code::WrongState,    Reason::Code::SameRegion,
    Reason::Code::IsReplica,     Reason::Code::ReadOnly,   Reason::Code::SignedOut,     Reason::Code::AlreadyThere,
    Reason::Code::UnderWay,      Reason::Code::SoldOut,    Reason::Code::NameTaken,     Reason::Code::ChineseAbroad,
    Reason::Code::ManualRunning, Reason::Code::QuotaShort, Reason::Code::NothingToDo,   Reason::Code::NotListed};

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

    void theCertificatesOfADistrustedServerCanBeCompared()
    {
        ApiError error = errorOf(ErrorKind::Tls);
        QVERIFY(ErrorText::of(error).chain.isEmpty());
        const QString print = u"3F:0A:"_s.repeated(15) + u"3F:0A"_s;
        error.chain = {{u"cloud.<b>example"_s, u"Some CA"_s, QDateTime({2026, 1, 2}, {3, 4}, Qt::UTC),
                        QDateTime({2027, 1, 2}, {3, 4}, Qt::UTC), print},
                       {{}, {}, {}, {}, print}};
        const QString chain = ErrorText::of(error).chain;
        QVERIFY(
            chain.startsWith(u"cloud.<b>example, issued by Some CA\nvalid from 2026-01-02 to 2027-01-02 (UTC)\nSHA-256 3F:0A"_s));
        QCOMPARE(QString(chain).remove(u'\n').count(print), 2);
        QCOMPARE(chain.count(u'\n'), 7); // four lines each
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
        error.code = u"APIGW.0308"_s;                           // what is known of the code does not hide it
        QVERIFY(ErrorText::of(error).remedy.contains(u"30"_s));
        error.retryAfter = 0;
        QVERIFY(!ErrorText::of(error).remedy.isEmpty());
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

    void aTextIsInTheLanguageOfTheMoment()
    {
        QCOMPARE(ErrorText::codeMeaning(u"CSBS.3001"_s), u"The backup does not exist"_s);
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        QCOMPARE(ErrorText::codeMeaning(u"CSBS.3001"_s), u"备份不存在"_s);
        QCOMPARE(ErrorText::ofCode(u"SDRS.1013"_s).remedy, u"对象已不存在：刷新列表"_s);
        QCOMPARE(ErrorText::ofCode(u"SDRS.0233"_s).headline, u"服务未对此项目开通"_s);
    }

    void aCodeWithoutARemedyOfItsOwnHasThatOfItsClass()
    {
        const QString support = ErrorText::ofCode(u"SDRS.1014"_s).remedy; // class X
        QVERIFY(support.contains(u"support"_s));
        QCOMPARE(ErrorText::ofCode(u"SDRS.0013"_s).remedy, support);
        QVERIFY(ErrorText::ofCode(u"SDRS.1017"_s).remedy != support); // class S
        QVERIFY(!ErrorText::ofCode(u"SDRS.1017"_s).remedy.isEmpty());
    }

    void aCodeOfASubJobIsExplainedOrSaidToBeUnknown()
    {
        const ErrorText::Said known = ErrorText::ofCode(u"SDRS.1824"_s);
        QCOMPARE(known.code, u"SDRS.1824"_s);
        QCOMPARE(known.meaning, ErrorText::codeMeaning(u"SDRS.1824"_s));
        const ErrorText::Said foreign = ErrorText::ofCode(u"EVS.2024"_s);
        QCOMPARE(foreign.code, u"EVS.2024"_s);
        QVERIFY(foreign.meaning.contains(u"EVS"_s) && foreign.meaning.contains(u"not known here"_s));
        QVERIFY(foreign.remedy.isEmpty() && foreign.headline.isEmpty());
        QCOMPARE(ErrorText::codeExplained(u"SDRS.9999"_s), u"Code not known here"_s);
        QCOMPARE(ErrorText::codeExplained(u"<b>odd</b>.1"_s), u"Code not known here"_s);
        QVERIFY(ErrorText::codeExplained({}).isEmpty());
        ApiError error = errorOf(ErrorKind::Rejected, 400);
        error.code = u"EVS.2024"_s;
        QCOMPARE(ErrorText::of(error).meaning, foreign.meaning);
    }

    void aStatusInPlaceOfACodeIsNoCode()
    {
        ApiError error = errorOf(ErrorKind::SignedOut, 401);
        error.code = u"401"_s; // IAM v3 sends a number
        QCOMPARE(ErrorText::of(error).code, u"HTTP 401"_s);
        QVERIFY(ErrorText::of(error).meaning.isEmpty());
    }

    void aProjectThatCannotUseTheServiceIsToldSo_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("headline");
        QTest::addColumn<QString>("next");
        QTest::newRow("CBR") << u"BackupService.4008"_s << u"This project must use CBR"_s << u"CBR"_s;
        QTest::newRow("not open") << u"SDRS.0233"_s << u"The service is not open for this project"_s << u"opened"_s;
        QTest::newRow("another project") << u"VPC.0007"_s << u"The sign-in is for another project"_s << u"Sign in"_s;
    }

    void aProjectThatCannotUseTheServiceIsToldSo()
    {
        QFETCH(QString, code);
        QFETCH(QString, headline);
        QFETCH(QString, next);
        ApiError error = errorOf(ErrorKind::Rejected, 400);
        error.code = code;
        error.detail = u"as the server says it"_s;
        const ErrorText::Said said = ErrorText::of(error);
        QCOMPARE(said.headline, headline);
        QVERIFY2(said.remedy.contains(next), qPrintable(said.remedy));
        QCOMPARE(said.server, error.detail);
        QCOMPARE(ErrorText::ofCode(code).headline, headline);
        error.code = u"CSBS.9001"_s;
        QVERIFY(ErrorText::of(error).headline.contains(error.endpoint)); // others keep the host
    }

    void nothingIsAdvisedAnewWhileAWriteIsInDoubt()
    {
        ApiError error = errorOf(ErrorKind::ServerFault, 500);
        error.code = u"CSBS.6032"_s;
        const QString refused = ErrorText::of(error).remedy;
        error.effect = Effect::InDoubt;
        const ErrorText::Said said = ErrorText::of(error);
        QVERIFY(said.remedy != refused);
        QVERIFY(said.remedy.startsWith(u"Look again"_s));
        QCOMPARE(said.meaning, ErrorText::codeMeaning(error.code));
    }

    void aRefusedReadNamesActionUserAndProject()
    {
        ApiError error = errorOf(ErrorKind::Denied, 403);
        error.code = u"APIGW.0302"_s;
        error.detail = u"no permission"_s;
        error.requestId = u"req-7"_s;
        const ErrorText::Said said =
            ErrorText::forbidden(ErrorText::Read::Records, error, u"li.wei"_s, u"cn-north-4 / erp-%1-prod"_s);
        QCOMPARE(said.headline, u"Not permitted: list replication records"_s);
        QCOMPARE(said.why, u"User li.wei may not do it in cn-north-4 / erp-%1-prod (403). This is not an empty list"_s);
        QCOMPARE(said.server, error.detail);
        QCOMPARE(said.requestId, error.requestId);
        QVERIFY(!said.remedy.isEmpty());
        const QString nobody = ErrorText::forbidden(ErrorText::Read::Vpcs, error, {}, u"cn-east-3 / p"_s).why;
        QVERIFY(nobody.contains(u"cn-east-3 / p"_s) && !nobody.contains(u"User"_s));
        error.kind = ErrorKind::Offline;
        QVERIFY(ErrorText::forbidden(ErrorText::Read::Vpcs, error, {}, {}).why.isEmpty());
        QCOMPARE(ErrorText::forbidden(ErrorText::Read::Vpcs, error, {}, {}).headline, ErrorText::of(error).headline);
    }

    void everyReadIsNamedByWhatItDoes()
    {
        using Read = ErrorText::Read;
        QSet<QString> actions;
        for (const Read what :
             {Read::Records, Read::Backups, Read::Policies, Read::Groups, Read::Instances, Read::Pairs, Read::Drills,
              Read::FailedTasks, Read::Vpcs, Read::Domains, Read::Capabilities, Read::Quotas, Read::Versions, Read::Projects}) {
            QVERIFY(!ErrorText::action(what).isEmpty());
            actions.insert(ErrorText::action(what));
        }
        QCOMPARE(actions.size(), 14);
    }
};

QTEST_MAIN(ErrorTextTest)
#include "tst_errortext.moc"
