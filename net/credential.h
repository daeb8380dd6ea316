#pragma once

#include "net/signer.h"

#include <variant>

namespace net {

/// IAM user and password: one token per project, fetched and renewed by us.
struct PasswordLogin
{
    QString domain, user;
    QByteArray password;
};

/// A token somebody else fetched; it cannot be renewed.
struct ReadyToken
{
    QByteArray token;
};

/// How a session signs in. Secrets live in memory only.
using Credential = std::variant<PasswordLogin, AccessKey, ReadyToken>;

} // namespace net
