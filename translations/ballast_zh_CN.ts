<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Columns</name>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>云服务器</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>创建时间</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>副本</translation>
        </message>
        <message>
            <source>Zone</source>
            <translation>可用区</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Trigger</source>
            <translation>触发方式</translation>
        </message>
        <message>
            <source>Backup progress</source>
            <translation>备份进度</translation>
        </message>
        <message>
            <source>State of the data</source>
            <translation>数据时间点</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>完成时间</translation>
        </message>
        <message>
            <source>Expires</source>
            <translation>到期时间</translation>
        </message>
        <message>
            <source>Restore mode</source>
            <translation>恢复方式</translation>
        </message>
        <message>
            <source>Failure code</source>
            <translation>错误码</translation>
        </message>
        <message>
            <source>Failure</source>
            <translation>失败原因</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>描述</translation>
        </message>
        <message>
            <source>Backup ID</source>
            <translation>备份 ID</translation>
        </message>
        <message>
            <source>Server ID</source>
            <translation>云服务器 ID</translation>
        </message>
        <message>
            <source>Checkpoint ID</source>
            <translation>备份记录 ID</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>From</source>
            <translation>源区域</translation>
        </message>
        <message>
            <source>To</source>
            <translation>目标区域</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>开始时间</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>备份策略</translation>
        </message>
        <message>
            <source>Record ID</source>
            <translation>记录 ID</translation>
        </message>
        <message>
            <source>Source backup ID</source>
            <translation>源备份 ID</translation>
        </message>
        <message>
            <source>Replica ID</source>
            <translation>副本 ID</translation>
        </message>
        <message>
            <source>Source project ID</source>
            <translation>源项目 ID</translation>
        </message>
        <message>
            <source>Destination project ID</source>
            <translation>目标项目 ID</translation>
        </message>
        <message>
            <source>Source checkpoint ID</source>
            <translation>源备份记录 ID</translation>
        </message>
        <message>
            <source>Destination checkpoint ID</source>
            <translation>目的备份记录 ID</translation>
        </message>
        <message>
            <source>Policy ID</source>
            <translation>备份策略 ID</translation>
        </message>
        <message>
            <source>Protection group</source>
            <translation>保护组</translation>
        </message>
        <message>
            <source>Drill VPC</source>
            <translation>演练 VPC</translation>
        </message>
        <message>
            <source>Drill servers</source>
            <translation>演练云服务器数</translation>
        </message>
        <message>
            <source>Updated</source>
            <translation>更新时间</translation>
        </message>
        <message>
            <source>Drill ID</source>
            <translation>容灾演练 ID</translation>
        </message>
        <message>
            <source>Group ID</source>
            <translation>保护组 ID</translation>
        </message>
        <message>
            <source>VPC ID</source>
            <translation>VPC ID</translation>
        </message>
        <message>
            <source>Instances</source>
            <translation>保护实例数</translation>
        </message>
        <message>
            <source>Pairs</source>
            <translation>复制对数</translation>
        </message>
        <message>
            <source>Drills</source>
            <translation>演练数</translation>
        </message>
        <message>
            <source>Synchronized</source>
            <translation>同步进度</translation>
        </message>
        <message>
            <source>VPC</source>
            <translation>VPC</translation>
        </message>
        <message>
            <source>Active-active domain</source>
            <translation>双活域</translation>
        </message>
        <message>
            <source>Production zone at creation</source>
            <translation>创建时的生产可用区</translation>
        </message>
        <message>
            <source>DR zone at creation</source>
            <translation>创建时的容灾可用区</translation>
        </message>
        <message>
            <source>Operation</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>By</source>
            <translation>操作人</translation>
        </message>
        <message>
            <source>Began</source>
            <translation>开始时间</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>结束时间</translation>
        </message>
        <message>
            <source>Parts</source>
            <translation>子项</translation>
        </message>
        <message>
            <source>Parts failed</source>
            <translation>失败子项</translation>
        </message>
        <message>
            <source>Request ID</source>
            <translation>请求 ID</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Servers</source>
            <translation>云服务器数</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>备份时间</translation>
        </message>
        <message>
            <source>Kept (days)</source>
            <translation>保留天数</translation>
        </message>
        <message>
            <source>Kept (backups)</source>
            <translation>保留个数</translation>
        </message>
        <message>
            <source>Production now</source>
            <translation>当前生产可用区</translation>
        </message>
        <message>
            <source>DR site now</source>
            <translation>当前容灾可用区</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Project</source>
            <translation>项目</translation>
        </message>
    </context>
    <context>
        <name>Details</name>
        <message>
            <source>cannot be read</source>
            <extracomment>A time of the service that could not be read. 中文：无法识别</extracomment>
            <translation>无法识别</translation>
        </message>
        <message>
            <source>%1 (no zone, taken as UTC)</source>
            <extracomment>Below a time. %1: as the service sent it. 中文：%1（未带时区，按 UTC 计）</extracomment>
            <translation>%1（未带时区，按 UTC 计）</translation>
        </message>
        <message>
            <source>Automatically triggered</source>
            <extracomment>How a backup or a copy came about. 中文：自动触发 / 手动触发</extracomment>
            <translation>自动触发</translation>
        </message>
        <message>
            <source>Manually triggered</source>
            <translation>手动触发</translation>
        </message>
        <message>
            <source>Server said</source>
            <extracomment>中文：服务端答复 / 未给出原因</extracomment>
            <translation>服务端答复</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>错误码</translation>
        </message>
        <message>
            <source>Meaning</source>
            <translation>含义</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Record ID</source>
            <extracomment>Section of facts. 中文：记录</extracomment>
            <translation>记录 ID</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>not told by the service</source>
            <extracomment>中文：进度 Instead of a percentage. 中文：服务端未给出</extracomment>
            <translation>服务端未给出</translation>
        </message>
        <message>
            <source>Waits</source>
            <translation>已等</translation>
        </message>
        <message>
            <source>Source backup</source>
            <translation>源备份</translation>
        </message>
        <message>
            <source>not loaded</source>
            <extracomment>A name that is looked up by its ID. 中文：未加载</extracomment>
            <translation>未加载</translation>
        </message>
        <message>
            <source>Server</source>
            <extracomment>中文：描述</extracomment>
            <translation>云服务器</translation>
        </message>
        <message>
            <source>Policy</source>
            <extracomment>中文：云服务器
----------
中文：备份策略</extracomment>
            <translation>备份策略</translation>
        </message>
        <message>
            <source>Trigger</source>
            <extracomment>中文：类型</extracomment>
            <translation>触发方式</translation>
        </message>
        <message>
            <source>Route</source>
            <extracomment>中文：触发方式</extracomment>
            <translation>复制方向</translation>
        </message>
        <message>
            <source>Source region</source>
            <extracomment>Section of facts: from where to where. 中文：复制方向</extracomment>
            <translation>源区域</translation>
        </message>
        <message>
            <source>Destination region</source>
            <extracomment>中文：源区域</extracomment>
            <translation>目标区域</translation>
        </message>
        <message>
            <source>Source project ID</source>
            <extracomment>中文：目标区域</extracomment>
            <translation>源项目 ID</translation>
        </message>
        <message>
            <source>Destination project ID</source>
            <extracomment>中文：源项目 ID</extracomment>
            <translation>目标项目 ID</translation>
        </message>
        <message>
            <source>Times</source>
            <extracomment>中文：目标项目 ID
----------
中文：弹性公网 IP
----------
中文：保留天数
----------
中文：双活域 ID
----------
中文：失败子项</extracomment>
            <translation>时间</translation>
        </message>
        <message>
            <source>Started</source>
            <extracomment>Section of facts. 中文：时间</extracomment>
            <translation>开始时间</translation>
        </message>
        <message>
            <source>Related</source>
            <extracomment>中文：开始时间
----------
中文：到期时间</extracomment>
            <translation>相关对象</translation>
        </message>
        <message>
            <source>Source backup ID</source>
            <extracomment>Section of facts: other objects. 中文：相关对象</extracomment>
            <translation>源备份 ID</translation>
        </message>
        <message>
            <source>Destination backup ID</source>
            <extracomment>中文：源备份 ID</extracomment>
            <translation>目的备份 ID</translation>
        </message>
        <message>
            <source>Source backup record ID</source>
            <extracomment>中文：目的备份 ID</extracomment>
            <translation>源备份记录 ID</translation>
        </message>
        <message>
            <source>Destination backup record ID</source>
            <extracomment>中文：源备份记录 ID</extracomment>
            <translation>目的备份记录 ID</translation>
        </message>
        <message>
            <source>Policy ID</source>
            <extracomment>中文：目的备份记录 ID
----------
Section of facts. 中文：备份策略</extracomment>
            <translation>备份策略 ID</translation>
        </message>
        <message>
            <source>Replication failed at %1</source>
            <extracomment>%1: a percentage. 中文：复制失败，停在 %1</extracomment>
            <translation>复制失败，停在 %1</translation>
        </message>
        <message>
            <source>Replication failed</source>
            <translation>复制失败</translation>
        </message>
        <message>
            <source>Next</source>
            <extracomment>中文：下一步</extracomment>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Remove the cause, then replicate this backup again</source>
            <extracomment>中文：先消除原因，再次复制此备份</extracomment>
            <translation>先消除原因，再次复制此备份</translation>
        </message>
        <message>
            <source>The service chose not to copy this backup</source>
            <translation>服务端跳过了此备份的复制</translation>
        </message>
        <message>
            <source>It gave no reason</source>
            <translation>未给出原因</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Backup ID</source>
            <extracomment>Section of facts. 中文：备份</extracomment>
            <translation>备份 ID</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Kind</source>
            <extracomment>中文：大小</extracomment>
            <translation>类型</translation>
        </message>
        <message>
            <source>Extent</source>
            <extracomment>中文：增量备份 / 全量备份</extracomment>
            <translation>备份方式</translation>
        </message>
        <message>
            <source>Incremental backup</source>
            <translation>增量备份</translation>
        </message>
        <message>
            <source>Full backup</source>
            <translation>全量备份</translation>
        </message>
        <message>
            <source>Restore mode</source>
            <translation>恢复方式</translation>
        </message>
        <message>
            <source>Description</source>
            <extracomment>中文：恢复方式
----------
中文：复制对</extracomment>
            <translation>描述</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Availability zone</source>
            <extracomment>中文：名称</extracomment>
            <translation>可用区</translation>
        </message>
        <message>
            <source>Server ID</source>
            <extracomment>中文：可用区</extracomment>
            <translation>云服务器 ID</translation>
        </message>
        <message>
            <source>vCPUs</source>
            <extracomment>中文：云服务器 ID 中文：vCPU</extracomment>
            <translation>vCPU</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>内存</translation>
        </message>
        <message>
            <source>Private IP address</source>
            <extracomment>中文：内存</extracomment>
            <translation>私有 IP 地址</translation>
        </message>
        <message>
            <source>Elastic IP address</source>
            <extracomment>中文：私有 IP 地址</extracomment>
            <translation>弹性公网 IP</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>创建时间</translation>
        </message>
        <message>
            <source>State of the data</source>
            <extracomment>中文：创建时间</extracomment>
            <translation>数据时间点</translation>
        </message>
        <message>
            <source>Finished</source>
            <extracomment>中文：数据时间点</extracomment>
            <translation>完成时间</translation>
        </message>
        <message>
            <source>Updated</source>
            <extracomment>中文：完成时间</extracomment>
            <translation>更新时间</translation>
        </message>
        <message>
            <source>Expires</source>
            <extracomment>中文：更新时间</extracomment>
            <translation>到期时间</translation>
        </message>
        <message>
            <source>Copies, all regions together</source>
            <translation>副本（各区域合计）</translation>
        </message>
        <message>
            <source>Replication records</source>
            <extracomment>中文：副本（各区域合计）</extracomment>
            <translation>复制记录</translation>
        </message>
        <message>
            <source>Records of this backup</source>
            <extracomment>中文：复制记录</extracomment>
            <translation>此备份的记录</translation>
        </message>
        <message>
            <source>Backup record ID</source>
            <translation>备份记录 ID</translation>
        </message>
        <message>
            <source>The restoration failed</source>
            <extracomment>Of a backup. 中文：备份出错</extracomment>
            <translation>恢复失败</translation>
        </message>
        <message>
            <source>The deletion failed</source>
            <translation>删除失败</translation>
        </message>
        <message>
            <source>The backup failed</source>
            <translation>备份失败</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>not visible</source>
            <extracomment>Of a VPC: deleted, of another enterprise project, or no right to see it. 中文：不可见
