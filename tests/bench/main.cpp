// The benches, ours against others:
//
//     ballast_bench [--json FILE] [--only NAME]... [--list] [--verbose]
//
// Each runs in a process of its own (`--row NAME`, which prints its object): the heap and the caches that one leaves behind are
// not another's start, and one that crashes is one error. Ends with 0 when all ran, whatever their goals; with 1 when one could
// not; with 2 for wrong options.

#include "benches.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QProcess>
#include <QSaveFile>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 20 * 60 * 1000; ///< for one bench

int complain(const QString &what, int code)
{
    std::fprintf(stderr, "bench: %s\n", qPrintable(what));
    return code;
}

const bench::Bench *find(const std::vector<bench::Bench> &all, const QString &name)
{
    const auto it = std::find_if(all.begin(), all.end(), [&name](const bench::Bench &b) { return b.name == name; });
    return it == all.end() ? nullptr : &*it;
}

int runHere(const bench::Bench &bench)
{
    const auto measured =
        bench.prepare().and_then([&bench](const bench::Sides &sides) { return bench::alternate(sides, bench.rounds); });
    if (!measured)
        return complain(u"%1: %2"_s.arg(bench.name, measured.error()), 1);
    std::puts(QJsonDocument(bench::judge(bench, *measured)).toJson(QJsonDocument::Compact).constData());
    return 0;
}

/// Empty where it could not run; why stands on stderr then.
QJsonObject runApart(const QString &name, bool verbose)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QStringList arguments{u"--row"_s, name};
    if (verbose)
        arguments.append(u"--verbose"_s);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    if (!process.waitForFinished(patienceMs) || process.exitStatus() != QProcess::NormalExit) {
        complain(u"%1 did not end well: %2"_s.arg(name, process.errorString()), 1);
        return {};
    }
    return process.exitCode() == 0 ? QJsonDocument::fromJson(process.readAllStandardOutput()).object() : QJsonObject();
}

bool store(const QString &path, const QJsonArray &rows)
{
    QSaveFile file(path);
    const QByteArray bytes = QJsonDocument(rows).toJson();
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

} // namespace

int main(int argc, char **argv)
{
    // What is drawn in this process is drawn off screen, unless somebody says where; programs get a display from their bench.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const QCommandLineOption json(u"json"_s, u"Write all rows there."_s, u"file"_s);
    const QCommandLineOption only(u"only"_s, u"This bench alone; may be given again."_s, u"name"_s);
    const QCommandLineOption list(u"list"_s, u"Name the benches."_s);
    const QCommandLineOption verbose(u"verbose"_s, u"Tell every round on stderr."_s);
    QCommandLineOption row(u"row"_s, u"Run this one here and print its row."_s, u"name"_s);
    row.setFlags(QCommandLineOption::HiddenFromHelp);
    QCommandLineParser parser;
    parser.addOptions({json, only, list, verbose, row});
    const QCommandLineOption help = parser.addHelpOption();
    if (!parser.parse(QCoreApplication::arguments()) || !parser.positionalArguments().isEmpty())
        return complain(parser.errorText().isEmpty() ? u"it takes options only; --help names them"_s : parser.errorText(), 2);
    if (parser.isSet(help))
        parser.showHelp();
    QLoggingCategory::setFilterRules(parser.isSet(verbose) ? u"default.debug=true"_s : u"*.debug=false"_s);

    const std::vector<bench::Bench> all = bench::allBenches();
    QStringList names;
    for (const bench::Bench &known : all)
        names.append(known.name);
    if (parser.isSet(list)) {
        std::puts(qPrintable(names.join(u'\n')));
        return 0;
    }
    const QStringList chosen = parser.isSet(row) ? parser.values(row) : parser.isSet(only) ? parser.values(only) : names;
    for (const QString &name : chosen) {
        if (!find(all, name))
            return complain(u"no such bench: %1 (%2)"_s.arg(name, names.join(u", "_s)), 2);
    }
    if (parser.isSet(row))
        return runHere(*find(all, chosen.constFirst()));

    QJsonArray rows;
    int failed = 0;
    std::puts(qPrintable(bench::tableHead()));
    for (const QString &name : chosen) {
        const QJsonObject made = runApart(name, parser.isSet(verbose));
        failed += made.isEmpty() ? 1 : 0;
        if (made.isEmpty())
            continue;
        rows.append(made);
        std::puts(qPrintable(bench::tableLine(made)));
        std::fflush(stdout);
    }
    if (parser.isSet(json) && !store(parser.value(json), rows))
        return complain(u"%1 cannot be written"_s.arg(parser.value(json)), 1);
    return failed > 0 ? complain(u"%1 of %2 could not run"_s.arg(failed).arg(chosen.size()), 1) : 0;
}
