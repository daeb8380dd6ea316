<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>Details</name>
        <message numerus="yes">
            <source>%n server(s)</source>
            <extracomment>Section of facts: the servers a policy backs up. 中文：云服务器（%n 台）</extracomment>
            <translation>
                <numerusform>%n server</numerusform>
                <numerusform>%n servers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n drill(s) of this group</source>
            <extracomment>中文：容灾演练</extracomment>
            <translation>
                <numerusform>%n drill of this group</numerusform>
                <numerusform>%n drills of this group</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n drill server(s)</source>
            <extracomment>Section of facts. 中文：演练云服务器（%n 台）</extracomment>
            <translation>
                <numerusform>%n drill server</numerusform>
                <numerusform>%n drill servers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ErrorText</name>
        <message numerus="yes">
            <source>%n failed backup(s) not in the list of backups, so not copied</source>
            <extracomment>中文：没有可复制的备份 What failed before and is to be copied now. 中文：%n 个失败的备份不在已加载的备份列表中，此次不复制</extracomment>
            <translation>
                <numerusform>%n failed backup not in the list of backups, so not copied</numerusform>
                <numerusform>%n failed backups not in the list of backups, so not copied</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::LedgerText</name>
        <message numerus="yes">
            <source>%n in doubt</source>
            <translation>
                <numerusform>%n in doubt</numerusform>
                <numerusform>%n in doubt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <extracomment>Operations. 中文：%n 个结果未明</extracomment>
            <translation>
                <numerusform>%n failed</numerusform>
                <numerusform>%n failed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not sent</source>
            <extracomment>Operations. 中文：%n 个失败</extracomment>
            <translation>
                <numerusform>%n not sent</numerusform>
                <numerusform>%n not sent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n settled: not done</source>
            <extracomment>Operations. 中文：%n 个未发送</extracomment>
            <translation>
                <numerusform>%n settled: not done</numerusform>
                <numerusform>%n settled: not done</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n succeeded</source>
            <extracomment>Operations. 中文：%n 个已查明未执行</extracomment>
            <translation>
                <numerusform>%n succeeded</numerusform>
                <numerusform>%n succeeded</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n going on</source>
            <extracomment>Operations. 中文：%n 个成功</extracomment>
            <translation>
                <numerusform>%n going on</numerusform>
                <numerusform>%n going on</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n queued, to be confirmed again</source>
            <extracomment>Operations. 中文：%n 个进行中</extracomment>
            <translation>
                <numerusform>%n queued, to be confirmed again</numerusform>
                <numerusform>%n queued, to be confirmed again</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The end of the ledger of operations is missing: %n line(s). What it left open may have been sent</source>
            <extracomment>中文：操作记录末尾缺少 %n 条。未完成的操作按可能已发送处理</extracomment>
            <translation>
                <numerusform>The end of the ledger of operations is missing: %n line. What it left open may have been sent</numerusform>
                <numerusform>The end of the ledger of operations is missing: %n lines. What it left open may have been sent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not shown: %n operation(s) of the ledger that cannot be read</source>
            <extracomment>中文：操作记录中有 %n 个操作无法读取，未显示</extracomment>
            <translation>
                <numerusform>Not shown: %n operation of the ledger that cannot be read</numerusform>
                <numerusform>Not shown: %n operations of the ledger that cannot be read</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::ListPage</name>
        <message numerus="yes">
            <source>%n row(s) unreadable: %1</source>
            <extracomment>%1: why the first could not be read. 中文：%n 行无法读取：%1</extracomment>
            <translation>
                <numerusform>%n row unreadable: %1</numerusform>
                <numerusform>%n rows unreadable: %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n selected</source>
            <extracomment>中文：已选 %n 项</extracomment>
            <translation>
                <numerusform>%n selected</numerusform>
                <numerusform>%n selected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) moved · apply</source>
            <extracomment>A button under a table: rows that would stand elsewhere, and do when it is pressed. 中文：%n 行有移动 · 应用</extracomment>
            <translation>
                <numerusform>%n row moved · apply</numerusform>
                <numerusform>%n rows moved · apply</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %n matching selected</source>
            <translation>
                <numerusform>All %n matching selected</numerusform>
                <numerusform>All %n matching selected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Export the %n row(s) shown…</source>
            <extracomment>In a menu; %n: how many match the filter. 中文：导出显示的 %n 行…</extracomment>
            <translation>
                <numerusform>Export the %n row shown…</numerusform>
                <numerusform>Export the %n rows shown…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Export the %n selected row(s)…</source>
            <extracomment>In a menu. 中文：导出所选的 %n 行…</extracomment>
            <translation>
                <numerusform>Export the %n selected row…</numerusform>
                <numerusform>Export the %n selected rows…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) exported</source>
            <extracomment>中文：已导出 %n 行</extracomment>
            <translation>
                <numerusform>%n row exported</numerusform>
                <numerusform>%n rows exported</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n saved view(s) are damaged and were left out</source>
            <extracomment>中文：%n 个已保存的视图已损坏，未载入</extracomment>
            <translation>
                <numerusform>%n saved view are damaged and were left out</numerusform>
                <numerusform>%n saved views are damaged and were left out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) selected. All that is known of one is shown here when it is clicked</source>
            <translation>
                <numerusform>%n row selected. All that is known of one is shown here when it is clicked</numerusform>
                <numerusform>%n rows selected. All that is known of one is shown here when it is clicked</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::MainWindow</name>
        <message numerus="yes">
            <source>%n operation(s) have no answer yet</source>
            <extracomment>中文：%n 个操作尚未得到答复</extracomment>
            <translation>
                <numerusform>%n operation has no answer yet</numerusform>
                <numerusform>%n operations have no answer yet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n operation(s) are in doubt: they may have been done</source>
            <extracomment>中文：%n 个操作结果未明</extracomment>
            <translation>
                <numerusform>%n operation is in doubt: it may have been done</numerusform>
                <numerusform>%n operations are in doubt: they may have been done</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in doubt</source>
            <extracomment>Of operations; said of a badge. 中文：%n 个结果未明</extracomment>
            <translation>
                <numerusform>%n in doubt</numerusform>
                <numerusform>%n in doubt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in trouble, unread</source>
            <extracomment>Of operations; said of a badge. 中文：%n 个有问题未读</extracomment>
            <translation>
                <numerusform>%n in trouble, unread</numerusform>
                <numerusform>%n in trouble, unread</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n need attention</source>
            <extracomment>Said of a badge. 中文：%n 个需要处理</extracomment>
            <translation>
                <numerusform>%n needs attention</numerusform>
                <numerusform>%n need attention</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Replicate %n backup(s)…</source>
            <translation>
                <numerusform>Replicate %n backup…</numerusform>
                <numerusform>Replicate %n backups…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n operation(s) go on at the service</source>
            <translation>
                <numerusform>%n operation goes on at the service</numerusform>
                <numerusform>%n operations go on at the service</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n backup(s) are queued: closing withdraws them, they will not be sent</source>
            <extracomment>中文：%n 个备份仍在排队：关闭后将被撤回，不会发送</extracomment>
            <translation>
                <numerusform>%n backup is queued: closing withdraws it, it will not be sent</numerusform>
                <numerusform>%n backups are queued: closing withdraws them, they will not be sent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n backup(s) are queued: they will not be sent, and the next start asks again</source>
            <extracomment>中文：%n 个备份仍在排队：关闭后不会发送，下次启动时重新询问</extracomment>
            <translation>
                <numerusform>%n backup is queued: it will not be sent, and the next start asks again</numerusform>
                <numerusform>%n backups are queued: they will not be sent, and the next start asks again</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::OperationView</name>
        <message numerus="yes">
            <source>Looked %n time(s)</source>
            <translation>
                <numerusform>Looked %n time</numerusform>
                <numerusform>Looked %n times</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s)</source>
            <extracomment>中文：%n 个保护组</extracomment>
            <translation>
                <numerusform>%n record</numerusform>
                <numerusform>%n records</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n backup(s) skipped by the service</source>
            <translation>
                <numerusform>%n backup skipped by the service</numerusform>
                <numerusform>%n backups skipped by the service</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Looked: %n candidate(s)</source>
            <translation>
                <numerusform>Looked: %n candidate</numerusform>
                <numerusform>Looked: %n candidates</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n group(s)</source>
            <translation>
                <numerusform>%n group</numerusform>
                <numerusform>%n groups</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n foreseen not taken</source>
            <translation>
                <numerusform>%n foreseen not taken</numerusform>
                <numerusform>%n foreseen not taken</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not foreseen</source>
            <extracomment>中文：%n 个未被接收</extracomment>
            <translation>
                <numerusform>%n not foreseen</numerusform>
                <numerusform>%n not foreseen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n seen in %1</source>
            <extracomment>%1 is a region. 中文：在 %1 查到 %n 个</extracomment>
            <translation>
                <numerusform>%n seen in %1</numerusform>
                <numerusform>%n seen in %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not found there</source>
            <extracomment>中文：%n 个未查到</extracomment>
            <translation>
                <numerusform>%n not found there</numerusform>
                <numerusform>%n not found there</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n could not be looked for</source>
            <extracomment>中文：%n 个无法查询</extracomment>
            <translation>
                <numerusform>%n could not be looked for</numerusform>
                <numerusform>%n could not be looked for</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Settled: accepted. The service made %n record(s)</source>
            <extracomment>中文：已查明：已受理。服务端已建立 %n 条复制记录</extracomment>
            <translation>
                <numerusform>Settled: accepted. The service made %n record</numerusform>
                <numerusform>Settled: accepted. The service made %n records</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Replicate %n failed backup(s) a&amp;new…</source>
            <extracomment>Button: opens the form for what failed. 中文：重新复制 %n 个失败的备份…(&amp;N)</extracomment>
            <translation>
                <numerusform>Replicate %n failed backup a&amp;new…</numerusform>
                <numerusform>Replicate %n failed backups a&amp;new…</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::OperationsDock</name>
        <message numerus="yes">
            <source>Answer lost; looked %n time(s)</source>
            <extracomment>中文：尚无进度 %n: how often. 中文：未收到答复；已查看 %n 次</extracomment>
            <translation>
                <numerusform>Answer lost; looked %n time</numerusform>
                <numerusform>Answer lost; looked %n times</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n running</source>
            <translation>
                <numerusform>%n running</numerusform>
                <numerusform>%n running</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in doubt</source>
            <translation>
                <numerusform>%n in doubt</numerusform>
                <numerusform>%n in doubt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in trouble, unread</source>
            <extracomment>Operations. 中文：%n 个结果未明</extracomment>
            <translation>
                <numerusform>%n in trouble, unread</numerusform>
                <numerusform>%n in trouble, unread</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n operation(s)</source>
            <translation>
                <numerusform>%n operation</numerusform>
                <numerusform>%n operations</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n queued</source>
            <extracomment>Operations. 中文：%n 个运行中</extracomment>
            <translation>
                <numerusform>%n queued</numerusform>
                <numerusform>%n queued</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::OverviewPage</name>
        <message numerus="yes">
            <source>%n replication(s) failed</source>
            <extracomment>中文：%n 个复制失败</extracomment>
            <translation>
                <numerusform>%n replication failed</numerusform>
                <numerusform>%n replications failed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n backup(s) failed</source>
            <extracomment>中文：%n 个备份出错</extracomment>
            <translation>
                <numerusform>%n backup failed</numerusform>
                <numerusform>%n backups failed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n server(s) without a usable backup</source>
            <extracomment>中文：%n 台云服务器没有可用备份</extracomment>
            <translation>
                <numerusform>%n server without a usable backup</numerusform>
                <numerusform>%n servers without a usable backup</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n server(s) without a known copy elsewhere</source>
            <extracomment>中文：%n 台云服务器没有已知的异地副本</extracomment>
            <translation>
                <numerusform>%n server without a known copy elsewhere</numerusform>
                <numerusform>%n servers without a known copy elsewhere</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not known: %n list(s) not read, or not as a whole</source>
            <extracomment>In an empty card. 中文：未知：%n 个列表未完整读取</extracomment>
            <translation>
                <numerusform>Not known: %n list not read, or not as a whole</numerusform>
                <numerusform>Not known: %n lists not read, or not as a whole</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 · %n server(s)</source>
            <extracomment>Under the title: where that is, and how many servers have backups. 中文：%1 · %n 台云服务器</extracomment>
            <translation>
                <numerusform>%1 · %n server</numerusform>
                <numerusform>%1 · %n servers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::PlaceText</name>
        <message numerus="yes">
            <source>%1, %n project(s)</source>
            <extracomment>What the window shows; %1: how many regions, in words. 中文：%1，%n 个项目</extracomment>
            <translation>
                <numerusform>%1, %n project</numerusform>
                <numerusform>%1, %n projects</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n region(s)</source>
            <translation>
                <numerusform>%n region</numerusform>
                <numerusform>%n regions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::ProfileDialog</name>
        <message numerus="yes">
            <source>signs in; %n project(s) to choose from</source>
            <extracomment>Line of a test. 中文：登录成功，可用项目 %n 个</extracomment>
            <translation>
                <numerusform>signs in; %n project to choose from</numerusform>
                <numerusform>signs in; %n projects to choose from</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::QueueView</name>
        <message numerus="yes">
            <source>%n backup(s) not sent</source>
            <translation>
                <numerusform>%n backup not sent</numerusform>
                <numerusform>%n backups not sent</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::ReplicateBackupDialog</name>
        <message numerus="yes">
            <source>Replicate %n backup(s)</source>
            <translation>
                <numerusform>Replicate %n backup</numerusform>
                <numerusform>Replicate %n backups</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n backup(s)</source>
            <translation>
                <numerusform>%n backup</numerusform>
                <numerusform>%n backups</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::ReplicateBackupsDialog</name>
        <message numerus="yes">
            <source>Replicate %n backup(s)</source>
            <translation>
                <numerusform>Replicate %n backup</numerusform>
                <numerusform>Replicate %n backups</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n backup(s)</source>
            <translation>
                <numerusform>%n backup</numerusform>
                <numerusform>%n backups</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n, each with its reason below</source>
            <translation>
                <numerusform>%n, each with its reason below</numerusform>
                <numerusform>%n, each with its reason below</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&amp;Request, first of %n</source>
            <extracomment>Tab: what is sent for the first of several. 中文：请求（%n 个中的第 1 个）(&amp;R)</extracomment>
            <translation>
                <numerusform>&amp;Request, first of %n</numerusform>
                <numerusform>&amp;Request, first of %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::ReplicatePolicyDialog</name>
        <message numerus="yes">
            <source>Replicate %n backup(s)</source>
            <translation>
                <numerusform>Replicate %n backup</numerusform>
                <numerusform>Replicate %n backups</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Replicate %n backup(s) at most</source>
            <translation>
                <numerusform>Replicate %n backup at most</numerusform>
                <numerusform>Replicate %n backups at most</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n backup(s)</source>
            <translation>
                <numerusform>%n backup</numerusform>
                <numerusform>%n backups</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n backup(s) failed or were skipped before: the service may take them again</source>
            <translation>
                <numerusform>%n backup failed or was skipped before: the service may take it again</numerusform>
                <numerusform>%n backups failed or were skipped before: the service may take them again</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n already there</source>
            <translation>
                <numerusform>%n already there</numerusform>
                <numerusform>%n already there</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n being copied</source>
            <extracomment>Backups left out. 中文：%n 个已有副本</extracomment>
            <translation>
                <numerusform>%n being copied</numerusform>
                <numerusform>%n being copied</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not available</source>
            <extracomment>中文：%n 个正在复制</extracomment>
            <translation>
                <numerusform>%n not available</numerusform>
                <numerusform>%n not available</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n replica(s) themselves</source>
            <extracomment>中文：%n 个不可用</extracomment>
            <translation>
                <numerusform>%n replica itself</numerusform>
                <numerusform>%n replicas themselves</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::ServiceWindow</name>
        <message numerus="yes">
            <source>%n row(s) unreadable: %1</source>
            <extracomment>%1: the member of the answer that is wrong. 中文：%n 行无法读取：%1</extracomment>
            <translation>
                <numerusform>%n row unreadable: %1</numerusform>
                <numerusform>%n rows unreadable: %1</numerusform>
            </translation>
        </message>
    </context>
</TS>
