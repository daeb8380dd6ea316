#include "ui/ledgertext.h"

#include "ui/formats.h"

using namespace Qt::StringLiterals;

namespace ui {

QStringList LedgerText::notices(const models::LedgerReport &report)
{
    using Trust = models::LedgerReport::Trust;
    QStringList said;
    const QString aside = formats::plain(report.aside);
    const QString first = formats::number(static_cast<qint64>(report.firstBad));
    switch (report.trust) {
    case Trust::Sound:
    case Trust::Unknown:
        if (!aside.isEmpty()) //: %1: path. 中文：操作记录的位置上是另一个文件，已另存为 %1；操作记录从头开始
            said << tr("A file that is not this profile's stood in the place of the ledger of operations. It was kept as %1; the "
                       "ledger begins anew")
                        .arg(aside);
        break;
    case Trust::Edited: //: %1: number of an entry. 中文：操作记录的第 %1 条与写入时不同：它被改动过。其后的内容不可全信
        said << tr("Entry %1 of the ledger of operations is not as it was written: somebody or something changed it. Do not take "
                   "what follows it on trust")
                    .arg(first);
        break;
    case Trust::Cut: //: 中文：操作记录末尾缺少 %n 条。未完成的操作按可能已发送处理
        said << tr("The end of the ledger of operations is missing: %n line(s). What it left open may have been sent", nullptr,
                   static_cast<int>(report.missing));
        break;
    case Trust::Mended:
        //: %1: path. 中文：操作记录文件已损坏。能读出的内容已全部保留，原文件另存为 %1。未完成的操作按可能已发送处理
        said << tr("The ledger of operations was damaged. All that could be read of it is here; what was found is kept as %1. "
                   "What "
                   "it left open may have been sent")
                    .arg(aside);
        break;
    }
    if (report.trust == Trust::Edited && !aside.isEmpty()) //: %1: path. 中文：发现时的文件已另存为 %1
        said << tr("The ledger of operations as it was found is kept as %1").arg(aside);
    if (report.unreadable > 0) //: 中文：操作记录中有 %n 个操作无法读取，未显示
        said << tr("Not shown: %n operation(s) of the ledger that cannot be read", nullptr, static_cast<int>(report.unreadable));
    return said;
}

QString LedgerText::meanwhile(const models::Operations::Meanwhile &what, const QTimeZone &zone)
{
    if (what.isEmpty())
        return {};
    QStringList parts;
    if (what.inDoubt > 0)
        parts << tr("%n in doubt", nullptr, what.inDoubt); //: Operations. 中文：%n 个结果未明
    if (what.failed > 0)
        parts << tr("%n failed", nullptr, what.failed); //: Operations. 中文：%n 个失败
    if (what.notSent > 0)
        parts << tr("%n not sent", nullptr, what.notSent); //: Operations. 中文：%n 个未发送
    if (what.notDone > 0)
        parts << tr("%n settled: not done", nullptr, what.notDone); //: Operations. 中文：%n 个已查明未执行
    if (what.succeeded > 0)
        parts << tr("%n succeeded", nullptr, what.succeeded); //: Operations. 中文：%n 个成功
    if (what.goingOn > 0)
        parts << tr("%n going on", nullptr, what.goingOn); //: Operations. 中文：%n 个进行中
    if (what.queued > 0)
        parts << tr("%n queued, to be confirmed again", nullptr, what.queued); //: Operations. 中文：%n 个排队中，等待重新确认
    //: %1: a time with its zone, %2: a list. 中文：自上次使用（%1）以来，当时未完成的操作：%2
    return tr("Since you were last here (%1), of what was open then: %2")
        .arg(formats::time(what.since, zone) + u' ' + formats::zoneName(zone, what.since), parts.join(u" · "_s));
}

} // namespace ui
