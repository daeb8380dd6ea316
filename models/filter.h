#pragma once

#include "models/table.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace models {

/// The text filter of a list, parsed once from what the user typed: words separated by blanks, all of which must hold.
///   text          some cell holds it            "two words"     a phrase; "" inside it is one quote
///   !text         no cell holds it              name:text       the cell of that column holds it
///   !name:text    that cell does not hold it    name:"a phrase"
/// A name is a column's id or its header, in English or in the user's language, without its blanks. With an unknown name
/// the whole word is plain text, so that 10:30 finds times. A part still being typed (`!`, `name:`) asks nothing.
/// Matching is by substring without regard to case. A plain value: may be copied to and used on any thread.
class Filter
{
public:
    Filter() = default;
    /// Reads \a text; translates headers, so call it on the GUI thread.
    static Filter parse(const QString &text, const QList<Column> &columns);

    bool isEmpty() const { return m_terms.isEmpty(); } ///< asks nothing: all rows match
    const QString &text() const { return m_text; }     ///< as typed
    bool uses(int column) const;                       ///< whether matches() looks at this column's text
    bool matches(const QStringList &cellTexts) const;  ///< one text per column

    friend bool operator==(const Filter &, const Filter &) = default;

private:
    struct Term
    {
        QString text{};
        int column = -1; ///< -1: any
        bool negated = false;

        friend bool operator==(const Term &, const Term &) = default;
    };
    QString m_text;
    QList<Term> m_terms;
};

} // namespace models
