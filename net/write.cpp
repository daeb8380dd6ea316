#include "net/write.h"

#include "net/jsonreader.h"

namespace net {

namespace {

WriteAnswer::Made readMade(const Verb &verb, JsonReader &in)
{
    WriteAnswer::Made made;
    if (*verb.answerOf)
        made.of = in.label(verb.answerOf);
    made.id = in.id(verb.answerId);
    return made;
}

} // namespace

Result<WriteAnswer> readAnswer(const Verb &verb, const Answer &answer)
{
    WriteAnswer out;
    out.requestId = answer.requestId;
    const auto read = readObject(answer.body, verb.answerEnvelope, [&](JsonReader &in, QString &problem) {
        const auto append = [&](JsonReader &entry) { out.made.append(readMade(verb, entry)); };
        if (!*verb.answerList)
            append(in);
        else if (in.list(verb.answerList, append) != Presence::Present)
            in.fail(verb.answerList); // without the list nobody knows what was begun
        problem = in.problem();
        return problem.isEmpty();
    });
    if (!read)
        return tl::unexpected(read.error());
    return out;
}

CallPtr<WriteAnswer> write(Transport &transport, const Draft &draft)
{
    return transport.call<WriteAnswer>(request(draft),
                                       [&verb = *draft.verb](const Answer &answer) { return readAnswer(verb, answer); });
}

} // namespace net
