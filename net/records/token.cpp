#include "net/records/token.h"

namespace net {

Result<Token> Token::read(JsonReader &in)
{
    Token token;
    token.expiresAt = in.time("expires_at");
    if (!token.expiresAt.utc.isValid())
        in.fail("expires_at");
    in.object("project", [&token](JsonReader &project) {
        token.projectId = project.label("id");
        token.projectName = project.label("name");
    });
    in.object("user", [&token](JsonReader &user) {
        token.userName = user.label("name");
        user.object("domain", [&token](JsonReader &domain) { token.domainName = domain.label("name"); });
    });
    return in.finish(std::move(token));
}

Result<Project> Project::read(JsonReader &in)
{
    Project project;
    project.id = in.id("id");
    project.name = in.text("name");
    project.description = in.label("description");
    project.parentId = in.label("parent_id");
    project.enabled = in.flag("enabled").value_or(true);
    return in.finish(std::move(project));
}

Result<Region> Region::read(JsonReader &in)
{
    Region region;
    region.id = in.id("id");
    in.object("locales", [&region](JsonReader &locales) {
        region.nameEn = locales.label("en-us");
        region.nameZh = locales.label("zh-cn");
    });
    return in.finish(std::move(region));
}

} // namespace net
