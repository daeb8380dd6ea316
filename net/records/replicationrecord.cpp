#include "net/records/replicationrecord.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace net {

Result<ReplicationRecord> ReplicationRecord::read(JsonReader &in)
{
    static constexpr std::array words{std::pair{"waiting_replicate"_L1, Status::Waiting},
                                      std::pair{"replicating"_L1, Status::Replicating}, std::pair{"success"_L1, Status::Success},
                                      std::pair{"fail"_L1, Status::Fail}, std::pair{"skip"_L1, Status::Skip}};
    ReplicationRecord record;
    record.id = in.id("id");
    record.status = in.word("status", words, Status::Other, record.statusWord);
    record.sourceRegion = in.label("source_region");
    record.sourceProjectId = in.label("source_project_id");
    record.sourceCheckpointId = in.label("source_checkpoint_id");
    record.sourceItemId = in.label("source_checkpoint_item_id");
    record.destinationRegion = in.label("destination_region");
    record.destinationProjectId = in.label("destination_project_id");
    record.destinationCheckpointId = in.label("destination_checkpoint_id");
    record.destinationItemId = in.label("destination_checkpoint_item_id");
    record.policyId = in.label("plan_id");
    record.createdAt = in.time("created_at");
    in.object("extra_info", [&record](JsonReader &extra) {
        if (const auto percent = extra.number("progress"))
            record.progress = static_cast<int>(std::clamp<qint64>(*percent, 0, 100));
        record.autoTrigger = extra.flag("auto_trigger");
        record.failCode = extra.label("fail_code");
        record.failReason = extra.label("fail_reason");
    });
    return in.finish(std::move(record));
}

} // namespace net
