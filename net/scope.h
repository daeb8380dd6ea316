#pragma once

#include <QHash>
#include <QString>

namespace net {

/// One project in one region: what a token, a list and every object's identity belong to.
struct Scope
{
    QString region;    ///< such as cn-north-4
    QString projectId; ///< opaque; 32 hex digits as a rule

    bool isEmpty() const { return region.isEmpty() && projectId.isEmpty(); }
    friend bool operator==(const Scope &, const Scope &) = default;
    friend size_t qHash(const Scope &scope, size_t seed = 0) { return qHashMulti(seed, scope.region, scope.projectId); }
};

/// The identity of an object in lists, links, selection and ledger: ids are opaque and unique only within a scope.
struct ObjectKey
{
    Scope scope;
    QString id;

    friend bool operator==(const ObjectKey &, const ObjectKey &) = default;
    friend size_t qHash(const ObjectKey &key, size_t seed = 0) { return qHashMulti(seed, key.scope, key.id); }
};

} // namespace net
