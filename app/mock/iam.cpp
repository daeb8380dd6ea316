#include "iam.h"

#include "json.h"
#include "signing.h"

#include <algorithm>
#include <chrono>

namespace mock {

static constexpr std::int64_t day = 86'400'000;

bool Iam::owns(const Request &request) { return !request.segments.empty() && request.segments[0] == "v3"; }

Answer Iam::serve(const Request &request)
{
    const std::string &m = request.method;
    const bool reads = m == "GET" || m == "HEAD";
    if (request.path == "/v3/auth/tokens" && m == "POST")
        return signIn(request);
    if (request.path == "/v3/auth/tokens" && reads)
        return checkToken(request);
    if (request.path == "/v3/auth/projects" && reads)
        return projects(request, false);
    if (request.path == "/v3/projects" && reads)
        return projects(request, true);
    if (request.path == "/v3/regions" && reads) {
        caller(request);
        return regions();
    }
    Answer answer =
        gatewayError(request, 404, "APIGW.0101", "The API does not exist or has not been published in the environment");
    answer.note = "unknown path";
    return answer;
}

// --- who asks -----------------------------------------------------------------------------------------------------------------

Caller Iam::caller(const Request &request)
{
    const auto refuse = [&request](std::string_view code, std::string_view why) {
        return Refusal{gatewayError(request, 401, code, "Incorrect IAM authentication information: " + std::string(why))};
    };
    const std::int64_t now = m_calendar.nowMs();
    if (const std::string *token = request.header("X-Auth-Token")) {
        const auto found = m_tokens.find(*token);
        if (found == m_tokens.end())
            throw refuse("APIGW.0301", "decrypt token fail");
        if (now >= found->second.expiresMs)
            throw refuse("APIGW.0307", "token expires");
        return {found->second.project, false};
    }
    const std::string *authorization = request.header("Authorization");
    if (!authorization)
        throw refuse("APIGW.0301", "x-auth-token not found");
    const Signature signature = Signature::read(*authorization);
    if (!signature.readable)
        throw refuse("APIGW.0301", "verify aksk signature fail, Authorization malformed");
    const bool temporary = signature.access == m_world.temporaryAk;
    if (!temporary && signature.access != m_world.ak)
        throw refuse("APIGW.0301", "Get secretKey failed,ak:" + signature.access + ",err:ak not exist");
    Lock &lock = m_keys[signature.access];
    if (now < lock.untilMs)
        throw refuse("APIGW.0301", "AK access failed to reach the limit,forbidden");
    const std::string *securityToken = request.header("X-Security-Token");
    std::string fault;
    if (temporary && now - m_calendar.epochMs() >= day)
        fault = "calc ak sk signature fail: signature expired";
    else if (temporary && (!securityToken || *securityToken != m_world.securityToken))
        fault = "verify aksk signature fail, X-Security-Token missing or wrong";
    else
        fault = signatureFault(
            request, signature, temporary ? m_world.temporarySk : m_world.sk,
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count(),
            now);
    if (!fault.empty()) {
        if (++lock.wrong >= 5)
            lock = {0, now + 5 * 60'000};
        throw refuse("APIGW.0301", fault);
    }
    lock.wrong = 0;
    return {-1, true};
}

void Iam::admit(const Request &request, std::string_view projectId, const Answer &otherProject)
{
    const Caller who = caller(request);
    const int project = m_world.project(projectId);
    if (who.isSigned) {
        if (project < 0)
            throw Refusal{gatewayError(request, 403, "APIGW.0310", "The project is unavailable")};
        const std::string *named = request.header("X-Project-Id");
        if (named ? *named != projectId : m_world.projects[std::size_t(project)].sub)
            throw Refusal{
                gatewayError(request, 403, "APIGW.0310", "The project in X-Project-Id does not match the requested resource")};
        return;
    }
    if (project < 0)
        throw Refusal{gatewayError(request, 403, "APIGW.0310", "The project is unavailable")};
    if (who.project != project)
        throw Refusal{otherProject};
}

// --- A1 and A2 ----------------------------------------------------------------------------------------------------------------

namespace {
/// Members of that object, checked for unknown ones.
const Json &object(const Json &parent, std::string_view name, std::initializer_list<std::string_view> known)
{
    const Json *value = parent.member(name);
    const bool fits = value && value->isObject() &&
                      std::all_of(value->members.begin(), value->members.end(), [&known](const Json::Member &member) {
                          return std::find(known.begin(), known.end(), member.name) != known.end();
                      });
    if (!fits)
        throw Refusal{iamError(400, "Bad Request", "The request body is invalid")};
    return *value;
}

/// The text of one of the two names, with that name.
std::pair<std::string, std::string> idOrName(const Json &value)
{
    for (const char *name : {"id", "name"})
        if (const Json *found = value.member(name)) {
            if (!found->isString())
                break;
            return {name, found->text};
        }
    throw Refusal{iamError(400, "Bad Request", "The request body is invalid")};
}
} // namespace

Answer Iam::signIn(const Request &request)
{
    for (const auto &[name, value] : request.query)
        if (name != "nocatalog")
            throw Refusal{iamError(400, "Bad Request", "Unknown query parameter " + name)};
    const auto body = Json::parse(request.body);
    if (!body || !body->isObject() || body->members.size() != 1)
        return iamError(400, "Bad Request", "The request body is invalid");
    const Json &auth = object(*body, "auth", {"identity", "scope"});
    const Json &identity = object(auth, "identity", {"methods", "password"});
    const Json *methods = identity.member("methods");
    if (!methods || methods->items.size() != 1 || methods->items[0].text != "password")
        return iamError(400, "Bad Request", "The request body is invalid");
    const Json &user = object(object(identity, "password", {"user"}), "user", {"name", "password", "domain"});
    const Json &domain = object(user, "domain", {"name"});
    const Json *name = user.member("name"), *secret = user.member("password"), *account = domain.member("name");
    if (!name || !name->isString() || !secret || !secret->isString() || !account || !account->isString())
        return iamError(400, "Bad Request", "The request body is invalid");

    const std::int64_t now = m_calendar.nowMs();
    const bool known = name->text == m_world.userName && account->text == m_world.domainName;
    if (known && now < m_user.untilMs) {
        Answer answer =
            gatewayError(request, 401, "IAM.0061", "The user is locked after repeated wrong passwords. Try again in 15 minutes.");
        return answer;
    }
    if (!known || secret->text != m_world.password) {
        if (known && ++m_user.wrong >= 5)
            m_user = {0, now + 15 * 60'000};
        return iamError(401, "Unauthorized", "The username or password is wrong.");
    }
    m_user.wrong = 0;

    Token token;
    token.issuedMs = now;
    token.expiresMs = now + m_tokenLifeMs;
    if (auth.member("scope")) {
        const Json &scope = object(auth, "scope", {"project", "domain"});
        if (scope.member("project")) { // of two scopes the project wins
            const auto [key, value] = idOrName(object(scope, "project", {"id", "name"}));
            for (std::size_t i = 0; i < m_world.projects.size(); ++i)
                if ((key == "id" ? m_world.projects[i].id : m_world.projects[i].name) == value)
                    token.project = int(i);
            if (token.project < 0)
                return iamError(401, "Unauthorized", "The project is not found or the user has no right in it.");
        } else if (scope.member("domain")) {
            const auto [key, value] = idOrName(object(scope, "domain", {"id", "name"}));
            if (value != (key == "id" ? m_world.domainId : m_world.domainName))
                return iamError(401, "Unauthorized", "The domain is not found.");
            token.domainScope = true;
        }
    }
    // As long as real ones are: whoever keeps tokens in small buffers shall notice.
    const std::string text = "MIITESTb" + m_world.diceFor("token " + std::to_string(token.project)).hexText(1600);
    m_tokens.emplace(text, token);
    Answer answer;
    answer.status = 201;
    answer.body = describe(token);
    answer.headers.emplace_back("X-Subject-Token", text);
    return answer;
}

Answer Iam::checkToken(const Request &request)
{
    caller(request);
    const std::string *subject = request.header("X-Subject-Token");
    if (!subject)
        return iamError(400, "Bad Request", "X-Subject-Token is missing");
    const auto found = m_tokens.find(*subject);
    if (found == m_tokens.end() || m_calendar.nowMs() >= found->second.expiresMs)
        return iamError(404, "Not Found", "The token is not found or has expired.");
    Answer answer;
    answer.body = describe(found->second);
    answer.headers.emplace_back("X-Subject-Token", *subject);
    return answer;
}

std::string Iam::describe(const Token &token) const
{
    const std::string domain = "{\"id\":" + quoted(m_world.domainId) + ",\"name\":" + quoted(m_world.domainName) + "}";
    std::string out = "{\"token\":{\"issued_at\":\"" + paddedTime(token.issuedMs * 1000) + "Z\",\"expires_at\":\"" +
                      paddedTime(token.expiresMs * 1000) + "Z\",\"methods\":[\"password\"],\"catalog\":[],";
    if (token.project >= 0) {
        const Project &project = m_world.projects[std::size_t(token.project)];
        out += "\"project\":{\"id\":" + quoted(project.id) + ",\"name\":" + quoted(project.name) + ",\"domain\":" + domain + "},";
    }
    if (token.domainScope)
        out += "\"domain\":" + domain + ",";
    return out + "\"roles\":[{\"id\":\"0\",\"name\":\"te_admin\"}],\"user\":{\"id\":" + quoted(m_world.userId) +
           ",\"name\":" + quoted(m_world.userName) + ",\"password_expires_at\":\"\",\"domain\":" + domain + "}}}";
}

// --- A3, A4 and the regions ---------------------------------------------------------------------------------------------------

std::string Iam::projectRow(const Project &project) const
{
    std::string parent = m_world.domainId;
    for (const Project &other : m_world.projects)
        if (project.sub && other.name == project.region)
            parent = other.id;
    return "{\"id\":" + quoted(project.id) + ",\"name\":" + quoted(project.name) +
           ",\"description\":" + quoted(project.description) +
           ",\"enabled\":true,\"is_domain\":false,\"domain_id\":" + quoted(m_world.domainId) +
           ",\"parent_id\":" + quoted(parent) +
           ",\"links\":{\"self\":" + quoted("https://iam.myhuaweicloud.com/v3/projects/" + project.id) + "}}";
}

Answer Iam::projects(const Request &request, bool filtered)
{
    caller(request);
    std::string name, parent, domain, enabled;
    long page = 0, perPage = 0;
    for (const auto &pair : request.query) {
        const std::string &key = pair.first, &value = pair.second;
        const auto number = [&value](long most) {
            if (value.empty() || value.size() > 6 || value.find_first_not_of("0123456789") != std::string::npos ||
                std::stol(value) < 1 || std::stol(value) > most)
                throw Refusal{iamError(400, "Bad Request", "page and per_page must be positive numbers")};
            return std::stol(value);
        };
        if (filtered && key == "name")
            name = value;
        else if (filtered && key == "parent_id")
            parent = value;
        else if (filtered && key == "domain_id")
            domain = value;
        else if (filtered && key == "enabled" && (value == "true" || value == "false"))
            enabled = value;
        else if (filtered && key == "page")
            page = number(999'999);
        else if (filtered && key == "per_page")
            perPage = number(5000);
        else
            throw Refusal{iamError(400, "Bad Request", "Unknown or malformed query parameter " + key)};
    }
    if ((page == 0) != (perPage == 0))
        return iamError(400, "Bad Request", "page and per_page go together");
    std::string rows;
    long n = 0;
    const auto take = [&](const std::string &row) {
        if (page == 0 || n / perPage == page - 1)
            rows += (rows.empty() ? "" : ",") + row;
        ++n;
    };
    for (const Project &project : m_world.projects) {
        const std::string row = projectRow(project);
        const bool fits = (name.empty() || project.name == name) && (domain.empty() || m_world.domainId == domain) &&
                          enabled != "false" &&
                          (parent.empty() || row.find("\"parent_id\":" + quoted(parent)) != std::string::npos);
        if (fits)
            take(row);
    }
    // Object storage's project: no region has its name, and a region box must leave it out.
    if (!m_world.projects.empty() && name.empty() && parent.empty() && enabled != "false") {
        Project storage;
        storage.id = std::string(m_world.projects[0].id.rbegin(), m_world.projects[0].id.rend());
        storage.name = "MOS";
        take(projectRow(storage));
    }
    Answer answer;
    answer.body = "{\"projects\":[" + rows + "],\"links\":{\"self\":" + quoted("https://iam.myhuaweicloud.com" + request.path) +
                  (filtered ? ",\"previous\":null,\"next\":null" : "") + "}}";
    return answer;
}

Answer Iam::regions() const
{
    std::string rows;
    for (const Region &region : m_world.regions)
        rows += (rows.empty() ? "" : ",") + ("{\"id\":" + quoted(region.id) +
                                             ",\"type\":\"public\",\"description\":\"\",\"parent_region_id\":null,"
                                             "\"locales\":{\"zh-cn\":" +
                                             quoted(region.chinese) + ",\"en-us\":" + quoted(region.english) +
                                             "},"
                                             "\"links\":{\"self\":" +
                                             quoted("https://iam.myhuaweicloud.com/v3/regions/" + region.id) + "}}");
    Answer answer;
    answer.body = "{\"regions\":[" + rows +
                  "],\"links\":{\"self\":\"https://iam.myhuaweicloud.com/v3/regions\",\"previous\":null,\"next\":null}}";
    return answer;
}

} // namespace mock
