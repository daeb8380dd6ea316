#pragma once

#include "company.h"

#include <string>
#include <string_view>
#include <vector>

namespace mock {

/// What a world is made from: the company, until a file says otherwise.
struct Scenario
{
    std::vector<Region> regions{{"cn-north-4", "华北-北京四", "CN North-Beijing4", {"cn-east-3", "cn-south-1"}},
                                {"cn-east-3", "华东-上海一", "CN East-Shanghai1", {"cn-north-4", "cn-south-1"}},
                                {"cn-south-1", "华南-广州", "CN South-Guangzhou", {"cn-north-4"}}};
    struct Site
    {
        std::string name, region, description, id;
        bool full;        ///< its quota is used up
        bool cbr = false; ///< it is new and must use CBR
        long room = -1;   ///< so much more it may hold; -1: no limit
    };
    std::vector<Site> projects{{"cn-north-4", "cn-north-4", "ERP production", {}, false},
                               {"cn-north-4_crm", "cn-north-4", "Customer systems", {}, false},
                               {"cn-east-3", "cn-east-3", "Shanghai", {}, false},
                               {"cn-south-1", "cn-south-1", "Guangzhou", {}, true}};
    std::vector<std::string> serverNames{"erp-db", "erp-app",   "财务-数据库", "财务-应用", "crm-app", "crm-db",  "mes-edge",
                                         "hr-web", "贵阳-归档", "仓储-应用",   "bi-dw",     "oa-文件", "mail-gw", "plm-cad"};
    std::vector<std::string> policyNames{"erp-daily",  "finance-4h", "mes-edge-nightly", "archive-weekly",
                                         "web-weekly", "crm-daily",  "shanghai-daily",   "guangzhou-weekly"};
    long servers = 60, backups = 2000, records = 3000, failed = 43, replicating = 4, queued = 31, skipped = 200;
    int days = 90;
    std::vector<std::string> failNames{"fail"};
    std::string recovery = "company";
    bool odd = false, international = false;
    bool isFixed = false;   ///< has its rows whatever number of records is asked for
    bool isFleet = false;   ///< its rows are computed when they are asked for, see fleet.h
    bool hasPlaces = false; ///< its regions and projects were read from a file

    /// company, empty, odd, or the path of a JSON file.
    /// @throws std::runtime_error with one line for what cannot be read
    static Scenario named(const std::string &name);
    /// Takes over what the bytes of a scenario file say; @p name stands in the line that is thrown.
    void read(std::string_view bytes, const std::string &name);
    /// The same company with so many records and a third as many backups; -1: as it is. From Fleet::least on it is a larger one:
    /// five regions, and up to three tenths as many backups, replicas among them.
    Scenario withRecords(long count) const;

private:
    void grow();
};

} // namespace mock
