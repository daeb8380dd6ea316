<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
            <extracomment>Operations. 中文：%n 个运行中</extracomment>
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
</TS>
