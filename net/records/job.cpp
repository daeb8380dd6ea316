#include "net/records/job.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace net {

namespace {

constexpr int mostDepth = 8; ///< of parts within parts; one is what is documented

constexpr std::array words{std::pair{"INIT"_L1, Job::Status::Init}, std::pair{"RUNNING"_L1, Job::Status::Running},
                           std::pair{"SUCCESS"_L1, Job::Status::Success}, std::pair{"FAIL"_L1, Job::Status::Fail}};

void readRest(JsonReader &in, Job &job, int depth)
{
    job.type = in.label("job_type");
    job.beganAt = in.time("begin_time");
    job.endedAt = in.time("end_time");
    job.errorCode = in.code("error_code");
    job.failReason = in.label("fail_reason");
    in.object("entities", [&job, depth](JsonReader &entities) {
        entities.list("sub_jobs", [&job, &entities, depth](JsonReader &part) {
            if (depth == mostDepth) {
                entities.fail("sub_jobs");
                return;
            }
            // A part is not refused for what it lacks: without a status the job will not count as succeeded.
            Job sub;
            sub.id = part.label("job_id");
            sub.status = part.labelWord("status", words, Job::Status::Other, sub.statusWord);
            readRest(part, sub, depth + 1);
            job.subJobs.append(std::move(sub));
        });
        entities.allTexts([&job](const QString &key, const QString &id) { job.entities.append({key, id}); });
    });
}

bool isUnderWay(const Job &job)
{
    return job.status == Job::Status::Init || job.status == Job::Status::Running ||
           std::any_of(job.subJobs.begin(), job.subJobs.end(), isUnderWay);
}

/// The first one that failed, itself before its parts, with a reason if \a speaking.
const Job *failed(const Job &job, bool speaking)
{
    if (job.status == Job::Status::Fail || job.status == Job::Status::Other) {
        if (!speaking || !job.errorCode.isEmpty() || !job.failReason.isEmpty())
            return &job;
    }
    for (const Job &part : job.subJobs) {
        if (const Job *found = failed(part, speaking))
            return found;
    }
    return nullptr;
}

} // namespace

bool Job::over() const
{
    if (status == Status::Success)
        return std::none_of(subJobs.begin(), subJobs.end(), isUnderWay);
    return status == Status::Fail; // parts that never began stay as they are
}

bool Job::succeeded() const
{
    return status == Status::Success &&
           std::all_of(subJobs.begin(), subJobs.end(), [](const Job &part) { return part.succeeded(); });
}

const Job *Job::firstFailure() const
{
    if (!over())
        return nullptr;
    const Job *speaking = failed(*this, true);
    return speaking ? speaking : failed(*this, false);
}

QString Job::entityId(QStringView key) const
{
    for (const Entity &entity : entities) {
        if (entity.key == key)
            return entity.id;
    }
    for (const Job &part : subJobs) {
        if (QString found = part.entityId(key); !found.isEmpty())
            return found;
    }
    return {};
}

Result<Job> Job::read(JsonReader &in)
{
    Job job;
    job.id = in.id("job_id");
    job.status = in.word("status", words, Status::Other, job.statusWord);
    readRest(in, job, 0);
    return in.finish(std::move(job));
}

} // namespace net