----------
中文：双活域</extracomment>
            <translation>不可见</translation>
        </message>
        <message>
            <source>Schedule</source>
            <extracomment>Section of facts: when a policy runs. 中文：备份时间</extracomment>
            <translation>备份时间</translation>
        </message>
        <message>
            <source>on</source>
            <translation>已启用</translation>
        </message>
        <message>
            <source>off; it still can be run by hand</source>
            <translation>已停用，仍可手动执行</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>执行时间</translation>
        </message>
        <message>
            <source>Backups kept</source>
            <extracomment>中文：执行时间</extracomment>
            <translation>保留个数</translation>
        </message>
        <message>
            <source>Days kept</source>
            <extracomment>中文：保留个数</extracomment>
            <translation>保留天数</translation>
        </message>
        <message numerus="yes">
            <source>%n server(s)</source>
            <extracomment>Section of facts: the servers a policy backs up. 中文：云服务器（%n 台）</extracomment>
            <translation>
                <numerusform>云服务器（%n 台）</numerusform>
            </translation>
        </message>
        <message>
            <source>Records of this policy</source>
            <translation>此策略的记录</translation>
        </message>
        <message>
            <source>Protection group</source>
            <translation>保护组</translation>
        </message>
        <message>
            <source>Group ID</source>
            <extracomment>Section of facts. 中文：保护组</extracomment>
            <translation>保护组 ID</translation>
        </message>
        <message>
            <source>Synchronized</source>
            <translation>同步进度</translation>
        </message>
        <message>
            <source>Protected instances</source>
            <extracomment>中文：同步进度</extracomment>
            <translation>保护实例</translation>
        </message>
        <message>
            <source>Replication pairs</source>
            <extracomment>中文：保护实例</extracomment>
            <translation>复制对</translation>
        </message>
        <message>
            <source>Deployment model</source>
            <translation>部署模式</translation>
        </message>
        <message>
            <source>Server type</source>
            <extracomment>中文：部署模式</extracomment>
            <translation>云服务器类型</translation>
        </message>
        <message>
            <source>Sites</source>
            <extracomment>中文：云服务器类型</extracomment>
            <translation>站点</translation>
        </message>
        <message>
            <source>Production now in</source>
            <extracomment>Section of facts: production and DR site. 中文：站点</extracomment>
            <translation>当前生产可用区</translation>
        </message>
        <message>
            <source>unknown (the service says: %1)</source>
            <extracomment>中文：当前生产可用区 Where production runs is not known to us. 中文：未知（服务端：%1）</extracomment>
            <translation>未知（服务端：%1）</translation>
        </message>
        <message>
            <source>DR site now in</source>
            <translation>当前容灾可用区</translation>
        </message>
        <message>
            <source>Production zone at creation</source>
            <extracomment>中文：当前容灾可用区</extracomment>
            <translation>创建时的生产可用区</translation>
        </message>
        <message>
            <source>DR zone at creation</source>
            <extracomment>中文：创建时的生产可用区</extracomment>
            <translation>创建时的容灾可用区</translation>
        </message>
        <message>
            <source>Active-active domain</source>
            <translation>双活域</translation>
        </message>
        <message>
            <source>Domain ID</source>
            <translation>双活域 ID</translation>
        </message>
        <message>
            <source>DR drills</source>
            <translation>容灾演练</translation>
        </message>
        <message numerus="yes">
            <source>%n drill(s) of this group</source>
            <extracomment>中文：容灾演练</extracomment>
            <translation>
                <numerusform>此保护组的 %n 次演练</numerusform>
            </translation>
        </message>
        <message>
            <source>Drills of this group</source>
            <translation>此保护组的演练</translation>
        </message>
        <message>
            <source>Production VPC</source>
            <translation>生产站点 VPC</translation>
        </message>
        <message>
            <source>Production VPC ID</source>
            <translation>生产站点 VPC ID</translation>
        </message>
        <message>
            <source>DR site VPC ID</source>
            <translation>容灾站点 VPC ID</translation>
        </message>
        <message>
            <source>The last task on this group did not end well. The list does not tell why</source>
            <extracomment>中文：此保护组上的上一个任务未完成。失败原因见任务，保护组列表中不含原因</extracomment>
            <translation>此保护组上的上一个任务未正常结束，列表中不含原因</translation>
        </message>
        <message>
            <source>Failed over: its data is not protected until re-protection has succeeded</source>
            <extracomment>中文：故障切换已完成，数据未受保护</extracomment>
            <translation>故障切换已完成：重保护成功之前，数据不受保护</translation>
        </message>
        <message>
            <source>DR drill</source>
            <translation>容灾演练</translation>
        </message>
        <message>
            <source>Drill ID</source>
            <extracomment>Section of facts. 中文：容灾演练</extracomment>
            <translation>容灾演练 ID</translation>
        </message>
        <message>
            <source>Protection group ID</source>
            <translation>保护组 ID</translation>
        </message>
        <message>
            <source>Drill VPC</source>
            <extracomment>中文：保护组 ID</extracomment>
            <translation>演练 VPC</translation>
        </message>
        <message>
            <source>Drill VPC ID</source>
            <translation>演练 VPC ID</translation>
        </message>
        <message numerus="yes">
            <source>%n drill server(s)</source>
            <extracomment>Section of facts. 中文：演练云服务器（%n 台）</extracomment>
            <translation>
                <numerusform>演练云服务器（%n 台）</numerusform>
            </translation>
        </message>
        <message>
            <source>Drill server ID</source>
            <translation>演练云服务器 ID</translation>
        </message>
        <message>
            <source>Protected instance ID</source>
            <extracomment>中文：演练云服务器 ID</extracomment>
            <translation>保护实例 ID</translation>
        </message>
        <message>
            <source>The list does not tell why it failed</source>
            <extracomment>中文：列表中不含失败原因</extracomment>
            <translation>列表中不含失败原因</translation>
        </message>
        <message>
            <source>Operation</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>To</source>
            <translation>目标区域</translation>
        </message>
        <message>
            <source>By</source>
            <extracomment>Where a copy goes. 中文：目标区域</extracomment>
            <translation>操作人</translation>
        </message>
        <message>
            <source>Parts</source>
            <extracomment>Who did it. 中文：操作人</extracomment>
            <translation>子项</translation>
        </message>
        <message>
            <source>Parts failed</source>
            <extracomment>Of an operation. 中文：子项</extracomment>
            <translation>失败子项</translation>
        </message>
        <message>
            <source>Began</source>
            <translation>开始时间</translation>
        </message>
        <message>
            <source>Ended</source>
            <extracomment>中文：开始时间</extracomment>
            <translation>结束时间</translation>
        </message>
        <message>
            <source>Took</source>
            <extracomment>中文：结束时间</extracomment>
            <translation>用时</translation>
        </message>
        <message>
            <source>Request ID</source>
            <translation>请求 ID</translation>
        </message>
        <message>
            <source>Sites of the domain</source>
            <extracomment>Of an active-active domain: its two ends, either of which may be production. 中文：双活域站点</extracomment>
            <translation>双活域站点</translation>
        </message>
    </context>
    <context>
        <name>ErrorText</name>
        <message>
            <source>The service</source>
            <translation>服务端</translation>
        </message>
        <message>
            <source>name not found</source>
            <extracomment>the host name is not known to DNS</extracomment>
            <translation>域名无法解析</translation>
        </message>
        <message>
            <source>%1 does not answer</source>
            <extracomment>%1 is a host name</extracomment>
            <translation>%1 无应答</translation>
        </message>
        <message>
            <source>Check the network, the proxy and the address in the profile</source>
            <translation>检查网络、代理和配置中的地址</translation>
        </message>
        <message>
            <source>%1 did not answer in time</source>
            <extracomment>%1 is a host name</extracomment>
            <translation>%1 未及时答复</translation>
        </message>
        <message>
            <source>Look again later; check the network and the proxy if it stays so</source>
            <translation>稍后再次查看；若一直如此，检查网络和代理</translation>
        </message>
        <message>
            <source>%1 cannot be trusted: no secure connection</source>
            <extracomment>%1 is a host name</extracomment>
            <translation>%1 不可信：无法建立安全连接</translation>
        </message>
        <message>
            <source>Check the address, the clock of this computer and the CA file of the profile. There is no switch to trust it regardless</source>
            <translation>检查地址、本机时钟和配置中的 CA 文件。本程序不提供跳过验证的开关</translation>
        </message>
        <message>
            <source>%1 does not accept the sign-in</source>
            <extracomment>%1 is a host name</extracomment>
            <translation>%1 不接受此登录</translation>
        </message>
        <message>
            <source>Sign in again, or check the user, password or access key of the profile</source>
            <translation>重新登录，或检查配置中的用户、密码或访问密钥</translation>
        </message>
        <message>
            <source>Not permitted by %1. This is not an empty list</source>
            <extracomment>%1 is a host name</extracomment>
            <translation>%1 答复：无权限。这不是空列表</translation>
        </message>
        <message>
            <source>Ask the administrator of the account for the right in this project</source>
            <translation>向帐号管理员申请此项目中的权限</translation>
        </message>
        <message>
            <source>%1 does not know it</source>
            <extracomment>%1 is a host name</extracomment>
            <translation>%1 找不到该对象</translation>
        </message>
        <message>
            <source>Refresh the list: it may have been deleted. Check region and project, too</source>
            <translation>刷新列表：该对象可能已被删除。同时检查区域和项目</translation>
        </message>
        <message>
            <source>%1 reports a conflict with what is going on there</source>
            <extracomment>%1 is a host name</extracomment>
            <translation>%1 报告：与服务端正在进行的操作冲突</translation>
        </message>
        <message>
            <source>Refresh and look at what is there now</source>
            <translation>刷新并查看当前状态</translation>
        </message>
        <message>
            <source>%1 is busy or not available</source>
            <extracomment>%1 is a host name</extracomment>
            <translation>%1 繁忙或不可用</translation>
        </message>
        <message>
            <source>The service asks to wait %1</source>
            <translation>服务端要求等待 %1</translation>
        </message>
        <message>
            <source>Wait a while; the service did not say how long</source>
            <translation>等待一段时间；服务端未说明要等多久</translation>
        </message>
        <message>
            <source>%1 rejected the request</source>
            <extracomment>%1 is a host name</extracomment>
            <translation>%1 拒绝了该请求</translation>
        </message>
        <message>
            <source>Look at what the service said and at the values in the request</source>
            <translation>查看服务端的答复和请求中的值</translation>
        </message>
        <message>
            <source>%1 failed inside</source>
            <extracomment>%1 is a host name</extracomment>
            <translation>%1 内部出错</translation>
        </message>
        <message>
            <source>The answer of %1 cannot be read</source>
            <extracomment>%1 is a host name</extracomment>
            <translation>%1 的答复无法读取</translation>
        </message>
        <message>
            <source>The answer of %1 cannot be read: too large, %2</source>
            <extracomment>%1 is a host name, %2 is "&gt; 64 MB"</extracomment>
            <translation>%1 的答复无法读取：过大，%2</translation>
        </message>
        <message>
            <source>The answer of %1 cannot be read: member %2</source>
            <extracomment>%1 is a host name, %2 the place in the answer, such as "replication_records[3].id"</extracomment>
            <translation>%1 的答复无法读取：成员 %2</translation>
        </message>
        <message>
            <source>Check that the address in the profile is the service itself and no sign-in page or proxy</source>
            <translation>检查配置中的地址是否为服务本身，而不是登录页面或代理</translation>
        </message>
        <message>
            <source>This profile is read-only: nothing but queries leaves this computer</source>
            <translation>此配置为只读：本机只发送查询</translation>
        </message>
        <message>
            <source>Open a profile that may write to %1</source>
            <extracomment>%1 is a host name</extracomment>
            <translation>打开允许写入的配置，再对 %1 执行写操作</translation>
        </message>
        <message>
            <source>The clock of this computer is %1 ahead of the service's. Set it first: signatures hold for 15 minutes</source>
            <translation>本机时钟比服务端快 %1。先校准时钟：签名有效期为 15 分钟</translation>
        </message>
        <message>
            <source>The clock of this computer is %1 behind the service's. Set it first: signatures hold for 15 minutes</source>
            <translation>本机时钟比服务端慢 %1。先校准时钟：签名有效期为 15 分钟</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <extracomment>%1 is a sentence that names a host, %2 the cause as the system or the certificate check says it</extracomment>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>Nothing was sent, so nothing has changed at the service</source>
            <translation>未发出任何请求，服务端没有变化</translation>
        </message>
        <message>
            <source>The service refused it, so nothing has changed there</source>
            <translation>请求已被服务端拒绝，服务端没有变化</translation>
        </message>
        <message>
            <source>It may have been done: the answer was lost or cannot be read</source>
            <translation>可能已执行：答复丢失或无法读取</translation>
        </message>
        <message>
            <source>This is needed</source>
            <translation>此项必填</translation>
        </message>
        <message>
            <source>Too long: %1 at most, there are %2</source>
            <extracomment>%1 is the number allowed, %2 the number there is; characters, or bytes where the counter says so</extracomment>
            <translation>过长：上限 %1，现有 %2</translation>
        </message>
        <message>
            <source>A blank is not allowed here</source>
            <translation>此处不能有空格</translation>
        </message>
        <message>
            <source>“%1” is not allowed here</source>
            <translation>此处不能有“%1”</translation>
        </message>
        <message>
            <source>“%1” is a full-width character; type the ordinary one</source>
            <translation>“%1”是全角字符；改用半角字符</translation>
        </message>
        <message>
            <source>&lt; and &gt; are not allowed</source>
            <translation>不能包含 &lt; 和 &gt;</translation>
        </message>
        <message>
            <source>The service does not offer “%1”</source>
            <translation>服务端不提供“%1”</translation>
        </message>
        <message>
            <source>The state of the backup is “%1”. Only an available backup can be replicated</source>
            <extracomment>%1 is the state of a backup in words, such as "Creating backup"</extracomment>
            <translation>备份状态为“%1”。只能复制状态为“可用”的备份</translation>
        </message>
        <message>
            <source>The backup is in this region already. Choose another one</source>
            <translation>备份已在此区域。选择其他区域</translation>
        </message>
        <message>
            <source>This backup is a replica, and a replica cannot be replicated on</source>
            <translation>此备份是副本，副本不能再次复制</translation>
        </message>
        <message>
            <source>Signed out: sign in again first</source>
            <translation>已退出登录：先重新登录</translation>
        </message>
        <message>
            <source>Look again before doing it a second time</source>
            <translation>再次查看，查明前不要重复执行</translation>
        </message>
        <message>
            <source>Code of another service (%1), not known here</source>
            <extracomment>%1 is the prefix of an error code, such as "EVS". 中文：其他服务（%1）的错误码，此处未收录</extracomment>
            <translation>其他服务（%1）的错误码，此处未收录</translation>
        </message>
        <message>
            <source>Code not known here</source>
            <translation>此处未收录该错误码</translation>
        </message>
        <message>
            <source>list replication records</source>
            <translation>查询复制记录</translation>
        </message>
        <message>
            <source>list backups</source>
            <extracomment>After "Not permitted: ". 中文：查询复制记录</extracomment>
            <translation>查询备份</translation>
        </message>
        <message>
            <source>list backup policies</source>
            <extracomment>After "Not permitted: ". 中文：查询备份</extracomment>
            <translation>查询备份策略</translation>
        </message>
        <message>
            <source>list protection groups</source>
            <extracomment>After "Not permitted: ". 中文：查询备份策略</extracomment>
            <translation>查询保护组</translation>
        </message>
        <message>
            <source>list protected instances</source>
            <extracomment>After "Not permitted: ". 中文：查询保护组</extracomment>
            <translation>查询保护实例</translation>
        </message>
        <message>
            <source>list replication pairs</source>
            <extracomment>After "Not permitted: ". 中文：查询保护实例</extracomment>
            <translation>查询复制对</translation>
        </message>
        <message>
            <source>list DR drills</source>
            <extracomment>After "Not permitted: ". 中文：查询复制对</extracomment>
            <translation>查询容灾演练</translation>
        </message>
        <message>
            <source>list failed tasks</source>
            <extracomment>After "Not permitted: ". 中文：查询容灾演练</extracomment>
            <translation>查询失败任务</translation>
        </message>
        <message>
            <source>list VPCs</source>
            <extracomment>After "Not permitted: ". 中文：查询失败任务</extracomment>
            <translation>查询 VPC</translation>
        </message>
        <message>
            <source>list active-active domains</source>
            <extracomment>After "Not permitted: ". 中文：查询 VPC</extracomment>
            <translation>查询双活域</translation>
        </message>
        <message>
            <source>query the replication capability</source>
            <extracomment>After "Not permitted: ". 中文：查询双活域</extracomment>
            <translation>查询复制能力</translation>
        </message>
        <message>
            <source>query quotas</source>
            <extracomment>After "Not permitted: ". 中文：查询复制能力</extracomment>
            <translation>查询配额</translation>
        </message>
        <message>
            <source>list projects</source>
            <extracomment>After "Not permitted: ". 中文：查询 API 版本</extracomment>
            <translation>查询项目</translation>
        </message>
        <message>
            <source>Not permitted: %1</source>
            <extracomment>%1: what was asked for, "list backups". 中文：无权限：%1</extracomment>
            <translation>无权限：%1</translation>
        </message>
        <message>
            <source>This credential may not do it in %1 (%2). This is not an empty list</source>
            <extracomment>%1: region / project, %2: an HTTP status. 中文：此凭证在 %1 没有此权限（%2）。这不是空列表</extracomment>
            <translation>此凭证在 %1 没有此权限（%2）。这不是空列表</translation>
        </message>
        <message>
            <source>User %1 may not do it in %2 (%3). This is not an empty list</source>
            <extracomment>%1: user, %2: region / project, %3: an HTTP status. 中文：用户 %1 在 %2 没有此权限（%3）。这不是空列表</extracomment>
            <translation>用户 %1 在 %2 没有此权限（%3）。这不是空列表</translation>
        </message>
        <message>
            <source>backups</source>
            <translation>备份数</translation>
        </message>
        <message>
            <source>backup capacity</source>
            <extracomment>Name of a quota. 中文：备份数</extracomment>
            <translation>备份容量</translation>
        </message>
        <message>
            <source>protection groups</source>
            <extracomment>Name of a quota. 中文：备份容量</extracomment>
            <translation>保护组</translation>
        </message>
        <message>
            <source>replication pairs</source>
            <extracomment>Name of a quota. 中文：保护组</extracomment>
            <translation>复制对</translation>
        </message>
        <message>
            <source>A replica exists in %1. One replica per backup and region</source>
            <translation>%1 已有副本。每个备份在一个区域只能有一个副本</translation>
        </message>
        <message>
            <source>A replica is being made in %1</source>
            <extracomment>中文：%1 已有副本。每个备份在一个区域只能有一个副本</extracomment>
            <translation>正在 %1 生成副本</translation>
        </message>
        <message>
            <source>Sold out: domain %1 takes no new group</source>
            <extracomment>中文：正在 %1 生成副本</extracomment>
            <translation>已售罄：双活域 %1 不能再创建保护组</translation>
        </message>
        <message>
            <source>A protection group called “%1” exists</source>
            <extracomment>中文：已售罄：双活域 %1 不能再创建保护组</extracomment>
            <translation>已有名为“%1”的保护组</translation>
        </message>
        <message>
            <source>The international edition documents letters, digits, . _ and - only and may refuse Chinese</source>
            <extracomment>中文：已有名为“%1”的保护组 中文：国际站文档只允许字母、数字、. _ -，可能拒绝中文</extracomment>
            <translation>国际站文档只允许字母、数字、. _ -，可能拒绝中文</translation>
        </message>
        <message>
            <source>A replication started by hand has not ended: the service may refuse another (CSBS.6031)</source>
            <extracomment>中文：有一次手动复制尚未结束，服务端可能以 CSBS.6031 拒绝</extracomment>
            <translation>有一次手动复制尚未结束，服务端可能拒绝再次复制（CSBS.6031）</translation>
        </message>
        <message>
            <source>Quota: %1 wanted, %2 left (%3)</source>
            <extracomment>%1 and %2 are numbers, %3 the name of a quota. 中文：配额不足：需要 %1，剩余 %2（%3）</extracomment>
            <translation>配额不足：需要 %1，剩余 %2（%3）</translation>
        </message>
        <message>
            <source>Nothing to replicate</source>
            <translation>没有可复制的备份</translation>
        </message>
        <message>
            <source>list API versions</source>
            <extracomment>After "Not permitted: ". 中文：查询配额</extracomment>
            <translation>查询 API 版本</translation>
        </message>
        <message>
            <source>The ledger of operations is still being read. Nothing can be sent before</source>
            <extracomment>中文：正在读取操作记录，稍候即可发送</extracomment>
            <translation>正在读取操作记录，读取完成前不能发送</translation>
        </message>
        <message>
            <source>Another window of this profile writes the ledger of operations. Here it can only be looked at</source>
            <extracomment>中文：此配置已在另一个窗口中打开，由该窗口写入操作记录；此处只能查看</extracomment>
            <translation>此配置已在另一个窗口中打开，由该窗口写入操作记录；此处只能查看</translation>
        </message>
        <message>
            <source>A later version of Ballast wrote the ledger of operations. This one can only look at it</source>
            <extracomment>中文：操作记录由更新的版本写入；此版本只能查看</extracomment>
            <translation>操作记录由更新的版本写入；此版本只能查看</translation>
        </message>
        <message>
            <source>The ledger of operations cannot be opened: %1. What cannot be written down is not sent</source>
            <extracomment>%1: in the system's words. 中文：无法打开操作记录：%1。无法记录的操作不会发送</extracomment>
            <translation>无法打开操作记录：%1。无法记录的操作不会发送</translation>
        </message>
        <message numerus="yes">
            <source>%n failed backup(s) not in the list of backups, so not copied</source>
            <extracomment>中文：没有可复制的备份 What failed before and is to be copied now. 中文：%n 个失败的备份不在已加载的备份列表中，此次不复制</extracomment>
            <translation>
                <numerusform>%n 个失败的备份不在备份列表中，因此不会复制</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, issued by %2</source>
            <extracomment>A certificate. %1: whose, %2: who made it. 中文：%1，由 %2 签发</extracomment>
            <translation>%1，由 %2 签发</translation>
        </message>
        <message>
            <source>valid from %1 to %2 (UTC)</source>
            <extracomment>Of a certificate; two days, UTC. 中文：有效期 %1 至 %2（UTC）</extracomment>
            <translation>有效期 %1 至 %2（UTC）</translation>
        </message>
        <message>
            <source>Not sent: the address of %1 is http, and the sign-in could be read on the way</source>
            <extracomment>%1 is a host name. 中文：未发送：%1 的地址是 http，途中任何人都能读取登录信息</extracomment>
            <translation>未发送：%1 的地址是 http，途中任何人都能读取登录信息</translation>
        </message>
        <message>
            <source>Use https. Where http is meant, say so in the profile</source>
            <extracomment>中文：改用 https；若确实要用 http，在配置中注明</extracomment>
            <translation>改用 https；若确实要用 http，在配置中注明</translation>
        </message>
        <message>
            <source>the connection was closed</source>
            <extracomment>Why nobody answered. 中文：连接被关闭</extracomment>
            <translation>连接被关闭</translation>
        </message>
        <message>
            <source>the connection was refused</source>
            <extracomment>Why nobody answered. 中文：连接被拒绝</extracomment>
            <translation>连接被拒绝</translation>
        </message>
        <message>
            <source>no way to that network</source>
            <extracomment>Why nobody answered. 中文：网络不可达</extracomment>
            <translation>网络不可达</translation>
        </message>
        <message>
            <source>Look again later; ask the service's support if it stays so</source>
            <translation>稍后再看；若持续如此，联系服务支持</translation>
        </message>
        <message>
            <source>Look again later; give the request ID to the service's support if it stays so</source>
            <translation>稍后再看；若持续如此，将请求 ID 提供给服务支持</translation>
        </message>
    </context>
    <context>
        <name>Fields</name>
        <message>
            <source>Destination region</source>
            <translation>目标区域</translation>
        </message>
        <message>
            <source>Destination project</source>
            <translation>目标项目</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>描述</translation>
        </message>
        <message>
            <source>Enable acceleration (extra charge)</source>
            <translation>启用加速（额外收费）</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Backup policy</source>
            <translation>备份策略</translation>
        </message>
        <message>
            <source>Production site</source>
            <translation>生产站点</translation>
        </message>
        <message>
            <source>DR site</source>
            <translation>容灾站点</translation>
        </message>
        <message>
            <source>Active-active domain</source>
            <translation>双活域</translation>
        </message>
        <message>
            <source>VPC</source>
            <translation>VPC</translation>
        </message>
        <message>
            <source>Deployment model</source>
            <translation>部署模式</translation>
        </message>
        <message>
            <source>Protection group</source>
            <translation>保护组</translation>
        </message>
    </context>
    <context>
        <name>Filters</name>
        <message>
            <source>Destination region</source>
            <translation>目标区域</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Source region</source>
            <extracomment>中文：状态</extracomment>
            <translation>源区域</translation>
        </message>
        <message>
            <source>Source backup ID</source>
            <extracomment>中文：源区域</extracomment>
            <translation>源备份 ID</translation>
        </message>
        <message>
            <source>Destination backup ID</source>
            <extracomment>中文：源备份 ID</extracomment>
            <translation>目的备份 ID</translation>
        </message>
        <message>
            <source>Backup ID</source>
            <extracomment>中文：目的备份 ID</extracomment>
            <translation>备份 ID</translation>
        </message>
        <message>
            <source>Order at the service</source>
            <translation>服务端排序</translation>
        </message>
        <message>
            <source>Rows per page</source>
            <translation>每页行数</translation>
        </message>
        <message>
            <source>From row</source>
            <translation>起始行</translation>
        </message>
        <message>
            <source>Ask for the number of all rows</source>
            <extracomment>中文：备份 ID</extracomment>
            <translation>查询总数</translation>
        </message>
        <message>
            <source>Server name</source>
            <translation>云服务器名称</translation>
        </message>
        <message>
            <source>Backup name</source>
            <extracomment>中文：云服务器名称</extracomment>
            <translation>备份名称</translation>
        </message>
        <message>
            <source>Availability zone</source>
            <extracomment>中文：备份名称</extracomment>
            <translation>可用区</translation>
        </message>
        <message>
            <source>Server ID</source>
            <extracomment>中文：可用区</extracomment>
            <translation>云服务器 ID</translation>
        </message>
        <message>
            <source>Object type</source>
            <extracomment>中文：云服务器 ID</extracomment>
            <translation>备份对象类型</translation>
        </message>
        <message>
            <source>IP address</source>
            <translation>IP 地址</translation>
        </message>
        <message>
            <source>From (UTC)</source>
            <extracomment>中文：IP 地址</extracomment>
            <translation>开始时间 (UTC)</translation>
        </message>
        <message>
            <source>2026-11-22T14:32:08</source>
            <extracomment>中文：开始时间 (UTC)
----------
中文：结束时间 (UTC)</extracomment>
            <translation>2026-11-22T14:32:08</translation>
        </message>
        <message>
            <source>Until (UTC)</source>
            <translation>结束时间 (UTC)</translation>
        </message>
        <message>
            <source>Kind of backup</source>
            <translation>备份类型</translation>
        </message>
        <message>
            <source>Policy ID</source>
            <translation>备份策略 ID</translation>
        </message>
        <message>
            <source>Backup record ID</source>
            <extracomment>中文：备份策略 ID</extracomment>
            <translation>备份记录 ID</translation>
        </message>
        <message>
            <source>Policy name</source>
            <translation>备份策略名称</translation>
        </message>
        <message>
            <source>the whole name</source>
            <extracomment>中文：备份策略名称</extracomment>
            <translation>完整名称</translation>
        </message>
        <message>
            <source>Of all tenants (administrators only)</source>
            <extracomment>Form of a value. 中文：完整名称</extracomment>
            <translation>所有租户（仅管理员）</translation>
        </message>
        <message>
            <source>Group name</source>
            <translation>保护组名称</translation>
        </message>
        <message>
            <source>a part of the name</source>
            <extracomment>中文：保护组名称
----------
中文：容灾演练名称</extracomment>
            <translation>名称的一部分</translation>
        </message>
        <message>
            <source>Groups that need a look</source>
            <extracomment>Form of a value. 中文：名称的一部分</extracomment>
            <translation>需关注的保护组</translation>
        </message>
        <message>
            <source>Production now in</source>
            <translation>当前生产可用区</translation>
        </message>
        <message>
            <source>Drill name</source>
            <translation>容灾演练名称</translation>
        </message>
        <message>
            <source>Protection group ID</source>
            <translation>保护组 ID</translation>
        </message>
        <message>
            <source>Drill VPC ID</source>
            <extracomment>中文：保护组 ID</extracomment>
            <translation>演练 VPC ID</translation>
        </message>
        <message>
            <source>Verb</source>
            <translation>操作类型</translation>
        </message>
    </context>
    <context>
        <name>Formats</name>
        <message>
            <source>%1 s</source>
            <extracomment>An age in a column, seconds. 中文：%1 秒
----------
A duration in a sentence. 中文：%1 秒</extracomment>
            <translation>%1 秒</translation>
        </message>
        <message>
            <source>%1 min</source>
            <extracomment>An age in a column, minutes. 中文：%1 分钟
----------
A duration in a sentence. 中文：%1 分钟</extracomment>
            <translation>%1 分钟</translation>
        </message>
        <message>
            <source>%1 h</source>
            <extracomment>An age in a column, hours. 中文：%1 小时
----------
A duration in a sentence. 中文：%1 小时</extracomment>
            <translation>%1 小时</translation>
        </message>
        <message>
            <source>%1 d</source>
            <extracomment>An age in a column, days. 中文：%1 天
----------
A duration in a sentence. 中文：%1 天</extracomment>
            <translation>%1 天</translation>
        </message>
        <message>
            <source>%1 s ago</source>
            <extracomment>中文：%1 秒前</extracomment>
            <translation>%1 秒前</translation>
        </message>
        <message>
            <source>%1 min ago</source>
            <extracomment>中文：%1 分钟前</extracomment>
            <translation>%1 分钟前</translation>
        </message>
        <message>
            <source>%1 h ago</source>
            <extracomment>中文：%1 小时前</extracomment>
            <translation>%1 小时前</translation>
        </message>
        <message>
            <source>%1 d ago</source>
            <extracomment>中文：%1 天前</extracomment>
            <translation>%1 天前</translation>
        </message>
        <message>
            <source>%1 min %2 s</source>
            <extracomment>A duration in a sentence. 中文：%1 分 %2 秒</extracomment>
            <translation>%1 分 %2 秒</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <extracomment>A duration in a sentence. 中文：%1 小时 %2 分</extracomment>
            <translation>%1 小时 %2 分</translation>
        </message>
        <message>
            <source>%1 d %2 h</source>
            <extracomment>A duration in a sentence. 中文：%1 天 %2 小时</extracomment>
            <translation>%1 天 %2 小时</translation>
        </message>
        <message>
            <source>%1 / %2 bytes</source>
            <extracomment>Under a field: bytes used of bytes allowed. 中文：%1 / %2 字节</extracomment>
            <translation>%1 / %2 字节</translation>
        </message>
        <message>
            <source>every day</source>
            <translation>每天</translation>
        </message>
    </context>
    <context>
        <name>JobTypes</name>
        <message>
            <source>Create protection group</source>
            <translation>创建保护组</translation>
        </message>
        <message>
            <source>Delete protection group</source>
            <extracomment>中文：创建保护组</extracomment>
            <translation>删除保护组</translation>
        </message>
        <message>
            <source>Enable protection</source>
            <extracomment>中文：删除保护组</extracomment>
            <translation>开启保护</translation>
        </message>
        <message>
            <source>Re-protect</source>
            <extracomment>中文：开启保护</extracomment>
            <translation>重保护</translation>
        </message>
        <message>
            <source>Disable protection</source>
            <extracomment>中文：重保护</extracomment>
            <translation>停止保护</translation>
        </message>
        <message>
            <source>Failover</source>
            <extracomment>中文：停止保护</extracomment>
            <translation>故障切换</translation>
        </message>
        <message>
            <source>Switchover</source>
            <extracomment>中文：故障切换</extracomment>
            <translation>切换</translation>
        </message>
        <message>
            <source>Create DR drill</source>
            <extracomment>中文：切换</extracomment>
            <translation>创建容灾演练</translation>
        </message>
        <message>
            <source>Delete DR drill</source>
            <extracomment>中文：创建容灾演练</extracomment>
            <translation>删除容灾演练</translation>
        </message>
        <message>
            <source>Create protected instance</source>
            <extracomment>中文：删除容灾演练 中文：创建保护实例</extracomment>
            <translation>创建保护实例</translation>
        </message>
        <message>
            <source>Delete protected instance</source>
            <extracomment>中文：删除保护实例</extracomment>
            <translation>删除保护实例</translation>
        </message>
        <message>
            <source>Attach replication pair</source>
            <translation>挂载复制对</translation>
        </message>
        <message>
            <source>Detach replication pair</source>
            <extracomment>中文：挂载复制对</extracomment>
            <translation>卸载复制对</translation>
        </message>
        <message>
            <source>Add NIC</source>
            <extracomment>中文：卸载复制对</extracomment>
            <translation>添加网卡</translation>
        </message>
        <message>
            <source>Delete NIC</source>
            <extracomment>中文：添加网卡</extracomment>
            <translation>删除网卡</translation>
        </message>
        <message>
            <source>Modify specifications</source>
            <extracomment>中文：删除网卡</extracomment>
            <translation>变更规格</translation>
        </message>
        <message>
            <source>Create replication pair</source>
            <extracomment>中文：变更规格</extracomment>
            <translation>创建复制对</translation>
        </message>
        <message>
            <source>Delete replication pair</source>
            <extracomment>中文：创建复制对</extracomment>
            <translation>删除复制对</translation>
        </message>
        <message>
            <source>Expand replication pair</source>
            <extracomment>中文：删除复制对</extracomment>
            <translation>扩容复制对</translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>Backups</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>No backups</source>
            <extracomment>中文：备份</extracomment>
            <translation>没有备份</translation>
        </message>
        <message>
            <source>Replication records</source>
            <translation>复制记录</translation>
        </message>
        <message>
            <source>No replication records</source>
            <extracomment>中文：复制记录</extracomment>
            <translation>没有复制记录</translation>
        </message>
        <message>
            <source>Policies</source>
            <translation>备份策略</translation>
        </message>
        <message>
            <source>No policies</source>
            <extracomment>中文：备份策略</extracomment>
            <translation>没有备份策略</translation>
        </message>
        <message>
            <source>Protection groups</source>
            <translation>保护组</translation>
        </message>
        <message>
            <source>No protection groups</source>
            <extracomment>中文：保护组</extracomment>
            <translation>没有保护组</translation>
        </message>
        <message>
            <source>DR drills</source>
            <translation>容灾演练</translation>
        </message>
        <message>
            <source>No DR drills</source>
            <extracomment>中文：容灾演练</extracomment>
            <translation>没有容灾演练</translation>
        </message>
        <message>
            <source>Operations</source>
            <translation>操作记录</translation>
        </message>
        <message>
            <source>No operations</source>
            <extracomment>中文：操作记录</extracomment>
            <translation>没有操作记录</translation>
        </message>
    </context>
    <context>
        <name>Verbs</name>
        <message>
            <source>Replicate backup</source>
            <translation>复制备份</translation>
        </message>
        <message>
            <source>Replicate policy</source>
            <translation>执行复制策略</translation>
        </message>
        <message>
            <source>Create protection group</source>
            <translation>创建保护组</translation>
        </message>
    </context>
    <context>
        <name>app::Application</name>
        <message>
            <source>The settings file was damaged. It was set aside as %1; defaults are used.</source>
            <translation>设置文件已损坏。已另存为 %1；使用默认设置。</translation>
        </message>
        <message>
            <source>The settings file %1 is damaged and cannot be set aside; defaults are used for this run.</source>
            <translation>设置文件 %1 已损坏且无法移开；本次运行使用默认设置。</translation>
        </message>
        <message>
            <source>The file of the profiles was damaged. It was set aside as %1; no profile is stored now</source>
            <extracomment>%1: path. 中文：配置文件已损坏，已另存为 %1；当前没有已保存的配置</extracomment>
            <translation>配置文件已损坏，已另存为 %1；当前没有已保存的配置</translation>
        </message>
        <message>
            <source>The file of the profiles, %1, is damaged and cannot be set aside; no profile is stored in this run</source>
            <extracomment>%1: path. 中文：配置文件 %1 已损坏且无法移走；本次运行不保存配置</extracomment>
            <translation>配置文件 %1 已损坏且无法移走；本次运行不保存配置</translation>
        </message>
        <message>
            <source>%1 cannot be written: the next start will not know which profile was open</source>
            <extracomment>%1: path. 中文：无法写入 %1：下次启动时不会自动打开此配置</extracomment>
            <translation>无法写入 %1：下次启动时不会自动打开此配置</translation>
        </message>
        <message>
            <source>No certificate can be read from %1</source>
            <extracomment>%1: path. 中文：无法从 %1 读取证书</extracomment>
            <translation>无法从 %1 读取证书</translation>
        </message>
    </context>
    <context>
        <name>models::RequestLog</name>
        <message>
            <source>no answer</source>
            <translation>无应答</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Verb</source>
            <extracomment>Header in the request log. 中文：时间</extracomment>
            <translation>方法</translation>
        </message>
        <message>
            <source>Host</source>
            <extracomment>Header in the request log: GET, POST, … 中文：方法</extracomment>
            <translation>主机</translation>
        </message>
        <message>
            <source>Path</source>
            <extracomment>Header in the request log. 中文：主机</extracomment>
            <translation>路径</translation>
        </message>
        <message>
            <source>HTTP status</source>
            <extracomment>Header in the request log. 中文：路径</extracomment>
            <translation>HTTP 状态码</translation>
        </message>
        <message>
            <source>ms</source>
            <extracomment>Header in the request log. 中文：HTTP 状态码</extracomment>
            <translation>毫秒</translation>
        </message>
        <message>
            <source>Request ID</source>
            <extracomment>Header in the request log: milliseconds. 中文：毫秒</extracomment>
            <translation>请求 ID</translation>
        </message>
    </context>
    <context>
        <name>ui::AboutDialog</name>
        <message>
            <source>About Ballast</source>
            <translation>关于 Ballast</translation>
        </message>
        <message>
            <source>Console for backup replication and disaster recovery. Licence: Apache License 2.0</source>
            <extracomment>中文：关于 Ballast 中文：备份复制与容灾控制台。许可证：Apache License 2.0</extracomment>
            <translation>备份复制与容灾控制台。许可证：Apache License 2.0</translation>
        </message>
        <message>
            <source>Versions and licences</source>
            <translation>版本与许可证</translation>
        </message>
        <message>
            <source>Component</source>
            <extracomment>Name of the table. 中文：版本与许可证</extracomment>
            <translation>组件</translation>
        </message>
        <message>
            <source>Version</source>
            <extracomment>Header. 中文：组件</extracomment>
            <translation>版本</translation>
        </message>
        <message>
            <source>Licence</source>
            <extracomment>Header. 中文：版本</extracomment>
            <translation>许可证</translation>
        </message>
        <message>
            <source>&amp;Copy versions</source>
            <extracomment>Header. 中文：许可证</extracomment>
            <translation>复制版本信息(&amp;C)</translation>
        </message>
        <message>
            <source>Close</source>
            <extracomment>A button. 中文：复制版本信息(&amp;C)</extracomment>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>ui::BriefTable</name>
        <message>
            <source>%1: %2</source>
            <extracomment>Name of a button in a row. %1: the verb, %2: what the row says. 中文：%1：%2</extracomment>
            <translation>%1：%2</translation>
        </message>
    </context>
    <context>
        <name>ui::CreateGroupDialog</name>
        <message>
            <source>Create protection group — %1</source>
            <extracomment>%1 is "region / project". 中文：创建保护组 — %1</extracomment>
            <translation>创建保护组 — %1</translation>
        </message>
        <message>
            <source>&amp;Create protection group</source>
            <translation>创建保护组(&amp;C)</translation>
        </message>
        <message>
            <source>Ask for active-active domains and VPCs</source>
            <extracomment>Button. 中文：创建保护组(&amp;C)</extracomment>
            <translation>查询双活域和 VPC</translation>
        </message>
        <message>
            <source>%1 (production) → %2 (DR)</source>
            <extracomment>%1 is the zone of the production site, %2 of the DR site. 中文：%1（生产站点）→ %2（容灾站点）</extracomment>
            <translation>%1（生产站点）→ %2（容灾站点）</translation>
        </message>
        <message>
            <source>name “%1”</source>
            <translation>名称“%1”</translation>
        </message>
        <message>
            <source>This region has no active-active domain</source>
            <extracomment>中文：此区域没有双活域</extracomment>
            <translation>此区域没有双活域</translation>
        </message>
        <message>
            <source>The service keeps synchronous replication for existing users only. Choose another region, or ask its support</source>
            <extracomment>中文：同步复制只对已有用户开放；可换一个区域，或询问服务支持</extracomment>
            <translation>同步复制只对已有用户开放。可换一个区域，或咨询服务支持</translation>
        </message>
        <message>
            <source>This project has no VPC</source>
            <extracomment>中文：此项目没有 VPC</extracomment>
            <translation>此项目没有 VPC</translation>
        </message>
        <message>
            <source>Create a VPC at the service first, then ask again</source>
            <translation>先在服务端创建 VPC，再重新查询</translation>
        </message>
        <message>
            <source>Domain</source>
            <extracomment>Steps of the wizard. 中文：双活域
