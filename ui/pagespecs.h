#pragma once

#include "models/cellroles.h"
#include "models/table.h"
#include "net/request.h"
#include "net/result.h"
#include "net/scope.h"
#include "ui/errortext.h"
#include "ui/theme.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QTimeZone>

#include <optional>
#include <span>

namespace ui {

/// A documented query parameter of a list, as a field on its page.
struct ServerFilter
{
    enum class Kind {
        Text,   ///< sent as typed
        Region, ///< known regions are offered, others may be typed
        State,  ///< known states are offered by their words; the service's own word may be typed
        Verb,   ///< the verbs this console has are offered by their titles
        Choice, ///< the values of `choices` are offered, others may be typed
        Number, ///< from `least` to `most`; the initial value is not sent
        Flag    ///< "true" or not sent
    };
    enum class Where { Row, More };

    const char *parameter;
    const char *label; ///< glossary term, translated in context "Filters"
    Kind kind = Kind::Text;
    Where where = Where::More;
    const char *hint = "";    ///< form of the value, translated in context "Filters"
    const char *choices = ""; ///< separated by blanks
    const char *initial = ""; ///< value at the start
    int least = 0, most = 0;

    bool isSent(const QString &value) const; ///< not what the service takes anyway
};

/// What tells one list page from another.
struct PageSpec
{
    const char *id;    ///< "backups"
    const char *title; ///< translated in context "Pages"; also the name of the page's table
    const char *icon;
    const char *none;     ///< headline of the empty list, context "Pages"
    ErrorText::Read read; ///< what is asked for, in the words of "Not permitted: …"
    models::StateKind states;
    std::span<const ServerFilter> filters;
    const char *nameColumn;        ///< what an object is called by
    const char *sizeColumn = "";   ///< summed up over the selection; empty: none
    const char *scopeColumns = ""; ///< say the same in each row where one project is shown, separated by blanks
    const char *columns = "";      ///< the order at the start, separated by blanks; others follow, hidden
    const char *sortColumn = "";
    Qt::SortOrder sortOrder = Qt::DescendingOrder;
    bool local = false; ///< its rows live here: nothing is asked of a server

    QString idText() const { return QString::fromLatin1(id); }
    QString titleText() const; ///< in the current language
};

net::Query initialQuery(const PageSpec &spec); ///< what the service is asked before its user chooses

const PageSpec &policiesPage();
const PageSpec &backupsPage();
const PageSpec &recordsPage();
const PageSpec &groupsPage();
const PageSpec &drillsPage();
const PageSpec &operationsPageSpec();

/// One object in all its facts, for the detail pane. Texts are ready to be shown, as plain text.
struct Detail
{
    struct Fact
    {
        enum class Kind { Text, Id, Link } kind = Kind::Text;
        QString label{};
        QString value{};
        QString asSent{}; ///< below the value, in fixed font, where we changed it
        QString page{};   ///< Link: where the object is
        net::ObjectKey key{};
        bool warned = false; ///< a doubtful value: with the icon of warnings

        friend bool operator==(const Fact &, const Fact &) = default;
    };
    struct Section
    {
        QString title{};
        QList<Fact> facts{};

        friend bool operator==(const Section &, const Section &) = default;
    };
    struct Message
    {
        Token token = Token::Bad;
        QString icon{}, headline{};
        QList<QPair<QString, QString>> rows{};
        int verbatimRow = -1;

        friend bool operator==(const Message &, const Message &) = default;
    };
    net::ObjectKey key{};
    QString icon{};
    Token token = Token::Idle;
    QString stateWord{}; ///< in the current language: the icon in words
    QString name{};
    std::optional<Message> message{};
    QList<Section> sections{};

    friend bool operator==(const Detail &, const Detail &) = default;
};

/// The detail of a row of one of our lists; nothing for other tables.
std::optional<Detail> describe(const models::TableSource &table, int row, const QTimeZone &zone, const QDateTime &nowUtc);

} // namespace ui
