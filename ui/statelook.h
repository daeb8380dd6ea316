#pragma once

#include "models/cellroles.h"
#include "ui/theme.h"

#include <QList>
#include <QString>

namespace ui {

using models::StateKind;

/// How a state looks in the language of QLocale(): Chinese for zh, else English.
struct StateLook
{
    QString word;
    QString icon;
    Token token = Token::Idle;
    int rank = 0;        ///< worst first, then moving, waiting, good, idle: the order of the facets
    QString description; ///< what the word leaves unsaid ("not protected"); mostly empty
    bool known = true;   ///< false: the word is the one that was sent
};

/// A word that is not in resources/words/states.json comes back as sent (readable: see formats::plain), with a ring and question
/// mark.
StateLook stateLook(StateKind kind, const QString &apiWord);

/// All words of that kind in the order of the facets.
QList<QString> knownStates(StateKind kind);

} // namespace ui
