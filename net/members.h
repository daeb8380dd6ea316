#pragma once

#include "net/columns.h"
#include "net/jsonreader.h"

#include <algorithm>
#include <optional>
#include <variant>
#include <vector>

namespace net {

/// A member of a record: how it is sent, and where the record holds it. A table of them stands once for each record that is kept
/// in columns; reading, packing and unpacking all follow from it.
template <typename Record> struct MemberOf
{
    Member sent;
    std::variant<QString Record::*, TimeStamp Record::*, std::optional<qint64> Record::*, std::optional<int> Record::*,
                 std::optional<bool> Record::*>
        held;
};

/// Where the columns of a record stand.
template <typename Record> const ColumnLayout &layoutOf()
{
    static const ColumnLayout layout = [] {
        std::vector<Member> members;
        for (const MemberOf<Record> &member : Record::members())
            members.push_back(member.sent);
        return ColumnLayout(std::move(members));
    }();
    return layout;
}

namespace members {

inline QString text(JsonReader &in, const Member &member)
{
    if (member.kind == MemberKind::Code)
        return in.code(member.name);
    switch (member.need) {
    case Member::Need::Filled:
        return in.id(member.name);
    case Member::Need::Present:
        return in.text(member.name);
    case Member::Need::None:
        break;
    }
    return in.label(member.name);
}

/// Reads the members of the object at \a path, and of those inside it, from \a at on; \a at stands behind them then.
template <typename Record> void readObject(JsonReader &in, std::string_view path, std::size_t &at, Record &into)
{
    const std::vector<MemberOf<Record>> &all = Record::members();
    while (at < all.size() && all[at].sent.path.starts_with(path)) {
        const Member &sent = all[at].sent;
        if (sent.path != path) {
            const std::string_view rest = sent.path.substr(path.empty() ? 0 : path.size() + 1);
            const std::string_view inner =
                sent.path.substr(0, sent.path.size() - rest.size() + std::min(rest.find('.'), rest.size()));
            const std::size_t begin = at;
            in.object(rest.substr(0, rest.find('.')), [&](JsonReader &object) {
                at = begin;
                readObject(object, inner, at, into);
            });
            while (at < all.size() && all[at].sent.path.starts_with(inner)) // of an object that was not sent
                ++at;
            continue;
        }
        std::visit(
            [&](auto held) {
                auto &value = into.*held;
                using Value = std::remove_reference_t<decltype(value)>;
                if constexpr (std::is_same_v<Value, QString>) {
                    value = text(in, sent);
                } else if constexpr (std::is_same_v<Value, TimeStamp>) {
                    value = in.time(sent.name);
                } else if constexpr (std::is_same_v<Value, std::optional<bool>>) {
                    value = in.flag(sent.name);
                } else if constexpr (std::is_same_v<Value, std::optional<int>>) {
                    if (const auto percent = in.number(sent.name))
                        value = static_cast<int>(std::clamp<qint64>(*percent, 0, 100));
                } else {
                    value = in.number(sent.name);
                }
            },
            all[at].held);
        ++at;
    }
}

/// Reads a record as its table of members says. What follows from its words, Record::settle() sets.
template <typename Record> Result<Record> read(JsonReader &in)
{
    Record record;
    std::size_t at = 0;
    readObject(in, {}, at, record);
    record.settle();
    return in.finish(std::move(record));
}

/// Adds a record to columns.
template <typename Record> void pack(const Record &record, ColumnsWriter &into)
{
    const std::vector<MemberOf<Record>> &all = Record::members();
    std::vector<QByteArray> texts; // they live until the row is done
    texts.reserve(all.size());
    for (std::size_t at = 0; at < all.size(); ++at) {
        std::visit(
            [&](auto held) {
                const auto &value = record.*held;
                using Value = std::remove_cvref_t<decltype(value)>;
                const auto utf8 = [&texts](const QString &text) {
                    const QByteArray &bytes = texts.emplace_back(text.toUtf8());
                    return std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
                };
                if constexpr (std::is_same_v<Value, QString>) {
                    switch (all[at].sent.kind) {
                    case MemberKind::Id:
                        return into.id(at, utf8(value));
                    case MemberKind::Text:
                        return into.text(at, utf8(value));
                    default:
                        return into.word(at, utf8(value));
                    }
                } else if constexpr (std::is_same_v<Value, TimeStamp>) {
                    into.time(at, utf8(value.asSent));
                } else if constexpr (std::is_same_v<Value, std::optional<qint64>>) {
                    into.number(at, value);
                } else if (value) {
                    into.small(at, *value);
                }
            },
            all[at].held);
    }
    into.next();
}

/// A record out of columns.
template <typename Record> Record unpack(const Columns &from, const Words &words, int row)
{
    const std::vector<MemberOf<Record>> &all = Record::members();
    Record record;
    for (std::size_t at = 0; at < all.size(); ++at) {
        std::visit(
            [&](auto held) {
                auto &value = record.*held;
                using Value = std::remove_reference_t<decltype(value)>;
                if constexpr (std::is_same_v<Value, QString>) {
                    switch (all[at].sent.kind) {
                    case MemberKind::Id:
                        value = from.idText(at, row);
                        break;
                    case MemberKind::Text: {
                        const std::string_view utf8 = from.text(at, row);
                        value = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
                        break;
                    }
                    default:
                        value = words.text(from.words(at)[row]);
                    }
                } else if constexpr (std::is_same_v<Value, TimeStamp>) {
                    value = from.time(at, row);
                } else if constexpr (std::is_same_v<Value, std::optional<qint64>>) {
                    value = from.number(at, row);
                } else if (const qint8 small = from.smalls(at)[row]; small != Columns::noSmall) {
                    value = static_cast<typename Value::value_type>(small);
                }
            },
            all[at].held);
    }
    record.settle();
    return record;
}

} // namespace members

} // namespace net
