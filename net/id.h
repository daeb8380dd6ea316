#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <string_view>

namespace net {

/// An opaque id in 16 bytes. Of a UUID in its usual form (36 characters, lower case) these are its bytes, and text() gives it
/// back; of any other text a digest (SHA-1, cut), whose text is kept aside by whoever holds the id. Equal ids, equal texts.
struct Id
{
    quint64 high = 0, low = 0; ///< in the order of the text: smaller texts of UUIDs are smaller ids

    static Id of(std::string_view utf8); ///< an empty text: an empty id
    static Id of(const QString &text);
    /// Whether \a utf8 is a UUID in its usual form, which \a into becomes then. The one of zeros only is none: it says "empty".
    static bool fromUuid(std::string_view utf8, Id &into);

    bool isEmpty() const { return high == 0 && low == 0; }
    void appendTo(char *into) const; ///< writes 36 characters: the text of a UUID
    QString text() const;            ///< of a UUID; of an empty id an empty text

    friend bool operator==(const Id &, const Id &) = default;
    friend auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(const Id &id, size_t seed = 0)
    {
        return static_cast<size_t>((id.high ^ (id.low * 0x9E3779B97F4A7C15u)) + seed);
    }
};

} // namespace net
