#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString resource(const QString &path) { return QStringLiteral(BALLAST_TEST_DATA "/../../resources/") + path; }

QList<QStringList> table(const QString &name)
{
    QList<QStringList> rows;
    QFile file(QStringLiteral(BALLAST_TEST_DATA "/words/") + name + u".tsv"_s);
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        rows.append(line.split(u'\t'));
    return rows;
}

QJsonObject words(const QString &name)
{
    QFile file(resource(u"words/"_s + name));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QString text(const QJsonObject &object, QLatin1StringView member) { return object.value(member).toString(); }

/// What is wrong with a text of ours in that language; empty when nothing is.
QString faultOf(const QString &text, bool chinese)
{
    static const QRegularExpression han(u"\\p{Han}"_s);
    static const QRegularExpression politeEnglish(u"\\b(please|sorry|oops|successfully|simply|retry)\\b|!"_s,
                                                  QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression politeChinese(u"您|抱歉|温馨提示|！|(?<!申)请(?!求)"_s); // 申请 and 请求 are terms
    static const QRegularExpression halfWidth(u"[,;:?()\"]|\\p{Han}\\.|\\.\\p{Han}"_s);
    static const QRegularExpression noBlank(u"\\p{Han}[A-Za-z0-9<>]|[A-Za-z0-9<>]\\p{Han}"_s);
    // The glossary has one word for each: 帐号, 复制, 容灾, 云服务器, 专属主机, 私有 IP 地址, 规格.
    static const QRegularExpression otherTerms(u"账号|账户|拷贝|灾备|(?<!云)服务器|(?<!专属)主机|内网|私网|机型"_s);
    if (text.isEmpty())
        return u"empty"_s;
    if (text != text.simplified())
        return u"blanks at its ends, or two in a row"_s;
    if (text.endsWith(u'.') || text.endsWith(u'。'))
        return u"a full stop at its end"_s;
    if (!chinese) {
        if (text.contains(han))
            return u"Chinese characters in English"_s;
        if (!text.at(0).isUpper())
            return u"no sentence case"_s;
        return text.contains(politeEnglish) ? u"a word that says nothing"_s : QString();
    }
    if (!text.contains(han))
        return u"no Chinese character"_s;
    if (text.contains(politeChinese))
        return u"a word that says nothing"_s;
    if (text.contains(halfWidth))
        return u"half-width punctuation"_s;
    if (text.contains(noBlank))
        return u"no blank between Chinese and Latin"_s;
    return text.contains(otherTerms) ? u"a term that is not the glossary's"_s : QString();
}

} // namespace

/// The words of resources/words against the tables of the services' documents, kept in tests/data/words.
class WordsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_codes = words(u"errors.json"_s).value("codes"_L1).toObject();
        m_remedies = words(u"errors.json"_s).value("remedies"_L1).toObject();
        m_states = words(u"states.json"_s);
        QVERIFY(!m_codes.isEmpty() && !m_remedies.isEmpty() && !m_states.isEmpty());
    }

    void aTextWithAFaultIsFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("chinese");
        QTest::addColumn<bool>("good");
        QTest::newRow("good English") << u"The backup does not exist"_s << false << true;
        QTest::newRow("please") << u"Please wait"_s << false << false;
        QTest::newRow("lower case") << u"the backup"_s << false << false;
        QTest::newRow("full stop") << u"The backup."_s << false << false;
        QTest::newRow("Chinese in English") << u"The 备份"_s << false << false;
        QTest::newRow("good Chinese") << u"检查请求中的私有 IP 地址，或申请配额"_s << true << true;
        QTest::newRow("English in Chinese") << u"OK"_s << true << false;
        QTest::newRow("polite") << u"请刷新"_s << true << false;
        QTest::newRow("half-width comma") << u"备份,已删除"_s << true << false;
        QTest::newRow("no blank") << u"私有IP地址"_s << true << false;
        QTest::newRow("another term") << u"账号"_s << true << false;
        QTest::newRow("blank at the end") << u"备份 "_s << true << false;
    }

    void aTextWithAFaultIsFound()
    {
        QFETCH(QString, text);
        QFETCH(bool, chinese);
        QFETCH(bool, good);
        QCOMPARE(faultOf(text, chinese).isEmpty(), good);
    }

    // Codes

    void everyCodeOfTheDocumentsIsKnown_data()
    {
        QTest::addColumn<QString>("document");
        QTest::addColumn<int>("rows"); // one code may have several statuses and meanings
        QTest::addColumn<int>("codes");
        QTest::newRow("CSBS, and those of its successor") << u"csbs"_s << 59 << 58;
        QTest::newRow("SDRS") << u"sdrs"_s << 256 << 256;
        QTest::newRow("API gateway") << u"gateway"_s << 27 << 21;
        QTest::newRow("IAM") << u"iam"_s << 22 << 22;
        QTest::newRow("VPC") << u"vpc"_s << 17 << 17;
    }

    void everyCodeOfTheDocumentsIsKnown()
    {
        QFETCH(QString, document);
        QFETCH(int, rows);
        QFETCH(int, codes);
        const QList<QStringList> read = table(document);
        QCOMPARE(read.size(), rows);
        QSet<QString> known;
        for (const QStringList &row : read) {
            QCOMPARE(row.size(), 4); // code, HTTP statuses, class, what the document says
            const QString own = row.at(0) + u'/' + row.at(1);
            const QString key = m_codes.contains(own) ? own : row.at(0);
            QVERIFY2(m_codes.contains(key), qPrintable(key));
            const QJsonObject code = m_codes.value(key).toObject();
            QStringList statuses;
            const QJsonArray sent = code.value("http"_L1).toArray();
            for (const auto &status : sent)
                statuses.append(QString::number(status.toInt()));
            QVERIFY2(statuses.join(u',') == row.at(1), qPrintable(key + u": "_s + statuses.join(u',')));
            QVERIFY2(text(code, "class"_L1) == row.at(2), qPrintable(key));
            QVERIFY2(!row.at(3).isEmpty(), qPrintable(key));
            known.insert(row.at(0));
        }
        QCOMPARE(known.size(), codes);
    }

    void noCodeIsKnownThatNoDocumentHas()
    {
        QSet<QString> documented;
        for (const QString &document : {u"csbs"_s, u"sdrs"_s, u"gateway"_s, u"iam"_s, u"vpc"_s}) {
            const QList<QStringList> rows = table(document);
            for (const QStringList &row : rows) {
                if (const QString own = row.at(0) + u'/' + row.at(1); documented.contains(row.at(0)))
                    documented.insert(own);
                else
                    documented.insert(row.at(0));
            }
        }
        const QStringList codes = m_codes.keys();
        QCOMPARE(QSet<QString>(codes.begin(), codes.end()), documented);
        QVERIFY(!documented.contains(u"EVS.2024"_s)); // codes of other services arrive, and are not ours to explain
    }

    void everyCodeIsExplainedInBothLanguages()
    {
        QSet<QString> used;
        for (auto it = m_codes.constBegin(); it != m_codes.constEnd(); ++it) {
            const QJsonObject code = it->toObject();
            for (const bool chinese : {false, true}) {
                const QString fault = faultOf(text(code, chinese ? "zh"_L1 : "en"_L1), chinese);
                QVERIFY2(fault.isEmpty(), qPrintable(it.key() + u": "_s + fault));
            }
            QCOMPARE(code.contains("headline_en"_L1), code.contains("headline_zh"_L1));
            if (code.contains("headline_en"_L1)) {
                QCOMPARE(faultOf(text(code, "headline_en"_L1), false), QString());
                QCOMPARE(faultOf(text(code, "headline_zh"_L1), true), QString());
            }
            const QString remedy = code.contains("remedy"_L1) ? text(code, "remedy"_L1) : text(code, "class"_L1);
            QVERIFY2(m_remedies.contains(remedy), qPrintable(it.key() + u": "_s + remedy));
            used.insert(remedy);
        }
        const QStringList remedies = m_remedies.keys();
        QCOMPARE(used, QSet<QString>(remedies.begin(), remedies.end())); // and none is left over
    }

    void theSameIsSaidInTheSameWords()
    {
        QHash<QString, QString> chinese;
        for (const auto &code : std::as_const(m_codes)) {
            const QString english = text(code.toObject(), "en"_L1);
            const QString known = chinese.value(english, text(code.toObject(), "zh"_L1));
            QVERIFY2(text(code.toObject(), "zh"_L1) == known, qPrintable(english));
            chinese.insert(english, known);
        }
    }

    void everyRemedyIsSaidInBothLanguages()
    {
        for (const char letter : {'F', 'S', 'R', 'A', 'Q', 'B', 'X'}) // the classes of the SDRS table
            QVERIFY(m_remedies.contains(QString(QLatin1Char(letter))));
        for (auto it = m_remedies.constBegin(); it != m_remedies.constEnd(); ++it) {
            for (const bool chinese : {false, true}) {
                const QString fault = faultOf(text(it->toObject(), chinese ? "zh"_L1 : "en"_L1), chinese);
                QVERIFY2(fault.isEmpty(), qPrintable(it.key() + u": "_s + fault));
            }
        }
    }

    void objectsThatAreGoneAskForARefresh()
    {
        for (const QString &code : {u"SDRS.1013"_s, u"SDRS.1320"_s, u"SDRS.1608"_s, u"SDRS.1902"_s})
            QVERIFY2(text(m_codes.value(code).toObject(), "remedy"_L1) == u"gone", qPrintable(code));
    }

    // States

    void everyStateOfTheDocumentsIsKnownByItsWord()
    {
        const QList<QStringList> rows = table(u"states"_s);
        QCOMPARE(rows.size(), 153);
        QHash<QString, QStringList> documented;
        for (const QStringList &row : rows) {
            QCOMPARE(row.size(), 5); // kind, word as sent, document, English, Chinese; empty: the documents have no word
            const QString where = row.at(0) + u'/' + row.at(1);
            const QJsonObject kind = m_states.value(row.at(0)).toObject();
            QVERIFY2(kind.contains(row.at(1)), qPrintable(where));
            const QJsonObject state = kind.value(row.at(1)).toObject();
            if (!row.at(3).isEmpty())
                QVERIFY2(text(state, "en"_L1) == row.at(3), qPrintable(where));
            if (!row.at(4).isEmpty())
                QVERIFY2(text(state, "zh"_L1) == row.at(4), qPrintable(where));
            documented[row.at(0)].append(row.at(1));
        }
        QCOMPARE(documented.value(u"group"_s).size(), 20); // 17, and 3 of old groups
        QCOMPARE(documented.value(u"instance"_s).size(), 23);
        QCOMPARE(documented.value(u"pair"_s).size(), 25);
        QCOMPARE(documented.size(), m_states.size());
        for (auto kind = m_states.constBegin(); kind != m_states.constEnd(); ++kind) {
            const QStringList sent = kind->toObject().keys();
            for (const QString &word : sent)
                QVERIFY2(documented.value(kind.key()).contains(word), qPrintable(kind.key() + u'/' + word));
        }
    }

    void everyStateIsSaidInBothLanguagesAndHasAShape()
    {
        static const QStringList tokens = {u"ok"_s, u"run"_s, u"warn"_s, u"bad"_s, u"doubt"_s, u"idle"_s};
        for (auto kind = m_states.constBegin(); kind != m_states.constEnd(); ++kind) {
            const QJsonObject sent = kind->toObject();
            for (auto it = sent.constBegin(); it != sent.constEnd(); ++it) {
                const QJsonObject state = it->toObject();
                const QString where = kind.key() + u'/' + it.key();
                for (const bool chinese : {false, true}) {
                    const QString fault = faultOf(text(state, chinese ? "zh"_L1 : "en"_L1), chinese);
                    QVERIFY2(fault.isEmpty(), qPrintable(where + u": "_s + fault));
                    const QLatin1StringView note = chinese ? "zhNote"_L1 : "enNote"_L1;
                    QVERIFY2(!state.contains(note) || faultOf(text(state, note), chinese).isEmpty(), qPrintable(where));
                }
                QVERIFY2(state.contains("enNote"_L1) == state.contains("zhNote"_L1), qPrintable(where));
                QVERIFY2(QFile::exists(resource(u"icons/%1.svg"_s.arg(text(state, "icon"_L1)))), qPrintable(where));
                QVERIFY2(tokens.contains(text(state, "token"_L1)), qPrintable(where));
                QVERIFY2(state.value("rank"_L1).toInt() > 0, qPrintable(where));
            }
        }
    }

private:
    QJsonObject m_codes, m_remedies, m_states;
};

QTEST_GUILESS_MAIN(WordsTest)
#include "tst_words.moc"
