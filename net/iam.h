#pragma once

#include "net/call.h"
#include "net/credential.h"
#include "net/records/token.h"

namespace net {

/// Identity and access management: tokens, projects, regions (api/auth.md).
class Iam
{
public:
    explicit Iam(Transport &transport) : m_transport(transport) {}

    CallPtr<Token> token(const Scope &scope, const PasswordLogin &login) const; ///< A1
    /// A1 without a project: enough to ask which projects there are. \a region: where the address of IAM names one.
    CallPtr<Token> accountToken(const QString &region, const PasswordLogin &login) const;
    CallPtr<QList<Project>> projects(const Scope &scope) const; ///< A3: all the user can use
    CallPtr<QList<Region>> regions(const Scope &scope) const;   ///< where offered; names in both languages

private:
    Transport &m_transport;
};

} // namespace net
