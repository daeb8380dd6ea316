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
            <extracomment>Below a time. %1: as the service sent it. 中文：%1（未带时区，按 UTC）</extracomment>
            <translation>%1（未带时区，按 UTC）</translation>
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
            <extracomment>中文：云服务器</extracomment>
            <translation>备份策略</translation>
        </message>
        <message>
            <source>Trigger</source>
            <extracomment>中文：备份策略
----------
中文：类型</extracomment>
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
中文：弹性公网 IP</extracomment>
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
            <extracomment>中文：目的备份记录 ID</extracomment>
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
            <extracomment>中文：恢复方式</extracomment>
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
            <source>Look again later; give the request id to the service's support if it stays so</source>
            <translation>稍后再次查看；若一直如此，将请求 ID 提供给服务方的技术支持</translation>
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
            <extracomment>中文：备份 ID
----------
中文：备份记录 ID</extracomment>
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
            <source>list backups</source>
            <extracomment>Headline of an empty list. 中文：没有备份</extracomment>
            <translation>查询备份</translation>
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
            <source>list replication records</source>
            <extracomment>Headline of an empty list. 中文：没有复制记录</extracomment>
            <translation>查询复制记录</translation>
        </message>
    </context>
    <context>
        <name>Verbs</name>
        <message>
            <source>Replicate backup</source>
            <translation>复制备份</translation>
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
    </context>
    <context>
        <name>ui::DetailPane</name>
        <message>
            <source>Choose a row: all that is known of it is shown here</source>
            <translation>选择一行后，此处显示其全部信息</translation>
        </message>
        <message>
            <source>Detail</source>
            <extracomment>中文：选择一行后，此处显示其全部信息</extracomment>
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
            <extracomment>中文：尚无进度</extracomment>
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
            <source>Refresh failed %1 · showing %2</source>
            <extracomment>%1, %2: times of day. 中文：%1 刷新失败 · 显示 %2 的数据</extracomment>
            <translation>%1 刷新失败 · 显示 %2 的数据</translation>
        </message>
        <message>
            <source>Refresh failed %1</source>
            <extracomment>%1: a time of day. 中文：%1 刷新失败</extracomment>
            <translation>%1 刷新失败</translation>
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
            <source>User %1 may not do this in %2. This is not an empty list</source>
            <extracomment>%1: user, %2: region / project. 中文：用户 %1 在 %2 没有此权限。这不是空列表</extracomment>
            <translation>用户 %1 在 %2 没有此权限。这不是空列表</translation>
        </message>
        <message>
            <source>Not permitted: %1</source>
            <extracomment>%1: what was asked for, "list backups". 中文：无权限：%1</extracomment>
            <translation>无权限：%1</translation>
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
            <extracomment>Shows or hides the dock. 中文：操作记录(&amp;O)</extracomment>
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
            <extracomment>中文：关于 Ballast(&amp;A)</extracomment>
            <translation>复制备份…</translation>
        </message>
        <message>
            <source>Backup replication</source>
            <translation>备份复制</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <extracomment>Where the window is: region and project. 中文：%1 · %2</extracomment>
            <translation>%1 · %2</translation>
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
            <source>About Ballast</source>
            <translation>关于 Ballast</translation>
        </message>
        <message>
            <source>Console for backup replication and disaster recovery

Licence: Apache License 2.0
Qt %1 (built with %2)</source>
            <extracomment>%1, %2: versions of Qt. 中文：备份复制与容灾控制台

许可证：Apache License 2.0
Qt %1（编译时为 %2）</extracomment>
            <translation>备份复制与容灾控制台

