#include "models/extract.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <atomic>
#include <utility>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr qsizetype rowsAtOnce = 500; // between two looks at the clock
constexpr qint64 pieceMs = 100;       // then other jobs of the worker have their turn
constexpr int mostPartBytes = 80;     // of a file's name, whose whole may have 255

QString isoUtc(qint64 msecs)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(msecs, Qt::UTC);
    return time.toString(msecs % 1000 != 0 ? u"yyyy-MM-ddTHH:mm:ss.zzzZ"_s : u"yyyy-MM-ddTHH:mm:ssZ"_s);
}

bool isGone(const Cell &cell) { return cell.missing || cell.notLoaded; }

bool hasPercent(const Cell &cell)
{
    const bool counts =
        cell.phase == Cell::Phase::Moving || cell.phase == Cell::Phase::StoppedAt || cell.phase == Cell::Phase::None;
    return counts && cell.number >= 0;
}

/// One value of a cell under a name of its own; a cell may have two of them.
struct Field
{
    QString name{};
    QString text{};
    bool isNumber = false;
    bool isNull = false;
};

QList<Field> fieldsOf(const Extract &what, int column, const Cell &cell)
{
    const Column &how = what.table->columns().at(column);
    const QString id = QString::fromUtf8(how.id);
    const bool gone = isGone(cell);
    // A name that has not come yet is not the same as none.
    const QString absent = cell.notLoaded ? what.textMaker(how, cell) : QString();
    switch (how.kind) {
    case CellKind::State:
        return {{.name = id, .text = gone ? absent : cell.text, .isNull = gone},
                {.name = id + u"_shown"_s, .text = gone ? absent : what.textMaker(how, cell), .isNull = gone}};
    case CellKind::Time:
        return {{.name = id + u"_utc"_s, .text = gone ? absent : isoUtc(cell.number), .isNull = gone},
                {.name = id + u"_as_sent"_s, .text = cell.asSent, .isNull = cell.asSent.isEmpty()}};
    case CellKind::Size:
        return {{.name = id + u"_mb"_s, .text = gone ? absent : QString::number(cell.number), .isNumber = !gone, .isNull = gone}};
    case CellKind::Number:
        return {{.name = id, .text = gone ? absent : QString::number(cell.number), .isNumber = !gone, .isNull = gone}};
    case CellKind::Progress: {
        const bool percent = !gone && hasPercent(cell);
        return {{.name = id + u"_percent"_s,
                 .text = percent ? QString::number(cell.number) : QString(),
                 .isNumber = percent,
                 .isNull = !percent},
                {.name = id + u"_shown"_s, .text = gone ? absent : what.textMaker(how, cell), .isNull = gone}};
    }
    case CellKind::Text:
    case CellKind::Id:
        break;
    }
    return {{.name = id, .text = gone ? absent : cell.text, .isNull = gone}};
}

QString csvCell(const Field &field)
{
    if (field.isNumber)
        return field.text;
    QString text = neutralised(field.text);
    text.replace(QChar(u'\0'), QChar(0x2400)); // ends the text for some readers
    static constexpr QStringView special = u"\",\r\n\t";
    const bool quoted = std::any_of(text.cbegin(), text.cend(), [](QChar c) { return special.contains(c); }) ||
                        text.startsWith(u' ') || text.endsWith(u' ');
    if (!quoted)
        return text;
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

/// As on the screen, on one line.
QString textCell(const QString &shown)
{
    QString text = neutralised(shown);
    for (QChar &c : text) {
        if (c == u'\t' || c == u'\n' || c == u'\r')
            c = u' ';
        else if (c.isNull())
            c = QChar(0x2400);
    }
    return text;
}

QString jsonText(const QString &text)
{
    QString out;
    out.reserve(text.size() + 2);
    out += u'"';
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\') {
            out += u'\\';
            out += c;
        } else if (c == u'\n') {
            out += u"\\n"_s;
        } else if (c.unicode() < 0x20 || c.unicode() == 0x7f) {
            out += u"\\u%1"_s.arg(static_cast<uint>(c.unicode()), 4, 16, QChar(u'0'));
        } else {
            out += c;
        }
    }
    out += u'"';
    return out;
}

QString jsonOrNull(const QString &text) { return text.isEmpty() ? u"null"_s : jsonText(text); }

QString jsonFlag(bool on) { return on ? u"true"_s : u"false"_s; }

