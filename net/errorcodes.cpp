#include "net/errorcodes.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace net {

namespace {

struct Rule
{
    int httpStatus; ///< 0: any
    QLatin1StringView code;
    ErrorKind kind;
};

constexpr std::array rules{
    Rule{400, "SDRS.0004"_L1, ErrorKind::Denied},  // call not permitted for the user
    Rule{400, "SDRS.0005"_L1, ErrorKind::Denied},  // operation not permitted
    Rule{400, "SDRS.1013"_L1, ErrorKind::Missing}, // protection group; SDRS has 404 for tags only
    Rule{400, "SDRS.1320"_L1, ErrorKind::Missing}, // protected instance
    Rule{400, "SDRS.1608"_L1, ErrorKind::Missing}, // replication pair
    Rule{400, "SDRS.1902"_L1, ErrorKind::Missing}, // DR drill
    Rule{500, "SDRS.0408"_L1, ErrorKind::Missing}, // "job is null": there is no other code for a job that is not there
    Rule{401, "VPC.0005"_L1, ErrorKind::Denied},   // arrears or no trial right: a new token would not help
    Rule{401, "VPC.0009"_L1, ErrorKind::Denied},   // no real-name check
    Rule{0, "APIGW.0308"_L1, ErrorKind::Busy},     // the gateway's throttle, under both of its prefixes
    Rule{0, "APIG.0308"_L1, ErrorKind::Busy},
};

constexpr std::array notOffered{"BackupService.4008"_L1, "SDRS.0233"_L1};

} // namespace

std::optional<ErrorKind> kindOfCode(int httpStatus, QStringView code)
{
    for (const Rule &rule : rules) {
        if (code == rule.code && (rule.httpStatus == 0 || rule.httpStatus == httpStatus))
            return rule.kind;
    }
    return {};
}

bool isNotOffered(const ApiError &error)
{
    return std::any_of(notOffered.begin(), notOffered.end(), [&error](QLatin1StringView code) { return error.code == code; });
}

} // namespace net
