#pragma once

#include "net/result.h"
#include "net/verbs.h"

#include <QCoreApplication>

namespace ui {

/// The one place where errors and reasons become sentences. Texts are in the current language; server text stays verbatim.
class ErrorText final
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)

public:
    struct Said
    {
        QString headline;  ///< what happened, naming the endpoint; for a few codes what it means for the project
        QString why;       ///< of a refused read: who may not do it, and where; empty otherwise
        QString remedy;    ///< what can be done
        QString server;    ///< verbatim, as plain text; empty when it said nothing
        QString code;      ///< "400 · BackupService.1009"
        QString meaning;   ///< of the code, says so when it is not known here; empty when there is no code
        QString effect;    ///< what is known about it; writes only
        QString requestId; ///< to quote to the service's support; empty when none came
        QString chain;     ///< the certificates a distrusted server showed, some lines each; empty when it showed none
    };
    static Said of(const net::ApiError &error);

    /// What a page asks for. The documents name no right for any of it, so a refusal says the action.
    enum class Read {
        Records,
        Backups,
        Policies,
        Groups,
        Instances,
        Pairs,
        Drills,
        FailedTasks,
        Vpcs,
        Domains,
        Capabilities,
        Quotas,
        Versions,
        Projects
    };
    static QString action(Read what); ///< "list replication records", as it stands after "Not permitted: "
    /// A read that was refused (ErrorKind::Denied; anything else comes back as from of()). `user` is empty where nobody
    /// knows it (access keys); `place` is what was asked: "cn-north-4 / erp-prod".
    static Said forbidden(Read what, const net::ApiError &error, const QString &user, const QString &place);

    /// A code without an answer of its own, as jobs, sub-jobs, records and failed tasks carry it: headline (a few codes only),
    /// code, meaning and remedy.
    static Said ofCode(const QString &code);
    static QString reason(const net::Reason &reason);
    static QString quotaName(const QString &type);   ///< in words; a type not known here as sent
    static QString causeOf(const QString &detail);   ///< in words, of an attempt that nobody answered
    static QString codeMeaning(const QString &code); ///< of a service's error code; empty when unknown here
    /// The meaning, or that the code is not known here, or of another service ("EVS.2024"). Empty where there is no code, or
    /// only an HTTP status in its place.
    static QString codeExplained(const QString &code);
};

} // namespace ui
