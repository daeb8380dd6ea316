#pragma once

#include "models/profile.h"

namespace models {

/// The stored profiles, in a file without secrets. A file that cannot be understood is set aside, never overwritten.
class ProfileStore
{
public:
    /// Nothing is read before load(). \a path: of the file; its folder is made when something is stored.
    explicit ProfileStore(QString path) : m_path(std::move(path)) {}

    enum class Loaded {
        Fine,     ///< also when there is no file yet
        SetAside, ///< it was damaged; it lies under setAsideAs() now and there are no profiles
        Locked    ///< it is damaged or unreadable and cannot be moved: nothing is stored in this run
    };
    Loaded load();
    bool read(); ///< the same, but nothing is moved; false: the file cannot be understood, and there are no profiles
    QString path() const { return m_path; }
    QString setAsideAs() const { return m_aside; }

    const QList<Profile> &all() const { return m_profiles; }
    const Profile *find(const QString &name) const; ///< null: none of that name
    const Profile *byId(const QString &id) const;
    /// The one opened last, else the only one; null: nobody can tell.
    const Profile *preferred() const;
    /// A name that is not taken: "name", "name 2", "name 3", …
    QString freeName(const QString &name) const;

    /// Adds it, or replaces the one with its id; on disk when true comes back. An empty id gets a new one in \a profile.
    bool put(Profile &profile);
    bool remove(const QString &id);
    bool setLast(const QString &id);

private:
    bool save();

    QString m_path, m_aside, m_last;
    QList<Profile> m_profiles;
    bool m_locked = false;
};

} // namespace models
