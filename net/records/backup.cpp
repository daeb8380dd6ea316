#include "net/records/backup.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace net {

const std::vector<MemberOf<Backup>> &Backup::members()
{
    using B = Backup;
    using enum MemberKind;
    using Need = Member::Need;
    static const std::vector<MemberOf<B>> members{
        {{"", "id", Id, Need::Filled}, &B::id},
        {{"", "checkpoint_id", Id}, &B::checkpointId},
        {{"", "name", Word}, &B::name},
        {{"", "description", Text}, &B::description},
        {{"", "status", Word, Need::Present}, &B::statusWord},
        {{"", "resource_id", Id}, &B::resourceId},
        {{"", "resource_type", Word}, &B::resourceType},
        {{"", "created_at", Time}, &B::createdAt},
        {{"", "updated_at", Time}, &B::updatedAt},
        {{"", "protected_at", Time}, &B::protectedAt},
        {{"", "expired_at", Time}, &B::expiredAt},
        {{"backup_data", "vcpus", Number}, &B::vcpus},
        {{"backup_data", "ram", Number}, &B::ramMb},
        {{"backup_data", "private_ip", Text}, &B::privateIp},
        {{"backup_data", "eip", Text}, &B::eip},
        {{"extend_info", "resource_name", Word}, &B::resourceName},
        {{"extend_info", "resource_az", Word}, &B::resourceZone},
        {{"extend_info", "size", Number}, &B::sizeMb},
        {{"extend_info", "progress", Percent}, &B::progress},
        {{"extend_info", "auto_trigger", Flag}, &B::autoTrigger},
        {{"extend_info", "incremental", Flag}, &B::incremental},
        {{"extend_info", "copy_status", Word}, &B::copyStatus},
        {{"extend_info", "copy_from", Text}, &B::copyFrom},
        {{"extend_info", "image_type", Word}, &B::imageType},
        {{"extend_info", "supported_restore_mode", Word}, &B::restoreMode},
        {{"extend_info", "finished_at", Time}, &B::finishedAt},
        {{"extend_info", "fail_op", Word}, &B::failOp},
        {{"extend_info", "fail_reason", Text}, &B::failReason},
        {{"extend_info.fail_code", "Code", Code}, &B::failCode}, // an object here, a plain text in C4
    };
    return members;
}

Backup::Status Backup::statusOf(const QString &word)
{
    static constexpr std::array words{std::pair{"waiting_protect"_L1, Status::WaitingProtect},
                                      std::pair{"protecting"_L1, Status::Protecting},
                                      std::pair{"available"_L1, Status::Available},
                                      std::pair{"waiting_restore"_L1, Status::WaitingRestore},
                                      std::pair{"restoring"_L1, Status::Restoring},
                                      std::pair{"error"_L1, Status::Error},
                                      std::pair{"waiting_delete"_L1, Status::WaitingDelete},
                                      std::pair{"deleting"_L1, Status::Deleting},
                                      std::pair{"deleted"_L1, Status::Deleted}};
    return JsonReader::meaning(word, words, Status::Other);
}

Result<Backup> Backup::read(JsonReader &in) { return members::read<Backup>(in); }

} // namespace net
