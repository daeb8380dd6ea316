#include "models/filter.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr QChar wideColon(0xFF1A); // what Chinese input methods type
constexpr QChar wideNot(0xFF01);

QString withoutBlanks(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (!c.isSpace())
            out += c;
    }
    return out;
}

int columnNamed(const QString &name, const QList<Column> &columns)
{
    for (int i = 0; i < columns.size(); ++i) {
        const QByteArray &header = columns.at(i).header;
        const QString names[] = {QString::fromUtf8(columns.at(i).id), withoutBlanks(QString::fromUtf8(header)),
                                 withoutBlanks(QCoreApplication::translate("Columns", header.constData()))};
        if (std::ranges::any_of(names, [&name](const QString &known) { return known.compare(name, Qt::CaseInsensitive) == 0; }))
            return i;
    }
    return -1;
}

/// Takes the words of the filter apart.
class Scanner
{
public:
    explicit Scanner(const QString &text) : m_text(text) {}

    bool atWord()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
        return m_at < m_text.size();
    }
    bool takeNot()
    {
        if (m_text.at(m_at) != u'!' && m_text.at(m_at) != wideNot)
            return false;
        ++m_at;
        return true;
    }
    /// The rest of the word: as typed, and where the name before the first colon ends (-1: no name).
    QString takeWord(qsizetype &nameEnd)
    {
        nameEnd = -1;
        QString word;
        bool atValue = true; // a quote opens a phrase only where a value begins
        while (m_at < m_text.size() && !m_text.at(m_at).isSpace()) {
            const QChar c = m_text.at(m_at);
            if (c == u'"' && atValue) {
                word += takePhrase();
                return word; // what follows a phrase is another word
            }
            atValue = false;
            if (nameEnd < 0 && (c == u':' || c == wideColon) && !word.isEmpty()) {
                nameEnd = word.size();
                atValue = true;
            }
            word += c;
            ++m_at;
        }
        return word;
    }

private:
    QString takePhrase()
    {
        QString phrase;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text.at(m_at) == u'"') {
                ++m_at;
                if (m_at >= m_text.size() || m_text.at(m_at) != u'"')
                    return phrase;
            }
            phrase += m_text.at(m_at);
        }
        return phrase; // still being typed
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

} // namespace

Filter Filter::parse(const QString &text, const QList<Column> &columns)
{
    Filter filter;
    filter.m_text = text;
    Scanner scanner(text);
    while (scanner.atWord()) {
        Term term;
        term.negated = scanner.takeNot();
        qsizetype nameEnd = -1;
        term.text = scanner.takeWord(nameEnd);
        if (nameEnd > 0) {
            term.column = columnNamed(term.text.left(nameEnd), columns);
            if (term.column >= 0)
                term.text.remove(0, nameEnd + 1);
        }
        if (!term.text.isEmpty())
            filter.m_terms.append(term);
    }
    return filter;
}

bool Filter::uses(int column) const
{
    return std::ranges::any_of(m_terms, [column](const Term &term) { return term.column < 0 || term.column == column; });
}

bool Filter::matches(const QStringList &cellTexts) const
{
    return std::ranges::all_of(m_terms, [&cellTexts](const Term &term) {
        const auto holds = [&term](const QString &cell) { return cell.contains(term.text, Qt::CaseInsensitive); };
        const bool found = term.column < 0 ? std::ranges::any_of(cellTexts, holds) : holds(cellTexts.value(term.column));
        return found != term.negated;
    });
}

} // namespace models
