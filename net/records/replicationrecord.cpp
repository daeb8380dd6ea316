#include "net/records/replicationrecord.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace net {

const std::vector<MemberOf<ReplicationRecord>> &ReplicationRecord::members()
{
    using R = ReplicationRecord;
    using enum MemberKind;
    using Need = Member::Need;
    static const std::vector<MemberOf<R>> members{
        {{"", "id", Id, Need::Filled}, &R::id},
        {{"", "status", Word, Need::Present}, &R::statusWord},
        {{"", "source_region", Word}, &R::sourceRegion},
        {{"", "source_project_id", Word}, &R::sourceProjectId},
        {{"", "source_checkpoint_id", Id}, &R::sourceCheckpointId},
        {{"", "source_checkpoint_item_id", Id}, &R::sourceItemId},
        {{"", "destination_region", Word}, &R::destinationRegion},
        {{"", "destination_project_id", Word}, &R::destinationProjectId},
        {{"", "destination_checkpoint_id", Id}, &R::destinationCheckpointId},
        {{"", "destination_checkpoint_item_id", Id}, &R::destinationItemId},
        {{"", "plan_id", Word}, &R::policyId},
        {{"", "created_at", Time}, &R::createdAt},
        {{"extra_info", "progress", Percent}, &R::progress},
        {{"extra_info", "auto_trigger", Flag}, &R::autoTrigger},
        {{"extra_info", "fail_code", Word}, &R::failCode},
        {{"extra_info", "fail_reason", Text}, &R::failReason},
    };
    return members;
}

ReplicationRecord::Status ReplicationRecord::statusOf(const QString &word)
{
    static constexpr std::array words{std::pair{"waiting_replicate"_L1, Status::Waiting},
                                      std::pair{"replicating"_L1, Status::Replicating}, std::pair{"success"_L1, Status::Success},
                                      std::pair{"fail"_L1, Status::Fail}, std::pair{"skip"_L1, Status::Skip}};
    return JsonReader::meaning(word, words, Status::Other);
}

Result<ReplicationRecord> ReplicationRecord::read(JsonReader &in) { return members::read<ReplicationRecord>(in); }

} // namespace net
