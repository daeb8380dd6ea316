#pragma once

#include "net/call.h"
#include "net/page.h"
#include "net/records/vpcnetwork.h"

namespace net {

/// Virtual private clouds (api/vpc.md). It only puts names to ids and fills boxes: what it refuses must not end the rest.
class Vpc
{
public:
    explicit Vpc(Transport &transport) : m_transport(transport) {}

    /// N1, page after page until the end; each network once. An unreadable row is counted in the envelope.
    CallPtr<Page<VpcNetwork>> vpcs(const Scope &scope) const;
    CallPtr<RawPage> vpcsRaw(const Scope &scope, const Query &query) const; ///< N1, one page
    CallPtr<VpcNetwork> vpc(const Scope &scope, const QString &id) const;   ///< N2

private:
    Transport &m_transport;
};

} // namespace net