----------
中文：步骤</extracomment>
            <translation>双活域</translation>
        </message>
        <message>
            <source>Sites and direction</source>
            <translation>站点与方向</translation>
        </message>
        <message>
            <source>VPC</source>
            <extracomment>中文：站点与方向
----------
中文：容灾方向</extracomment>
            <translation>VPC</translation>
        </message>
        <message>
            <source>Name</source>
            <extracomment>中文：VPC</extracomment>
            <translation>名称</translation>
        </message>
        <message>
            <source>Review and request</source>
            <extracomment>中文：名称</extracomment>
            <translation>核对与请求</translation>
        </message>
        <message>
            <source>Active-active domain</source>
            <extracomment>中文：核对与请求</extracomment>
            <translation>双活域</translation>
        </message>
        <message>
            <source>Which site is production</source>
            <extracomment>中文：双活域</extracomment>
            <translation>哪个站点作为生产站点</translation>
        </message>
        <message>
            <source>VPC of the production site</source>
            <extracomment>中文：哪个站点作为生产站点</extracomment>
            <translation>生产站点的 VPC</translation>
        </message>
        <message>
            <source>Name and deployment model</source>
            <extracomment>中文：生产站点的 VPC</extracomment>
            <translation>名称与部署模式</translation>
        </message>
        <message>
            <source>Review</source>
            <extracomment>中文：名称与部署模式</extracomment>
            <translation>核对</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>Sites</source>
            <translation>站点</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Active-active domains</source>
            <extracomment>Column. 中文：站点</extracomment>
            <translation>双活域列表</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>网段</translation>
        </message>
        <message>
            <source>VPCs</source>
            <extracomment>Column: the address range of a VPC. 中文：网段</extracomment>
            <translation>VPC 列表</translation>
        </message>
        <message>
            <source>Either site may be production. The roles stay as they are chosen here, also after a switchover.</source>
            <extracomment>中文：创建后两个站点的角色不能更改，只能切换生产所在的站点</extracomment>
            <translation>两个站点都可作为生产站点。角色在创建后不能更改，切换后也不变。</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>名称(&amp;N)</translation>
        </message>
        <message>
            <source>Chinese characters, letters, digits, . _ -; a Chinese character counts 3 bytes</source>
            <extracomment>中文：中文、字母、数字、. _ -；一个汉字计 3 字节</extracomment>
            <translation>中文、字母、数字、. _ -；一个汉字计 3 字节</translation>
        </message>
        <message>
            <source>&amp;Description</source>
            <translation>描述(&amp;D)</translation>
        </message>
        <message>
            <source>No &lt; and &gt;. Cannot be changed later. May be empty</source>
            <extracomment>中文：不能含 &lt; 和 &gt;，创建后不能修改，可不填</extracomment>
            <translation>不能含 &lt; 和 &gt;，创建后不能修改，可为空</translation>
        </message>
        <message>
            <source>Deployment &amp;model</source>
            <translation>部署模式(&amp;M)</translation>
        </message>
        <message>
            <source>The one the service documents</source>
            <extracomment>中文：部署模式(&amp;M)</extracomment>
            <translation>服务端文档仅此一种</translation>
        </message>
        <message>
            <source>So far</source>
            <extracomment>中文：服务端文档仅此一种</extracomment>
            <translation>已选</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>上一步(&amp;B)</translation>
        </message>
        <message>
            <source>Ne&amp;xt</source>
            <extracomment>Button. 中文：上一步(&amp;B)</extracomment>
            <translation>下一步(&amp;X)</translation>
        </message>
        <message>
            <source>Production in %1, DR in %2</source>
            <extracomment>%1 and %2 are zones. 中文：生产站点 %1，容灾站点 %2</extracomment>
            <translation>生产站点 %1，容灾站点 %2</translation>
        </message>
        <message>
            <source>Within one VPC (migration)</source>
            <translation>VPC 内迁移（migration）</translation>
        </message>
        <message>
            <source>%1 (now)</source>
            <extracomment>Spoken with the name of a step. 中文：%1（当前）/（已完成）/（未开始）</extracomment>
            <translation>%1（当前）</translation>
        </message>
        <message>
            <source>%1 (done)</source>
            <translation>%1（已完成）</translation>
        </message>
        <message>
            <source>%1 (to come)</source>
            <translation>%1（未开始）</translation>
        </message>
        <message>
            <source>%1 ↔ %2</source>
            <extracomment>Two zones between which data goes in either direction. 中文：%1 ↔ %2</extracomment>
            <translation>%1 ↔ %2</translation>
        </message>
        <message>
            <source>Sold out</source>
            <translation>已售罄</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>可用</translation>
        </message>
        <message>
            <source>Direction</source>
            <translation>容灾方向</translation>
        </message>
        <message>
            <source>Foreseen</source>
            <translation>预计</translation>
        </message>
        <message>
            <source>Deployment model</source>
            <translation>部署模式</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>描述</translation>
        </message>
        <message>
            <source>Quota</source>
            <extracomment>%1 and %2 are numbers. 中文：已有 %1 个，上限 %2</extracomment>
            <translation>配额</translation>
        </message>
        <message>
            <source>%1 exist, unlimited</source>
            <translation>已有 %1 个，不限量</translation>
        </message>
        <message>
            <source>%1 of %2 exist</source>
            <translation>已有 %1 个，上限 %2</translation>
        </message>
        <message>
            <source>Effect</source>
            <extracomment>中文：创建空的保护组；不开启保护，不移动云服务器</extracomment>
            <translation>影响</translation>
        </message>
        <message>
            <source>An empty group is made. No server is touched, and protection is not switched on</source>
            <translation>创建空的保护组，不涉及任何云服务器，也不开启保护</translation>
        </message>
        <message>
            <source>Protection group “%1” will be created</source>
            <extracomment>%1 is a name. 中文：将创建保护组“%1”</extracomment>
            <translation>将创建保护组“%1”</translation>
        </message>
    </context>
    <context>
        <name>ui::DestinationForm</name>
        <message>
            <source>Copy &amp;to</source>
            <translation>复制到(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Project</source>
            <translation>项目(&amp;P)</translation>
        </message>
        <message>
            <source>Enable &amp;acceleration (extra charge)</source>
            <translation>启用加速（额外收费）(&amp;A)</translation>
        </message>
        <message>
            <source>Asking the service…</source>
            <translation>正在查询服务端…</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>None offered</source>
            <translation>服务端未提供</translation>
        </message>
        <message>
            <source>Choose a region</source>
            <translation>选择区域</translation>
        </message>
        <message>
            <source>Choose a project</source>
            <translation>选择项目</translation>
        </message>
        <message>
            <source>Choose a region first</source>
            <translation>先选择区域</translation>
        </message>
        <message>
            <source>None you can use there</source>
            <translation>该区域没有可用的项目</translation>
        </message>
        <message>
            <source>Only regions the service offers</source>
            <translation>仅列出服务端提供的区域</translation>
        </message>
        <message>
            <source>Only projects of that region you can use</source>
            <translation>仅列出该区域中可用的项目</translation>
        </message>
        <message>
            <source>Costs extra. The service sets the price, Ballast does not know it. %1 would be copied</source>
            <extracomment>%1 is a size such as "38.2 GB"</extracomment>
            <translation>额外收费，价格由服务方规定，本程序无法得知。将复制 %1</translation>
        </message>
        <message>
            <source>The service offers no region to copy backups of %1 to</source>
            <extracomment>%1 is a region</extracomment>
            <translation>服务端未提供可供 %1 的备份复制到的区域</translation>
        </message>
        <message>
            <source>Not known: %1</source>
            <extracomment>%1 is a sentence such as "csbs.cn-north-4… does not answer". 中文：未知：%1</extracomment>
            <translation>未知：%1</translation>
        </message>
        <message>
            <source>%1: %2 used, unlimited</source>
            <extracomment>%1 is the name of a quota, %2 a number. 中文：%1：已用 %2，不限量</extracomment>
            <translation>%1：已用 %2，不限量</translation>
        </message>
        <message>
            <source>%1: %2 of %3 used</source>
            <extracomment>%1 is the name of a quota, %2 and %3 numbers. 中文：%1：已用 %2，上限 %3</extracomment>
            <translation>%1：已用 %2，上限 %3</translation>
        </message>
        <message>
            <source>Replication is set up by the service, region by region. Ask again later</source>
            <translation>复制由服务端按区域开通。稍后再次查询</translation>
        </message>
    </context>
    <context>
        <name>ui::DetailPane</name>
        <message>
            <source>Detail</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Copy all facts</source>
            <translation>复制全部信息</translation>
        </message>
        <message>
            <source>Close detail</source>
            <translation>关闭详情</translation>
        </message>
    </context>
    <context>
        <name>ui::EmptyState</name>
        <message>
            <source>Loading progress</source>
            <extracomment>Accessible name of the progress bar of an empty page. 中文：加载进度</extracomment>
            <translation>加载进度</translation>
        </message>
    </context>
    <context>
        <name>ui::FacetRow</name>
        <message>
            <source>%1 %2</source>
            <extracomment>A state and how many rows are in it. %1: the state, %2: the number. 中文：%1 %2</extracomment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Further states</source>
            <translation>其他状态</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <extracomment>Two states with one word: the word and the service's own. 中文：%1（%2）</extracomment>
            <translation>%1（%2）</translation>
        </message>
    </context>
    <context>
        <name>ui::FilterRow</name>
        <message>
            <source>Any</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>%1: written as 2026-11-22T14:32:08, in UTC</source>
            <extracomment>%1: name of a field. 中文：%1：格式应为 2026-11-22T14:32:08，按 UTC</extracomment>
            <translation>%1：格式应为 2026-11-22T14:32:08，按 UTC</translation>
        </message>
        <message>
            <source>%1: 255 characters at most</source>
            <extracomment>%1: name of a field. 中文：%1：最多 255 个字符</extracomment>
            <translation>%1：最多 255 个字符</translation>
        </message>
        <message>
            <source>More (%1)</source>
            <extracomment>Button: further filters; %1 of them are set. 中文：更多 (%1)</extracomment>
            <translation>更多 (%1)</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <extracomment>A filter that is set. %1: its name, %2: its value. 中文：%1：%2</extracomment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Filter: text, !text, field:value</source>
            <translation>筛选：文字、!文字、字段:值</translation>
        </message>
        <message>
            <source>Text filter</source>
            <extracomment>中文：筛选：文字、!文字、字段:值</extracomment>
            <translation>文字筛选</translation>
        </message>
        <message>
            <source>text: some cell holds it; !text: none does; field:value: that column holds it; several are joined by blanks</source>
            <extracomment>中文：文字筛选 What the text filter understands. 中文：文字：包含；!文字：不包含；字段:值：指定列；多个条件用空格分隔</extracomment>
            <translation>文字：包含；!文字：不包含；字段:值：指定列；多个条件用空格分隔</translation>
        </message>
        <message>
            <source>Further filters of the service</source>
            <translation>服务端的其他筛选条件</translation>
        </message>
        <message>
            <source>Columns</source>
            <extracomment>中文：列</extracomment>
            <translation>列</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>视图</translation>
        </message>
        <message>
            <source>Saved views of this page</source>
            <translation>此页面已保存的视图</translation>
        </message>
        <message>
            <source>Export rows</source>
            <translation>导出列表</translation>
        </message>
    </context>
    <context>
        <name>ui::FreshnessLabel</name>
        <message>
            <source>Not loaded yet</source>
            <extracomment>The freshness label before the first answer. 中文：尚未加载</extracomment>
            <translation>尚未加载</translation>
        </message>
        <message>
            <source>Opens the details of the last refresh</source>
            <extracomment>Accessible description of the button. 中文：打开刷新详情</extracomment>
            <translation>打开刷新详情</translation>
        </message>
    </context>
    <context>
        <name>ui::JobView</name>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Job type</source>
            <extracomment>Column: of a job or a part of it. 中文：状态
----------
中文：任务 ID</extracomment>
            <translation>任务类型</translation>
        </message>
        <message>
            <source>Start time (%1)</source>
            <extracomment>Column. 中文：任务类型 Column; %1: a time zone such as UTC+8. 中文：开始时间 (%1)</extracomment>
            <translation>开始时间 (%1)</translation>
        </message>
        <message>
            <source>Took</source>
            <translation>用时</translation>
        </message>
        <message>
            <source>Cause of failure</source>
            <extracomment>Column: how long it took, or has taken. 中文：用时</extracomment>
            <translation>失败原因</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <extracomment>A code and its meaning. 中文：%1：%2
----------
A job: its state and its type. 中文：%1：%2</extracomment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Job and its parts</source>
            <translation>任务及其子任务</translation>
        </message>
        <message>
            <source>Copy row</source>
            <extracomment>Name of the tree. 中文：任务及其子任务</extracomment>
            <translation>复制所选行</translation>
        </message>
        <message>
            <source>Server said</source>
            <translation>服务端答复</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>错误码</translation>
        </message>
        <message>
            <source>Meaning</source>
            <translation>含义</translation>
        </message>
        <message>
            <source>Next</source>
            <extracomment>Row of a message. 中文：含义</extracomment>
            <translation>下一步</translation>
        </message>
        <message>
            <source>The service gives no reason here; a part that failed may say why</source>
            <extracomment>Of a failed job. 中文：服务端未说明原因；失败的子任务可能有说明</extracomment>
            <translation>服务端未说明原因；失败的子任务可能有说明</translation>
        </message>
        <message>
            <source>Job ID</source>
            <translation>任务 ID</translation>
        </message>
        <message>
            <source>End time</source>
            <extracomment>Row of a message. 中文：结束时间</extracomment>
            <translation>结束时间</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <extracomment>A job type: our words, and the service's own. 中文：%1（%2）</extracomment>
            <translation>%1（%2）</translation>
        </message>
    </context>
    <context>
        <name>ui::JobWindow</name>
        <message>
            <source>Look up a job – %1</source>
            <translation>查询任务 – %1</translation>
        </message>
        <message>
            <source>&amp;Job ID</source>
            <extracomment>Title; %1: region / project. 中文：查询任务 – %1</extracomment>
            <translation>任务 ID(&amp;J)</translation>
        </message>
        <message>
            <source>&amp;Look up</source>
            <extracomment>Label of a field. 中文：任务 ID(&amp;J)</extracomment>
            <translation>查询(&amp;L)</translation>
        </message>
        <message>
            <source>Close</source>
            <extracomment>A button: asks for the job. 中文：查询(&amp;L)</extracomment>
            <translation>关闭</translation>
        </message>
        <message>
            <source>As of %1 · %2</source>
            <extracomment>%1: a time of day, %2: an age with "ago". 中文：截至 %1 · %2</extracomment>
            <translation>截至 %1 · %2</translation>
        </message>
        <message>
            <source>Looks the job up again</source>
            <extracomment>Of the label that says when the job was looked at. 中文：再次查询此任务</extracomment>
            <translation>再次查询此任务</translation>
        </message>
        <message>
            <source>%1 · showing %2</source>
            <extracomment>%1: why, %2: a time of day. 中文：%1 · 显示 %2 的数据</extracomment>
            <translation>%1 · 显示 %2 的数据</translation>
        </message>
        <message>
            <source>%1 · updates by itself</source>
            <extracomment>Of a job under way: it is looked at again by itself. 中文：%1 · 自动更新</extracomment>
            <translation>%1 · 自动更新</translation>
        </message>
        <message>
            <source>Looking the job up</source>
            <extracomment>While a job is asked for. 中文：正在查询任务</extracomment>
            <translation>正在查询任务</translation>
        </message>
        <message>
            <source>No job looked up yet</source>
            <translation>尚未查询任务</translation>
        </message>
        <message>
            <source>The ID of a job comes from the answer to an operation, from a log or from a failed task. SDRS has no list of jobs</source>
            <extracomment>中文：尚未查询任务 中文：任务 ID 来自操作的答复、日志或失败任务。SDRS 不提供任务列表</extracomment>
            <translation>任务 ID 来自操作的答复、日志或失败任务。SDRS 不提供任务列表</translation>
        </message>
        <message>
            <source>No job with this ID in %1</source>
            <translation>%1 中没有此 ID 的任务</translation>
        </message>
        <message>
            <source>A job can be looked up only in its own region and project. Check the ID; if it is right, the job belongs to another project, or the service keeps it no longer</source>
            <extracomment>%1: region / project. 中文：%1 中没有此 ID 的任务 中文：任务只能在其所属区域和项目中查询。核对 ID；若 ID 正确，则任务属于其他项目，或服务端已不再保留</extracomment>
            <translation>任务只能在其所属区域和项目中查询。核对 ID；若 ID 正确，则任务属于其他项目，或服务端已不再保留</translation>
        </message>
        <message>
            <source>For a job that is not there SDRS answers 500 with SDRS.0408 (job is null), not 404</source>
            <extracomment>SDRS answers so where others say 404. 中文：SDRS 对不存在的任务返回 500 和 SDRS.0408（任务为空），而非 404</extracomment>
            <translation>SDRS 对不存在的任务返回 500 和 SDRS.0408（任务为空），而非 404</translation>
        </message>
        <message>
            <source>Server said: %1</source>
            <extracomment>%1: the service's words. 中文：服务端答复：%1</extracomment>
            <translation>服务端答复：%1</translation>
        </message>
        <message>
            <source>Code: %1</source>
            <extracomment>%1: an HTTP status or an error code. 中文：错误码：%1</extracomment>
            <translation>错误码：%1</translation>
        </message>
        <message>
            <source>Request ID: %1</source>
            <extracomment>%1: an id. 中文：请求 ID：%1</extracomment>
            <translation>请求 ID：%1</translation>
        </message>
        <message>
            <source>It is looked up again by itself</source>
            <extracomment>中文：将自动再次查询</extracomment>
            <translation>将自动再次查询</translation>
        </message>
        <message>
            <source>Type the ID of a job</source>
            <extracomment>What is wrong with a field. 中文：输入任务 ID</extracomment>
            <translation>输入任务 ID</translation>
        </message>
        <message>
            <source>Times are in %1</source>
            <extracomment>%1: a zone such as UTC+8. 中文：时间均为 %1</extracomment>
            <translation>时间均为 %1</translation>
        </message>
    </context>
    <context>
        <name>ui::LedgerText</name>
        <message>
            <source>A file that is not this profile's stood in the place of the ledger of operations. It was kept as %1; the ledger begins anew</source>
            <extracomment>%1: path. 中文：操作记录的位置上是另一个文件，已另存为 %1；操作记录从头开始</extracomment>
            <translation>操作记录的位置上是另一个配置的文件，已另存为 %1；操作记录从头开始</translation>
        </message>
        <message>
            <source>Entry %1 of the ledger of operations is not as it was written: somebody or something changed it. Do not take what follows it on trust</source>
            <extracomment>%1: number of an entry. 中文：操作记录的第 %1 条与写入时不同：它被改动过。其后的内容不可全信</extracomment>
            <translation>操作记录的第 %1 条与写入时不同：它被改动过。其后的内容不可全信</translation>
        </message>
        <message>
            <source>The ledger of operations was damaged. All that could be read of it is here; what was found is kept as %1. What it left open may have been sent</source>
            <extracomment>%1: path. 中文：操作记录文件已损坏。能读出的内容已全部保留，原文件另存为 %1。未完成的操作按可能已发送处理</extracomment>
            <translation>操作记录文件已损坏。能读出的内容已全部保留，原文件另存为 %1。未完成的操作可能已发送</translation>
        </message>
        <message>
            <source>The ledger of operations as it was found is kept as %1</source>
            <extracomment>%1: path. 中文：发现时的文件已另存为 %1</extracomment>
            <translation>发现时的操作记录已另存为 %1</translation>
        </message>
        <message numerus="yes">
            <source>%n in doubt</source>
            <translation>
                <numerusform>%n 个结果未明</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <extracomment>Operations. 中文：%n 个结果未明</extracomment>
            <translation>
                <numerusform>%n 个失败</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not sent</source>
            <extracomment>Operations. 中文：%n 个失败</extracomment>
            <translation>
                <numerusform>%n 个未发送</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n settled: not done</source>
            <extracomment>Operations. 中文：%n 个未发送</extracomment>
            <translation>
                <numerusform>%n 个已查明未执行</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n succeeded</source>
            <extracomment>Operations. 中文：%n 个已查明未执行</extracomment>
            <translation>
                <numerusform>%n 个成功</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n going on</source>
            <extracomment>Operations. 中文：%n 个成功</extracomment>
            <translation>
                <numerusform>%n 个进行中</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n queued, to be confirmed again</source>
            <extracomment>Operations. 中文：%n 个进行中</extracomment>
            <translation>
                <numerusform>%n 个排队中，等待重新确认</numerusform>
            </translation>
        </message>
        <message>
            <source>Since you were last here (%1), of what was open then: %2</source>
            <extracomment>Operations. 中文：%n 个排队中，等待重新确认 %1: a time with its zone, %2: a list. 中文：自上次使用（%1）以来，当时未完成的操作：%2</extracomment>
            <translation>自上次使用（%1）以来，当时未完成的操作：%2</translation>
        </message>
        <message numerus="yes">
            <source>The end of the ledger of operations is missing: %n line(s). What it left open may have been sent</source>
            <extracomment>中文：操作记录末尾缺少 %n 条。未完成的操作按可能已发送处理</extracomment>
            <translation>
                <numerusform>操作记录末尾缺少 %n 条。未完成的操作可能已发送</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not shown: %n operation(s) of the ledger that cannot be read</source>
            <extracomment>中文：操作记录中有 %n 个操作无法读取，未显示</extracomment>
            <translation>
                <numerusform>未显示：操作记录中有 %n 个操作无法读取</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::ListPage</name>
        <message>
            <source>not loaded</source>
            <translation>未加载</translation>
        </message>
        <message>
            <source>automatic</source>
            <extracomment>A name that is looked up by its ID. 中文：未加载</extracomment>
            <translation>自动触发</translation>
        </message>
        <message>
            <source>manual</source>
            <extracomment>How a backup or copy came about. 中文：自动触发</extracomment>
            <translation>手动触发</translation>
        </message>
        <message>
            <source>no percentage yet</source>
            <extracomment>How a backup or copy came about. 中文：手动触发</extracomment>
            <translation>尚无进度</translation>
        </message>
        <message>
            <source>waits %1</source>
            <extracomment>Of a schedule. 中文：每天</extracomment>
            <translation>已等 %1</translation>
        </message>
        <message>
            <source>took %1</source>
            <extracomment>In a column; %1: an age. 中文：已等 %1</extracomment>
            <translation>用时 %1</translation>
        </message>
        <message>
            <source>at %1</source>
            <extracomment>In a column; %1: an age. 中文：用时 %1</extracomment>
            <translation>停在 %1</translation>
        </message>
        <message>
            <source>%1 s</source>
            <extracomment>In a column: where a copy stopped; %1: a percentage. 中文：停在 %1</extracomment>
            <translation>%1 秒</translation>
        </message>
        <message>
            <source>%1 min</source>
            <extracomment>An age in a column. 中文：%1 秒</extracomment>
            <translation>%1 分</translation>
        </message>
        <message>
            <source>%1 h</source>
            <extracomment>An age in a column. 中文：%1 分</extracomment>
            <translation>%1 小时</translation>
        </message>
        <message>
            <source>%1 d</source>
            <extracomment>An age in a column. 中文：%1 小时</extracomment>
            <translation>%1 天</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>刷新</translation>
        </message>
        <message>
            <source>Refresh (F5)</source>
            <translation>刷新 (F5)</translation>
        </message>
        <message>
            <source>Columns</source>
            <extracomment>中文：刷新 (F5)</extracomment>
            <translation>列</translation>
        </message>
        <message>
            <source>The rows are as of %1</source>
            <extracomment>%1: a time. 中文：数据截至 %1</extracomment>
            <translation>数据截至 %1</translation>
        </message>
        <message>
            <source>The list may be incomplete: loading was stopped, or the list changed while it was read</source>
            <extracomment>中文：列表可能不完整：加载被停止，或列表在加载期间变化</extracomment>
            <translation>列表可能不完整：加载被停止，或列表在加载期间变化</translation>
        </message>
        <message>
            <source>A refresh is under way</source>
            <extracomment>中文：正在刷新</extracomment>
            <translation>正在刷新</translation>
        </message>
        <message>
            <source>Next refresh in %1</source>
            <extracomment>%1: a duration in words. 中文：%1后自动刷新</extracomment>
            <translation>%1后自动刷新</translation>
        </message>
        <message>
            <source>No refresh is planned: F5 refreshes</source>
            <extracomment>中文：不会自动刷新；按 F5 刷新</extracomment>
            <translation>不会自动刷新；按 F5 刷新</translation>
        </message>
        <message>
            <source>As of %1 · %2</source>
            <extracomment>%1: a time of day, %2: an age with "ago". 中文：截至 %1 · %2</extracomment>
            <translation>截至 %1 · %2</translation>
        </message>
        <message>
            <source>Refreshing… page %1 of %2</source>
            <extracomment>%1: the page that is read, %2: how many there are. 中文：正在刷新… 第 %1 / %2 页</extracomment>
            <translation>正在刷新… 第 %1 / %2 页</translation>
        </message>
        <message>
            <source>Refreshing… page %1</source>
            <extracomment>%1: the page that is read. 中文：正在刷新… 第 %1 页</extracomment>
            <translation>正在刷新… 第 %1 页</translation>
        </message>
        <message>
            <source>Partial: %1 of %2 rows</source>
            <extracomment>%1, %2: numbers of rows. 中文：不完整：%2 行中的 %1 行</extracomment>
            <translation>不完整：%2 行中的 %1 行</translation>
        </message>
        <message>
            <source>Partial: %1 rows</source>
            <extracomment>%1: number of rows. 中文：不完整：%1 行</extracomment>
            <translation>不完整：%1 行</translation>
        </message>
        <message>
            <source>Clear filter</source>
            <extracomment>A button. 中文：清除筛选</extracomment>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>立即再试</translation>
        </message>
        <message>
            <source>None of %1 match “%2”</source>
            <extracomment>%1: number of rows, %2: the filter as typed. 中文：%1 项中无匹配“%2”</extracomment>
            <translation>%1 项中无匹配“%2”</translation>
        </message>
        <message>
            <source>The service filters too: %1</source>
            <extracomment>%1: the filters at the service. 中文：另有服务端筛选：%1</extracomment>
            <translation>另有服务端筛选：%1</translation>
        </message>
        <message>
            <source>Next try in %1</source>
            <extracomment>%1: a duration in words. 中文：%1后再试</extracomment>
            <translation>%1后再试</translation>
        </message>
        <message>
            <source>%1 of %2 loaded</source>
            <extracomment>%1, %2: numbers of rows. 中文：已加载 %1 / %2</extracomment>
            <translation>已加载 %1 / %2</translation>
        </message>
        <message>
            <source>Page %1 of %2</source>
            <extracomment>%1: page, %2: pages. 中文：第 %1 / %2 页</extracomment>
            <translation>第 %1 / %2 页</translation>
        </message>
        <message>
            <source>Stop loading</source>
            <extracomment>中文：尚未加载 / 正在加载</extracomment>
            <translation>停止加载</translation>
        </message>
        <message>
            <source>Not loaded yet</source>
            <extracomment>A button. 中文：停止加载</extracomment>
            <translation>尚未加载</translation>
        </message>
        <message>
            <source>Loading</source>
            <translation>正在加载</translation>
        </message>
        <message>
            <source>The service answered at %1 with none for %2</source>
            <extracomment>%1: a time of day, %2: region / project. 中文：服务端 %1 答复：%2 没有记录</extracomment>
            <translation>服务端 %1 答复：%2 没有记录</translation>
        </message>
        <message>
            <source>Filtered at the service by %1</source>
            <extracomment>%1: the filters at the service. 中文：服务端筛选：%1</extracomment>
            <translation>服务端筛选：%1</translation>
        </message>
        <message>
            <source>%1 shown of %2 loaded</source>
            <extracomment>Under a table. %1: rows shown, %2: rows loaded. 中文：显示 %1 · 已加载 %2</extracomment>
            <translation>显示 %1 · 已加载 %2</translation>
        </message>
        <message>
            <source>%1 on the server</source>
            <extracomment>Continues the line. %1: rows. 中文：服务端共 %1</extracomment>
            <translation>服务端共 %1</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) unreadable: %1</source>
            <extracomment>%1: why the first could not be read. 中文：%n 行无法读取：%1</extracomment>
            <translation>
                <numerusform>%n 行无法读取：%1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n selected</source>
            <extracomment>中文：已选 %n 项</extracomment>
            <translation>
                <numerusform>已选 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: last refresh</source>
            <extracomment>Title. %1: page. 中文：%1：刷新详情</extracomment>
            <translation>%1：刷新详情</translation>
        </message>
        <message>
            <source>Refresh now</source>
            <translation>立即刷新</translation>
        </message>
        <message>
            <source>Reset columns</source>
            <translation>重置列</translation>
        </message>
        <message>
            <source>no limit</source>
            <extracomment>中文：尚无进度</extracomment>
            <translation>不限</translation>
        </message>
        <message>
            <source>every day</source>
            <extracomment>Of how much is kept. 中文：不限</extracomment>
            <translation>每天</translation>
        </message>
        <message>
            <source>Refreshing has failed since %1</source>
            <extracomment>%1: a time. 中文：刷新失败，始于 %1</extracomment>
            <translation>刷新失败，始于 %1</translation>
        </message>
        <message>
            <source>No answer since %1</source>
            <translation>%1 起无应答</translation>
        </message>
        <message>
            <source>Signed out since %1</source>
            <translation>%1 起登录失效</translation>
        </message>
        <message>
            <source>Not permitted since %1</source>
            <translation>%1 起无权限</translation>
        </message>
        <message>
            <source>Refresh failing since %1</source>
            <translation>%1 起刷新失败</translation>
        </message>
        <message>
            <source>%1 · showing %2</source>
            <extracomment>%1: what fails since when, %2: the time of day of the rows. 中文：%1 · 显示 %2 的数据</extracomment>
            <translation>%1 · 显示 %2 的数据</translation>
        </message>
        <message>
            <source>Copy message</source>
            <extracomment>A button. 中文：立即重试</extracomment>
            <translation>复制说明</translation>
        </message>
        <message>
            <source>without the first %1 of %2 on the server</source>
            <extracomment>Continues the line. %1, %2: rows. 中文：服务端共 %2，跳过前 %1</extracomment>
            <translation>服务端共 %2，跳过前 %1</translation>
        </message>
        <message>
            <source>without the first %1 on the server</source>
            <extracomment>Continues the line. %1: rows. 中文：跳过服务端前 %1</extracomment>
            <translation>跳过服务端前 %1</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) moved · apply</source>
            <extracomment>A button under a table: rows that would stand elsewhere, and do when it is pressed. 中文：%n 行有移动 · 应用</extracomment>
            <translation>
                <numerusform>%n 行有移动 · 应用</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %n matching selected</source>
            <translation>
                <numerusform>已选全部匹配的 %n 项</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Export the %n row(s) shown…</source>
            <extracomment>In a menu; %n: how many match the filter. 中文：导出显示的 %n 行…</extracomment>
            <translation>
                <numerusform>导出显示的 %n 行…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Export the %n selected row(s)…</source>
            <extracomment>In a menu. 中文：导出所选的 %n 行…</extracomment>
            <translation>
                <numerusform>导出所选的 %n 行…</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing to export: no row is selected</source>
            <translation>没有可导出的内容：未选择任何行</translation>
        </message>
        <message>
            <source>Nothing to export: no row is shown</source>
            <translation>没有可导出的内容：未显示任何行</translation>
        </message>
        <message>
            <source>Export: %1</source>
            <extracomment>Title. %1: page. 中文：导出：%1</extracomment>
            <translation>导出：%1</translation>
        </message>
        <message>
            <source>CSV for spreadsheets (*.csv)</source>
            <translation>CSV 电子表格 (*.csv)</translation>
        </message>
        <message>
            <source>JSON (*.json)</source>
            <extracomment>Kind of file. 中文：CSV 电子表格 (*.csv)</extracomment>
            <translation>JSON 数据 (*.json)</translation>
        </message>
        <message>
            <source>Text as shown (*.txt)</source>
            <extracomment>Kind of file. 中文：JSON 数据 (*.json)</extracomment>
            <translation>文本，内容与显示一致 (*.txt)</translation>
        </message>
        <message>
            <source>Replace file</source>
            <translation>替换文件</translation>
        </message>
        <message>
            <source>The file “%1” is there already</source>
            <extracomment>中文：替换文件 %1: name of a file. 中文：文件“%1”已存在</extracomment>
            <translation>文件“%1”已存在</translation>
        </message>
        <message>
            <source>The export takes the place of all that is in it</source>
            <extracomment>中文：导出会替换其全部内容</extracomment>
            <translation>导出会替换其全部内容</translation>
        </message>
        <message>
            <source>Keep file</source>
            <translation>保留文件</translation>
        </message>
        <message>
            <source>%1 of %2 (%3)</source>
            <extracomment>Row of a message: how far it is. %1, %2: rows, %3: a percentage. 中文：%1 / %2 行（%3）</extracomment>
            <translation>%1 / %2 行（%3）</translation>
        </message>
        <message>
            <source>Exporting to %1</source>
            <extracomment>%1: name of a file. 中文：正在导出到 %1</extracomment>
            <translation>正在导出到 %1</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>行数</translation>
        </message>
        <message>
            <source>Stop export</source>
            <translation>停止导出</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) exported</source>
            <extracomment>中文：已导出 %n 行</extracomment>
            <translation>
                <numerusform>已导出 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Export stopped: no file was written</source>
            <extracomment>中文：导出已停止，未写入文件</extracomment>
            <translation>导出已停止，未写入文件</translation>
        </message>
        <message>
            <source>Not exported: %1 could not be written</source>
            <extracomment>%1: name of a file. 中文：未导出：无法写入 %1</extracomment>
            <translation>未导出：无法写入 %1</translation>
        </message>
        <message>
            <source>System said</source>
            <translation>系统信息</translation>
        </message>
        <message>
            <source>Effect</source>
            <extracomment>Row of a message. 中文：系统信息</extracomment>
            <translation>影响</translation>
        </message>
        <message>
            <source>Nothing was written; a file that was there is unchanged</source>
            <extracomment>Row of a message. 中文：影响 中文：没有写入任何内容；原有文件不变</extracomment>
            <translation>没有写入任何内容；原有文件不变</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Check the folder's rights and free space, or choose another folder</source>
            <extracomment>Row of a message. 中文：下一步 中文：检查文件夹的权限和可用空间，或选择其他文件夹</extracomment>
            <translation>检查文件夹的权限和可用空间，或选择其他文件夹</translation>
        </message>
        <message>
            <source>Close message</source>
            <translation>关闭消息</translation>
        </message>
        <message>
            <source>&amp;Save view as…</source>
            <translation>将视图另存为…(&amp;S)</translation>
        </message>
        <message>
            <source>Save view</source>
            <extracomment>Title and label of a dialog. 中文：保存视图 / 视图名称</extracomment>
            <translation>保存视图</translation>
        </message>
        <message>
            <source>&amp;Name of the view:</source>
            <translation>视图名称(&amp;N)：</translation>
        </message>
        <message>
            <source>The view was not saved: its text filter is too long</source>
            <extracomment>中文：未保存视图：筛选文字过长</extracomment>
            <translation>未保存视图：筛选文字过长</translation>
        </message>
        <message>
            <source>View “%1” was replaced</source>
            <extracomment>%1: name of a view. 中文：视图“%1”已替换</extracomment>
            <translation>视图“%1”已替换</translation>
        </message>
        <message>
            <source>&amp;Rename view</source>
            <translation>重命名视图(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Delete view</source>
            <extracomment>A menu of views. 中文：重命名视图(&amp;R)</extracomment>
            <translation>删除视图(&amp;D)</translation>
        </message>
        <message>
            <source>Rename view</source>
            <extracomment>Title of a dialog. 中文：重命名视图</extracomment>
            <translation>重命名视图</translation>
        </message>
        <message>
            <source>View “%1” was deleted</source>
            <extracomment>%1: name of a view. 中文：视图“%1”已删除</extracomment>
            <translation>视图“%1”已删除</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>视图</translation>
        </message>
        <message numerus="yes">
            <source>%n saved view(s) are damaged and were left out</source>
            <extracomment>中文：%n 个已保存的视图已损坏，未载入</extracomment>
            <translation>
                <numerusform>%n 个已保存的视图已损坏，未载入</numerusform>
            </translation>
        </message>
        <message>
            <source>Each operation that is sent from here stays in this list, with its outcome</source>
            <extracomment>中文：从这里发出的每个操作及其结果都保留在此列表中</extracomment>
            <translation>从这里发出的每个操作及其结果都保留在此列表中</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) selected. All that is known of one is shown here when it is clicked</source>
            <translation>
                <numerusform>已选 %n 行。点击其中一行，此处显示其全部信息</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose a row: all that is known of it is shown here</source>
            <translation>选择一行后，此处显示其全部信息</translation>
        </message>
        <message>
            <source>Request ID: %1</source>
            <extracomment>中文：请求 ID：%1</extracomment>
            <translation>请求 ID：%1</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <extracomment>A project, and what its list fails at. 中文：%1：%2</extracomment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1 of %2 projects: %3</source>
            <extracomment>How many of the projects shown fail, and at what. 中文：%2 个项目中的 %1 个：%3</extracomment>
            <translation>%2 个项目中的 %1 个：%3</translation>
        </message>
    </context>
    <context>
        <name>ui::MainWindow</name>
        <message>
            <source>&amp;File</source>
            <extracomment>Menus, with a mnemonic each. 中文：文件(&amp;F)</extracomment>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <extracomment>Menu. 中文：编辑(&amp;E)</extracomment>
            <translation>查看(&amp;V)</translation>
        </message>
        <message>
            <source>&amp;Actions</source>
            <extracomment>Menu. 中文：查看(&amp;V)</extracomment>
            <translation>操作(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Window</source>
            <extracomment>Menu. 中文：操作(&amp;A)</extracomment>
            <translation>窗口(&amp;W)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <extracomment>Menu. 中文：窗口(&amp;W)</extracomment>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <extracomment>Menu. 中文：帮助(&amp;H)</extracomment>
            <translation>退出(&amp;Q)</translation>
        </message>
        <message>
            <source>&amp;Find</source>
            <extracomment>中文：退出(&amp;Q)</extracomment>
            <translation>查找(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Copy cell</source>
            <extracomment>To the text filter. 中文：查找(&amp;F)</extracomment>
            <translation>复制单元格(&amp;C)</translation>
        </message>
        <message>
            <source>Copy &amp;rows</source>
            <extracomment>中文：复制单元格(&amp;C)</extracomment>
            <translation>复制所选行(&amp;R)</translation>
        </message>
        <message>
            <source>Copy &amp;ID</source>
            <extracomment>The selected rows. 中文：复制所选行(&amp;R)</extracomment>
            <translation>复制 ID(&amp;I)</translation>
        </message>
        <message>
            <source>&amp;Refresh</source>
            <extracomment>中文：复制 ID(&amp;I)</extracomment>
            <translation>刷新(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Stop loading</source>
            <extracomment>中文：刷新(&amp;R)</extracomment>
            <translation>停止加载(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Columns…</source>
            <extracomment>中文：停止加载(&amp;S)</extracomment>
            <translation>列(&amp;C)…</translation>
        </message>
        <message>
            <source>&amp;Detail</source>
            <extracomment>中文：列…(&amp;C)</extracomment>
            <translation>详情(&amp;D)</translation>
        </message>
        <message>
            <source>S&amp;how detail</source>
            <extracomment>Shows or hides the pane. 中文：详情(&amp;D)</extracomment>
            <translation>显示详情(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Operations</source>
            <extracomment>Of the current row. 中文：显示详情(&amp;H)</extracomment>
            <translation>操作记录(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Page</source>
            <extracomment>Opens the window. 中文：查询任务…(&amp;J)</extracomment>
            <translation>页面(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <extracomment>Menu. 中文：页面(&amp;P)</extracomment>
            <translation>语言(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <extracomment>Menu. 中文：语言(&amp;L)</extracomment>
            <translation>主题(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;System</source>
            <extracomment>Menu. 中文：主题(&amp;T)</extracomment>
            <translation>跟随系统(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <extracomment>Theme. 中文：跟随系统(&amp;S)</extracomment>
            <translation>浅色(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <extracomment>Theme. 中文：浅色(&amp;L)</extracomment>
            <translation>深色(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Full screen</source>
            <extracomment>Theme. 中文：深色(&amp;D)</extracomment>
            <translation>全屏(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Next part of the window</source>
            <extracomment>中文：全屏(&amp;F)</extracomment>
            <translation>窗口的下一部分(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Previous part of the window</source>
            <extracomment>Moves the focus. 中文：窗口的下一部分(&amp;N)</extracomment>
            <translation>窗口的上一部分(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;About Ballast</source>
            <extracomment>Moves the focus. 中文：窗口的上一部分(&amp;P)</extracomment>
            <translation>关于 Ballast(&amp;A)</translation>
        </message>
        <message>
            <source>Replicate backup…</source>
            <translation>复制备份…</translation>
        </message>
        <message>
            <source>Backup replication</source>
            <translation>备份复制</translation>
        </message>
        <message>
            <source>Demo company</source>
            <extracomment>Names of a session without a profile. 中文：演示公司 / 此会话</extracomment>
            <translation>演示公司</translation>
        </message>
        <message>
            <source>This session</source>
            <translation>此会话</translation>
        </message>
        <message>
            <source>Seed %1</source>
            <extracomment>Of the demo; %1: a number. 中文：种子 %1</extracomment>
            <translation>种子 %1</translation>
        </message>
        <message>
            <source>DEMO — a built-in endpoint answers; nothing here is real and nothing is billed. %1</source>
            <extracomment>The strip of the demo. %1: "Seed 7". 中文：演示 — 由内置服务端答复；此处内容均非真实，也不产生费用。%1</extracomment>
            <translation>演示 — 由内置服务端答复；此处内容均非真实，也不产生费用。%1</translation>
        </message>
        <message>
            <source>Close</source>
            <extracomment>Button. 中文：查看操作记录</extracomment>
            <translation>关闭</translation>
        </message>
        <message>
            <source>DEMO</source>
            <extracomment>Before the window's title. 中文：演示</extracomment>
            <translation>演示</translation>
        </message>
        <message>
            <source>read-only</source>
            <extracomment>Mode of the session. 中文：只读</extracomment>
            <translation>只读</translation>
        </message>
        <message>
            <source>Profile: %1</source>
            <translation>配置：%1</translation>
        </message>
        <message>
            <source>Endpoint: %1</source>
            <extracomment>中文：配置：%1 %1: host and port. 中文：终端节点：%1</extracomment>
            <translation>终端节点：%1</translation>
        </message>
        <message>
            <source>User: %1</source>
            <translation>用户：%1</translation>
        </message>
        <message>
            <source>This session is read-only: nothing but queries leaves this computer</source>
            <extracomment>What read-only means. 中文：此会话为只读：本机只发送查询</extracomment>
            <translation>此会话为只读：本机只发送查询</translation>
        </message>
        <message>
            <source>Zone of all times</source>
            <extracomment>中文：所有时间所用的时区</extracomment>
            <translation>所有时间所用的时区</translation>
        </message>
        <message>
            <source>Clock in step (%1%2 s)</source>
            <extracomment>Our clock and the server's; %1: sign, %2: seconds. 中文：时钟同步 (%1%2 秒)</extracomment>
            <translation>时钟同步（%1%2 秒）</translation>
        </message>
        <message>
            <source>Clock %1 s ahead</source>
            <extracomment>%1: seconds. 中文：本机时钟快 %1 秒</extracomment>
            <translation>本机时钟快 %1 秒</translation>
        </message>
        <message>
            <source>Clock %1 s behind</source>
            <extracomment>%1: seconds. 中文：本机时钟慢 %1 秒</extracomment>
            <translation>本机时钟慢 %1 秒</translation>
        </message>
        <message>
            <source>Go to Backups and choose a backup first</source>
            <translation>先到“备份”页选择一个备份</translation>
        </message>
        <message>
            <source>Choose a backup first</source>
            <translation>先选择一个备份</translation>
        </message>
        <message>
            <source>Tried</source>
            <translation>尝试</translation>
        </message>
        <message>
            <source>Server said</source>
            <translation>服务端答复</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>错误码</translation>
        </message>
        <message>
            <source>Meaning</source>
            <extracomment>Row of a message. 中文：错误码</extracomment>
            <translation>含义</translation>
        </message>
        <message>
            <source>Next try in %1</source>
            <extracomment>%1: a duration in words. 中文：%1后再试</extracomment>
            <translation>%1后再试</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Close Ballast</source>
            <translation>关闭 Ballast</translation>
        </message>
        <message>
            <source>The outcome of some operations is not known yet</source>
            <extracomment>中文：关闭 Ballast</extracomment>
            <translation>部分操作的结果尚未查明</translation>
        </message>
        <message numerus="yes">
            <source>%n operation(s) have no answer yet</source>
            <extracomment>中文：%n 个操作尚未得到答复</extracomment>
            <translation>
                <numerusform>%n 个操作尚未得到答复</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n operation(s) are in doubt: they may have been done</source>
            <extracomment>中文：%n 个操作结果未明</extracomment>
            <translation>
                <numerusform>%n 个操作结果未明：可能已执行</numerusform>
            </translation>
        </message>
        <message>
            <source>What the service has accepted goes on there. Later, the replication records tell what became of it</source>
            <extracomment>中文：已受理的任务会在服务端继续。下次启动后，请在复制记录中查看结果</extracomment>
            <translation>服务端已受理的会在服务端继续。之后可在复制记录中查看结果</translation>
        </message>
        <message>
            <source>Close window</source>
            <translation>关闭窗口</translation>
        </message>
        <message>
            <source>Keep open</source>
            <extracomment>A button. 中文：关闭窗口</extracomment>
            <translation>保持打开</translation>
        </message>
        <message>
            <source>&amp;Tools</source>
            <translation>工具(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Profiles…</source>
            <extracomment>Menu. 中文：工具(&amp;T)</extracomment>
            <translation>配置…(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Preferences…</source>
            <extracomment>Opens the dialog. 中文：配置…(&amp;P)</extracomment>
            <translation>首选项…(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Request log</source>
            <extracomment>Opens the dialog. 中文：首选项…(&amp;P)</extracomment>
            <translation>请求日志(&amp;R)</translation>
        </message>
        <message>
            <source>PRODUCTION</source>
            <extracomment>Opens the window. 中文：请求日志(&amp;R)</extracomment>
            <translation>生产</translation>
        </message>
        <message>
            <source>The demo uses no stored profile</source>
            <extracomment>Mark of a profile, in the status bar. 中文：生产 Why the action is off. 中文：演示不使用已保存的配置</extracomment>
            <translation>演示不使用已保存的配置</translation>
        </message>
        <message>
            <source>Select &amp;all that match</source>
            <extracomment>Verb. 中文：创建保护组…</extracomment>
            <translation>全选匹配项(&amp;A)</translation>
        </message>
        <message>
            <source>Copy a&amp;s</source>
            <extracomment>All rows the filter shows. 中文：全选匹配项(&amp;A)</extracomment>
            <translation>复制为(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Text with headers</source>
            <extracomment>Menu. 中文：复制为(&amp;S)</extracomment>
            <translation>文本（含表头）(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;CSV rows</source>
            <extracomment>As shown, separated by tabs. 中文：文本（含表头）(&amp;T)</extracomment>
            <translation>CSV 格式(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;JSON object</source>
            <extracomment>Form of a copy. 中文：CSV 格式(&amp;C)</extracomment>
            <translation>JSON 格式(&amp;J)</translation>
        </message>
        <message>
            <source>&amp;Export rows shown…</source>
            <extracomment>Form of a copy. 中文：JSON 格式(&amp;J)</extracomment>
            <translation>导出显示的行…(&amp;E)</translation>
        </message>
        <message>
            <source>Export &amp;selected rows…</source>
            <extracomment>To a file. 中文：导出显示的行…(&amp;E)</extracomment>
            <translation>导出所选行…(&amp;S)</translation>
        </message>
        <message>
            <source>Saved &amp;views</source>
            <extracomment>To a file. 中文：导出所选行…(&amp;S)</extracomment>
            <translation>已保存的视图(&amp;V)</translation>
        </message>
        <message>
            <source>Disaster recovery</source>
            <extracomment>Group in the navigation. 中文：备份复制</extracomment>
            <translation>容灾</translation>
        </message>
        <message>
            <source>Work</source>
            <extracomment>Group in the navigation. 中文：容灾</extracomment>
            <translation>操作</translation>
        </message>
        <message numerus="yes">
            <source>%n in doubt</source>
            <extracomment>Of operations; said of a badge. 中文：%n 个结果未明</extracomment>
            <translation>
                <numerusform>%n 个结果未明</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in trouble, unread</source>
            <extracomment>Of operations; said of a badge. 中文：%n 个有问题未读</extracomment>
            <translation>
                <numerusform>%n 个有问题，未读</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n need attention</source>
            <extracomment>Said of a badge. 中文：%n 个需要处理</extracomment>
            <translation>
                <numerusform>%n 个需要处理</numerusform>
            </translation>
        </message>
        <message>
            <source>Service limits and s&amp;ites…</source>
            <extracomment>Shows or hides the dock. 中文：操作记录(&amp;O)</extracomment>
            <translation>服务配额与站点…(&amp;I)</translation>
        </message>
        <message>
            <source>Look up a &amp;job…</source>
            <extracomment>Opens the window. 中文：服务配额与站点…(&amp;I)</extracomment>
            <translation>查询任务…(&amp;J)</translation>
        </message>
        <message>
            <source>Replicate policy…</source>
            <extracomment>中文：关于 Ballast(&amp;A)</extracomment>
            <translation>执行复制策略…</translation>
        </message>
        <message>
            <source>Create protection group…</source>
            <extracomment>Verb. 中文：执行复制策略…</extracomment>
            <translation>创建保护组…</translation>
        </message>
        <message numerus="yes">
            <source>Replicate %n backup(s)…</source>
            <translation>
                <numerusform>复制 %n 个备份…</numerusform>
            </translation>
        </message>
        <message>
            <source>Some backups are still queued</source>
            <translation>仍有备份在排队</translation>
        </message>
        <message numerus="yes">
            <source>%n operation(s) go on at the service</source>
            <translation>
                <numerusform>%n 个操作在服务端继续</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n backup(s) are queued: closing withdraws them, they will not be sent</source>
            <extracomment>中文：%n 个备份仍在排队：关闭后将被撤回，不会发送</extracomment>
            <translation>
                <numerusform>%n 个备份仍在排队：关闭后将被撤回，不会发送</numerusform>
            </translation>
        </message>
        <message>
            <source>Queue of backups</source>
            <translation>备份队列</translation>
        </message>
        <message>
            <source>The ledger of operations cannot be written: %1. Nothing is sent that cannot be written down; it is tried again by itself</source>
            <extracomment>%1: in the system's words. 中文：无法写入操作记录：%1。在能写入之前不会发送任何操作；程序会自动再试</extracomment>
            <translation>无法写入操作记录：%1。无法记录的操作不会发送；程序会自动再试</translation>
        </message>
        <message>
            <source>Show operations</source>
            <translation>查看操作记录</translation>
        </message>
        <message>
            <source>Refresh the list of backups first, without a filter at the service</source>
            <extracomment>What to do where the list of backups is not there as a whole. 中文：先刷新备份列表，并取消服务端筛选</extracomment>
            <translation>先刷新备份列表，并取消服务端筛选</translation>
        </message>
        <message numerus="yes">
            <source>%n backup(s) are queued: they will not be sent, and the next start asks again</source>
            <extracomment>中文：%n 个备份仍在排队：关闭后不会发送，下次启动时重新询问</extracomment>
            <translation>
                <numerusform>%n 个备份仍在排队：不会发送，下次启动时重新询问</numerusform>
            </translation>
        </message>
        <message>
            <source>What the service has accepted goes on there. Later, the Operations page tells what became of it</source>
            <extracomment>中文：已受理的任务会在服务端继续。以后可在“操作记录”页查看结果</extracomment>
            <translation>已受理的任务会在服务端继续。之后可在“操作记录”页查看结果</translation>
        </message>
        <message>
            <source>http, not encrypted</source>
            <translation>http，未加密</translation>
        </message>
        <message>
            <source>Sign-in and data travel in the open: all on the way can read them</source>
            <extracomment>Mode of the session. 中文：http，未加密 What that means. 中文：登录信息和数据以明文传输：途中任何人都能读取</extracomment>
            <translation>登录信息和数据以明文传输：途中任何人都能读取</translation>
        </message>
        <message>
            <source>Certificates</source>
            <extracomment>Row of a message. 中文：含义</extracomment>
            <translation>证书</translation>
        </message>
        <message>
            <source>Choose backups of one project: only those are replicated in one go</source>
            <extracomment>Why the verb is off. 中文：一次只能复制一个项目的备份</extracomment>
            <translation>请选择同一项目的备份：一次只能复制一个项目的备份</translation>
        </message>
    </context>
    <context>
        <name>ui::Navigation</name>
        <message>
            <source>Pages</source>
            <extracomment>Accessible name of the list of pages. 中文：页面</extracomment>
            <translation>页面</translation>
        </message>
        <message>
            <source>Scope</source>
            <extracomment>Accessible name of the button that opens the tree of profiles, regions and projects; %1 profile, %2 "3 regions · 4 projects". 中文：范围：%1，%2</extracomment>
            <translation>范围</translation>
        </message>
        <message>
            <source>Scope: %1, %2</source>
            <translation>范围：%1，%2</translation>
        </message>
        <message>
            <source>Production</source>
            <extracomment>What is marked as production. 中文：生产环境</extracomment>
            <translation>生产环境</translation>
        </message>
    </context>
    <context>
        <name>ui::OperationView</name>
        <message>
            <source>Looking…</source>
            <translation>正在查看…</translation>
        </message>
        <message>
            <source>Records of this operation</source>
            <translation>此操作的复制记录</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>时间线</translation>
        </message>
        <message>
            <source>Records</source>
            <translation>复制记录</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>复制记录</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Server said</source>
            <translation>服务端答复</translation>
        </message>
        <message>
            <source>Time (%1)</source>
            <translation>时间 (%1)</translation>
        </message>
        <message>
            <source>Detail</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Show &amp;record</source>
            <translation>显示复制记录(&amp;R)</translation>
        </message>
        <message>
            <source>stopped at %1</source>
            <extracomment>%1 is "62 %"</extracomment>
            <translation>停在 %1</translation>
        </message>
        <message>
            <source>Began %1 · took %2</source>
            <extracomment>%1 is a time of day, %2 a duration</extracomment>
            <translation>%1 开始 · 用时 %2</translation>
        </message>
        <message>
            <source>Began %1 · %2 elapsed</source>
            <extracomment>%1 is a time of day, %2 a duration</extracomment>
            <translation>%1 开始 · 已用 %2</translation>
        </message>
        <message>
            <source>%1 · last look %2</source>
            <extracomment>%1 is what stands before it, %2 an age such as "3 s ago"</extracomment>
            <translation>%1 · 上次查看：%2</translation>
        </message>
        <message>
            <source>Unknown. It has not been looked for yet</source>
            <translation>未知。尚未查看</translation>
        </message>
        <message numerus="yes">
            <source>Looked %n time(s)</source>
            <translation>
                <numerusform>已查看 %n 次</numerusform>
            </translation>
        </message>
        <message>
            <source>Unknown. %1: no record of this backup to the destination region since it was sent</source>
            <extracomment>%1 is "Looked 2 times"</extracomment>
            <translation>未知。%1：自发出后，没有此备份到目标区域的复制记录</translation>
        </message>
        <message>
            <source>Unknown. %1: %2 may be it</source>
            <extracomment>%1 is "Looked 2 times", %2 is "3 records"</extracomment>
            <translation>未知。%1：有 %2 可能与此对应</translation>
        </message>
        <message numerus="yes">
            <source>%n record(s)</source>
            <extracomment>中文：%n 个保护组</extracomment>
            <translation>
                <numerusform>%n 条复制记录</numerusform>
            </translation>
        </message>
        <message>
            <source>Replicate backup “%1” → %2, %3</source>
            <extracomment>Of a backup; %1 is its name, %2 "region / project", %3 a time of day</extracomment>
            <translation>复制备份“%1” → %2，%3</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>未给出原因</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>错误码</translation>
        </message>
        <message>
            <source>Meaning</source>
            <translation>含义</translation>
        </message>
        <message>
            <source>Cause</source>
            <extracomment>%1: in the system's words. 中文：无法写入操作记录：%1</extracomment>
            <translation>原因</translation>
        </message>
        <message>
            <source>Effect</source>
            <translation>影响</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Closing</source>
            <translation>关闭窗口</translation>
        </message>
        <message>
            <source>Not sent yet</source>
            <translation>尚未发出</translation>
        </message>
        <message>
            <source>Tried</source>
            <extracomment>中文：已查明：人工声明未执行</extracomment>
            <translation>尝试</translation>
        </message>
        <message>
            <source>Withdrawn before it was sent</source>
            <translation>发出前已撤回</translation>
        </message>
        <message>
            <source>Nothing was sent, so nothing has changed at the service</source>
            <translation>未发出任何请求，服务端没有变化</translation>
        </message>
        <message>
            <source>Sent at %1, no answer yet</source>
            <extracomment>%1 is a time of day</extracomment>
            <translation>%1 已发出，未答复</translation>
        </message>
        <message>
            <source>This window can be closed. What was sent cannot be called back</source>
            <translation>可以关闭此窗口。已发出的请求无法撤回</translation>
        </message>
        <message>
            <source>Accepted. The service has not begun to copy</source>
            <translation>已受理。服务端尚未开始复制</translation>
        </message>
        <message>
            <source>Accepted. The service is copying</source>
            <translation>已受理。服务端正在复制</translation>
        </message>
        <message>
            <source>Destination</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Does not stop the copy. Operations and Replication records go on showing it</source>
            <translation>不会中止复制。操作记录和复制记录中会继续显示</translation>
        </message>
        <message>
            <source>Ended: the service skipped it</source>
            <translation>已结束：服务端跳过了此备份</translation>
        </message>
        <message>
            <source>No new replica was made. The service does not say why it skips</source>
            <translation>未生成新副本。服务端不说明跳过的原因</translation>
        </message>
        <message>
            <source>Succeeded: “%1” was copied to %2</source>
            <translation>成功：“%1”已复制到 %2</translation>
        </message>
        <message numerus="yes">
            <source>%n backup(s) skipped by the service</source>
            <translation>
                <numerusform>%n 个备份被服务端跳过</numerusform>
            </translation>
        </message>
        <message>
            <source>Replica</source>
            <translation>副本</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>已查明</translation>
        </message>
        <message>
            <source>It was accepted and done once. The answer had been lost</source>
            <translation>已受理，且只执行了一次。此前的答复已丢失</translation>
        </message>
        <message>
            <source>Partly failed: %1 of %2 backups copied, %3 not</source>
            <translation>部分失败：%2 个备份已复制 %1 个，%3 个未成功</translation>
        </message>
        <message>
            <source>Failed: “%1” was not copied</source>
            <translation>失败：“%1”未复制</translation>
        </message>
        <message>
            <source>The service accepted it and could not finish it. It will not be sent again by itself</source>
            <translation>服务端已受理，但未能完成。不会自动重新发送</translation>
        </message>
        <message>
            <source>In doubt: it may have been done</source>
            <translation>结果未明：可能已执行</translation>
        </message>
        <message>
            <source>Look again. Do not replicate it a second time before it is settled.</source>
            <translation>再次查看，查明前不要重复复制。</translation>
        </message>
        <message>
            <source>Settled: accepted. The service made record %1</source>
            <extracomment>%1 is the id of a replication record</extracomment>
            <translation>已查明：已受理。服务端生成了复制记录 %1</translation>
        </message>
        <message>
            <source>Settled: accepted</source>
            <translation>已查明：已受理</translation>
        </message>
        <message>
            <source>It was done once. The answer had been lost</source>
            <translation>只执行了一次。此前的答复已丢失</translation>
        </message>
        <message>
            <source>Settled: not done. No replica was made</source>
            <translation>已查明：未执行。未生成副本</translation>
        </message>
        <message>
            <source>The service did not do it, so nothing has changed there</source>
            <translation>服务端未执行，因此没有变化</translation>
        </message>
        <message>
            <source>Last look</source>
            <extracomment>%1 is a sentence such as "csbs.cn-north-4… does not answer"</extracomment>
            <translation>上次查看</translation>
        </message>
        <message>
            <source>Failed: %1. What is shown is older</source>
            <translation>失败：%1。所示数据较旧</translation>
        </message>
        <message>
            <source>&amp;Look again</source>
            <translation>再次查看(&amp;L)</translation>
        </message>
        <message>
            <source>Progress of %1</source>
            <extracomment>%1 is "Replicate backup · autobk_1 → cn-east-3"</extracomment>
            <translation>%1 的进度</translation>
        </message>
        <message>
            <source>no answer yet</source>
            <translation>尚未答复</translation>
        </message>
        <message>
            <source>no number from the service</source>
            <translation>服务端未给出进度</translation>
        </message>
        <message>
            <source>no number</source>
            <translation>无进度数字</translation>
        </message>
        <message>
            <source>not looked yet</source>
            <translation>尚未查看</translation>
        </message>
        <message numerus="yes">
            <source>Looked: %n candidate(s)</source>
            <translation>
                <numerusform>已查看：%n 条可能的记录</numerusform>
            </translation>
        </message>
        <message>
            <source>Looked</source>
            <translation>已查看</translation>
        </message>
        <message>
            <source>Looked: %1</source>
            <translation>已查看：%1</translation>
        </message>
        <message>
            <source>Create protection group “%1”, %2, %3</source>
            <extracomment>Of the creation of a protection group; %1 is its name, %2 its sites, %3 a time of day</extracomment>
            <translation>创建保护组“%1”，%2，%3</translation>
        </message>
        <message>
            <source>protection group “%1” will not be created</source>
            <translation>不会创建保护组“%1”</translation>
        </message>
        <message>
            <source>Failed: protection group “%1” could not be created</source>
            <translation>失败：未能创建保护组“%1”</translation>
        </message>
        <message>
            <source>Succeeded: protection group “%1” exists, %2</source>
            <translation>成功：已创建保护组“%1”，%2</translation>
        </message>
        <message>
            <source>Accepted. The job has not begun</source>
            <translation>已受理。任务尚未开始</translation>
        </message>
        <message>
            <source>Accepted. The job is running</source>
            <translation>已受理。任务正在执行</translation>
        </message>
        <message>
            <source>Does not stop the job. Operations goes on showing it</source>
            <translation>不会中止任务。操作记录中会继续显示</translation>
        </message>
        <message>
            <source>create the group anew under another name</source>
            <translation>换一个名称重新创建保护组</translation>
        </message>
        <message>
            <source>Settled: not done. No such group was made</source>
            <translation>已查明：未执行。未创建保护组</translation>
        </message>
        <message>
            <source>Look again. Do not create it a second time before it is settled.</source>
            <translation>再次查看，查明前不要重复创建。</translation>
        </message>
        <message>
            <source>Replicate policy “%1” → %2, %3</source>
            <extracomment>Of a policy; %1 is its name, %2 "region / project", %3 a time of day</extracomment>
            <translation>执行复制策略“%1” → %2，%3</translation>
        </message>
        <message>
            <source>no backup of policy “%1” will be copied</source>
            <translation>不会复制策略“%1”的任何备份</translation>
        </message>
        <message>
            <source>Failed: no backup of policy “%1” was copied</source>
            <translation>失败：策略“%1”的备份均未复制</translation>
        </message>
        <message>
            <source>Succeeded: the backups of policy “%1” were copied to %2</source>
            <translation>成功：策略“%1”的备份已复制到 %2</translation>
        </message>
        <message>
            <source>Does not stop the copies. Operations and Replication records go on showing them</source>
            <translation>不会中止复制。操作记录和复制记录中会继续显示</translation>
        </message>
        <message>
            <source>replicate what failed anew</source>
            <translation>重新复制失败的备份</translation>
        </message>
        <message>
            <source>Settled: not done. No copy was begun</source>
            <translation>已查明：未执行。没有开始复制</translation>
        </message>
        <message>
            <source>Look again. Do not replicate the policy a second time before it is settled.</source>
            <translation>再次查看，查明前不要重复执行复制策略。</translation>
        </message>
        <message>
            <source>“%1” will not be copied</source>
            <translation>不会复制“%1”</translation>
        </message>
        <message>
            <source>replicate the backup anew</source>
            <translation>重新复制该备份</translation>
        </message>
        <message>
            <source>Remove the cause, then %1</source>
            <extracomment>%1 is such as "replicate the backup anew"</extracomment>
            <translation>先消除原因，然后%1</translation>
        </message>
        <message>
            <source>%1; then %2</source>
            <extracomment>%1 is what to do first, a sentence without full stop, %2 such as "replicate the backup anew"</extracomment>
            <translation>%1；然后%2</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>云服务器</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>What is known</source>
            <translation>已知情况</translation>
        </message>
        <message>
            <source>Unknown. The service no longer knows the job it accepted this under</source>
            <extracomment>中文：未知。服务端已不认识受理时给出的任务 ID</extracomment>
            <translation>未知。服务端已查不到受理时给出的任务 ID</translation>
        </message>
        <message>
            <source>Unknown. %1: no group of this name and these sites since it was sent</source>
            <extracomment>%1 is "Looked 2 times". 中文：未知。%1：发出后没有出现该名称和站点的保护组</extracomment>
            <translation>未知。%1：发出后没有出现该名称和站点的保护组</translation>
        </message>
        <message>
            <source>Unknown. %1: no record of this policy to the destination region since it was sent</source>
            <extracomment>%1 is "Looked 2 times". 中文：未知。%1：发出后没有出现该策略到目标区域的复制记录</extracomment>
            <translation>未知。%1：发出后没有出现该策略到目标区域的复制记录</translation>
        </message>
        <message numerus="yes">
            <source>%n group(s)</source>
            <translation>
                <numerusform>%n 个保护组</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 foreseen, %2 more perhaps; the service took %3</source>
            <extracomment>%1 to %3 are numbers. 中文：预计 %1 个，另可能 %2 个；服务端接收 %3 个</extracomment>
            <translation>预计 %1 个，另可能 %2 个；服务端接收 %3 个</translation>
        </message>
        <message numerus="yes">
            <source>%n foreseen not taken</source>
            <translation>
                <numerusform>%n 个预计的未被接收</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not foreseen</source>
            <extracomment>中文：%n 个未被接收</extracomment>
            <translation>
                <numerusform>%n 个不在预计内</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n seen in %1</source>
            <extracomment>%1 is a region. 中文：在 %1 查到 %n 个</extracomment>
            <translation>
                <numerusform>在 %1 查到 %n 个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not found there</source>
            <extracomment>中文：%n 个未查到</extracomment>
            <translation>
                <numerusform>%n 个未查到</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n could not be looked for</source>
            <extracomment>中文：%n 个无法查询</extracomment>
            <translation>
                <numerusform>%n 个无法查询</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: %2 of %3 backups ended well</source>
            <extracomment>%1 is "Accepted. …", %2 and %3 are numbers. 中文：%1。%3 个备份已完成 %2 个</extracomment>
            <translation>%1：%3 个备份已完成 %2 个</translation>
        </message>
        <message>
            <source>Sites</source>
            <translation>站点</translation>
        </message>
        <message>
            <source>Foreseen</source>
            <extracomment>Row. 中文：站点</extracomment>
            <translation>预计</translation>
        </message>
        <message>
            <source>Late</source>
            <extracomment>中文：已超过十分钟，比通常的任务久。服务端没有取消任务的方法</extracomment>
            <translation>超时</translation>
        </message>
        <message>
            <source>It runs longer than ten minutes, more than such a job is known to take. The service offers no way to end it</source>
            <translation>已超过十分钟，比此类任务通常的用时更久。服务端没有取消任务的方法</translation>
        </message>
        <message>
            <source>Succeeded: nothing to replicate</source>
            <translation>成功：没有需要复制的备份</translation>
        </message>
        <message>
            <source>The service took no backup</source>
            <extracomment>中文：成功：没有需要复制的备份</extracomment>
            <translation>服务端没有接收任何备份</translation>
        </message>
        <message>
            <source>Replicas</source>
            <translation>副本核实</translation>
        </message>
        <message>
            <source>Protection group</source>
            <extracomment>Row: whether copies were found. 中文：副本核实</extracomment>
            <translation>保护组</translation>
        </message>
        <message>
            <source>Partly failed: a part of the job did not succeed</source>
            <translation>部分失败：任务的一个子任务未成功</translation>
        </message>
        <message>
            <source>Not sent: %1</source>
            <extracomment>%1 is such as "“autobk_1” will not be copied"</extracomment>
            <translation>未发出：%1</translation>
        </message>
        <message>
            <source>Refused: %1</source>
            <extracomment>%1 is such as "“autobk_1” will not be copied"</extracomment>
            <translation>被拒绝：%1</translation>
        </message>
        <message>
            <source>Settled: accepted. The service made protection group %1</source>
            <extracomment>%1 is the id of a protection group. 中文：已查明：已受理。服务端已建立保护组 %1</extracomment>
            <translation>已查明：已受理。服务端已创建保护组 %1</translation>
        </message>
        <message numerus="yes">
            <source>Settled: accepted. The service made %n record(s)</source>
            <extracomment>中文：已查明：已受理。服务端已建立 %n 条复制记录</extracomment>
            <translation>
                <numerusform>已查明：已受理。服务端已生成 %n 条复制记录</numerusform>
            </translation>
        </message>
        <message>
            <source>No record appeared: the service did not do it, or found nothing to copy</source>
            <translation>没有出现复制记录：服务端未执行，或没有需要复制的备份</translation>
        </message>
        <message>
            <source>It can be done anew</source>
            <translation>可以重新执行</translation>
        </message>
        <message>
            <source>Show protection &amp;group</source>
            <translation>显示保护组(&amp;G)</translation>
        </message>
        <message>
            <source>took %1</source>
            <extracomment>%1 is a duration such as "4 min". 中文：用时 %1</extracomment>
            <translation>用时 %1</translation>
        </message>
        <message>
            <source>the service made no record for it</source>
            <extracomment>Of a backup a policy did not take. 中文：服务端没有为其建立复制记录</extracomment>
            <translation>服务端没有为其生成复制记录</translation>
        </message>
        <message>
            <source>not foreseen</source>
            <translation>不在预计内</translation>
        </message>
        <message>
            <source>its replica is being looked for</source>
            <translation>正在核实副本</translation>
        </message>
        <message>
            <source>Show q&amp;ueue</source>
            <translation>显示队列(&amp;U)</translation>
        </message>
        <message>
            <source>Re&amp;quest</source>
            <translation>请求(&amp;Q)</translation>
        </message>
        <message>
            <source>R&amp;eason</source>
            <translation>理由(&amp;E)</translation>
        </message>
        <message>
            <source>how you know; it is kept in the ledger</source>
            <extracomment>Why a person declares something not done. 中文：理由(&amp;E)</extracomment>
            <translation>依据；将写入操作记录</translation>
        </message>
        <message>
            <source>Declare not done</source>
            <extracomment>Form of a value. 中文：依据；将写入操作记录</extracomment>
            <translation>声明未执行</translation>
        </message>
        <message>
            <source>Cancel</source>
            <extracomment>Button. 中文：声明未执行</extracomment>
            <translation>取消</translation>
        </message>
        <message>
            <source>Unknown. %1: the clocks are too far apart for times to tell which it is</source>
            <extracomment>%1 is "Looked 2 times". 中文：未知。%1：本机与服务端的时间相差过大，无法按时间判断</extracomment>
            <translation>未知。%1：本机与服务端的时间相差过大，无法按时间判断</translation>
        </message>
        <message>
            <source>The ledger lacks entries: this may have been sent</source>
            <extracomment>中文：操作记录缺少条目：此操作可能已发送</extracomment>
            <translation>操作记录缺少条目：此操作可能已发送</translation>
        </message>
        <message>
            <source>The program ended before an answer was there</source>
            <translation>程序在收到答复之前结束</translation>
        </message>
        <message>
            <source>The program ended before it was sent</source>
            <extracomment>中文：程序在收到答复之前结束</extracomment>
            <translation>程序在发送之前结束</translation>
        </message>
        <message>
            <source>The answer is there, but the ledger of operations cannot be written</source>
            <extracomment>中文：已收到答复，但无法写入操作记录</extracomment>
            <translation>已收到答复，但无法写入操作记录</translation>
        </message>
        <message>
            <source>Make room or give the right to write. It is tried again by itself, and shown once written</source>
            <extracomment>中文：写入操作记录后才会显示结果。程序会自动再试</extracomment>
            <translation>腾出空间或授予写入权限。程序会自动再试，写入后显示结果</translation>
        </message>
        <message>
            <source>The ledger of operations cannot be written: %1</source>
            <translation>无法写入操作记录：%1</translation>
        </message>
        <message>
            <source>Settled: a person declared that it was not done</source>
            <translation>已查明：人工声明未执行</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Nothing was asked of the service for it</source>
            <extracomment>Row. 中文：理由 中文：声明不会向服务端发送任何请求</extracomment>
            <translation>声明不会向服务端发送任何请求</translation>
        </message>
        <message>
            <source>&amp;Declare not done…</source>
            <translation>声明未执行…(&amp;D)</translation>
        </message>
        <message>
            <source>as found at the start of the program</source>
            <translation>程序启动时发现</translation>
        </message>
        <message>
            <source>presumed: entries of the ledger are missing</source>
            <extracomment>Of a step. 中文：程序启动时发现</extracomment>
            <translation>推定：操作记录缺少条目</translation>
        </message>
        <message>
            <source>the ledger could not be written</source>
            <extracomment>Of a step. 中文：推定：操作记录缺少条目</extracomment>
            <translation>无法写入操作记录</translation>
        </message>
        <message>
            <source>declared by a person</source>
            <extracomment>Of a step. 中文：无法写入操作记录</extracomment>
            <translation>人工声明</translation>
        </message>
        <message>
            <source>an older one was in the way</source>
            <extracomment>Of a step. 中文：人工声明</extracomment>
            <translation>已有更早的副本</translation>
        </message>
        <message>
            <source>An earlier run left it queued. It is sent when it is confirmed again, in its queue</source>
            <extracomment>Of a write an earlier run left. 中文：上次运行未发送。在队列中重新确认后才会发送</extracomment>
            <translation>上次运行未发送。在队列中重新确认后才会发送</translation>
        </message>
        <message numerus="yes">
            <source>Replicate %n failed backup(s) a&amp;new…</source>
            <extracomment>Button: opens the form for what failed. 中文：重新复制 %n 个失败的备份…(&amp;N)</extracomment>
            <translation>
                <numerusform>重新复制 %n 个失败的备份…(&amp;N)</numerusform>
            </translation>
        </message>
        <message>
            <source>Cannot be replicated anew from here: %1</source>
            <extracomment>%1 is a sentence. 中文：不能重新复制：%1</extracomment>
            <translation>不能在此重新复制：%1</translation>
        </message>
        <message>
            <source>replica seen</source>
            <translation>已查到副本</translation>
        </message>
        <message>
            <source>replica not found</source>
            <translation>未查到副本</translation>
        </message>
        <message>
            <source>replica not looked for</source>
            <translation>无法核实副本</translation>
        </message>
        <message>
            <source>Certificates</source>
            <extracomment>Row of a message: those a server showed. 中文：证书</extracomment>
            <translation>证书</translation>
        </message>
        <message>
            <source>Unknown. Looking for it has failed so far</source>
            <extracomment>中文：未知。尚未查到结果：查看失败</extracomment>
            <translation>未知。至今查看均失败</translation>
        </message>
        <message>
            <source>Request ID</source>
            <translation>请求 ID</translation>
        </message>
        <message>
            <source>%1 of %2 done (%3 of %4) · %5</source>
            <extracomment>%1 and %2 are numbers of copies, %3 and %4 their sizes, %5 a percentage of all. 中文：已完成 %1 / %2（%3 / %4）· %5</extracomment>
            <translation>已完成 %1 / %2（%3 / %4）· %5</translation>
        </message>
    </context>
    <context>
        <name>ui::OperationsDock</name>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Operation</source>
            <extracomment>Column. 中文：状态</extracomment>
            <translation>操作</translation>
        </message>
        <message>
            <source>Progress</source>
            <extracomment>Column. 中文：操作</extracomment>
            <translation>进度</translation>
        </message>
        <message>
            <source>Began</source>
            <extracomment>Column. 中文：进度</extracomment>
            <translation>开始时间</translation>
        </message>
        <message>
            <source>Next step</source>
            <extracomment>Column. 中文：开始时间</extracomment>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Look again</source>
            <extracomment>Button: reads what became of a write in doubt. 中文：再次查看</extracomment>
            <translation>再次查看</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>no percentage yet</source>
            <translation>尚无进度</translation>
        </message>
        <message numerus="yes">
            <source>Answer lost; looked %n time(s)</source>
            <extracomment>中文：尚无进度 %n: how often. 中文：未收到答复；已查看 %n 次</extracomment>
            <translation>
                <numerusform>未收到答复；已查看 %n 次</numerusform>
            </translation>
        </message>
        <message>
            <source>Answer lost after sending</source>
            <translation>发出后未收到答复</translation>
        </message>
        <message>
            <source>stopped at %1</source>
            <translation>停在 %1</translation>
        </message>
        <message>
            <source>took %1</source>
            <extracomment>%1: a duration in words. 中文：用时 %1</extracomment>
            <translation>用时 %1</translation>
        </message>
        <message numerus="yes">
            <source>%n running</source>
            <translation>
                <numerusform>%n 个运行中</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in doubt</source>
            <translation>
                <numerusform>%n 个结果未明</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in trouble, unread</source>
            <extracomment>Operations. 中文：%n 个结果未明</extracomment>
            <translation>
                <numerusform>%n 个有问题，未读</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing has been done from here yet</source>
            <extracomment>In the line of the dock. 中文：本程序尚未执行任何操作</extracomment>
            <translation>本程序尚未执行任何操作</translation>
        </message>
        <message numerus="yes">
            <source>%n operation(s)</source>
            <translation>
                <numerusform>%n 个操作</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: %2</source>
            <extracomment>Name of a button in a row. %1: the verb, %2: the operation. 中文：%1：%2</extracomment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Operations</source>
            <translation>操作记录</translation>
        </message>
        <message>
            <source>Show or hide the list of operations (Ctrl+J)</source>
            <extracomment>中文：操作记录</extracomment>
            <translation>显示或隐藏操作记录（Ctrl+J）</translation>
        </message>
        <message numerus="yes">
            <source>%n queued</source>
            <extracomment>Operations. 中文：%n 个运行中</extracomment>
            <translation>
                <numerusform>%n 个排队中</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::OverviewPage</name>
        <message>
            <source>%1 (%2)</source>
            <extracomment>Two states with one word: the word and the service's own. 中文：%1（%2）</extracomment>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <extracomment>A count and its state, on a button. 中文：%1 %2</extracomment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>not loaded yet</source>
            <translation>尚未加载</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <extracomment>Of a list. 中文：尚未加载 A list and since when it is true, or why it cannot be read. 中文：%1：%2
----------
An object in trouble. %1: its state, %2: its name. 中文：%1：%2</extracomment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Partial: %1 of %2 lists</source>
            <extracomment>%1 of %2 lists could be read. 中文：不完整：%2 个列表中已读取 %1 个</extracomment>
            <translation>不完整：%2 个列表中已读取 %1 个</translation>
        </message>
        <message>
            <source>Loading…</source>
            <extracomment>中文：正在加载…</extracomment>
            <translation>正在加载…</translation>
        </message>
        <message>
            <source>As of %1 · %2</source>
            <extracomment>%1: a time of day, %2: an age. The oldest of the lists. 中文：截至 %1 · %2</extracomment>
            <translation>截至 %1 · %2</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>An operation is in doubt</source>
            <extracomment>Button. 中文：查看 中文：一个操作结果未明</extracomment>
            <translation>一个操作结果未明</translation>
        </message>
        <message>
            <source>An operation did not succeed</source>
            <translation>一个操作未成功</translation>
        </message>
        <message>
            <source>Cannot be read: %1</source>
            <extracomment>%1: a page. 中文：无法读取：%1</extracomment>
            <translation>无法读取：%1</translation>
        </message>
        <message>
            <source>%1 of them: %2 (%3)</source>
            <extracomment>Why copies failed. %1: how many, %2: meaning of the code, %3: the code. 中文：其中 %1 个：%2（%3）</extracomment>
            <translation>其中 %1 个：%2（%3）</translation>
        </message>
        <message numerus="yes">
            <source>%n replication(s) failed</source>
            <extracomment>中文：%n 个复制失败</extracomment>
            <translation>
                <numerusform>%n 个复制失败</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n backup(s) failed</source>
            <extracomment>中文：%n 个备份出错</extracomment>
            <translation>
                <numerusform>%n 个备份出错</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n server(s) without a usable backup</source>
            <extracomment>中文：%n 台云服务器没有可用备份</extracomment>
            <translation>
                <numerusform>%n 台云服务器没有可用备份</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n server(s) without a known copy elsewhere</source>
            <extracomment>中文：%n 台云服务器没有已知的异地副本</extracomment>
            <translation>
                <numerusform>%n 台云服务器没有已知的异地副本</numerusform>
            </translation>
        </message>
        <message>
            <source>No successful replication among the records loaded</source>
            <extracomment>What "known" means here. 中文：已加载的复制记录中没有成功的复制</extracomment>
            <translation>已加载的复制记录中没有成功的复制</translation>
        </message>
        <message>
            <source>%1 of %2 loaded</source>
            <extracomment>Of how many rows the counts are. 中文：已加载 %1 / %2</extracomment>
            <translation>已加载 %1 / %2</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <extracomment>Age of a copy and where it is. 中文：%1 · %2</extracomment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>云服务器</translation>
        </message>
        <message>
            <source>Newest backup</source>
            <extracomment>Column. 中文：云服务器</extracomment>
            <translation>最新备份</translation>
        </message>
        <message>
            <source>Newest copy elsewhere</source>
            <extracomment>Column. 中文：最新备份</extracomment>
            <translation>最新异地副本</translation>
        </message>
        <message>
            <source>Link</source>
            <extracomment>Column. 中文：最新异地副本</extracomment>
            <translation>链接</translation>
        </message>
        <message>
            <source>no percentage yet</source>
            <translation>尚无进度</translation>
        </message>
        <message>
            <source>All failed records</source>
            <extracomment>Link to all rows. 中文：全部 %n 项</extracomment>
            <translation>全部失败的记录</translation>
        </message>
        <message>
            <source>All records under way</source>
            <extracomment>Link. 中文：全部失败的记录</extracomment>
            <translation>全部进行中的记录</translation>
        </message>
        <message>
            <source>All backups</source>
            <extracomment>Link. 中文：全部进行中的记录</extracomment>
            <translation>全部备份</translation>
        </message>
        <message>
            <source>All operations</source>
            <extracomment>Link. 中文：全部备份</extracomment>
            <translation>全部操作记录</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>刷新</translation>
        </message>
        <message>
            <source>Refresh (F5)</source>
            <translation>刷新 (F5)</translation>
        </message>
        <message>
            <source>Needs attention</source>
            <extracomment>中文：刷新 (F5)</extracomment>
            <translation>需要处理</translation>
        </message>
        <message>
            <source>Current state</source>
            <extracomment>Card. 中文：需要处理</extracomment>
            <translation>当前状态</translation>
        </message>
        <message>
            <source>Recovery points, oldest first</source>
            <extracomment>Card. 中文：当前状态</extracomment>
            <translation>恢复点（最旧在前）</translation>
        </message>
        <message>
            <source>Newest failures</source>
            <extracomment>Card. 中文：恢复点（最旧在前）</extracomment>
            <translation>最近的失败</translation>
        </message>
        <message>
            <source>Under way</source>
            <extracomment>Card. 中文：最近的失败</extracomment>
            <translation>进行中</translation>
        </message>
        <message>
            <source>Operations of this console</source>
            <extracomment>Card. 中文：进行中</extracomment>
            <translation>本控制台的操作</translation>
        </message>
        <message>
            <source>Nothing is under way</source>
            <extracomment>中文：没有失败</extracomment>
            <translation>没有进行中的任务</translation>
        </message>
        <message>
            <source>Nothing has been done from here yet</source>
            <extracomment>中文：没有进行中的任务</extracomment>
            <translation>本程序尚未执行任何操作</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Why</source>
            <extracomment>Column. 中文：状态</extracomment>
            <translation>原因</translation>
        </message>
        <message>
            <source>Object</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>Where or why</source>
            <extracomment>Column. 中文：对象</extracomment>
            <translation>位置或原因</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Operation</source>
            <extracomment>Columns. 中文：位置或原因；时间</extracomment>
            <translation>操作</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Began</source>
            <translation>开始时间</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>总览</translation>
        </message>
        <message>
            <source>Nothing needs attention</source>
            <translation>没有需要处理的事项</translation>
        </message>
        <message>
            <source>No backups</source>
            <extracomment>中文：没有需要处理的事项</extracomment>
            <translation>没有备份</translation>
        </message>
        <message>
            <source>No failures</source>
            <extracomment>中文：没有备份</extracomment>
            <translation>没有失败</translation>
        </message>
        <message>
            <source>filtered on its page, not counted</source>
            <extracomment>Of a list: its page shows a part of it, so it is not counted. 中文：其页面上有服务端筛选，未计数</extracomment>
            <translation>其页面上有服务端筛选，未计数</translation>
        </message>
        <message>
            <source>unknown</source>
            <extracomment>No backup or copy. 中文：无</extracomment>
            <translation>未知</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <extracomment>Of a quota; %1: used, %2: allowed. 中文：%1 / %2</extracomment>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>The services answered with no quotas</source>
            <translation>服务端答复：没有配额</translation>
        </message>
        <message>
            <source>Service limits and sites</source>
            <translation>服务配额与站点</translation>
        </message>
        <message>
            <source>Quotas</source>
            <extracomment>Card. 中文：本控制台的操作</extracomment>
            <translation>配额</translation>
        </message>
        <message>
            <source>Resource</source>
            <extracomment>中文：操作；进度；开始时间</extracomment>
            <translation>资源</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>已使用</translation>
        </message>
        <message>
            <source>Share used</source>
            <translation>使用率</translation>
        </message>
        <message numerus="yes">
            <source>Not known: %n list(s) not read, or not as a whole</source>
            <extracomment>In an empty card. 中文：未知：%n 个列表未完整读取</extracomment>
            <translation>
                <numerusform>未知：有 %n 个列表未读取或未完整读取</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 · %n server(s)</source>
            <extracomment>Under the title: where that is, and how many servers have backups. 中文：%1 · %n 台云服务器</extracomment>
            <translation>
                <numerusform>%1 · %n 台云服务器</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::PlaceText</name>
        <message>
            <source>%1 / %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <extracomment>Where the window is: region and project. 中文：%1 · %2</extracomment>
            <translation>%1 · %2</translation>
        </message>
        <message numerus="yes">
            <source>%1, %n project(s)</source>
            <extracomment>What the window shows; %1: how many regions, in words. 中文：%1，%n 个项目</extracomment>
            <translation>
                <numerusform>%1，%n 个项目</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n region(s)</source>
            <translation>
                <numerusform>%n 个区域</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::PreferencesDialog</name>
        <message>
            <source>Preferences</source>
            <translation>首选项</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>语言(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <extracomment>中文：语言(&amp;L)</extracomment>
            <translation>主题(&amp;T)</translation>
        </message>
        <message>
            <source>Time &amp;zone</source>
            <extracomment>中文：主题(&amp;T)</extracomment>
            <translation>时区(&amp;Z)</translation>
        </message>
        <message>
            <source>&amp;Refresh</source>
            <extracomment>Of all times shown. 中文：时区(&amp;Z)</extracomment>
            <translation>自动刷新(&amp;R)</translation>
        </message>
        <message>
            <source>Pro&amp;xy</source>
            <extracomment>How often lists are refreshed. 中文：自动刷新(&amp;R)</extracomment>
            <translation>代理(&amp;X)</translation>
        </message>
        <message>
            <source>Proxy &amp;host</source>
            <extracomment>中文：代理(&amp;X)</extracomment>
            <translation>代理主机(&amp;H)</translation>
        </message>
        <message>
            <source>Proxy &amp;port</source>
            <extracomment>中文：代理主机(&amp;H)</extracomment>
            <translation>代理端口(&amp;P)</translation>
        </message>
        <message>
            <source>Proxy &amp;user</source>
            <extracomment>中文：代理端口(&amp;P)</extracomment>
            <translation>代理用户名(&amp;U)</translation>
        </message>
        <message>
            <source>Proxy pass&amp;word</source>
            <extracomment>中文：代理用户名(&amp;U)</extracomment>
            <translation>代理密码(&amp;W)</translation>
        </message>
        <message>
            <source>Close</source>
            <extracomment>中文：代理密码(&amp;W)</extracomment>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Type a name, such as Asia/Shanghai</source>
            <extracomment>A button. 中文：关闭 Rule of the time zone. 中文：可输入名称，例如 Asia/Shanghai</extracomment>
            <translation>可输入名称，例如 Asia/Shanghai</translation>
        </message>
        <message>
            <source>Used by profiles that say nothing else; the system's is never used for this computer itself</source>
            <extracomment>Rule of the proxy. 中文：未另行设置的配置使用此代理；本机地址不经代理</extracomment>
            <translation>未另行设置的配置使用此代理；系统代理不用于本机地址</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Light</source>
            <extracomment>Theme. 中文：跟随系统</extracomment>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <extracomment>Theme. 中文：浅色</extracomment>
            <translation>深色</translation>
        </message>
        <message>
            <source>Normal (each 3 s while something moves, else each minute)</source>
            <extracomment>Refresh. 中文：正常（有变化时每 3 秒，否则每分钟）</extracomment>
            <translation>正常（有变化时每 3 秒，否则每分钟）</translation>
        </message>
        <message>
            <source>Slow (each 15 s while something moves, else each 5 minutes)</source>
            <extracomment>Refresh. 中文：较慢（有变化时每 15 秒，否则每 5 分钟）</extracomment>
            <translation>较慢（有变化时每 15 秒，否则每 5 分钟）</translation>
        </message>
        <message>
            <source>Off (only when asked: F5)</source>
            <extracomment>Refresh. 中文：关闭（仅在手动刷新时查询）</extracomment>
            <translation>关闭（仅在手动刷新时查询）</translation>
        </message>
        <message>
            <source>As the system says</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>None</source>
            <extracomment>Proxy. 中文：跟随系统</extracomment>
            <translation>不使用</translation>
        </message>
        <message>
            <source>Own proxy</source>
            <extracomment>Proxy. 中文：不使用</extracomment>
            <translation>自定义代理</translation>
        </message>
        <message>
            <source>System (%1)</source>
            <extracomment>Time zone; %1: such as Asia/Shanghai. 中文：系统（%1）</extracomment>
            <translation>系统（%1）</translation>
        </message>
        <message>
            <source>This is needed</source>
            <extracomment>What is wrong with a field. 中文：此项必填</extracomment>
            <translation>此项必填</translation>
        </message>
        <message>
            <source>Kept in the keychain</source>
            <translation>保存在系统密钥环中</translation>
        </message>
        <message>
            <source>There is no time zone of this name</source>
            <translation>没有这个时区</translation>
        </message>
    </context>
    <context>
        <name>ui::ProfileDialog</name>
        <message>
            <source>CA file</source>
            <translation>CA 证书文件</translation>
        </message>
        <message>
            <source>Huawei Cloud, China</source>
            <translation>华为云中国站</translation>
        </message>
        <message>
            <source>Huawei Cloud, International</source>
            <extracomment>Which addresses. 中文：华为云中国站</extracomment>
            <translation>华为云国际站</translation>
        </message>
        <message>
            <source>One address for all services</source>
            <extracomment>Which addresses. 中文：华为云国际站</extracomment>
            <translation>所有服务共用一个地址</translation>
        </message>
        <message>
            <source>Own addresses</source>
            <extracomment>Which addresses. 中文：所有服务共用一个地址</extracomment>
            <translation>自定义地址</translation>
        </message>
        <message>
            <source>User and password</source>
            <translation>用户名和密码</translation>
        </message>
        <message>
            <source>Access key (AK/SK)</source>
            <extracomment>Way of signing in. 中文：用户名和密码</extracomment>
            <translation>访问密钥（AK/SK）</translation>
        </message>
        <message>
            <source>Temporary access key (AK/SK, security token)</source>
            <extracomment>Way of signing in. 中文：访问密钥（AK/SK）</extracomment>
            <translation>临时访问密钥（AK/SK 和 SecurityToken）</translation>
        </message>
        <message>
            <source>Token got elsewhere</source>
            <extracomment>Way of signing in. 中文：临时访问密钥（AK/SK 和 SecurityToken）</extracomment>
            <translation>已有的令牌</translation>
        </message>
        <message>
            <source>As in the preferences</source>
            <translation>与首选项相同</translation>
        </message>
        <message>
            <source>As the system says</source>
            <extracomment>Proxy of a profile. 中文：与首选项相同</extracomment>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>None</source>
            <extracomment>Proxy. 中文：跟随系统</extracomment>
            <translation>不使用</translation>
        </message>
        <message>
            <source>Own proxy</source>
            <extracomment>Proxy. 中文：不使用</extracomment>
            <translation>自定义代理</translation>
        </message>
        <message>
            <source>Profiles</source>
            <translation>配置</translation>
        </message>
        <message>
            <source>Stored &amp;profiles</source>
            <extracomment>Title of the dialog. 中文：配置</extracomment>
            <translation>已保存的配置(&amp;P)</translation>
        </message>
        <message>
            <source>Stored profiles</source>
            <extracomment>Label of the list. 中文：已保存的配置(&amp;P)</extracomment>
            <translation>已保存的配置</translation>
        </message>
        <message>
            <source>&amp;New</source>
            <extracomment>Of the list, for screen readers. 中文：已保存的配置</extracomment>
            <translation>新建(&amp;N)</translation>
        </message>
        <message>
            <source>D&amp;uplicate</source>
            <extracomment>A button: a new profile. 中文：新建(&amp;N)</extracomment>
            <translation>复制一份(&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Delete…</source>
            <extracomment>A button. 中文：复制一份(&amp;U)</extracomment>
            <translation>删除…(&amp;D)</translation>
        </message>
        <message>
            <source>A profile holds what is needed to sign in. Four steps: where, who, test, options. Secrets go to the keychain of this desktop, never into a file</source>
            <extracomment>A button: deletes a profile. 中文：删除…(&amp;D) For newcomers, above an empty form. 中文：配置保存登录所需的信息。四步：在哪里、谁登录、测试连接、选项。密码只保存在系统密钥环中</extracomment>
            <translation>配置保存登录所需的信息。四步：在哪里、谁登录、测试连接、选项。密码只保存在系统密钥环中</translation>
        </message>
        <message>
            <source>1  Where</source>
            <translation>1  在哪里</translation>
        </message>
        <message>
            <source>2  Who signs in</source>
            <extracomment>Heading. 中文：1 在哪里</extracomment>
            <translation>2  谁登录</translation>
        </message>
        <message>
            <source>3  Test, region, project</source>
            <extracomment>Heading. 中文：2 谁登录</extracomment>
            <translation>3  测试、区域、项目</translation>
        </message>
        <message>
            <source>4  Options</source>
            <extracomment>Heading. 中文：3 测试、区域、项目</extracomment>
            <translation>4  选项</translation>
        </message>
        <message>
            <source>N&amp;ame</source>
            <translation>名称(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Endpoints</source>
            <extracomment>Of the profile. 中文：名称(&amp;A)</extracomment>
            <translation>终端节点(&amp;E)</translation>
        </message>
        <message>
            <source>Add&amp;ress</source>
            <extracomment>Which addresses. 中文：终端节点(&amp;E)</extracomment>
            <translation>地址(&amp;R)</translation>
        </message>
        <message>
            <source>Sign in &amp;by</source>
            <translation>登录方式(&amp;B)</translation>
        </message>
        <message>
            <source>Account na&amp;me</source>
            <extracomment>Way of signing in. 中文：登录方式(&amp;B)</extracomment>
            <translation>帐号名(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Login name</source>
            <extracomment>The account's (domain's) name. 中文：帐号名(&amp;M)</extracomment>
            <translation>IAM 用户名(&amp;L)</translation>
        </message>
        <message>
            <source>Access &amp;key (AK)</source>
            <extracomment>IAM user. 中文：IAM 用户名(&amp;L)</extracomment>
            <translation>访问密钥 ID（AK）(&amp;K)</translation>
        </message>
        <message>
            <source>Security token</source>
            <extracomment>Id of the key. 中文：访问密钥 ID（AK）(&amp;K)</extracomment>
            <translation>安全令牌 SecurityToken</translation>
        </message>
        <message>
            <source>&amp;Test connection</source>
            <extracomment>Of a temporary key. 中文：安全令牌 SecurityToken</extracomment>
            <translation>测试连接(&amp;T)</translation>
        </message>
        <message>
            <source>Re&amp;gion</source>
            <extracomment>A button. 中文：测试连接(&amp;T)</extracomment>
            <translation>区域(&amp;G)</translation>
        </message>
        <message>
            <source>Read-onl&amp;y: send nothing but queries</source>
            <extracomment>A button: opens with this project. 中文：启动时使用</extracomment>
            <translation>只读：只发送查询(&amp;Y)</translation>
        </message>
        <message>
            <source>Production: mark e&amp;very window</source>
            <extracomment>Check box. 中文：只读：只发送查询(&amp;Y)</extracomment>
            <translation>生产环境：在每个窗口标出(&amp;V)</translation>
        </message>
        <message>
            <source>CA &amp;file</source>
            <translation>CA 证书文件(&amp;F)</translation>
        </message>
        <message>
            <source>C&amp;hoose file…</source>
            <extracomment>Certificates to trust. 中文：CA 证书文件(&amp;F)</extracomment>
            <translation>选择文件…(&amp;H)</translation>
        </message>
        <message>
            <source>Pro&amp;xy</source>
            <extracomment>A button. 中文：选择文件…(&amp;H)</extracomment>
            <translation>代理(&amp;X)</translation>
        </message>
        <message>
            <source>Proxy host</source>
            <extracomment>中文：代理(&amp;X)</extracomment>
            <translation>代理主机</translation>
        </message>
        <message>
            <source>Proxy port</source>
            <extracomment>中文：代理主机</extracomment>
            <translation>代理端口</translation>
        </message>
        <message>
            <source>Proxy user</source>
            <extracomment>中文：代理端口</extracomment>
            <translation>代理用户名</translation>
        </message>
        <message>
            <source>Proxy password</source>
            <extracomment>中文：代理用户名</extracomment>
            <translation>代理密码</translation>
        </message>
        <message>
            <source>Close</source>
            <extracomment>中文：代理密码</extracomment>
            <translation>关闭</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <extracomment>A button. 中文：关闭</extracomment>
            <translation>保存(&amp;S)</translation>
        </message>
        <message>
            <source>Save and &amp;open</source>
            <extracomment>A button: stores the profile. 中文：保存(&amp;S)</extracomment>
            <translation>保存并打开(&amp;O)</translation>
        </message>
        <message>
            <source>1–64 characters, not the name of another profile. As in ballast --profile NAME</source>
            <extracomment>Rule of a name. 中文：1–64 个字符，不与其他配置重名。命令行：ballast --profile 名称</extracomment>
            <translation>1–64 个字符，不与其他配置重名。命令行：ballast --profile 名称</translation>
        </message>
        <message>
            <source>Scheme, host, port: such as https://host:8443</source>
            <extracomment>Rule of an address. 中文：协议、主机、端口，例如 https://host:8443</extracomment>
            <translation>协议、主机、端口，例如 https://host:8443</translation>
        </message>
        <message>
            <source>May hold {region}, which stands for the region</source>
            <extracomment>Rule of an address. 中文：地址中可以写 {region}</extracomment>
            <translation>地址中可以写 {region}</translation>
        </message>
        <message>
            <source>The account the user belongs to. A HUAWEI ID itself cannot sign in here: use an IAM user</source>
            <extracomment>Rule. 中文：主帐号名称。华为帐号自身不能登录 API，使用 IAM 用户</extracomment>
            <translation>主帐号名称。华为帐号自身不能登录 API，使用 IAM 用户</translation>
        </message>
        <message>
            <source>Such as cn-north-4. After the test the account's own are in the list</source>
            <extracomment>Rule of the region. 中文：例如 cn-north-4。测试连接后可从列表中选择</extracomment>
            <translation>例如 cn-north-4。测试连接后可从列表中选择</translation>
        </message>
        <message>
            <source>The project's id. After the test the account's own are in the list</source>
            <extracomment>Rule of the project. 中文：项目 ID。测试连接后可从列表中选择</extracomment>
            <translation>项目 ID。测试连接后可从列表中选择</translation>
        </message>
        <message>
            <source>PEM. Trusted beside the system's; there is no switch that trusts everything</source>
            <extracomment>Rule of the CA file. 中文：PEM 格式。在系统证书之外再信任这些证书；没有“全部信任”的开关</extracomment>
            <translation>PEM 格式。在系统证书之外再信任这些证书；没有“全部信任”的开关</translation>
        </message>
        <message>
            <source>Kept in the keychain</source>
            <extracomment>Rule. 中文：密码保存在系统密钥环中
----------
Under a secret's field. 中文：正在询问密钥环…</extracomment>
            <translation>密码保存在系统密钥环中</translation>
        </message>
        <message>
            <source>Project</source>
            <extracomment>中文：区域(&amp;G)</extracomment>
            <translation>项目</translation>
        </message>
        <message>
            <source>New profile</source>
            <extracomment>A profile without a name yet. 中文：新配置</extracomment>
            <translation>新配置</translation>
        </message>
        <message>
            <source>%1 (not saved)</source>
            <extracomment>In the list. %1: name of a profile. 中文：%1（未保存）</extracomment>
            <translation>%1（未保存）</translation>
        </message>
        <message>
            <source>Pass&amp;word</source>
            <translation>密码(&amp;W)</translation>
        </message>
        <message>
            <source>Secret key (SK)</source>
            <translation>密钥（SK）</translation>
        </message>
        <message>
            <source>To&amp;ken</source>
            <translation>令牌(&amp;K)</translation>
        </message>
        <message>
            <source>Asking the keychain…</source>
            <translation>正在询问密钥环…</translation>
        </message>
        <message>
            <source>The keychain has one; leave this empty to keep it</source>
            <translation>已保存在密钥环中；留空则不变</translation>
        </message>
        <message>
            <source>not tried yet</source>
            <translation>尚未测试</translation>
        </message>
        <message>
            <source>trying…</source>
            <translation>正在测试…</translation>
        </message>
        <message numerus="yes">
            <source>signs in; %n project(s) to choose from</source>
            <extracomment>Line of a test. 中文：登录成功，可用项目 %n 个</extracomment>
            <translation>
                <numerusform>登录成功，可用项目 %n 个</numerusform>
            </translation>
        </message>
        <message>
            <source>works</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>%1 is not among the projects of this account</source>
            <extracomment>Line of a test; %1: id of a project. 中文：该帐号的项目列表中没有 %1</extracomment>
            <translation>该帐号的项目列表中没有 %1</translation>
        </message>
        <message>
            <source>choose region and project below, then test again</source>
            <translation>在下面选择区域和项目，然后再次测试</translation>
        </message>
        <message>
            <source>not tried</source>
            <translation>未测试</translation>
        </message>
        <message>
            <source>This is needed</source>
            <translation>此项必填</translation>
        </message>
        <message>
            <source>Another profile has this name</source>
            <extracomment>What is wrong with a field. 中文：此项必填</extracomment>
            <translation>已有同名配置</translation>
        </message>
        <message>
            <source>64 characters at most</source>
            <extracomment>中文：已有同名配置 中文：最多 64 个字符</extracomment>
            <translation>最多 64 个字符</translation>
        </message>
        <message>
            <source>This is no http or https address, such as https://host:8443</source>
            <extracomment>中文：不是 http 或 https 地址，例如 https://host:8443</extracomment>
            <translation>不是 http 或 https 地址，例如 https://host:8443</translation>
        </message>
        <message>
            <source>Scheme, host and port only: no path, query or user</source>
            <extracomment>中文：只写协议、主机和端口，不带路径、参数或用户名</extracomment>
            <translation>只写协议、主机和端口，不带路径、参数或用户名</translation>
        </message>
        <message>
            <source>A region has letters, digits and hyphens only</source>
            <extracomment>中文：区域只含字母、数字和连字符</extracomment>
            <translation>区域只含字母、数字和连字符</translation>
        </message>
        <message>
            <source>A project id has letters, digits, hyphens and underscores only</source>
            <extracomment>中文：项目 ID 只含字母、数字、连字符和下划线</extracomment>
            <translation>项目 ID 只含字母、数字、连字符和下划线</translation>
        </message>
        <message>
            <source>This file cannot be read</source>
            <extracomment>中文：无法读取此文件</extracomment>
            <translation>无法读取此文件</translation>
        </message>
        <message>
            <source>There is no certificate in PEM form in it</source>
            <extracomment>中文：文件中没有 PEM 格式的证书</extracomment>
            <translation>文件中没有 PEM 格式的证书</translation>
        </message>
        <message>
            <source>The name of the host only, without scheme and port</source>
            <extracomment>中文：只写主机名，不带协议和端口</extracomment>
            <translation>只写主机名，不带协议和端口</translation>
        </message>
        <message>
            <source>A line end was copied along</source>
            <translation>复制时带入了换行</translation>
        </message>
        <message>
            <source>It begins or ends with a blank, or holds a control character</source>
            <translation>首尾有空格，或含有控制字符</translation>
        </message>
        <message>
            <source>Copy of %1</source>
            <extracomment>Name of a copy; %1: name of a profile. 中文：%1 的副本</extracomment>
            <translation>%1 的副本</translation>
        </message>
        <message>
            <source>Delete the profile “%1” and its secrets in the keychain? Nothing in the cloud is touched</source>
            <extracomment>Asked in the page; %1: name of a profile. 中文：删除配置“%1”及其在密钥环中的密码？云上的数据不受影响</extracomment>
            <translation>删除配置“%1”及其在密钥环中的密码？云上的数据不受影响</translation>
        </message>
        <message>
            <source>Delete profile</source>
            <translation>删除配置</translation>
        </message>
        <message>
            <source>%1 cannot be written; the profile was not deleted</source>
            <extracomment>%1: path. 中文：无法写入 %1，配置未删除</extracomment>
            <translation>无法写入 %1，配置未删除</translation>
        </message>
        <message>
            <source>%1 cannot be written; the profile was not saved</source>
            <extracomment>%1: path. 中文：无法写入 %1，配置未保存</extracomment>
            <translation>无法写入 %1，配置未保存</translation>
        </message>
        <message>
            <source>Writing to the keychain…</source>
            <extracomment>While a profile is saved. 中文：正在写入密钥环…</extracomment>
            <translation>正在写入密钥环…</translation>
        </message>
        <message>
            <source>“%1” is saved</source>
            <translation>已保存“%1”</translation>
        </message>
        <message>
            <source>Not saved: %1. Throw the changes away?</source>
            <extracomment>%1: names of profiles. 中文：未保存：%1。丢弃所做的更改？</extracomment>
            <translation>未保存：%1。丢弃所做的更改？</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>丢弃</translation>
        </message>
        <message>
            <source>Pro&amp;jects</source>
            <extracomment>中文：项目</extracomment>
            <translation>项目列表(&amp;J)</translation>
        </message>
        <message>
            <source>Regions and projects of this profile</source>
            <extracomment>Regions and projects of a profile. 中文：项目列表(&amp;J)</extracomment>
            <translation>此配置的区域和项目</translation>
        </message>
        <message>
            <source>Add another project</source>
            <extracomment>中文：此配置的区域和项目</extracomment>
            <translation>添加项目</translation>
        </message>
        <message>
            <source>Remove project</source>
            <extracomment>A button. 中文：添加项目</extracomment>
            <translation>移除项目</translation>
        </message>
        <message>
            <source>Use at start</source>
            <extracomment>A button: from the profile only. 中文：移除项目</extracomment>
            <translation>启动时使用</translation>
        </message>
        <message>
            <source>not filled in</source>
            <translation>未填写</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <extracomment>A region and project in a list. 中文：未填写 A region and a project's id. 中文：%1 · %2</extracomment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1 (used at start)</source>
            <extracomment>In a list: the project a session opens with. 中文：%1（启动时使用）</extracomment>
            <translation>%1（启动时使用）</translation>
        </message>
        <message>
            <source>This region and project are in the profile already</source>
            <extracomment>中文：此配置中已有该区域和项目</extracomment>
            <translation>此配置中已有该区域和项目</translation>
        </message>
        <message>
            <source>Allow http: all on the way can read sign-in and data</source>
            <extracomment>Check box. 中文：生产环境：在每个窗口标出(&amp;V) Check box. 中文：允许 http：途中任何人都能读取登录信息和数据</extracomment>
            <translation>允许 http：途中任何人都能读取登录信息和数据</translation>
        </message>
        <message>
            <source>http would send the sign-in in the open: use https, or allow http in the options below</source>
            <extracomment>中文：http 会以明文传输登录信息：使用 https，或在下方选项中允许 http</extracomment>
            <translation>http 会以明文传输登录信息：使用 https，或在下方选项中允许 http</translation>
        </message>
    </context>
    <context>
        <name>ui::QueueView</name>
        <message>
            <source>Waits for its turn</source>
            <translation>等待发送</translation>
        </message>
        <message>
            <source>Nothing was sent</source>
            <extracomment>Of a queued write. 中文：等待发送</extracomment>
            <translation>未发送</translation>
        </message>
        <message>
            <source>Replica %1</source>
            <extracomment>%1 is a shortened id. 中文：副本 %1</extracomment>
            <translation>副本 %1</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>云服务器</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>What is known</source>
            <translation>已知情况</translation>
        </message>
        <message>
            <source>Backups of this queue</source>
            <extracomment>Column. 中文：已知情况</extracomment>
            <translation>此队列中的备份</translation>
        </message>
        <message>
            <source>no number</source>
            <translation>无进度数字</translation>
        </message>
        <message>
            <source>took %1</source>
            <extracomment>%1 is a duration such as "4 min". 中文：用时 %1</extracomment>
            <translation>用时 %1</translation>
        </message>
        <message>
            <source>Queue: %1 of %2 sent, one at a time</source>
            <extracomment>%1 and %2 are numbers. 中文：队列：已发送 %1 / %2，逐个发送</extracomment>
            <translation>队列：已发送 %1 / %2，逐个发送</translation>
        </message>
        <message>
            <source>Queue paused: %1 of %2 sent</source>
            <translation>队列已暂停：已发送 %1 / %2</translation>
        </message>
        <message>
            <source>&amp;Go on</source>
            <translation>继续(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;Pause queue</source>
            <translation>暂停队列(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Withdraw queued (%1)</source>
            <translation>撤回排队中的 %1 个(&amp;W)</translation>
        </message>
        <message>
            <source>Server said</source>
            <translation>服务端答复</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>错误码</translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Effect</source>
            <translation>影响</translation>
        </message>
        <message numerus="yes">
            <source>%n backup(s) not sent</source>
            <translation>
                <numerusform>%n 个备份未发送</numerusform>
            </translation>
        </message>
        <message>
            <source>Next</source>
            <extracomment>中文：%n 个备份未发送</extracomment>
            <translation>下一步</translation>
        </message>
        <message>
            <source>The queue has stopped: the same error came three times in a row</source>
            <extracomment>中文：队列已停止：同一错误连续出现三次</extracomment>
            <translation>队列已停止：同一错误连续出现三次</translation>
        </message>
        <message>
            <source>Queue of an earlier run: %1 of %2 sent. The rest waits to be confirmed again</source>
            <extracomment>中文：队列已暂停：已发送 %1 / %2 %1 and %2 are numbers. 中文：上次运行留下的队列：已发送 %1 / %2。其余的等待重新确认</extracomment>
            <translation>上次运行留下的队列：已发送 %1 / %2。其余的等待重新确认</translation>
        </message>
        <message>
            <source>&amp;Send the rest</source>
            <translation>发送其余的(&amp;S)</translation>
        </message>
    </context>
    <context>
        <name>ui::ReplicateBackupDialog</name>
        <message>
            <source>size unknown</source>
            <translation>大小未知</translation>
        </message>
        <message>
            <source>Replicate backup — %1</source>
            <extracomment>%1 is "region / project"</extracomment>
            <translation>复制备份 — %1</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>云服务器</translation>
        </message>
        <message>
            <source>Taken</source>
            <translation>创建时间</translation>
        </message>
        <message>
            <source>time unknown</source>
            <translation>时间未知</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>名称(&amp;N)</translation>
        </message>
        <message>
            <source>Chinese characters, letters, digits, _ and -. May be empty</source>
            <translation>中文字符、字母、数字、_ 和 -，可为空</translation>
        </message>
        <message>
            <source>&amp;Description</source>
            <translation>描述(&amp;D)</translation>
        </message>
        <message>
            <source>Any text without &lt; and &gt;. May be empty</source>
            <translation>不含 &lt; 和 &gt; 的任意文本，可为空</translation>
        </message>
        <message numerus="yes">
            <source>Replicate %n backup(s)</source>
            <translation>
                <numerusform>复制 %n 个备份</numerusform>
            </translation>
        </message>
        <message>
            <source>name “%1”</source>
            <translation>名称“%1”</translation>
        </message>
        <message>
            <source>description “%1”</source>
            <translation>描述“%1”</translation>
        </message>
        <message>
            <source>accelerated, costs extra</source>
            <translation>启用加速，额外收费</translation>
        </message>
        <message>
            <source>not accelerated</source>
            <translation>不启用加速</translation>
        </message>
        <message>
            <source>Ask for the regions and projects backups can be copied to</source>
            <translation>查询备份可复制到的区域和项目</translation>
        </message>
        <message numerus="yes">
            <source>%n backup(s)</source>
            <translation>
                <numerusform>%n 个备份</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2, will be copied to %3</source>
            <extracomment>%1 is "1 backup", %2 a size, %3 "region / project"</extracomment>
            <translation>%1，%2，将复制到 %3</translation>
        </message>
        <message>
            <source>%1, %2. No destination is chosen yet</source>
            <extracomment>%1 is "1 backup", %2 a size</extracomment>
            <translation>%1，%2。尚未选择目标</translation>
        </message>
        <message>
            <source>From</source>
            <translation>源</translation>
        </message>
        <message>
            <source>Refusal</source>
            <translation>拒绝条件</translation>
        </message>
        <message>
            <source>The service refuses when a replica exists or is being made there</source>
            <translation>目标处已有副本或正在生成副本时，服务端会拒绝</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>判定</translation>
        </message>
        <message>
            <source>The service decides at the moment of sending</source>
            <translation>由服务端在发出时判定</translation>
        </message>
        <message>
            <source>Quota there</source>
            <translation>目标配额</translation>
        </message>
        <message>
            <source>Foreseen</source>
            <translation>预计</translation>
        </message>
    </context>
    <context>
        <name>ui::ReplicateBackupsDialog</name>
        <message>
            <source>is itself a replica</source>
            <translation>本身是副本</translation>
        </message>
        <message>
            <source>already in %1</source>
            <translation>%1 已有副本</translation>
        </message>
        <message>
            <source>being copied to %1</source>
            <extracomment>%1 is a region. 中文：%1 已有副本</extracomment>
            <translation>正在复制到 %1</translation>
        </message>
        <message>
            <source>Replicate backups — %1</source>
            <extracomment>%1 is "region / project". 中文：复制备份 — %1</extracomment>
            <translation>复制备份 — %1</translation>
        </message>
        <message numerus="yes">
            <source>Replicate %n backup(s)</source>
            <translation>
                <numerusform>复制 %n 个备份</numerusform>
            </translation>
        </message>
        <message>
            <source>Ask for the regions and projects backups can be copied to</source>
            <translation>查询备份可复制到的区域和项目</translation>
        </message>
        <message>
            <source>name “%1”</source>
            <translation>名称“%1”</translation>
        </message>
        <message>
            <source>description “%1”</source>
            <translation>描述“%1”</translation>
        </message>
        <message>
            <source>accelerated, costs extra</source>
            <translation>启用加速，额外收费</translation>
        </message>
        <message>
            <source>not accelerated</source>
            <translation>不启用加速</translation>
        </message>
        <message>
            <source>Replica &amp;name</source>
            <translation>副本名称(&amp;N)</translation>
        </message>
        <message>
            <source>{backup} stands for each backup's name. Chinese characters, letters, digits, _ and -. May be empty</source>
            <extracomment>Field. 中文：副本名称(&amp;N) {backup} stays as it is. 中文：{backup} 代表备份名称。中文、字母、数字、_ 和 -，可不填</extracomment>
            <translation>{backup} 代表各备份的名称。中文、字母、数字、_ 和 -，可为空</translation>
        </message>
        <message>
            <source>&amp;Description</source>
            <translation>描述(&amp;D)</translation>
        </message>
        <message>
            <source>Any text without &lt; and &gt;. May be empty</source>
            <translation>不含 &lt; 和 &gt; 的任意文本，可为空</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>云服务器</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>What is known</source>
            <translation>已知情况</translation>
        </message>
        <message>
            <source>Chosen backups</source>
            <translation>所选备份</translation>
        </message>
        <message numerus="yes">
            <source>%n backup(s)</source>
            <translation>
                <numerusform>%n 个备份</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2. No destination is chosen yet</source>
            <translation>%1，%2。尚未选择目标</translation>
        </message>
        <message>
            <source>%1, %2, will be copied to %3</source>
            <translation>%1，%2，将复制到 %3</translation>
        </message>
        <message>
            <source>No backup will be copied to %1</source>
            <translation>没有备份会复制到 %1</translation>
        </message>
        <message>
            <source>Foreseen</source>
            <translation>预计</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>不参与</translation>
        </message>
        <message numerus="yes">
            <source>%n, each with its reason below</source>
            <translation>
                <numerusform>%n 个，原因见下表</numerusform>
            </translation>
        </message>
        <message>
            <source>Quota there</source>
            <extracomment>中文：%n 个，原因见下表</extracomment>
            <translation>目标配额</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Which replicas exist there is being asked</source>
            <translation>正在查询已有副本</translation>
        </message>
        <message>
            <source>will be called %1</source>
            <translation>将命名为 %1</translation>
        </message>
        <message numerus="yes">
            <source>&amp;Request, first of %n</source>
            <extracomment>Tab: what is sent for the first of several. 中文：请求（%n 个中的第 1 个）(&amp;R)</extracomment>
            <translation>
                <numerusform>请求，%n 个中的第 1 个(&amp;R)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::ReplicatePolicyDialog</name>
        <message>
            <source>never tried there</source>
            <translation>该区域从未复制</translation>
        </message>
        <message>
            <source>failed or skipped before; the service decides</source>
            <extracomment>Why a backup is copied. 中文：该区域从未复制 中文：上次失败或被跳过，由服务端决定</extracomment>
            <translation>上次失败或被跳过，由服务端决定</translation>
        </message>
        <message>
            <source>a replica exists</source>
            <translation>已有副本</translation>
        </message>
        <message>
            <source>a replica is being made</source>
            <extracomment>Why a backup is left out. 中文：已有副本</extracomment>
            <translation>正在生成副本</translation>
        </message>
        <message>
            <source>is itself a replica</source>
            <translation>本身是副本</translation>
        </message>
        <message>
            <source>Replicate policy — %1</source>
            <extracomment>%1 is "region / project". 中文：执行复制策略 — %1</extracomment>
            <translation>执行复制策略 — %1</translation>
        </message>
        <message numerus="yes">
            <source>Replicate %n backup(s)</source>
            <translation>
                <numerusform>复制 %n 个备份</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Replicate %n backup(s) at most</source>
            <translation>
                <numerusform>最多复制 %n 个备份</numerusform>
            </translation>
        </message>
        <message>
            <source>Replicate policy</source>
            <extracomment>Button. 中文：最多复制 %n 个备份</extracomment>
            <translation>执行复制策略</translation>
        </message>
        <message>
            <source>Ask for the policies, and the regions and projects backups can be copied to</source>
            <extracomment>Button. 中文：执行复制策略 中文：查询备份策略、可复制到的区域和项目</extracomment>
            <translation>查询备份策略，以及可复制到的区域和项目</translation>
        </message>
        <message>
            <source>policy “%1”</source>
            <extracomment>What was sent. %1 is the name of a policy. 中文：策略“%1”</extracomment>
            <translation>策略“%1”</translation>
        </message>
        <message>
            <source>accelerated, costs extra</source>
            <translation>启用加速，额外收费</translation>
        </message>
        <message>
            <source>not accelerated</source>
            <translation>不启用加速</translation>
        </message>
        <message>
            <source>Po&amp;licy</source>
            <translation>策略(&amp;L)</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>云服务器</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Taken (%1)</source>
            <translation>备份时间 (%1)</translation>
        </message>
        <message>
            <source>Size</source>
            <extracomment>Column: when a backup was taken. 中文：备份时间（%1）</extracomment>
            <translation>大小</translation>
        </message>
        <message>
            <source>Will be</source>
            <translation>处理</translation>
        </message>
        <message>
            <source>Why</source>
            <extracomment>Column: what becomes of a backup. 中文：处理</extracomment>
            <translation>原因</translation>
        </message>
        <message>
            <source>Backups of the policy</source>
            <extracomment>Column. 中文：原因</extracomment>
            <translation>该策略的备份</translation>
        </message>
        <message>
            <source>This project has no backup policy</source>
            <translation>此项目没有备份策略</translation>
        </message>
        <message>
            <source>Make a backup policy at the service first, or choose another project</source>
            <extracomment>中文：此项目没有备份策略 中文：先在服务端创建备份策略，或选择另一个项目</extracomment>
            <translation>先在服务端创建备份策略，或选择另一个项目</translation>
        </message>
        <message>
            <source>Asking the service…</source>
            <translation>正在查询服务端…</translation>
        </message>
        <message>
            <source>Choose a policy</source>
            <translation>选择策略</translation>
        </message>
        <message>
            <source>An unknown amount</source>
            <translation>未知数量</translation>
        </message>
        <message>
            <source>Asking which backups will be copied</source>
            <extracomment>中文：正在查询哪些备份会被复制</extracomment>
            <translation>正在查询哪些备份会被复制</translation>
        </message>
        <message>
            <source>Which backups will be copied is not known</source>
            <translation>无法得知哪些备份会被复制</translation>
        </message>
        <message>
            <source>Cause</source>
            <extracomment>中文：无法得知哪些备份会被复制</extracomment>
            <translation>原因</translation>
        </message>
        <message numerus="yes">
            <source>%n backup(s)</source>
            <translation>
                <numerusform>%n 个备份</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2, will be copied to %3</source>
            <translation>%1，%2，将复制到 %3</translation>
        </message>
        <message>
            <source>No backup is sure to be copied to %1</source>
            <extracomment>%1 is "region / project". 中文：预计没有备份会复制到 %1</extracomment>
            <translation>没有备份确定会复制到 %1</translation>
        </message>
        <message>
            <source>No backup will be copied to %1</source>
            <translation>没有备份会复制到 %1</translation>
        </message>
        <message>
            <source>Foreseen</source>
            <translation>预计</translation>
        </message>
        <message>
            <source>Perhaps</source>
            <extracomment>Row and text: tried before. 中文：%n 个备份上次失败或被跳过，服务端可能再次复制</extracomment>
            <translation>可能</translation>
        </message>
        <message numerus="yes">
            <source>%n backup(s) failed or were skipped before: the service may take them again</source>
            <translation>
                <numerusform>%n 个备份上次失败或被跳过，服务端可能再次复制</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n already there</source>
            <translation>
                <numerusform>%n 个已有副本</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n being copied</source>
            <extracomment>Backups left out. 中文：%n 个已有副本</extracomment>
            <translation>
                <numerusform>%n 个正在复制</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not available</source>
            <extracomment>中文：%n 个正在复制</extracomment>
            <translation>
                <numerusform>%n 个不可用</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n replica(s) themselves</source>
            <extracomment>中文：%n 个不可用</extracomment>
            <translation>
                <numerusform>%n 个本身是副本</numerusform>
            </translation>
        </message>
        <message>
            <source>Left out</source>
            <extracomment>中文：%n 个本身是副本</extracomment>
            <translation>不参与</translation>
        </message>
        <message>
            <source>Quota there</source>
            <extracomment>Row. 中文：不参与</extracomment>
            <translation>目标配额</translation>
        </message>
        <message>
            <source>Computed</source>
            <extracomment>Row: quota of the destination. 中文：目标配额 %1 is a time of day. 中文：根据 %1 的复制记录计算；以服务端执行时为准</extracomment>
            <translation>计算依据</translation>
        </message>
        <message>
            <source>from records as of %1; the service decides at the moment of sending</source>
            <translation>%1 的复制记录；以服务端执行时为准</translation>
        </message>
    </context>
    <context>
        <name>ui::RequestLogWindow</name>
        <message>
            <source>Request log</source>
            <extracomment>Title of the window. 中文：请求日志</extracomment>
            <translation>请求日志</translation>
        </message>
        <message>
            <source>&amp;Filter</source>
            <extracomment>Name of the table. 中文：请求日志</extracomment>
            <translation>筛选(&amp;F)</translation>
        </message>
        <message>
            <source>Copy rows</source>
            <extracomment>Label of a field. 中文：筛选(&amp;F)</extracomment>
            <translation>复制所选行</translation>
        </message>
        <message>
            <source>&amp;Copy rows</source>
            <extracomment>The selected ones. 中文：复制所选行</extracomment>
            <translation>复制所选行(&amp;C)</translation>
        </message>
        <message>
            <source>C&amp;lear</source>
            <extracomment>A button: the selected ones, or all. 中文：复制所选行(&amp;C)</extracomment>
            <translation>清空(&amp;L)</translation>
        </message>
        <message>
            <source>Close</source>
            <extracomment>A button: empties the log on the screen. 中文：清空(&amp;L)</extracomment>
            <translation>关闭</translation>
        </message>
        <message>
            <source>All rows shown where none is selected</source>
            <extracomment>A button. 中文：关闭</extracomment>
            <translation>未选择时复制显示的所有行</translation>
        </message>
        <message>
            <source>%1 of %2 shown</source>
            <extracomment>%1: rows shown, %2: rows in all. 中文：显示 %1 / %2 条</extracomment>
            <translation>显示 %1 / %2 条</translation>
        </message>
    </context>
    <context>
        <name>ui::RequestTab</name>
        <message>
            <source>‹token›</source>
            <extracomment>stands in the place of a secret; keep the angle marks</extracomment>
            <translation>‹token›</translation>
        </message>
        <message>
            <source>Request as it would be sent now</source>
            <translation>当前将发送的请求</translation>
        </message>
        <message>
            <source>Copy as &amp;curl</source>
            <translation>复制为 curl(&amp;C)</translation>
        </message>
        <message>
            <source>Copy &amp;JSON</source>
            <translation>复制 JSON(&amp;J)</translation>
        </message>
        <message>
            <source>‹security token›</source>
            <extracomment>stands in the place of the secret that goes with a temporary access key; keep the angle marks. 中文：‹安全令牌›</extracomment>
            <translation>‹安全令牌›</translation>
        </message>
        <message>
            <source>‹time of sending›</source>
            <extracomment>stands in the place of the time a request leaves at; keep the angle marks. 中文：‹发送时间›</extracomment>
            <translation>‹发送时间›</translation>
        </message>
        <message>
            <source>‹signature›</source>
            <extracomment>stands in the place of a signature made when a request leaves; keep the angle marks. 中文：‹签名›</extracomment>
            <translation>‹签名›</translation>
        </message>
        <message>
            <source>Indented for reading</source>
            <translation>为便于阅读已缩进</translation>
        </message>
        <message>
            <source>Indented for reading. Time and signature are made at the moment of sending</source>
            <translation>为便于阅读已缩进。时间和签名在发送时生成</translation>
        </message>
    </context>
    <context>
        <name>ui::ScopePopup</name>
        <message>
            <source>Scope</source>
            <extracomment>中文：范围</extracomment>
            <translation>范围</translation>
        </message>
        <message>
            <source>Region or project</source>
            <translation>区域或项目</translation>
        </message>
        <message>
            <source>Filter of regions and projects</source>
            <extracomment>In a filter field. 中文：区域或项目</extracomment>
            <translation>按区域或项目筛选</translation>
        </message>
        <message>
            <source>Profile, regions and projects</source>
            <translation>配置、区域和项目</translation>
        </message>
        <message>
            <source>Member</source>
            <extracomment>Columns of the tree: a member of the scope, and how true its list is. 中文：成员；数据截至</extracomment>
            <translation>成员</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>数据截至</translation>
        </message>
        <message>
            <source>Demo company</source>
            <extracomment>Names of a session without a profile. 中文：演示公司 / 此会话</extracomment>
            <translation>演示公司</translation>
        </message>
        <message>
            <source>This session</source>
            <translation>此会话</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <extracomment>A project: its name and its ID. 中文：%1（%2）</extracomment>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>not loaded yet</source>
            <translation>尚未加载</translation>
        </message>
        <message>
            <source>This profile holds one project</source>
            <translation>此配置只有一个项目</translation>
        </message>
        <message>
            <source>What is checked is shown, and only that is asked for</source>
            <translation>只显示并查询勾选的项目</translation>
        </message>
        <message>
            <source>not shown</source>
            <translation>未显示</translation>
        </message>
    </context>
    <context>
        <name>ui::SecretText</name>
        <message>
            <source>No keychain answers on this desktop (%1). Type the secrets here: they are kept for this session only</source>
            <extracomment>%1: in its own words. 中文：此桌面没有可用的密钥环（%1）。在此输入密码：只在本次会话中有效</extracomment>
            <translation>此桌面没有可用的密钥环（%1）。在此输入密码：只在本次会话中有效</translation>
        </message>
        <message>
            <source>The keychain is locked or refuses access (%1). Type the secrets here: they are kept for this session only</source>
            <extracomment>%1: in its own words. 中文：密钥环已锁定或拒绝访问（%1）。在此输入密码：只在本次会话中有效</extracomment>
            <translation>密钥环已锁定或拒绝访问（%1）。在此输入密码：只在本次会话中有效</translation>
        </message>
        <message>
            <source>The keychain did not answer in time. Type the secrets here: they are kept for this session only</source>
            <extracomment>中文：密钥环未及时答复。在此输入密码：只在本次会话中有效</extracomment>
            <translation>密钥环未及时答复。在此输入密码：只在本次会话中有效</translation>
        </message>
        <message>
            <source>The secrets of this profile are not in the keychain, or it is locked. Type them here to sign in</source>
            <extracomment>中文：密钥环中没有此配置的密码，或密钥环已锁定。在此输入以登录</extracomment>
            <translation>密钥环中没有此配置的密码，或密钥环已锁定。在此输入以登录</translation>
        </message>
        <message>
            <source>“%1” is saved. The keychain is locked or refuses access: the secrets are kept for this session only and are asked for again at the next start</source>
            <extracomment>%1: name of a profile. 中文：已保存“%1”。密钥环已锁定或拒绝访问：密码只在本次会话中有效，下次启动时再次输入</extracomment>
            <translation>已保存“%1”。密钥环已锁定或拒绝访问：密码只在本次会话中有效，下次启动时再次输入</translation>
        </message>
        <message>
            <source>“%1” is saved. The keychain did not answer in time: the secrets are kept for this session only and are asked for again at the next start</source>
            <extracomment>%1: name of a profile. 中文：已保存“%1”。密钥环未及时答复：密码只在本次会话中有效，下次启动时再次输入</extracomment>
            <translation>已保存“%1”。密钥环未及时答复：密码只在本次会话中有效，下次启动时再次输入</translation>
        </message>
        <message>
            <source>“%1” is saved. No keychain answers on this desktop: the secrets are kept for this session only and are asked for again at the next start</source>
            <extracomment>%1: name of a profile. 中文：已保存“%1”。此桌面没有可用的密钥环：密码只在本次会话中有效，下次启动时再次输入</extracomment>
            <translation>已保存“%1”。此桌面没有可用的密钥环：密码只在本次会话中有效，下次启动时再次输入</translation>
        </message>
        <message>
            <source>The secrets of this profile are kept for this session only: no keychain answers on this desktop</source>
            <extracomment>中文：此配置的密码只在本次会话中有效：此桌面没有可用的密钥环</extracomment>
            <translation>此配置的密码只在本次会话中有效：此桌面没有可用的密钥环</translation>
        </message>
        <message>
            <source>The secrets of this profile are kept for this session only: the keychain is locked or refuses access</source>
            <extracomment>中文：此配置的密码只在本次会话中有效：密钥环已锁定或拒绝访问</extracomment>
            <translation>此配置的密码只在本次会话中有效：密钥环已锁定或拒绝访问</translation>
        </message>
        <message>
            <source>The secrets of this profile are kept for this session only: the keychain did not answer in time</source>
            <extracomment>中文：此配置的密码只在本次会话中有效：密钥环未及时答复</extracomment>
            <translation>此配置的密码只在本次会话中有效：密钥环未及时答复</translation>
        </message>
        <message>
            <source>“%1” is deleted. The keychain did not confirm that its secrets are gone: none answers on this desktop</source>
            <extracomment>%1: name of a profile. 中文：已删除“%1”。密钥环未确认其密码已删除：此桌面没有可用的密钥环</extracomment>
            <translation>已删除“%1”。密钥环未确认其密码已删除：此桌面没有可用的密钥环</translation>
        </message>
        <message>
            <source>“%1” is deleted. The keychain did not confirm that its secrets are gone: it is locked or refuses access</source>
            <extracomment>%1: name of a profile. 中文：已删除“%1”。密钥环未确认其密码已删除：密钥环已锁定或拒绝访问</extracomment>
            <translation>已删除“%1”。密钥环未确认其密码已删除：密钥环已锁定或拒绝访问</translation>
        </message>
        <message>
            <source>“%1” is deleted. The keychain did not confirm that its secrets are gone: it did not answer in time</source>
            <extracomment>%1: name of a profile. 中文：已删除“%1”。密钥环未确认其密码已删除：密钥环未及时答复</extracomment>
            <translation>已删除“%1”。密钥环未确认其密码已删除：密钥环未及时答复</translation>
        </message>
        <message>
            <source>“%1” and its secrets in the keychain are deleted</source>
            <extracomment>%1: name of a profile. 中文：已删除“%1”及其在密钥环中的密码</extracomment>
            <translation>已删除“%1”及其在密钥环中的密码</translation>
        </message>
        <message>
            <source>Removed from the keychain</source>
            <translation>已从密钥环删除</translation>
        </message>
        <message>
            <source>Written to the keychain</source>
            <translation>已写入密钥环</translation>
        </message>
        <message>
            <source>The keychain did not confirm that it is gone: none answers on this desktop</source>
            <extracomment>Of the proxy's password. 中文：已写入密钥环 Of the proxy's password. 中文：密钥环未确认删除：此桌面没有可用的密钥环</extracomment>
            <translation>密钥环未确认删除：此桌面没有可用的密钥环</translation>
        </message>
        <message>
            <source>Kept for this session only: no keychain answers on this desktop</source>
            <translation>只在本次会话中有效：此桌面没有可用的密钥环</translation>
        </message>
        <message>
            <source>The keychain did not confirm that it is gone: it is locked or refuses access</source>
            <extracomment>Of the proxy's password. 中文：密钥环未确认删除：密钥环已锁定或拒绝访问</extracomment>
            <translation>密钥环未确认删除：密钥环已锁定或拒绝访问</translation>
        </message>
        <message>
            <source>Kept for this session only: the keychain is locked or refuses access</source>
            <translation>只在本次会话中有效：密钥环已锁定或拒绝访问</translation>
        </message>
        <message>
            <source>The keychain did not confirm that it is gone: it did not answer in time</source>
            <extracomment>Of the proxy's password. 中文：密钥环未确认删除：密钥环未及时答复</extracomment>
            <translation>密钥环未确认删除：密钥环未及时答复</translation>
        </message>
        <message>
            <source>Kept for this session only: the keychain did not answer in time</source>
            <translation>只在本次会话中有效：密钥环未及时答复</translation>
        </message>
        <message>
            <source>No keychain answers on this desktop. Type the proxy's password in the preferences: it is kept for this session only</source>
            <extracomment>中文：此桌面没有可用的密钥环。在首选项中输入代理密码：只在本次会话中有效</extracomment>
            <translation>此桌面没有可用的密钥环。在首选项中输入代理密码：只在本次会话中有效</translation>
        </message>
        <message>
            <source>The keychain is locked or refuses access. Type the proxy's password in the preferences: it is kept for this session only</source>
            <extracomment>中文：密钥环已锁定或拒绝访问。在首选项中输入代理密码：只在本次会话中有效</extracomment>
            <translation>密钥环已锁定或拒绝访问。在首选项中输入代理密码：只在本次会话中有效</translation>
        </message>
        <message>
            <source>The keychain did not answer in time. Type the proxy's password in the preferences: it is kept for this session only</source>
            <extracomment>中文：密钥环未及时答复。在首选项中输入代理密码：只在本次会话中有效</extracomment>
            <translation>密钥环未及时答复。在首选项中输入代理密码：只在本次会话中有效</translation>
        </message>
        <message>
            <source>The proxy's password is not in the keychain, or it is locked; type it in the preferences</source>
            <extracomment>中文：密钥环中没有代理密码，或密钥环已锁定；在首选项中输入</extracomment>
            <translation>密钥环中没有代理密码，或密钥环已锁定；在首选项中输入</translation>
        </message>
    </context>
    <context>
        <name>ui::ServiceWindow</name>
        <message>
            <source>Current</source>
            <translation>主推版本</translation>
        </message>
        <message>
            <source>Supported</source>
            <extracomment>Of an API version. 中文：主推版本</extracomment>
            <translation>老版本（继续支持）</translation>
        </message>
        <message>
            <source>Deprecated</source>
            <extracomment>Of an API version: old, goes on being supported. 中文：老版本（继续支持）</extracomment>
            <translation>废弃版本</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Backup capacity</source>
            <extracomment>A quota: how many. 中文：备份</extracomment>
            <translation>备份容量</translation>
        </message>
        <message>
            <source>Protection groups</source>
            <extracomment>A quota: how much room. 中文：备份容量</extracomment>
            <translation>保护组</translation>
        </message>
        <message>
            <source>Replication pairs</source>
            <extracomment>A quota: how many. 中文：保护组</extracomment>
            <translation>复制对</translation>
        </message>
        <message>
            <source>Backup (CSBS)</source>
            <translation>云服务器备份（CSBS）</translation>
        </message>
        <message>
            <source>Disaster recovery (SDRS)</source>
            <extracomment>Whose quotas. 中文：云服务器备份（CSBS）</extracomment>
            <translation>存储容灾（SDRS）</translation>
        </message>
        <message>
            <source>Active-active domains</source>
            <extracomment>Whose quotas. 中文：存储容灾（SDRS）</extracomment>
            <translation>双活域</translation>
        </message>
        <message>
            <source>API versions of SDRS</source>
            <extracomment>Title of a table. 中文：双活域</extracomment>
            <translation>SDRS 的 API 版本</translation>
        </message>
        <message>
            <source>not loaded yet</source>
            <translation>尚未加载</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <extracomment>Of a table. 中文：尚未加载</extracomment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Missing here</source>
            <translation>缺少</translation>
        </message>
        <message>
            <source>Why</source>
            <extracomment>Row of a message: what cannot be shown. 中文：缺少</extracomment>
            <translation>原因</translation>
        </message>
        <message>
            <source>Server said</source>
            <translation>服务端答复</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>错误码</translation>
        </message>
        <message>
            <source>Meaning</source>
            <extracomment>Row of a message. 中文：错误码</extracomment>
            <translation>含义</translation>
        </message>
        <message>
            <source>Next</source>
            <extracomment>Row of a message: those a server showed. 中文：证书</extracomment>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Request ID</source>
            <extracomment>Row of a message. 中文：下一步</extracomment>
            <translation>请求 ID</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>正在加载…</translation>
        </message>
        <message>
            <source>Partial: %1 of %2 services</source>
            <extracomment>中文：正在加载… One of two services answered. 中文：不完整：%2 项中的 %1 项</extracomment>
            <translation>不完整：%2 项服务中的 %1 项</translation>
        </message>
        <message>
            <source>Refresh failed · showing %1</source>
            <extracomment>%1: a time of day. 中文：刷新失败 · 显示 %1 的数据</extracomment>
            <translation>刷新失败 · 显示 %1 的数据</translation>
        </message>
        <message>
            <source>Cannot be read</source>
            <translation>无法读取</translation>
        </message>
        <message>
            <source>As of %1 · %2</source>
            <extracomment>%1: a time of day, %2: an age with "ago". 中文：截至 %1 · %2</extracomment>
            <translation>截至 %1 · %2</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) unreadable: %1</source>
            <extracomment>%1: the member of the answer that is wrong. 中文：%n 行无法读取：%1</extracomment>
            <translation>
                <numerusform>%n 行无法读取：%1</numerusform>
            </translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>The services answered with no quotas for %1</source>
            <extracomment>In place of an empty table; %1: region / project. 中文：服务端答复：%1 没有配额</extracomment>
            <translation>服务端答复：%1 没有配额</translation>
        </message>
        <message>
            <source>Sold out</source>
            <translation>售罄</translation>
        </message>
        <message>
            <source>Not sold out</source>
            <translation>未售罄</translation>
        </message>
        <message>
            <source>The service answered with no active-active domain for %1: no protection group can be created there</source>
            <extracomment>In place of an empty table; %1: region / project. 中文：服务端答复：%1 没有双活域，无法创建保护组</extracomment>
            <translation>服务端答复：%1 没有双活域，无法创建保护组</translation>
        </message>
        <message>
            <source>The service answered with no versions</source>
            <extracomment>In place of an empty table. 中文：服务端答复：没有 API 版本</extracomment>
            <translation>服务端答复：没有 API 版本</translation>
        </message>
        <message>
            <source>Service limits and sites – %1</source>
            <extracomment>Title of the window; %1: region / project. 中文：服务配额与站点 – %1</extracomment>
            <translation>服务配额与站点 – %1</translation>
        </message>
        <message>
            <source>Quotas</source>
            <translation>配额</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Resource</source>
            <extracomment>Column. 中文：状态</extracomment>
            <translation>资源</translation>
        </message>
        <message>
            <source>Service</source>
            <extracomment>Column: of what. 中文：资源</extracomment>
            <translation>服务</translation>
        </message>
        <message>
            <source>Used</source>
            <extracomment>Column: CSBS or SDRS. 中文：服务</extracomment>
            <translation>已使用</translation>
        </message>
        <message>
            <source>Quota</source>
            <extracomment>Column. 中文：已使用</extracomment>
            <translation>配额</translation>
        </message>
        <message>
            <source>Unit</source>
            <extracomment>Column: how much may be used. 中文：配额</extracomment>
            <translation>单位</translation>
        </message>
        <message>
            <source>% used</source>
            <extracomment>Column. 中文：单位</extracomment>
            <translation>使用率</translation>
        </message>
        <message>
            <source>Name</source>
            <extracomment>Column: share of the quota. 中文：使用率</extracomment>
            <translation>名称</translation>
        </message>
        <message>
            <source>Sites</source>
            <extracomment>Column. 中文：名称</extracomment>
            <translation>站点</translation>
        </message>
        <message>
            <source>Resources</source>
            <extracomment>Column: its two ends. 中文：站点</extracomment>
            <translation>资源情况</translation>
        </message>
        <message>
            <source>Description</source>
            <extracomment>Column: sold out or not. 中文：资源情况</extracomment>
            <translation>描述</translation>
        </message>
        <message>
            <source>Domain ID</source>
            <extracomment>Column. 中文：描述</extracomment>
            <translation>双活域 ID</translation>
        </message>
        <message>
            <source>Version</source>
            <extracomment>Column. 中文：双活域 ID</extracomment>
            <translation>版本</translation>
        </message>
        <message>
            <source>Link</source>
            <extracomment>Column. 中文：版本</extracomment>
            <translation>链接</translation>
        </message>
        <message>
            <source>Lowest</source>
            <extracomment>Column: an address. 中文：链接</extracomment>
            <translation>最低版本</translation>
        </message>
        <message>
            <source>Highest</source>
            <extracomment>Column: micro-version. 中文：最低版本</extracomment>
            <translation>最高版本</translation>
        </message>
        <message>
            <source>Copy rows</source>
            <extracomment>Column: micro-version. 中文：最高版本</extracomment>
            <translation>复制所选行</translation>
        </message>
        <message>
            <source>Copy ID</source>
            <extracomment>The selected ones. 中文：复制所选行</extracomment>
            <translation>复制 ID</translation>
        </message>
        <message>
            <source>Refresh (F5)</source>
            <extracomment>Of the selected rows. 中文：复制 ID</extracomment>
            <translation>刷新 (F5)</translation>
        </message>
        <message>
            <source>&amp;Copy rows</source>
            <extracomment>中文：刷新 (F5)</extracomment>
            <translation>复制所选行(&amp;C)</translation>
        </message>
        <message>
            <source>Of the table used last; all its rows where none is selected</source>
            <extracomment>A button: the selected ones, or all. 中文：复制所选行(&amp;C) Of the button Copy rows. 中文：复制最近使用的表格；未选择行时复制全部行</extracomment>
            <translation>复制最近使用的表格；未选择行时复制全部行</translation>
        </message>
        <message>
            <source>&amp;Refresh</source>
            <translation>刷新(&amp;R)</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Certificates</source>
            <extracomment>Row of a message. 中文：含义</extracomment>
            <translation>证书</translation>
        </message>
    </context>
    <context>
        <name>ui::TextField</name>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Clear</source>
            <extracomment>Name of the lens in a filter field. 中文：筛选</extracomment>
            <translation>清除</translation>
        </message>
    </context>
    <context>
        <name>ui::TextLabel</name>
        <message>
            <source>&amp;Copy</source>
            <translation>复制(&amp;C)</translation>
        </message>
        <message>
            <source>Copy &amp;all</source>
            <translation>全部复制(&amp;A)</translation>
        </message>
    </context>
    <context>
        <name>ui::VerbDialog</name>
        <message>
            <source>%1 / %2</source>
            <extracomment>%1 is a region, %2 a project</extracomment>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>&amp;What will happen</source>
            <translation>将执行的内容(&amp;W)</translation>
        </message>
        <message>
            <source>&amp;Request</source>
            <translation>请求(&amp;R)</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Sent once. Nothing is sent again by itself.</source>
            <translation>只发送一次，不会自动重新发送。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Tried</source>
            <translation>尝试</translation>
        </message>
        <message>
            <source>Server said</source>
            <translation>服务端答复</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>错误码</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Tr&amp;y again</source>
            <translation>再次查询(&amp;Y)</translation>
        </message>
        <message>
            <source>Close, go on in the background</source>
            <translation>关闭窗口，在后台继续</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>The service is being asked what can be chosen</source>
            <translation>正在查询服务端可选的内容</translation>
        </message>
    </context>
</TS>
