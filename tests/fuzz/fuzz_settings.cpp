// Readers: models/preferences.cpp models/profilestore.cpp models/savedview.cpp

#include "fuzz/fuzz.h"
#include "models/preferences.h"
#include "models/profilestore.h"
#include "models/savedview.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using fuzz::claim;

namespace {

/// A file with these bytes, under a name that was never used: QSettings keeps what it has read of a name.
class Given
{
public:
    explicit Given(const QByteArray &bytes = {})
    {
        static const QTemporaryDir folder(QDir(u"/dev/shm"_s).exists() ? u"/dev/shm/ballast-fuzz-XXXXXX"_s
                                                                       : QDir::tempPath() + u"/ballast-fuzz-XXXXXX"_s);
        static quint64 number = 0;
        m_path = folder.filePath(QString::number(++number));
        QFile file(m_path);
        claim(folder.isValid() && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "there is room to write");
    }
    Given(const Given &) = delete;
    Given &operator=(const Given &) = delete;
    ~Given() { QFile::remove(m_path); }
    const QString &path() const { return m_path; }

private:
    QString m_path;
};

QList<models::Column> columns()
{
    return {{.id = "status", .header = "Status"}, {.id = "name", .header = "Name"}, {.id = "created", .header = "Created"}};
}

void checkProfiles(const QByteArray &bytes)
{
    const Given given(bytes);
    models::ProfileStore store(given.path());
    if (!store.read()) {
        claim(store.all().isEmpty() && !store.preferred(), "of a file that cannot be understood nothing is taken");
        return;
    }
    const QList<models::Profile> all = store.all();
    claim(!store.preferred() || all.contains(*store.preferred()), "the preferred profile is one of them");
    claim(!store.find(store.freeName(u"prod"_s)), "a free name is free");
    for (const models::Profile &profile : all) {
        claim(store.find(profile.name) == store.byId(profile.id), "a name and an id are one profile's");
        claim(profile.proxy.port >= 1 && profile.proxy.port <= 65'535, "a port is one");
        const models::ProfileSecrets none;
        for (const models::ProfileField field : models::fieldsOf(profile)) {
            if (field != models::ProfileField::CaFile) // that one reads a file
                models::check(field, profile, none);
        }
        claim(!models::credentialOf(profile, none), "without its secret nothing opens");
        for (const net::Scope &scope : profile.scopes)
            profile.endpoints().url(net::Service::Csbs, scope.region);
    }
    if (all.isEmpty())
        return;
    models::Profile first = all.first();
    claim(store.put(first) && store.setLast(first.id), "what was read can be stored");
    models::ProfileStore again(given.path());
    claim(again.read() && again.all() == all, "what was stored is read the same");
    claim(again.preferred() && again.preferred()->id == first.id, "the last one is remembered");
    claim(again.remove(first.id) && again.all() == all.mid(1), "one that is removed is gone, and no other");
}

void checkPreferences(const QByteArray &bytes)
{
    const Given given(bytes), fresh;
    const QSettings settings(given.path(), QSettings::IniFormat);
    const models::Preferences read = models::Preferences::load(settings);
    claim(read.proxy.port >= 1 && read.proxy.port <= 65'535, "a port is one");
    claim(read.timeZone().isValid(), "a zone is one");
    read.pace();
    QSettings written(fresh.path(), QSettings::IniFormat);
    read.store(written);
    claim(models::Preferences::load(written) == read, "what was stored is read the same");

    QSettings viewed(given.path(), QSettings::IniFormat);
    models::SavedViews views(viewed, u"views"_s, columns());
    const QList<models::SavedView> all = views.all();
    for (const models::SavedView &view : all) {
        claim(views.find(view.name) && *views.find(view.name) == view, "a view is found by its name");
        const auto places = models::readColumnPlaces(view.columns, columns());
        claim(places && models::columnPlacesText(*places, columns()) == view.columns, "columns are written as they were read");
    }
    if (all.isEmpty())
        return;
    claim(views.save(all.first()), "what was read can be stored");
    claim(models::SavedViews(viewed, u"views"_s, columns()).all() == all, "what was stored is read the same");
    views.rename(all.first().name, u" renamed  "_s);
    claim(views.find(u"renamed"_s), "a new name is tidy");
    views.remove(u"renamed"_s);
    claim(!views.find(u"renamed"_s), "a view that is removed is gone");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto secrets = models::ProfileSecrets::fromJson(bytes))
        claim(models::ProfileSecrets::fromJson(secrets->toJson()) == secrets,
              "an entry of the keychain is read as it was written");
    checkProfiles(bytes);
    checkPreferences(bytes);
    return 0;
}
