#include "net/records/backup.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace net {

Result<Backup> Backup::read(JsonReader &in)
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
    Backup backup;
    backup.id = in.id("id");
    backup.checkpointId = in.label("checkpoint_id");
    backup.name = in.label("name");
    backup.description = in.label("description");
    backup.status = in.word("status", words, Status::Other, backup.statusWord);
    backup.resourceId = in.label("resource_id");
    backup.resourceType = in.label("resource_type");
    backup.createdAt = in.time("created_at");
    backup.updatedAt = in.time("updated_at");
    backup.protectedAt = in.time("protected_at");
    backup.expiredAt = in.time("expired_at");
    in.object("backup_data", [&backup](JsonReader &data) {
        backup.vcpus = data.number("vcpus");
        backup.ramMb = data.number("ram");
        backup.privateIp = data.label("private_ip");
        backup.eip = data.label("eip");
    });
    in.object("extend_info", [&backup](JsonReader &info) {
        backup.resourceName = info.label("resource_name");
        backup.resourceZone = info.label("resource_az");
        backup.sizeMb = info.number("size");
        if (const auto percent = info.number("progress"))
            backup.progress = static_cast<int>(std::clamp<qint64>(*percent, 0, 100));
        backup.autoTrigger = info.flag("auto_trigger");
        backup.incremental = info.flag("incremental");
        backup.copyStatus = info.label("copy_status");
        backup.copyFrom = info.label("copy_from");
        backup.imageType = info.label("image_type");
        backup.restoreMode = info.label("supported_restore_mode");
        backup.finishedAt = info.time("finished_at");
        backup.failOp = info.label("fail_op");
        backup.failReason = info.label("fail_reason");
        info.object("fail_code", [&backup](JsonReader &code) { // an object here, a plain text in C4; Code is a number or a text
            backup.failCode = code.code("Code");
        });
    });
    return in.finish(std::move(backup));
}

} // namespace net
