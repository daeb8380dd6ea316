#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

namespace test {

/// Runs a statement in a database as somebody with a tool for it would.
inline void tamper(const QString &path, const QString &statement)
{
    const QString connection = QStringLiteral("tamper");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY2(query.exec(statement), qPrintable(statement));
    }
    QSqlDatabase::removeDatabase(connection);
}

} // namespace test
