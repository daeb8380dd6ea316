#pragma once

#include <QByteArray>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStringEncoder>

/// Looks for secrets where none may be, in every form in which a program may have written one.
namespace test {

inline QByteArrayList formsOf(const QByteArray &whole)
{
    QByteArrayList parts{whole};
    if (whole.size() > 100) // a token: a piece of it is a leak, too
        parts = {whole.mid(16, 48), whole.right(48)};
    QByteArrayList forms;
    for (const QByteArray &part : std::as_const(parts)) {
        const QString text = QString::fromUtf8(part);
        const QByteArray json = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
        const QByteArray percent = part.toPercentEncoding();
        forms << part << json.mid(2, json.size() - 4) << percent << percent.toLower() << part.toHex() << part.toHex().toUpper();
        forms << QByteArray(QStringEncoder(QStringEncoder::Utf16LE)(text))
              << QByteArray(QStringEncoder(QStringEncoder::Utf16BE)(text));
        for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
            for (qsizetype offset = 0; offset < 3; ++offset) { // wherever it begins in what was encoded
                const QByteArray encoded = (QByteArray(offset, '\0') + part).toBase64(alphabet | QByteArray::OmitTrailingEquals);
                const qsizetype certain = (offset + part.size()) * 8 / 6, first = (offset * 8 + 5) / 6;
                forms << encoded.mid(first, certain - first);
            }
        }
    }
    forms.removeAll(QByteArray());
    return forms;
}

/// Secrets and what they are called, for a message must not show them.
class Marks
{
public:
    void add(const QString &name, const QByteArray &secret)
    {
        if (secret.size() < 8)
            qFatal("%s is too short to be looked for", qPrintable(name));
        for (const QByteArray &form : formsOf(secret)) {
            if (!m_forms.contains({name, form}))
                m_forms.append({name, form});
        }
    }
    /// The name of the first that is in there; empty: none.
    QString in(const QByteArray &bytes) const
    {
        for (const auto &[name, form] : m_forms) {
            if (bytes.contains(form))
                return name;
        }
        return {};
    }
    QString in(const QString &text) const { return in(text.toUtf8()); }
    /// The files below a folder that hold one: "secret in path".
    QStringList under(const QString &folder) const
    {
        QStringList found;
        QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly)) // a socket
                continue;
            QString name = in(file.readAll());
            if (name.isEmpty())
                name = in(file.fileName());
            if (!name.isEmpty())
                found << name + QStringLiteral(" in ") + file.fileName();
        }
        return found;
    }

private:
    QList<std::pair<QString, QByteArray>> m_forms;
};

/// What below a folder, and the folder itself, anybody but its owner may read, write or enter.
inline QStringList openToOthers(const QString &folder)
{
    constexpr QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QStringList open;
    if (QFileInfo(folder).permissions() & others)
        open << folder;
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        it.next();
        if (!it.fileInfo().isSymLink() && (it.fileInfo().permissions() & others))
            open << it.filePath();
    }
    return open;
}

} // namespace test
