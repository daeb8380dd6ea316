// Readers: ui/words.cpp

#include "fuzz/fuzz.h"
#include "ui/words.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using fuzz::claim;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const QJsonObject whole = QJsonDocument::fromJson(bytes).object();

    const QHash<QString, ui::CodeWords> codes = ui::readCodeWords(bytes);
    // Where a name begins with a byte order mark, which Qt takes off, it is found under another.
    const QJsonObject sentCodes = whole.value("codes"_L1).toObject();
    claim(codes.size() <= sentCodes.size() && codes.isEmpty() == sentCodes.isEmpty(), "no code is made up");
    const bool isPlain = !bytes.contains("\xef\xbb\xbf");
    for (const auto &[code, words] : codes.asKeyValueRange()) {
        const QJsonObject sent = sentCodes.value(code).toObject();
        claim(!isPlain || (words.english.meaning == sent.value("en"_L1).toString() &&
                           words.chinese.meaning == sent.value("zh"_L1).toString()),
              "each language has its own");
    }
    const auto sections = ui::readStateWords(bytes);
    claim(sections.size() <= whole.size() && sections.isEmpty() == whole.isEmpty(), "no section is made up");
    for (const auto &[section, states] : sections.asKeyValueRange()) {
        const QJsonObject sent = whole.value(section).toObject();
        claim(!isPlain || states.size() == sent.size(), "every state has its words");
        for (const auto &[word, text] : states.asKeyValueRange())
            claim(!isPlain || text.chinese.word == sent.value(word).toObject().value("zh"_L1).toString(),
                  "each language has its own");
    }
    return 0;
}
