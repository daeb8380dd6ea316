#include "net/records/apiversion.h"

using namespace Qt::StringLiterals;

namespace net {

Result<ApiVersion> ApiVersion::read(JsonReader &in)
{
    static constexpr std::array words{std::pair{"CURRENT"_L1, Status::Current}, std::pair{"SUPPORTED"_L1, Status::Supported},
                                      std::pair{"DEPRECATED"_L1, Status::Deprecated}};
    ApiVersion version;
    version.id = in.id("id");
    version.status = in.labelWord("status", words, Status::Other, version.statusWord);
    version.updatedAt = in.time("updated");
    version.highest = in.label("version");
    version.lowest = in.label("min_version");
    in.list("links", [&version](JsonReader &address) {
        const QString href = address.label("href");
        if (version.link.isEmpty() || address.label("rel") == "self"_L1)
            version.link = href;
    });
    return in.finish(std::move(version));
}

} // namespace net
