#include "net/records/quota.h"

namespace net {

Result<Quota> Quota::read(JsonReader &in)
{
    Quota quota;
    quota.type = in.id("type");
    quota.limit = in.number("quota");
    quota.used = in.number("used");
    quota.unit = in.label("unit");
    quota.least = in.number("min");
    quota.most = in.number("max");
    return in.finish(std::move(quota));
}

Result<QList<Quota>> readQuotas(const QByteArray &body)
{
    QList<Quota> quotas;
    const auto read = readObject(body, "quotas", [&quotas](JsonReader &in, QString &problem) {
        const Presence there = in.list("resources", [&quotas](JsonReader &row) {
            if (auto quota = Quota::read(row))
                quotas.append(std::move(*quota));
        });
        if (there != Presence::Present)
            in.fail("resources");
        problem = in.problem();
        return problem.isEmpty();
    });
    if (!read)
        return tl::unexpected(read.error());
    return quotas;
}

} // namespace net
