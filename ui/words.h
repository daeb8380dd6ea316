#pragma once

#include <QHash>
#include <QString>

namespace ui {

/// What resources/words say of an error code, in one language.
struct CodeText
{
    QString meaning, remedy, headline; ///< headline: of the few codes that deserve one
};

struct CodeWords
{
    CodeText english, chinese;
};

/// What resources/words say of a state, in one language.
struct StateText
{
    QString word, note; ///< note: what the word leaves unsaid; mostly empty
};

struct StateWords
{
    StateText english, chinese;
    QString icon, token; ///< by name; empty: none is given
    int rank = 0;
};

/// The codes of errors.json by code. A code without a remedy of its own has that of its class. Pure; of bytes that are no such
/// file nothing comes.
QHash<QString, CodeWords> readCodeWords(const QByteArray &json);

/// The states of states.json, by section and the service's word. Pure; of bytes that are no such file nothing comes.
QHash<QString, QHash<QString, StateWords>> readStateWords(const QByteArray &json);

} // namespace ui
