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
        QString headline; ///< what happened, naming the endpoint
        QString remedy;   ///< what can be done
        QString server;   ///< verbatim, as plain text; empty when it said nothing
        QString code;     ///< "400 · BackupService.1009"
        QString meaning;  ///< of the code, empty when unknown here
        QString effect;   ///< what is known about it; writes only
        QString requestId;
    };
    static Said of(const net::ApiError &error);
    static QString reason(const net::Reason &reason);
    static QString codeMeaning(const QString &code); ///< of a service's error code; empty when unknown here
};

} // namespace ui
