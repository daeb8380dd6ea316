#include "http.h"

#include "json.h"

namespace mock {

void Request::takeApart()
{
    std::string_view rest = target;
    if (const auto scheme = rest.find("://"); scheme != std::string_view::npos && scheme < 6) {
        const auto slash = rest.find('/', scheme + 3);
        rest = slash == std::string_view::npos ? std::string_view("/") : rest.substr(slash);
    }
    const auto mark = rest.find('?');
    path = std::string(rest.substr(0, mark));
    std::string_view steps = path;
    if (!steps.empty() && steps.front() == '/')
        steps.remove_prefix(1);
    while (!steps.empty()) {
        const auto slash = steps.find('/');
        auto segment = decoded(steps.substr(0, slash), false);
        readable = readable && segment.has_value();
        segments.push_back(segment.value_or(std::string()));
        if (slash == std::string_view::npos)
            break;
        steps.remove_prefix(slash + 1);
        if (steps.empty())
            segments.emplace_back(); // a slash at the end makes another path
    }
    if (mark == std::string_view::npos)
        return;
    std::string_view pairs = rest.substr(mark + 1);
    while (!pairs.empty()) {
        const auto end = pairs.find('&');
        const std::string_view pair = pairs.substr(0, end);
        if (!pair.empty()) {
            const auto equals = pair.find('=');
            auto name = decoded(pair.substr(0, equals), true);
            auto value = equals == std::string_view::npos ? std::string() : decoded(pair.substr(equals + 1), true);
            readable = readable && name && value;
            query.emplace_back(name.value_or(std::string()), value.value_or(std::string()));
        }
        if (end == std::string_view::npos)
            break;
        pairs.remove_prefix(end + 1);
    }
}

const std::string *Request::header(std::string_view name) const
{
    for (const auto &[key, value] : headers)
        if (equalNoCase(key, name))
            return &value;
    return nullptr;
}

void Answer::unfold()
{
    if (!sheet)
        return;
    body = sheet->body();
    sheet.reset();
}

Answer gatewayError(const Request &request, int status, std::string_view code, std::string_view text)
{
    Answer answer;
    answer.status = status;
    answer.body =
        "{\"error_msg\":" + quoted(text) + ",\"error_code\":" + quoted(code) + ",\"request_id\":" + quoted(request.id) + "}";
    return answer;
}

Answer serviceError(int status, std::string_view code, std::string_view text)
{
    Answer answer;
    answer.status = status;
    answer.body = "{\"error_code\":" + quoted(code) + ",\"error_msg\":" + quoted(text) + "}";
    return answer;
}

Answer recoveryError(int status, std::string_view code, std::string_view text)
{
    Answer answer;
    answer.status = status;
    answer.body = "{\"error\":{\"message\":" + quoted(text) + ",\"code\":" + quoted(code) + "}}";
    return answer;
}

Answer networkError(int status, std::string_view code, std::string_view text)
{
    Answer answer;
    answer.status = status;
    answer.body = "{\"code\":" + quoted(code) + ",\"message\":" + quoted(text) + "}";
    return answer;
}

Answer iamError(int status, std::string_view title, std::string_view text)
{
    Answer answer;
    answer.status = status;
    answer.body =
        "{\"error\":{\"code\":" + std::to_string(status) + ",\"message\":" + quoted(text) + ",\"title\":" + quoted(title) + "}}";
    return answer;
}

} // namespace mock