QString jsonRow(const Extract &what, int row)
{
    QString out = u"    {"_s;
    bool first = true;
    const auto add = [&out, &first](const QString &name, const QString &value) {
        if (!std::exchange(first, false))
            out += u", "_s;
        out += jsonText(name);
        out += u": "_s;
        out += value;
    };
    for (const int column : what.columns) {
        const Cell cell = what.table->cell(row, column);
        const QList<Field> fields = fieldsOf(what, column, cell);
        for (const Field &field : fields)
            add(field.name, field.isNull ? u"null"_s : field.isNumber ? field.text : jsonText(field.text));
        if (cell.notLoaded)
            add(QString::fromUtf8(what.table->columns().at(column).id) + u"_not_loaded"_s, u"true"_s);
    }
    return out + u'}';
}

QString jsonHead(const Extract &what)
{
    const QString member = u"  \"%1\": "_s;
    QStringList lines;
    const auto add = [&lines, &member](QStringView name, const QString &value) { lines.append(member.arg(name) + value); };
    add(u"page", jsonText(what.page));
    if (what.projects.size() == 1) {
        const Extract::Project &project = what.projects.first();
        add(u"region", jsonText(project.scope.region));
        add(u"project_id", jsonText(project.scope.projectId));
        add(u"project_name", jsonOrNull(project.name));
    } else {
        QStringList projects;
        for (const Extract::Project &project : what.projects)
            projects.append(u"{\"region\": %1, \"project_id\": %2, \"project_name\": %3}"_s.arg(
                jsonText(project.scope.region), jsonText(project.scope.projectId), jsonOrNull(project.name)));
        add(u"projects", u'[' + projects.join(u", "_s) + u']');
    }
    add(u"as_of", what.asOf.isValid() ? jsonText(isoUtc(what.asOf.toMSecsSinceEpoch())) : u"null"_s);
    add(u"list_is_complete", jsonFlag(!what.isPartOfList));
    add(u"selected_rows_only", jsonFlag(what.isSelection));
    add(u"text_filter", jsonOrNull(what.filter));
    add(u"state_filter", jsonOrNull(what.state));
    QStringList asked;
    for (const auto &[name, value] : what.serverFilter)
        asked.append(jsonText(name) + u": "_s + jsonText(value));
    add(u"server_filter", u'{' + asked.join(u", "_s) + u'}');
    add(u"row_count", QString::number(what.rows.size()));
    return u"{\n"_s + lines.join(u",\n"_s) + u",\n  \"rows\": [\n"_s;
}

} // namespace

QString neutralised(const QString &text)
{
    static constexpr QStringView formulas = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20"; // full-width ones are taken for the others
    return !text.isEmpty() && formulas.contains(text.front()) ? u'\'' + text : text;
}

QByteArray extractHead(const Extract &what, ExtractFormat format)
{
    QStringList names;
    switch (format) {
    case ExtractFormat::Json:
        return jsonHead(what).toUtf8();
    case ExtractFormat::Text:
        for (const QString &header : what.headers)
            names.append(textCell(header));
        return names.join(u'\t').toUtf8() + '\n';
    case ExtractFormat::Csv:
        break;
    }
    for (const int column : what.columns) {
        const QList<Field> fields = fieldsOf(what, column, {.missing = true});
        for (const Field &field : fields)
            names.append(field.name);
    }
    return "\xEF\xBB\xBF" + names.join(u',').toUtf8() + "\r\n";
}

QByteArray extractRows(const Extract &what, ExtractFormat format, qsizetype first, qsizetype count)
{
    QString out;
    const qsizetype end = std::min(first + count, what.rows.size());
    for (qsizetype at = first; at < end; ++at) {
        const int row = what.rows.at(at);
        if (format == ExtractFormat::Json) {
            out += jsonRow(what, row);
            out += at + 1 < what.rows.size() ? u",\n"_s : u"\n"_s;
            continue;
        }
        QStringList cells;
        for (const int column : what.columns) {
            const Cell cell = what.table->cell(row, column);
            if (format == ExtractFormat::Text) {
                cells.append(textCell(what.textMaker(what.table->columns().at(column), cell)));
                continue;
            }
            const QList<Field> fields = fieldsOf(what, column, cell);
            for (const Field &field : fields)
                cells.append(csvCell(field));
        }
        out += cells.join(format == ExtractFormat::Csv ? u',' : u'\t');
        out += format == ExtractFormat::Csv ? u"\r\n"_s : u"\n"_s;
    }
    return out.toUtf8();
}

QByteArray extractTail(const Extract &, ExtractFormat format)
{
    return format == ExtractFormat::Json ? QByteArray("  ]\n}\n") : QByteArray();
}

