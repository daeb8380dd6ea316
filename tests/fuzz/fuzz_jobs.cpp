// Readers: net/records/job.cpp net/write.cpp

#include "fuzz/fuzz.h"
#include "net/records/job.h"
#include "net/write.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using fuzz::claim;

namespace {

int depthOf(const net::Job &job)
{
    int deepest = 0;
    for (const net::Job &part : job.subJobs)
        deepest = std::max(deepest, 1 + depthOf(part));
    return deepest;
}

bool allSucceeded(const net::Job &job)
{
    return job.statusWord == "SUCCESS"_L1 && std::all_of(job.subJobs.begin(), job.subJobs.end(), allSucceeded);
}

void check(const net::Job &job)
{
    claim(!job.id.isEmpty(), "a job has its id");
    claim(depthOf(job) <= 8, "parts end somewhere");
    claim(job.succeeded() == allSucceeded(job), "a job has succeeded when it and all its parts say so");
    claim(!job.succeeded() || job.over(), "what has succeeded is over");
    claim(!job.succeeded() || !job.firstFailure(), "what has succeeded has not failed");
    claim(!job.over() || job.succeeded() || job.firstFailure(), "what is over without success has a failure");
    claim(job.over() || !job.firstFailure(), "nothing has failed before it is over");
    for (const net::Job::Entity &entity : job.entities)
        claim(entity.id.isEmpty() || !job.entityId(entity.key).isEmpty() ||
                  std::any_of(job.entities.begin(), job.entities.end(),
                              [&entity](const net::Job::Entity &other) { return other.key == entity.key && other.id.isEmpty(); }),
              "an object of the job is found by its key");
    net::Job same = job;
    claim(same == job, "a job equals itself");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto job = net::readRecord<net::Job>(body, ""))
        check(*job);
    else
        claim(job.error().kind == net::ErrorKind::BadReply, "what cannot be read is a bad reply");

    // What a write says it has begun: an entry nobody could watch makes the answer unreadable.
    net::Answer answer;
    answer.status = 202;
    answer.body = body;
    answer.requestId = u"request"_s;
    for (const net::Verb *verb : net::verbs::all) {
        const auto begun = net::readAnswer(*verb, answer);
        if (!begun)
            continue;
        claim(begun->requestId == answer.requestId, "an answer keeps its request");
        claim(*verb->answerList || begun->made.size() == 1, "a write that makes one thing made it");
        claim(std::ranges::none_of(begun->made, [](const net::WriteAnswer::Made &made) { return made.id.isEmpty(); }),
              "what was begun can be watched");
    }
    return 0;
}
