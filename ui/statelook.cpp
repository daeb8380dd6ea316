#include "ui/statelook.h"

#include "ui/formats.h"
#include "ui/icons.h"
#include "ui/words.h"

#include <QFile>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Entry
{
    StateLook english;
    StateLook chinese;
};

using Vocabulary = QHash<QString, Entry>;

// In the order of StateKind.
constexpr std::array kindNames = {"record"_L1,     "backup"_L1,  "policy"_L1,   "job"_L1,     "operation"_L1,  "group"_L1,
                                  "drill"_L1,      "copy"_L1,    "sync"_L1,     "fault"_L1,   "instance"_L1,   "pair"_L1,
                                  "checkpoint"_L1, "restore"_L1, "schedule"_L1, "failure"_L1, "protection"_L1, "health"_L1,
                                  "vpc"_L1,        "quota"_L1,   "fate"_L1};
static_assert(kindNames.size() == size_t(StateKind::Fate) + 1);

Token tokenOf(const QString &name)
{
    static const QHash<QString, Token> tokens = {{u"ok"_s, Token::Ok},   {u"run"_s, Token::Run},     {u"warn"_s, Token::Warn},
                                                 {u"bad"_s, Token::Bad}, {u"doubt"_s, Token::Doubt}, {u"idle"_s, Token::Idle}};
    return tokens.value(name, Token::Idle);
}

StateLook lookOf(const StateWords &words, const StateText &text)
{
    return {.word = text.word, .icon = words.icon, .token = tokenOf(words.token), .rank = words.rank, .description = text.note};
}

// Data, not translations: both languages are read once and the choice is made at each question.
const std::array<Vocabulary, kindNames.size()> &vocabularies()
{
    static const std::array<Vocabulary, kindNames.size()> all = [] {
        std::array<Vocabulary, kindNames.size()> read;
        ensureResources();
        QFile file(u":/ballast/words/states.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("states.json is not in the program's resources");
        const auto sections = readStateWords(file.readAll());
        for (size_t kind = 0; kind < kindNames.size(); ++kind) {
            const QHash<QString, StateWords> words = sections.value(kindNames[kind]);
            for (const auto &[word, text] : words.asKeyValueRange())
                read[kind].insert(word, {lookOf(text, text.english), lookOf(text, text.chinese)});
        }
        return read;
    }();
    return all;
}

} // namespace

StateLook stateLook(StateKind kind, const QString &apiWord)
{
    const Vocabulary &words = vocabularies().at(size_t(kind));
    if (const auto it = words.constFind(apiWord); it != words.cend())
        return QLocale().language() == QLocale::Chinese ? it->chinese : it->english;
    StateLook look;
    look.word = apiWord.isEmpty() ? formats::none() : formats::plain(apiWord);
    look.icon = apiWord.isEmpty() ? u"dash"_s : u"question"_s;
    look.rank = 90;
    look.known = false;
    return look;
}

QList<QString> knownStates(StateKind kind)
{
    const Vocabulary &words = vocabularies().at(size_t(kind));
    QList<QString> states = words.keys();
    std::sort(states.begin(), states.end(), [&words](const QString &a, const QString &b) {
        const int rankA = words.constFind(a)->english.rank;
        const int rankB = words.constFind(b)->english.rank;
        return rankA != rankB ? rankA < rankB : a < b;
    });
    return states;
}

} // namespace ui
