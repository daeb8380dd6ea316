#pragma once

#include "models/listsession.h"
#include "models/operations.h"
#include "models/overviewsession.h"
#include "models/place.h"
#include "models/recordtable.h"
#include "models/servicefacts.h"
#include "net/iam.h"
#include "ui/theme.h"

#include <QTimeZone>

#include <functional>

class QSettings;

namespace ui {

/// A part the program is made of, for About.
struct Component
{
    QString name, version, licence;
};

/// What a window is opened on. Everything is owned by app/ and outlives the window.
struct Context
{
    net::Transport &transport;
    net::Csbs &csbs;
    net::Sdrs &sdrs;
    net::Iam &iam;
    models::Operations &operations;
    models::Place &place;
    models::ListSession &policies, &backups, &records; ///< backup replication
    models::ListSession &groups, &drills;              ///< disaster recovery
    models::ListSession &operationList;                ///< the operations of this run, put there by the window
    models::OverviewSession &overview;
    models::ServiceFacts &facts;
    QSettings &settings; ///< window, columns, language: never a secret

    QString profileName{};
    QString userName{};
    QString endpointText{}; ///< host and port of CSBS
    bool readOnly = false;
    bool inTheOpen = false;  ///< http to another machine: everybody on the way can read
    bool production = false; ///< the profile is marked: every window of it says so
    bool demo = false;
    QString demoText{};    ///< "Seed 7 · clock ×60"
    QStringList notices{}; ///< told at start: a settings file set aside, …
    QTimeZone zone = QTimeZone::systemTimeZone();
    /// Switch language ("en", "zh_CN") or theme while running: done by app/, which reloads the catalogues.
    std::function<void(const QString &)> setLanguage{};
    std::function<void(ThemeChoice)> setTheme{};
    QString language{};
    /// Tools of the program rather than of the window: app/ owns what they show. Unset: not offered here.
    std::function<void()> showProfiles{}, showPreferences{}, showRequestLog{};
    std::function<QList<Component>()> components{}; ///< asked when they are shown: TLS has to be loaded to tell its version
};

} // namespace ui