许可证：Apache License 2.0
Qt %1（编译时为 %2）</translation>
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
            <source>Remove the cause, then replicate the backup anew</source>
            <translation>消除原因后，重新复制此备份</translation>
        </message>
        <message>
            <source>%1; then replicate the backup anew</source>
            <extracomment>%1 is what to do first, a sentence without full stop</extracomment>
            <translation>%1；然后重新复制此备份</translation>
        </message>
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
            <translation>未知。%1：有 %2可能与此对应</translation>
        </message>
        <message numerus="yes">
            <source>%n record(s)</source>
            <translation>
                <numerusform>%n 条复制记录</numerusform>
            </translation>
        </message>
        <message>
            <source>Replicate backup “%1” → %2, %3</source>
            <extracomment>%1 is the name of a backup, %2 "region / project", %3 a time of day</extracomment>
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
            <extracomment>%1 is the name of a backup, %2 "region / project"</extracomment>
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
            <extracomment>%1 is the name of a backup</extracomment>
            <translation>失败：“%1”未复制</translation>
        </message>
        <message>
            <source>The service accepted it and could not finish it. It will not be sent again by itself</source>
            <translation>服务端已受理，但未能完成。不会自动重新发送</translation>
        </message>
        <message>
            <source>Not sent: “%1” will not be copied</source>
            <extracomment>%1 is the name of a backup</extracomment>
            <translation>未发出：不会复制“%1”</translation>
        </message>
        <message>
            <source>Refused: “%1” will not be copied</source>
            <extracomment>%1 is the name of a backup</extracomment>
            <translation>被拒绝：不会复制“%1”</translation>
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
            <source>Settled: accepted. The replica exists since %1</source>
            <extracomment>%1 is a time of day</extracomment>
            <translation>已查明：已受理。副本生成于 %1</translation>
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
            <source>It can be replicated anew</source>
            <translation>可以重新复制</translation>
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
            <source>Request id</source>
            <translation>请求 ID</translation>
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
            <extracomment>中文：发出后未收到答复 %1: a percentage. 中文：停在 %1</extracomment>
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
            <extracomment>Operations. 中文：%n 个运行中</extracomment>
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
    </context>
    <context>
        <name>ui::ReplicateBackupDialog</name>
        <message>
            <source>%1 / %2</source>
            <extracomment>%1 is a region, %2 a project</extracomment>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>size unknown</source>
            <translation>大小未知</translation>
        </message>
        <message>
            <source>The service is being asked for regions and projects</source>
            <translation>正在向服务端查询区域和项目</translation>
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
            <source>Copy &amp;to</source>
            <translation>复制到(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Project</source>
            <translation>项目(&amp;P)</translation>
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
        <message>
            <source>Enable &amp;acceleration (extra charge)</source>
            <translation>启用加速（额外收费）(&amp;A)</translation>
        </message>
        <message>
            <source>Costs extra. The service sets the price, Ballast does not know it. %1 would be copied</source>
            <extracomment>%1 is a size such as "38.2 GB"</extracomment>
            <translation>额外收费，价格由服务方规定，本程序无法得知。将复制 %1</translation>
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
            <source>Tried</source>
            <translation>尝试</translation>
        </message>
        <message>
            <source>Ask for the regions and projects backups can be copied to</source>
            <translation>查询备份可复制到的区域和项目</translation>
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
            <source>The service offers no region to copy backups of %1 to</source>
            <extracomment>%1 is a region</extracomment>
            <translation>服务端未提供可供 %1 的备份复制到的区域</translation>
        </message>
        <message>
            <source>Replication is set up by the service, region by region. Ask again later</source>
            <translation>复制由服务端按区域开通。稍后再次查询</translation>
        </message>
        <message>
            <source>Tr&amp;y again</source>
            <translation>再次查询(&amp;Y)</translation>
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
            <source>Close, go on in the background</source>
            <translation>关闭窗口，在后台继续</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
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
            <source>Indented for reading. With an access key, a signature made at the moment of sending takes the place of the token</source>
            <translation>为便于阅读已缩进。使用访问密钥时，以发送时生成的签名代替 Token</translation>
        </message>
        <message>
            <source>Copy as &amp;curl</source>
            <translation>复制为 curl(&amp;C)</translation>
        </message>
        <message>
            <source>Copy &amp;JSON</source>
            <translation>复制 JSON(&amp;J)</translation>
        </message>
    </context>
</TS>
