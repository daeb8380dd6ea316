#include "csbs.h"

#include "envelope.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>

namespace mock {

namespace {
[[noreturn]] void invalid(const std::string &what)
{
    throw Refusal{serviceError(400, "CSBS.9001", "Parameter check failed: " + what)};
}

constexpr std::int64_t second = 1'000'000;
std::int64_t updatedUs(const Backup &backup)
{
    return backup.status == BackupStatus::Available || backup.status == BackupStatus::Error
               ? backup.createdUs + 301 * second + 402'758
               : backup.createdUs;
}
std::int64_t protectedUs(const Backup &backup) { return backup.createdUs - backup.createdUs % second + 3 * second; }

void appendMember(std::string &out, std::string_view name, std::string_view value)
{
    out += '"';
    out += name;
    out += "\":\"";
    appendEscaped(out, value);
    out += "\",";
}

void appendMember(std::string &out, std::string_view name, const Uuid &value)
{
    out += '"';
    out += name;
    out += "\":\"";
    value.appendTo(out);
    out += "\",";
}

void appendTime(std::string &out, std::string_view name, std::int64_t us)
{
    out += '"';
    out += name;
    out += "\":\"";
    appendPaddedTime(out, us);
    out += "\",";
}

/// A few rows in a thousand differ from the rest; which ones follows from the id.
int oddness(const Uuid &id) { return int(id.hi >> 56); }
} // namespace

// --- query parameters ---------------------------------------------------------------------------------------------------------

/// The query of a request, read strictly: unknown and repeated names, empty and quoted values are refused.
class Csbs::Query
{
public:
    Query(const Request &request, std::initializer_list<std::string_view> known) : m_pairs(request.query)
    {
        for (std::size_t i = 0; i < m_pairs.size(); ++i) {
            const auto &[name, value] = m_pairs[i];
            if (std::find(known.begin(), known.end(), name) == known.end())
                invalid("unknown query parameter " + name);
            for (std::size_t k = 0; k < i; ++k)
                if (m_pairs[k].first == name)
                    invalid(name + " given twice");
            if (value.empty())
                invalid(name + " has no value");
            if (value.front() == '\'' || value.front() == '"')
                invalid(name + " must not be quoted");
        }
    }

    const std::string *text(std::string_view name) const
    {
        for (const auto &[key, value] : m_pairs)
            if (key == name)
                return &value;
        return nullptr;
    }

    long number(std::string_view name, long least, long most, long usual) const
    {
        const std::string *value = text(name);
        if (!value)
            return usual;
        if (value->size() > 9 || value->find_first_not_of("0123456789") != std::string::npos || std::stol(*value) < least ||
            std::stol(*value) > most)
            invalid(std::string(name) + " must be an integer from " + std::to_string(least) + " to " + std::to_string(most));
        return std::stol(*value);
    }

    bool flag(std::string_view name) const
    {
        const std::string *value = text(name);
        if (value && *value != "true" && *value != "false")
            invalid(std::string(name) + " must be true or false");
        return value && *value == "true";
    }

    std::optional<std::int64_t> time(std::string_view name) const
    {
        const std::string *value = text(name);
        if (!value)
            return std::nullopt;
        const auto us = readTime(*value);
        if (!us)
            invalid(std::string(name) + " is not a time");
        return us;
    }

    std::vector<SortKey> sort(std::initializer_list<std::string_view> known) const
    {
        const std::string *value = text("sort");
        if (!value)
            return {{"created_at", true}};
        if (value->size() > 255)
            invalid("sort is longer than 255 characters");
        std::vector<SortKey> keys;
        std::string_view rest = *value;
        for (;;) {
            const auto comma = rest.find(',');
            const std::string_view part = rest.substr(0, comma);
            const auto colon = part.find(':');
            const std::string_view name = part.substr(0, colon);
            const std::string_view direction =
                colon == std::string_view::npos ? std::string_view("desc") : part.substr(colon + 1);
            if (std::find(known.begin(), known.end(), name) == known.end())
                invalid("unknown sort key " + std::string(name));
            if (direction != "asc" && direction != "desc")
                invalid("unknown sort direction " + std::string(direction));
            keys.push_back({std::string(name), direction == "desc"});
            if (comma == std::string_view::npos)
                return keys;
            rest.remove_prefix(comma + 1);
        }
    }

    void refuseAllTenants(const Request &request) const
    {
        if (flag("all_tenants"))
            throw Refusal{gatewayError(request, 403, "APIGW.0302", "The user is not allowed to call this API for all tenants")};
    }

    /// What tells one filter and order from another; paging left out.
    std::string key(std::string_view what) const
    {
        std::string out(what);
        for (const auto &[name, value] : m_pairs)
            if (name != "limit" && name != "offset" && name != "marker" && name != "with_count")
                out.append("\n").append(name).append("=").append(value);
        return out;
    }

private:
    const Pairs &m_pairs;
};

/// @p state is what the rows depend on beside the key. The list that was not asked for longest makes room for a new one.
Csbs::List &Csbs::listFor(const std::string &key, std::uint64_t state, bool &fresh)
{
    auto found = std::find_if(m_lists.begin(), m_lists.end(), [&key](const List &list) { return list.key == key; });
    if (found == m_lists.end())
        found = std::min_element(m_lists.begin(), m_lists.end(), [](const List &a, const List &b) { return a.used < b.used; });
    fresh = found->key == key && found->state == state;
    found->used = ++m_listsUsed;
    if (!fresh) {
        found->key = key;
        found->state = state;
        found->rows.clear();
    }
    return *found;
}

template <typename T> static int threeWay(const T &a, const T &b) { return a < b ? -1 : b < a ? 1 : 0; }

namespace {
/// What rows are sorted by, read once for each of them. One of the three is filled.
struct Column
{
    bool descending = true;
    std::vector<std::int64_t> numbers{};
    std::vector<Uuid> ids{};
    std::vector<std::string> names{};

