#include "ui/words.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace ui {

QHash<QString, CodeWords> readCodeWords(const QByteArray &json)
{
    QHash<QString, CodeWords> read;
    const QJsonObject whole = QJsonDocument::fromJson(json).object();
    const QJsonObject remedies = whole.value("remedies"_L1).toObject();
    const QJsonObject codes = whole.value("codes"_L1).toObject();
    for (auto it = codes.begin(); it != codes.end(); ++it) {
        const QJsonObject words = it->toObject();
        const QJsonValue own = words.value("remedy"_L1);
        const QJsonObject remedy = remedies.value((own.isString() ? own : words.value("class"_L1)).toString()).toObject();
        read.insert(
            it.key(),
            {{words.value("en"_L1).toString(), remedy.value("en"_L1).toString(), words.value("headline_en"_L1).toString()},
             {words.value("zh"_L1).toString(), remedy.value("zh"_L1).toString(), words.value("headline_zh"_L1).toString()}});
    }
    return read;
}

QHash<QString, QHash<QString, StateWords>> readStateWords(const QByteArray &json)
{
    QHash<QString, QHash<QString, StateWords>> read;
    const QJsonObject sections = QJsonDocument::fromJson(json).object();
    for (auto section = sections.begin(); section != sections.end(); ++section) {
        QHash<QString, StateWords> &states = read[section.key()];
        const QJsonObject words = section->toObject();
        for (auto it = words.begin(); it != words.end(); ++it) {
            const QJsonObject object = it->toObject();
            states.insert(it.key(), {.english = {object.value("en"_L1).toString(), object.value("enNote"_L1).toString()},
                                     .chinese = {object.value("zh"_L1).toString(), object.value("zhNote"_L1).toString()},
                                     .icon = object.value("icon"_L1).toString(),
                                     .token = object.value("token"_L1).toString(),
                                     .rank = object.value("rank"_L1).toInt()});
        }
    }
    return read;
}

} // namespace ui
