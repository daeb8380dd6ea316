#include "models/privatefolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

namespace models {

namespace {

constexpr QFile::Permissions ownerAlone = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

bool makeMissing(const QString &path)
{
    if (QFileInfo(path).isDir())
        return true;
    const QString above = QFileInfo(path).path();
    if (above == path || !makeMissing(above))
        return false;
    if (QDir().mkdir(path, ownerAlone))
        return true;
    const int why = errno;
    if (QFileInfo(path).isDir()) // somebody else made it at the same moment
        return true;
    errno = why;
    return false;
}

} // namespace

bool makePrivateFolder(const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    if (!makeMissing(clean))
        return false;
    QFile::setPermissions(clean, ownerAlone);
    return true;
}

} // namespace models
