#pragma once

#include "json.h"
#include "recovery.h"

#include <string>
#include <string_view>

namespace mock {

/// Writes one JSON object, member by member, with the members of an odd row in place of its own.
class RowWriter
{
public:
    RowWriter(std::string &out, const Overrides &odd) : m_out(out), m_odd(odd) { m_out += '{'; }
    RowWriter(const RowWriter &) = delete;
    RowWriter &operator=(const RowWriter &) = delete;
    ~RowWriter()
    {
        if (m_out.back() == ',')
            m_out.back() = '}';
        else
            m_out += '}';
    }

    void json(const std::string &name, const std::string &value)
    {
        const auto other = m_odd.find(name);
        const std::string &said = other == m_odd.end() ? value : other->second;
        if (!said.empty())
            m_out.append("\"").append(name).append("\":").append(said).append(",");
    }
    void text(const std::string &name, std::string_view value) { json(name, quoted(value)); }
    void id(const std::string &name, const Uuid &value) { json(name, quoted(value.text())); }
    void number(const std::string &name, long value) { json(name, std::to_string(value)); }
    void null(const std::string &name) { json(name, "null"); }

private:
    std::string &m_out;
    const Overrides &m_odd;
};

} // namespace mock