QString extractFileName(const Extract &what, ExtractFormat format)
{
    QStringList parts{what.page};
    if (what.projects.size() == 1) {
        const Extract::Project &project = what.projects.first();
        parts += {project.scope.region, project.name.isEmpty() ? project.scope.projectId : project.name};
    } else {
        parts.append(u"%1-projects"_s.arg(what.projects.size()));
    }
    for (QString &part : parts) {
        QString safe;
        for (const QChar c : std::as_const(part)) {
            if (c.isLetterOrNumber() || c == u'-' || (c == u'.' && !safe.isEmpty()))
                safe += c;
            else if (!safe.endsWith(u'-'))
                safe += u'-';
        }
        part = safe.left(40);
        while (part.toUtf8().size() > mostPartBytes)
            part.chop(1); // never half a character: what is kept is all of the first plane
    }
    if (what.isSelection)
        parts.insert(1, u"selected"_s);
    if (what.asOf.isValid())
        parts.append(what.asOf.toUTC().toString(u"yyyyMMddTHHmmssZ"_s));
    parts.removeAll(QString());
    const QString suffix = format == ExtractFormat::Csv ? u".csv"_s : format == ExtractFormat::Json ? u".json"_s : u".txt"_s;
    return parts.join(u'_') + suffix;
}

// ---------------------------------------------------------------------------------------------------------------------

/// Touched by jobs on the worker only, but for the order to stop.
struct ExtractJob::Work
{
    Extract what;
    ExtractFormat format;
    QString path;
    std::unique_ptr<QSaveFile> file{};
    qsizetype at = 0;
    std::atomic_bool stop = false;

    struct Step
    {
        qsizetype written = 0;
        bool over = false;
        QString problem{};
    };

    /// Writes for a while.
    Step go()
    {
        if (stop) {
            file.reset(); // what it has written goes with it
            return {.written = at, .over = true};
        }
        QElapsedTimer clock;
        clock.start();
        if (!file) {
            const bool isNew = !QFile::exists(path); // one that is there keeps its permissions
            file = std::make_unique<QSaveFile>(path);
            if (!file->open(QIODevice::WriteOnly) || (isNew && !file->setPermissions(QFile::ReadOwner | QFile::WriteOwner)))
                return failed();
            if (!put(extractHead(what, format)))
                return failed();
        }
        while (at < what.rows.size() && clock.elapsed() < pieceMs) {
            if (!put(extractRows(what, format, at, rowsAtOnce)))
                return failed();
            at = std::min(at + rowsAtOnce, what.rows.size());
        }
        if (!file->flush()) // a full disk is told where it happens
            return failed();
        if (at < what.rows.size())
            return {.written = at};
        // What still lies in the buffer when it is committed is lost without a word where it cannot be written (Qt 6.4.2).
        if (!put(extractTail(what, format)) || !file->flush() || !file->commit())
            return failed();
        file.reset();
        return {.written = at, .over = true};
    }

    bool put(const QByteArray &bytes)
    {
        for (qint64 done = 0; done < bytes.size();) {
            const qint64 written = file->write(bytes.constData() + done, bytes.size() - done);
            if (written <= 0)
                return false;
            done += written;
        }
        return true;
    }

    Step failed()
    {
        if (file->isOpen())
            file->flush(); // a disk that fills up takes a part first, which Qt 6.4.2 calls an unknown error; now it says why
        const QString problem = file->errorString();
        file->cancelWriting();
        file.reset();
        return {.written = at, .over = true, .problem = problem.isEmpty() ? u"?"_s : problem};
    }
};

ExtractJob::ExtractJob(Extract what, ExtractFormat format, QString path, Worker *worker, QObject *parent)
    : QObject(parent), m_work(std::make_shared<Work>()), m_worker(worker), m_path(std::move(path)), m_total(what.rows.size())
{
    m_work->what = std::move(what);
    m_work->format = format;
    m_work->path = m_path;
    next();
}

ExtractJob::~ExtractJob()
{
    if (m_state != State::Running)
        return;
    m_work->stop = true;
    m_worker->run([work = m_work] { return work->go().over; }, nullptr, [](bool) {}); // the file goes on the thread it is of
}

void ExtractJob::stop() { m_work->stop = true; }

void ExtractJob::next()
{
    m_worker->run([work = m_work] { return work->go(); }, this,
                  [this](const Work::Step &step) {
                      m_written = step.written;
                      m_problem = step.problem;
                      if (!step.over)
                          next();
                      else if (!step.problem.isEmpty())
                          m_state = State::Failed;
                      else
                          m_state = step.written == m_total && !m_work->stop ? State::Done : State::Stopped;
                      emit changed();
                  });
}

} // namespace models
