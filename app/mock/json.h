#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mock {

/// A parsed JSON value. Members keep their order; numbers keep their text.
struct Json
{
    enum class Type { Null, Bool, Number, String, Array, Object };
    Type type = Type::Null;
    bool truth = false;
    std::string text; ///< of a string, unescaped; of a number, as written
    std::vector<Json> items;
    struct Member;
    std::vector<Member> members;

    bool isObject() const { return type == Type::Object; }
    bool isString() const { return type == Type::String; }
    const Json *member(std::string_view name) const;

    /// Strict: one value, no comments, valid UTF-8, no key twice in an object, at most 64 levels.
    static std::optional<Json> parse(std::string_view text, std::string *error = nullptr);
};

/// Outside, for a vector may wait for its type to be complete and a pair may not.
struct Json::Member
{
    std::string name;
    Json value;
};

void appendEscaped(std::string &out, std::string_view text); ///< without the quotes
void appendQuoted(std::string &out, std::string_view text);
void append(std::string &out, const Json &value);
std::string quoted(std::string_view text);

} // namespace mock