    int compare(std::uint32_t a, std::uint32_t b) const
    {
        return !numbers.empty() ? threeWay(numbers[a], numbers[b])
               : !ids.empty()   ? threeWay(ids[a], ids[b])
                                : threeWay(names[a], names[b]);
    }
};

/// Where a word stands in the alphabet of its kind.
template <typename Status> std::int64_t rankOf(Status status, int words)
{
    const std::string_view own = word(status);
    std::int64_t rank = 0;
    for (int i = 0; i < words; ++i)
        rank += std::string_view(word(Status(i))) < own ? 1 : 0;
    return rank;
}
template <typename Status> std::vector<std::int64_t> ranks(int words)
{
    std::vector<std::int64_t> out;
    out.reserve(std::size_t(words));
    for (int i = 0; i < words; ++i)
        out.push_back(rankOf(Status(i), words));
    return out;
}
} // namespace

/// @p fill reads a key of all rows into its column. Rows come in oldest first, mostly: one key of time needs no real sorting.
template <typename Keys, typename Fill> static void sortRows(std::vector<std::uint32_t> &rows, const Keys &keys, const Fill &fill)
{
    if (rows.empty())
        return;
    if (keys.size() == 1 && keys[0].descending)
        std::reverse(rows.begin(), rows.end());
    std::vector<Column> columns;
    for (const auto &key : keys) {
        columns.push_back({key.descending});
        fill(key.name, columns.back());
    }
    const auto less = [&](std::uint32_t a, std::uint32_t b) {
        for (const Column &column : columns)
            if (const int order = column.compare(a, b); order != 0)
                return column.descending ? order > 0 : order < 0;
        return rows[a] > rows[b]; // the newer row first, so that the order is one and the same on every page
    };
    std::vector<std::uint32_t> places(rows.size());
    std::iota(places.begin(), places.end(), 0u);
    if (std::is_sorted(places.begin(), places.end(), less))
        return;
    std::sort(places.begin(), places.end(), less);
    for (std::uint32_t &place : places)
        place = rows[place];
    rows.swap(places);
}

/// The rows of one page, from a marker or an offset on.
static std::pair<std::size_t, std::size_t> pageOf(const std::vector<std::uint32_t> &rows, long offset, long limit, int marker)
{
    std::size_t from = std::min(rows.size(), std::size_t(offset));
    if (marker >= 0) {
        const auto found = std::find(rows.begin(), rows.end(), std::uint32_t(marker));
        if (found == rows.end())
            invalid("marker is not in this list");
        from = std::size_t(found - rows.begin()) + 1;
    }
    return {from, std::min(rows.size(), from + std::size_t(limit))};
}

// --- routes -------------------------------------------------------------------------------------------------------------------

bool Csbs::owns(const Request &request)
{
    const auto &s = request.segments;
    if (s.size() < 3 || s[0] != "v1" || s[1].empty())
        return false;
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (s.size() == 3)
        return reads && (s[2] == "replication_capabilities" || s[2] == "replication_records" || s[2] == "policies" ||
                         s[2] == "checkpoint_items" || s[2] == "quotas");
    if (s.size() == 4)
        return reads && !s[3].empty() && (s[2] == "policies" || s[2] == "checkpoint_items");
    if (request.method != "POST" || s[2] != "providers" || s.back() != "replicate")
        return false;
    return (s.size() == 6 && s[4] == "checkpoints") || (s.size() == 7 && s[4] == "checkpoint_items" && !s[5].empty());
}

Answer Csbs::serve(const Request &request)
{
    const auto &s = request.segments;
    m_project = m_world.project(s[1]);
    if (m_world.projects[std::size_t(m_project)].mustUseCbr)
        return serviceError(400, "BackupService.4008", "CSBS is closed to new projects. Use CBR instead.");
    if (s.size() == 6)
        return replicatePolicy(request);
    if (s.size() == 7)
        return replicateBackup(request);
    if (s.size() == 4 && s[2] == "policies")
        return onePolicy(request);
    if (s.size() == 4)
        return s[3] == "count" ? backupList(request, true) : oneBackup(request);
    if (s[2] == "replication_capabilities")
        return capabilities(request);
    if (s[2] == "replication_records")
        return replicationRecords(request);
    if (s[2] == "policies")
        return policyList(request);
    if (s[2] == "quotas")
        return quotas(request);
    return backupList(request, false);
}

// --- C1 to C3: copying --------------------------------------------------------------------------------------------------------

Answer Csbs::capabilities(const Request &request)
{
    const Query query(request, {});
    Answer answer;
    answer.body = "{\"regions\":[";
    for (const Region &region : m_world.regions) {
        answer.body += (&region == &m_world.regions.front() ? "{\"name\":" : ",{\"name\":") + quoted(region.id) +
                       ",\"replication_destinations\":[";
        const char *separator = "";
        for (const std::string &target : m_world.targetsOf(region, nowUs())) {
            answer.body += separator + quoted(target);
            separator = ",";
        }
        answer.body += "]}";
    }
    answer.body += "]}";
    return answer;
}

/// 1 to 64 of Chinese, letters, digits, `_` and `-`.
static bool isName(std::string_view text)
{
    const auto points = codePoints(text);
    if (!points || points->empty() || points->size() > 64)
        return false;
    return std::all_of(points->begin(), points->end(), [](std::uint32_t c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || isChinese(c);
    });
}

namespace {
struct Field
{
    std::string_view name;
    Json::Type type;
    bool required;
};

/// What is asked for in the member `replication`: where to copy to and how, and what the operation has of its own. All members
/// are known, of their types, and there if they must be.
Json readReplication(const Request &request, std::initializer_list<Field> own)
{
    std::string why;
    auto replication = readEnvelope(request, "replication", &why);
    if (!replication)
        invalid(why);
    std::vector<Field> fields{{"destination_region", Json::Type::String, true},
                              {"destination_project_id", Json::Type::String, true},
                              {"enable_acceleration", Json::Type::Bool, false}};
    fields.insert(fields.end(), own);
    for (const Json::Member &member : replication->members) {
        const auto field =
            std::find_if(fields.begin(), fields.end(), [&member](const Field &f) { return f.name == member.name; });
        if (field == fields.end())
            invalid("unknown member replication." + member.name);
        if (member.value.type != field->type)
            invalid("replication." + member.name + (field->type == Json::Type::Bool ? " must be a boolean" : " must be text"));
    }
    for (const Field &field : fields)
        if (const Json *value = replication->member(field.name); field.required && (!value || value->text.empty()))
            invalid("replication." + std::string(field.name) + " is required");
    if (request.segments[3] != Csbs::provider)
        throw Refusal{serviceError(400, "CSBS.9001", "provider invalid")};
    return *replication;
}

std::string textOf(const Json &object, std::string_view name)
{
    const Json *value = object.member(name);
    return value ? value->text : std::string();
}

bool isSet(const Json &object, std::string_view name)
{
    const Json *value = object.member(name);
    return value && value->truth;
}
} // namespace

/// The project to copy to, if it lies in the region named and that region takes copies from here.
int Csbs::targetOf(const Json &replication) const
{
    const std::string &home = m_world.projects[std::size_t(m_project)].region;
    const std::string region = textOf(replication, "destination_region");
    const auto targets = m_world.targetsOf(*m_world.region(home), nowUs());
    if (std::find(targets.begin(), targets.end(), region) == targets.end())
        throw Refusal{serviceError(400, "BackupService.1005",
                                   "The destination region " + region + " does not support replication from " + home + ".")};
    const int target = m_world.project(textOf(replication, "destination_project_id"));
    if (target < 0 || m_world.projects[std::size_t(target)].region != region || m_world.projects[std::size_t(target)].mustUseCbr)
        throw Refusal{serviceError(400, "BackupService.1011", "The destination project does not support replication.")};
    return target;
}

/// What is on its way counts: two orders at once must not fill the last place twice.
void Csbs::checkRoom(int target, std::size_t copies) const
{
    const Project &there = m_world.projects[std::size_t(target)];
    if (copies > 0 && there.quota >= 0 && there.used + m_world.incoming(target) + long(copies) > there.quota)
        throw Refusal{serviceError(400, "CSBS.9006",
                                   "Quota exceeded: project " + there.name + " holds " + std::to_string(there.used) + " of " +
                                       std::to_string(there.quota) + " backups.")};
}

/// The answer as far as both operations have the same; open, for what is to be watched follows.
std::string Csbs::accepted(const Request &request, std::string_view what, const std::string &id, int target) const
{
    const Project &home = m_world.projects[std::size_t(m_project)], &there = m_world.projects[std::size_t(target)];
    std::string out = "{\"replication\":{";
    appendMember(out, "project_id", home.id);
    appendMember(out, "provider_id", request.segments[3]);
    appendMember(out, what, id);
    appendMember(out, "source_region", home.region);
    appendMember(out, "destination_region", there.region);
    appendMember(out, "destination_project_id", there.id);
    return out;
}

/// All backups of the policy that have no copy there, or none of them: a part would leave the caller with a refusal that did
/// something. Neither the policy's status nor a backup of it that is being made stands in the way.
Answer Csbs::replicatePolicy(const Request &request)
{
    const Query query(request, {});
    const Json wanted =
        readReplication(request, {{"policy_id", Json::Type::String, true}, {"auto_trigger", Json::Type::Bool, false}});
    const std::string policyId = textOf(wanted, "policy_id");
    const int policy = m_world.policy(policyId);
    if (policy < 0 || m_world.policies[std::size_t(policy)].project != m_project)
        return serviceError(404, "CSBS.3000", "Policy " + policyId + " not found.");
    const int target = targetOf(wanted);
    if (m_world.isCopiedByHand(policy))
        return serviceError(400, "CSBS.6031", "Manual copy executing.");
    const std::vector<int> backups = m_world.uncopied(policy, m_world.projects[std::size_t(target)].region);
    checkRoom(target, backups.size());

    World::Order order;
    order.policy = policy;
    order.target = target;
    order.autoTrigger = isSet(wanted, "auto_trigger");
    order.accelerated = isSet(wanted, "enable_acceleration");
    Answer answer;
    answer.body = accepted(request, "policy_id", policyId, target) + "\"checkpoint_items\":[";
    for (const int backup : backups) {
        order.backup = backup;
        const Uuid record = m_world.recordAt(m_world.replicate(order, nowUs())).id;
        answer.body += order.number++ > 0 ? ",{" : "{";
        appendMember(answer.body, "checkpoint_item_id", m_world.backupAt(std::size_t(backup)).id);
        appendMember(answer.body, "replication_record_id", record);
        answer.body.back() = '}';
    }
    answer.body += "]}}";
    return answer;
}

Answer Csbs::replicateBackup(const Request &request)
{
    const Query query(request, {});
    const Json wanted =
        readReplication(request, {{"name", Json::Type::String, false}, {"description", Json::Type::String, false}});
    World::Order order;
    order.name = {textOf(wanted, "name"), textOf(wanted, "description")};
    if (wanted.member("name") && !isName(order.name.name))
        invalid("name must be 1 to 64 Chinese characters, letters, digits, _ or -");
    const std::string &description = order.name.description;
    if (codePoints(description)->size() > 255 || description.find_first_of("<>") != std::string::npos)
        invalid("description must be at most 255 characters without < and >");

    const std::string &backupId = request.segments[5];
    order.backup = m_world.backup(backupId);
    if (order.backup < 0 || m_world.projectOf(std::size_t(order.backup)) != m_project)
        return serviceError(404, "CSBS.3001", "Backup " + backupId + " not found.");
    order.target = targetOf(wanted);
    const std::string &region = m_world.projects[std::size_t(order.target)].region;
    if (m_world.backupAt(std::size_t(order.backup)).status != BackupStatus::Available)
        return serviceError(400, "CSBS.2003", "The backup is being created, restored or deleted, or is not available.");
    if (m_world.hasCopy(order.backup, region))
        return serviceError(400, "BackupService.1009",
                            "The backup is being replicated or has been replicated to " + region + ".");
    checkRoom(order.target, 1);

    order.accelerated = isSet(wanted, "enable_acceleration");
    Answer answer;
    answer.body = accepted(request, "checkpoint_item_id", backupId, order.target);
    appendMember(answer.body, "replication_record_id", m_world.recordAt(m_world.replicate(order, nowUs())).id);
    answer.body.back() = '}';
    answer.body += '}';
    return answer;
}

// --- C4: replication records --------------------------------------------------------------------------------------------------

Answer Csbs::replicationRecords(const Request &request)
{
    const Query query(request, {"destination_region", "source_region", "status", "source_checkpoint_item_id",
                                "destination_checkpoint_item_id", "checkpoint_item_id", "limit", "offset", "sort", "with_count"});
    const long limit = query.number("limit", 1, 1000, 1000), offset = query.number("offset", 0, 999'999'999, 0);
    const bool withCount = query.flag("with_count");
    const auto sort = query.sort({"created_at", "status", "id"});
    const std::string *status = query.text("status");
    const auto wanted = status ? recordStatus(*status) : std::nullopt;
    if (status && !wanted)
        invalid("unknown status " + *status);

    bool fresh = false;
    // Only these depend on how far a copy is.
    const bool moves = status || query.text("destination_checkpoint_item_id") || query.text("checkpoint_item_id") ||
                       std::any_of(sort.begin(), sort.end(), [](const SortKey &key) { return key.name == "status"; });
    List &list = listFor(query.key("records " + request.segments[1]), moves ? m_world.version : m_world.recordCount(), fresh);
    if (!fresh) {
        findRecords(query, wanted, list.rows);
        sortRows(list.rows, sort, [this, &list](const std::string &key, Column &column) {
            const std::vector<std::int64_t> rank = ranks<RecordStatus>(recordStatuses);
            const Fleet &fleet = m_world.fleet();
            for (const std::uint32_t row : list.rows) {
                const bool isComputed = row < fleet.records();
                if (key == "created_at")
                    column.numbers.push_back(isComputed ? fleet.createdOf(row) : m_world.recordAt(row).createdUs);
                else if (key == "status")
                    column.numbers.push_back(
                        rank[std::size_t(isComputed ? fleet.glance(row).status : m_world.recordAt(row).status)]);
                else
                    column.ids.push_back(isComputed ? fleet.recordId(row) : m_world.recordAt(row).id);
            }
        });
    }
    const auto [begin, end] = pageOf(list.rows, offset, limit, -1);
    const std::string count = withCount ? ",\"count\":" + std::to_string(list.rows.size()) : std::string();
    Answer answer;
    if (m_world.fleet().records() > 0) {
        answer.sheet =
            m_writer.write("{\"replication_records\":[", list.rows.data() + begin, list.rows.data() + end, "]" + count + "}");
        return answer;
    }
    answer.body.reserve((end - begin) * 760 + 100);
    answer.body = "{\"replication_records\":[";
    for (std::size_t i = begin; i < end; ++i) {
        if (i > begin)
            answer.body += ',';
        appendRecord(answer.body, list.rows[i]);
    }
    answer.body += "]" + count + "}";
    return answer;
}

/// Oldest first, as they stand.
void Csbs::findRecords(const Query &query, std::optional<RecordStatus> wanted, std::vector<std::uint32_t> &rows) const
{
    // Both ends of a copy list it: why else would there be a filter by source region.
    const auto index = [this, &query](std::string_view name) {
        return query.text(name) ? m_world.backup(*query.text(name)) : -2;
    };
    const int source = index("source_checkpoint_item_id"), any = index("checkpoint_item_id"),
              replica = index("destination_checkpoint_item_id");
    const auto regionsBut = [this, &query](std::string_view name) {
        std::vector<char> out;
        const std::string *region = query.text(name);
        for (const Project &project : m_world.projects)
            out.push_back(region && project.region != *region ? 1 : 0);
        return out;
    };
    const std::vector<char> notFrom = regionsBut("source_region"), notTo = regionsBut("destination_region");
    const auto fits = [&](int from, int to, RecordStatus status) {
        return (from == m_project || to == m_project) && (!wanted || status == *wanted) && !notFrom[std::size_t(from)] &&
               !notTo[std::size_t(to)];
    };
    if (source == -2 && any == -2 && replica == -2) {
        const Fleet &fleet = m_world.fleet();
        for (std::uint32_t i = 0; i < fleet.records(); ++i)
            if (const Fleet::Glance seen = fleet.glance(i); fits(seen.from, seen.to, seen.status))
                rows.push_back(i);
        for (std::size_t i = fleet.records(); i < m_world.recordCount(); ++i) {
            const Record record = m_world.recordAt(i);
            if (fits(m_world.projectOf(std::size_t(record.backup)), record.target, record.status))
                rows.push_back(std::uint32_t(i));
        }
        return;
    }
    if (source == -1 || any == -1 || replica == -1)
        return; // of a backup that nobody knows
    const auto isReplica = [this](const Record &record, int backup) {
        return record.status == RecordStatus::Success && record.targetItem == m_world.backupAt(std::size_t(backup)).id;
    };
    for (const std::uint32_t i : m_world.recordsOf(std::size_t(source >= 0 ? source : replica >= 0 ? replica : any))) {
        const Record record = m_world.recordAt(i);
        const int home = m_world.projectOf(std::size_t(record.backup));
        if (fits(home, record.target, record.status) && (source < 0 || record.backup == source) &&
            (replica < 0 || isReplica(record, replica)) &&
            (any < 0 || (home == m_project && record.backup == any) || (record.target == m_project && isReplica(record, any))))
            rows.push_back(i);
    }
}

void Csbs::appendRecord(std::string &out, std::uint32_t index) const
{
    if (const auto raw = m_world.rawRecords.find(index); raw != m_world.rawRecords.end()) {
        out += raw->second;
        return;
    }
    const Record record = m_world.recordAt(index);
    const Backup backup = m_world.backupAt(std::size_t(record.backup));
    const Project &from = m_world.projects[std::size_t(backup.project)], &to = m_world.projects[std::size_t(record.target)];
    const int odd = oddness(record.id);
    out += '{';
    appendMember(out, "id", record.id);
    appendMember(out, "source_region", from.region);
    appendMember(out, "source_project_id", from.id);
    appendMember(out, "source_checkpoint_id", backup.checkpoint);
    appendMember(out, "source_checkpoint_item_id", backup.id);
    appendMember(out, "destination_region", to.region);
    appendMember(out, "destination_project_id", to.id);
    if (record.status == RecordStatus::Success) {
        appendMember(out, "destination_checkpoint_id", record.targetCheckpoint);
        appendMember(out, "destination_checkpoint_item_id", record.targetItem);
    } else if (record.id.lo % 3 == 0) {
        out += "\"destination_checkpoint_id\":\"\",\"destination_checkpoint_item_id\":\"\",";
    } else if (record.id.lo % 3 == 1) {
        out += "\"destination_checkpoint_id\":null,\"destination_checkpoint_item_id\":null,";
    }
    appendMember(out, "status", word(record.status));
    if (record.policy >= 0)
        appendMember(out, "plan_id", m_world.policies[std::size_t(record.policy)].id);
    else if (odd >= 170)
        out += "\"plan_id\":null,";
    else if (odd >= 85)
        out += "\"plan_id\":\"\",";
    out += "\"created_at\":\"";
    appendUnpaddedTime(out, record.createdUs);
    out += "\",\"extra_info\":";
    // Only rows that have ended without a story lose it: progress and reasons are what a console is for.
    const bool plain = record.status == RecordStatus::Success || record.status == RecordStatus::Skip;
    if (plain && odd == 1) {
        out += "null}";
        return;
    }
    if (plain && odd == 2) {
        out += record.autoTrigger ? "\"{\\\"auto_trigger\\\": true, " : "\"{\\\"auto_trigger\\\": false, ";
        out += "\\\"progress\\\": 100}\"}";
        return;
    }
    if (plain && odd == 3) {
        out += "{}}";
        return;
    }
    out += record.autoTrigger ? "{\"auto_trigger\":true,\"progress\":" : "{\"auto_trigger\":false,\"progress\":";
    out += std::to_string(record.progress);
    if (record.status == RecordStatus::Fail) {
        const Failure &failure = failures()[record.failure % failures().size()];
        out += ",\"fail_reason\":\"";
        appendEscaped(out, failure.reason);
        out += "\",\"fail_code\":\"";
        out += failure.code;
        out += "\"}}";
    } else if (odd == 4) {
        out += "}}";
    } else {
        out += ",\"fail_reason\":\"\",\"fail_code\":\"\"}}";
    }
}

// --- C5 and C6: policies ------------------------------------------------------------------------------------------------------

Answer Csbs::policyList(const Request &request)
{
    const Query query(request, {"limit", "marker", "offset", "sort", "name", "all_tenants"});
    query.refuseAllTenants(request);
    const long limit = query.number("limit", 1, 1000, 1000), offset = query.number("offset", 0, 999'999'999, 0);
    const std::string *marker = query.text("marker"), *name = query.text("name");
    if (marker && query.text("offset"))
        invalid("marker and offset exclude each other");
    const auto sort = query.sort({"created_at", "name", "status", "id"});
    std::vector<std::uint32_t> rows;
    for (std::size_t i = 0; i < m_world.policies.size(); ++i)
        if (m_world.policies[i].project == m_project && (!name || m_world.policies[i].name == *name))
            rows.push_back(std::uint32_t(i));
    sortRows(rows, sort, [this, &rows](const std::string &key, Column &column) {
        for (const std::uint32_t row : rows) {
            const Policy &policy = m_world.policies[row];
            if (key == "created_at")
                column.numbers.push_back(policy.createdUs);
            else if (key == "id")
                column.ids.push_back(policy.id);
            else
                column.names.push_back(key == "name" ? policy.name : policy.status);
        }
    });
    const int from = marker ? m_world.policy(*marker) : -1;
    if (marker && from < 0)
        invalid("marker is not in this list");
    const auto [begin, end] = pageOf(rows, offset, limit, from);
    Answer answer;
    answer.body = "{\"policies\":[";
    for (std::size_t i = begin; i < end; ++i) {
        if (i > begin)
            answer.body += ',';
        appendPolicy(answer.body, m_world.policies[rows[i]], true);
    }
    answer.body += "]}";
    return answer;
}

Answer Csbs::onePolicy(const Request &request)
{
    const Query query(request, {});
    const int index = m_world.policy(request.segments[3]);
    if (index < 0 || m_world.policies[std::size_t(index)].project != m_project)
        return serviceError(404, "CSBS.3000", "Policy " + request.segments[3] + " not found.");
    Answer answer;
    answer.body = "{\"policy\":";
    appendPolicy(answer.body, m_world.policies[std::size_t(index)], false);
    answer.body += '}';
    return answer;
}

void Csbs::appendPolicy(std::string &out, const Policy &policy, bool inList) const
{
    if (!policy.raw.empty()) {
        out += policy.raw;
        return;
    }
    static constexpr const char *weekdays[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    const bool odd = oddness(policy.id) % 4 == 0;
    out += '{';
    appendMember(out, "id", policy.id);
    appendMember(out, "name", policy.name);
    appendMember(out, "description", policy.description);
    appendMember(out, "status", policy.status);
    appendMember(out, "provider_id", provider);
    appendMember(out, "project_id", m_world.projects[std::size_t(policy.project)].id);
    appendTime(out, "created_at", policy.createdUs);
    if (inList || !odd)
        out += "\"parameters\":{\"common\":{}},";
    if (!inList || !odd)
        out += "\"tags\":[],";
    out += "\"resources\":[";
    for (const int index : policy.machines) {
        const Machine &machine = m_world.machines[std::size_t(index)];
        out += '{';
        appendMember(out, "id", machine.id);
        appendMember(out, "type", "OS::Nova::Server");
        appendMember(out, "name", machine.name);
        if (oddness(machine.id) % 8 != 0)
            out += "\"extra_info\":{},";
        out.back() = '}';
        out += ',';
    }
    if (!policy.machines.empty())
        out.pop_back();
    out += "],\"scheduled_operations\":[{";
    appendMember(out, "id", policy.operation);
    appendMember(out, "name", policy.frequency == "WEEKLY" ? "weekly" : policy.frequency == "HOURLY" ? "every 4 hours" : "daily");
    appendMember(out, "description", "");
    out += policy.status == "disabled" ? "\"enabled\":false," : "\"enabled\":true,";
    appendMember(out, "operation_type", "backup");
    out += "\"operation_definition\":{";
    // The numbers come as text from some policies, as numbers from others; both were seen.
    if (odd)
        appendMember(out, "max_backups", std::to_string(policy.maxBackups));
    else
        out += "\"max_backups\":" + std::to_string(policy.maxBackups) + ",";
    out += odd ? "\"retention_duration_days\":\"-1\",\"permanent\":\"False\","
               : "\"retention_duration_days\":-1,\"permanent\":false,";
    appendMember(out, "plan_id", policy.id);
    appendMember(out, "provider_id", provider);
    out.back() = '}';
    out += ',';
    appendMember(out, "trigger_id", policy.trigger);
    out += "\"trigger\":{";
    appendMember(out, "id", policy.trigger);
    appendMember(out, "name", "default");
    appendMember(out, "type", "time");
    out += "\"properties\":{";
    std::string rule =
        std::string("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:FREQ=") + (policy.frequency == "WEEKLY" ? "WEEKLY" : "DAILY");
    if (policy.frequency == "WEEKLY")
        rule += std::string(";BYDAY=") + weekdays[policy.minute % 7];
    rule += ";BYHOUR=" + std::to_string(policy.frequency == "HOURLY" ? policy.hour % 4 : policy.hour);
    for (int hour = policy.hour % 4 + 4; policy.frequency == "HOURLY" && hour < 24; hour += 4)
        rule += "," + std::to_string(hour);
    rule += ";BYMINUTE=" + std::to_string(policy.minute) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    appendMember(out, "pattern", rule);
    appendMember(out, "start_time", spacedTime(policy.createdUs));
    appendMember(out, "format", "ical");
    out.back() = '}';
    out += "}}]}";
}

// --- C7, C8 and C9: backups ---------------------------------------------------------------------------------------------------

Answer Csbs::backupList(const Request &request, bool onlyCount)
{
    const auto filters = {std::string_view("status"),
                          std::string_view("all_tenants"),
                          std::string_view("name"),
                          std::string_view("az"),
                          std::string_view("resource_id"),
                          std::string_view("resource_name"),
                          std::string_view("start_time"),
                          std::string_view("end_time"),
                          std::string_view("image_type"),
                          std::string_view("policy_id"),
                          std::string_view("checkpoint_id"),
                          std::string_view("resource_type"),
                          std::string_view("ip"),
                          std::string_view("dec")};
    const auto all = {std::string_view("status"),     std::string_view("all_tenants"),   std::string_view("name"),
                      std::string_view("az"),         std::string_view("resource_id"),   std::string_view("resource_name"),
                      std::string_view("start_time"), std::string_view("end_time"),      std::string_view("image_type"),
                      std::string_view("policy_id"),  std::string_view("checkpoint_id"), std::string_view("resource_type"),
                      std::string_view("ip"),         std::string_view("dec"),           std::string_view("limit"),
                      std::string_view("offset"),     std::string_view("marker"),        std::string_view("sort")};
    const Query query(request, onlyCount ? filters : all);
    query.refuseAllTenants(request);
    query.flag("dec");
    const long limit = query.number("limit", 1, 1000, 1000), offset = query.number("offset", 0, 999'999'999, 0);
    const std::string *marker = query.text("marker");
    if (marker && query.text("offset"))
        invalid("marker and offset exclude each other");
    const auto sort = query.sort({"created_at", "updated_at", "name", "status", "protected_at", "id"});
    const std::string *status = query.text("status");
    const auto wanted = status ? backupStatus(*status) : std::nullopt;
    if (status && !wanted)
        invalid("unknown status " + *status);
    const auto since = query.time("start_time"), until = query.time("end_time");

    bool fresh = false;
    List &list = listFor(query.key((onlyCount ? "count " : "backups ") + request.segments[1]), m_world.backupCount(), fresh);
    if (!fresh) {
        const auto fold = [&query](std::string_view name) { return query.text(name) ? lower(*query.text(name)) : std::string(); };
        const std::string name = fold("name"), resourceName = fold("resource_name");
        const std::string *az = query.text("az"), *resource = query.text("resource_id"), *image = query.text("image_type"),
                          *plan = query.text("policy_id"), *checkpoint = query.text("checkpoint_id"),
                          *type = query.text("resource_type"), *ip = query.text("ip");
        const auto resourceId = resource ? Uuid::parse(*resource) : std::nullopt;
        const auto checkpointId = checkpoint ? Uuid::parse(*checkpoint) : std::nullopt;
        const int policy = plan ? m_world.policy(*plan) : -1;
        for (std::size_t i = 0; i < m_world.backupCount(); ++i) {
            if (m_world.projectOf(i) != m_project || !m_world.hasBackup(i))
                continue;
            const Backup backup = m_world.backupAt(i);
            if ((wanted && backup.status != *wanted) || (since && backup.createdUs < *since) ||
                (until && backup.createdUs > *until) || (plan && (policy < 0 || backup.policy != policy)) ||
                (checkpoint && (!checkpointId || backup.checkpoint != *checkpointId)) ||
                (image && *image != (backup.source >= 0 ? "replication" : "backup")) || (type && *type != "OS::Nova::Server"))
                continue;
            const Machine &machine = m_world.machines[std::size_t(backup.machine)];
            if ((resource && (!resourceId || machine.id != *resourceId)) || (az && machine.az != *az) ||
                (ip && machine.ip != *ip) ||
                (!resourceName.empty() && lower(machine.name).find(resourceName) == std::string::npos) ||
                (!name.empty() && lower(m_world.nameOf(int(i))).find(name) == std::string::npos))
                continue;
            list.rows.push_back(std::uint32_t(i));
        }
        if (!onlyCount)
            sortRows(list.rows, sort, [this, &list](const std::string &key, Column &column) {
                const std::vector<std::int64_t> rank = ranks<BackupStatus>(backupStatuses);
                for (const std::uint32_t row : list.rows) {
                    const Backup backup = m_world.backupAt(row);
                    if (key == "name")
                        column.names.push_back(m_world.nameOf(int(row)));
                    else if (key == "id")
                        column.ids.push_back(backup.id);
                    else
                        column.numbers.push_back(key == "created_at"     ? backup.createdUs
                                                 : key == "updated_at"   ? updatedUs(backup)
                                                 : key == "protected_at" ? protectedUs(backup)
                                                                         : rank[std::size_t(backup.status)]);
                }
            });
    }
    Answer answer;
    if (onlyCount) {
        answer.body = "{\"count\":" + std::to_string(list.rows.size()) + "}";
        return answer;
    }
    const int from = marker ? m_world.backup(*marker) : -1;
    if (marker && from < 0)
        invalid("marker is not in this list");
    const auto [begin, end] = pageOf(list.rows, offset, limit, from);
    answer.body.reserve((end - begin) * 1900 + 100);
    answer.body = "{\"checkpoint_items\":[";
    for (std::size_t i = begin; i < end; ++i) {
        if (i > begin)
            answer.body += ',';
        appendBackup(answer.body, list.rows[i], true);
    }
    answer.body += "]}";
    return answer;
}

Answer Csbs::oneBackup(const Request &request)
{
    const Query query(request, {});
    const int index = m_world.backup(request.segments[3]);
    if (index < 0 || m_world.projectOf(std::size_t(index)) != m_project)
        return serviceError(404, "CSBS.3001", "Backup " + request.segments[3] + " not found.");
    Answer answer;
    answer.body = "{\"checkpoint_item\":";
    appendBackup(answer.body, std::uint32_t(index), false);
    answer.body += '}';
    return answer;
}

void Csbs::appendBackup(std::string &out, std::uint32_t index, bool inList) const
{
    if (const auto raw = m_world.rawBackups.find(index); raw != m_world.rawBackups.end()) {
        out += raw->second;
        return;
    }
    const Backup backup = m_world.backupAt(index);
    const Machine &machine = m_world.machines[std::size_t(backup.machine)];
    const Project &project = m_world.projects[std::size_t(backup.project)];
    const int odd = inList ? oddness(backup.id) : -1;
    const bool done = backup.status != BackupStatus::WaitingProtect && backup.status != BackupStatus::Protecting;
    const bool failed = backup.status == BackupStatus::Error;
    const std::string name = m_world.nameOf(int(index));
    const std::string az = backup.source >= 0 ? project.region + "a" : machine.az;
    const char *image = backup.source >= 0 ? "replication" : "backup";

    out += '{';
    appendMember(out, "id", backup.id);
    appendMember(out, "checkpoint_id", backup.checkpoint);
    appendMember(out, "name", name);
    appendMember(out, "description", m_world.descriptionOf(int(index)));
    appendMember(out, "status", word(backup.status));
    appendMember(out, "resource_id", machine.id);
    appendMember(out, "resource_type", "OS::Nova::Server");
    appendTime(out, "created_at", backup.createdUs);
    if (odd != 1)
        appendTime(out, "updated_at", updatedUs(backup));
    if (odd != 2)
        appendTime(out, "protected_at", protectedUs(backup));
    out += "\"backup_data\":{\"vcpus\":" + std::to_string(machine.vcpus) + ",\"ram\":" + std::to_string(machine.ramMb) +
           ",\"disk\":0,\"imagetype\":\"gold\",\"cloudservicetype\":\"QEMU\",\"eip\":\"\",";
    appendMember(out, "private_ip", machine.ip);
    out += "\"__openstack_region_name\":\"\"},\"extend_info\":{";
    out += backup.autoTrigger ? "\"auto_trigger\":true," : "\"auto_trigger\":false,";
    out += "\"progress\":" + std::to_string(done ? 100 : backup.status == BackupStatus::Protecting ? 42 : 0) + ",";
    appendMember(out, "copy_status", word(m_world.copyOf(index)));
    out += backup.id.lo % 2 ? "\"copy_from\":null," : "\"copy_from\":\"\",";
    if (failed)
        out += "\"fail_op\":\"backup\",\"fail_reason\":\"The snapshot could not be "
               "created.\",\"fail_code\":{\"Code\":\"CSBS.9999\",\"Description\":\"Internal error.\"},";
    else
        out += "\"fail_op\":\"\",\"fail_reason\":\"\",\"fail_code\":{},";
    appendMember(out, "resource_name", machine.name);
    appendMember(out, "resource_az", az);
    appendMember(out, "resource_type", "OS::Nova::Server");
    out += "\"size\":" + std::to_string(done && !failed ? backup.sizeMb : 0) +
           ",\"average_speed\":" + std::to_string(15 + backup.id.lo % 90) + (backup.id.hi % 2 ? ".5" : "") +
           ",\"space_saving_ratio\":" + std::to_string(1 + backup.id.lo % 4);
    out += backup.incremental ? ",\"incremental\":true," : ",\"incremental\":false,";
    appendMember(out, "image_type", image);
    out += "\"supported_restore_mode\":\"";
    out += done && !failed ? "backup" : "na";
    out += "\",\"support_lld\":true,\"hypervisor_type\":\"QEMU\",";
    Dice derived(backup.id.hi ^ (backup.id.lo << 1));
    appendMember(out, "taskid", derived.uuid());
    out += "\"finished_at\":\"";
    if (done)
        appendPaddedTime(out, updatedUs(backup));
    out += "\",\"os_images_data\":[],";
    if (odd < 3 || odd > 8) {
        out += "\"volume_backups\":[";
        const int volumes = machine.diskGb > 200 ? 2 : 1;
        for (int v = 0; v < volumes; ++v) {
            out += v ? ",{" : "{";
            appendMember(out, "id", derived.uuid());
            out += "\"name\":\"";
            appendEscaped(out, name);
            out += '_';
            appendEscaped(out, machine.name);
            out += "\",";
            appendMember(out, "status", failed ? "error" : done ? "available" : "creating");
            out += v == 0 ? "\"bootable\":true," : "\"bootable\":false,";
            out += backup.incremental ? "\"incremental\":true," : "\"incremental\":false,";
            out += "\"size\":" + std::to_string(done && !failed ? backup.sizeMb / volumes : 0) + ",";
            // The machine's own disks and the snapshots keep their ids through all its backups.
            Dice disk(machine.id.lo + std::uint64_t(v));
            appendMember(out, "source_volume_id", disk.uuid());
            out += "\"source_volume_name\":\"";
            appendEscaped(out, machine.name);
            out += v == 0 ? "\"," : "-data\",";
            out += "\"source_volume_size\":" + std::to_string(machine.diskGb / volumes) + ",";
            appendMember(out, "snapshot_id", derived.uuid());
            appendMember(out, "image_type", image);
            out += "\"average_speed\":" + std::to_string(10 + backup.id.lo % 80) + ",\"space_saving_ratio\":1}";
        }
        out += "],";
    }
    out.back() = '}';
    if (odd != 1)
        out += ",\"tags\":[]";
    if (!inList) {
        out += ",\"replication_records\":[";
        bool first = true;
        for (const std::uint32_t record : m_world.recordsOf(index)) {
            if (!first)
                out += ',';
            first = false;
            appendRecord(out, record);
        }
        out += ']';
    }
    out += '}';
}

// --- C12: quotas --------------------------------------------------------------------------------------------------------------

Answer Csbs::quotas(const Request &request)
{
    const Query query(request, {});
    const Project &project = m_world.projects[std::size_t(m_project)];
    std::int64_t megabytes = 0;
    for (std::size_t i = 0; i < m_world.backupCount(); ++i)
        if (m_world.projectOf(i) == m_project && m_world.hasBackup(i))
            megabytes += m_world.backupAt(i).sizeMb;
    Answer answer;
    answer.body = "{\"quotas\":{\"resources\":[{\"type\":\"backup_capacity\",\"unit\":\"GB\",\"quota\":-1,\"used\":" +
                  std::to_string(megabytes / 1024) + "},{\"type\":\"backups\",\"quota\":" + std::to_string(project.quota) +
                  ",\"used\":" + std::to_string(project.used) + "}]}}";
    return answer;
}

} // namespace mock
