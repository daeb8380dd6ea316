#include "net/vpc.h"

#include "net/reads.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace net {

namespace {

constexpr int pageRows = 200;
constexpr int mostPages = 100; ///< twenty thousand networks: beyond that a server makes them up as it goes

Request read(const Scope &scope, const QStringList &path, const Query &query = {})
{
    return reads::ofProject(Service::Vpc, scope, path, query);
}

/// The list as it comes in, page after page. There is no total and no next link: the marker is the last id seen.
class Listing
{
public:
    explicit Listing(Scope scope) : m_scope(std::move(scope)) {}

    /// Without \a limit the service sends all rows.
    Request first() const { return read(m_scope, {u"vpcs"_s}, {{u"limit"_s, QString::number(pageRows)}}); }

    /// Takes an answer in; the request of the next page, if there is one.
    std::optional<Request> next(const Result<Answer> &answer)
    {
        if (!answer) {
            if (answer.error().httpStatus != 400 || m_markers.isEmpty())
                return {};
            m_markers.clear(); // the network it names may be gone: once more from the start, in one piece
            m_whole = true;
            m_page = {};
            m_seen.clear();
            return read(m_scope, {u"vpcs"_s});
        }
        auto rows = readRecords<VpcNetwork>(answer->body, "vpcs");
        if (!rows) {
            m_problem = rows.error();
            return {};
        }
        const auto &[networks, envelope] = *rows;
        m_page.serverTime = answer->serverTime;
        m_page.envelope.rows += envelope.rows;
        m_page.envelope.unreadable += envelope.unreadable;
        if (m_page.envelope.firstProblem.isEmpty())
            m_page.envelope.firstProblem = envelope.firstProblem;
        for (const VpcNetwork &network : networks) {
            if (m_seen.contains(network.id))
                continue;
            m_seen.insert(network.id);
            m_page.rows.append(network);
        }
        if (m_whole || envelope.rows < pageRows || networks.isEmpty())
            return {};
        const QString marker = networks.last().id;
        if (m_markers.contains(marker)) // a server that takes no marker sends the same page for ever
            return {};
        if (m_markers.size() == mostPages - 1) {
            m_problem = ApiError{.kind = ErrorKind::BadReply, .detail = u"vpcs"_s};
            return {};
        }
        m_markers.insert(marker);
        return read(m_scope, {u"vpcs"_s}, {{u"limit"_s, QString::number(pageRows)}, {u"marker"_s, marker}});
    }

    Result<Page<VpcNetwork>> result() const
    {
        if (m_problem)
            return tl::unexpected(*m_problem);
        return m_page;
    }

private:
    Scope m_scope;
    Page<VpcNetwork> m_page{};
    QSet<QString> m_seen{}, m_markers{};
    std::optional<ApiError> m_problem{};
    bool m_whole = false; ///< asked for all rows at once
};

} // namespace

CallPtr<Page<VpcNetwork>> Vpc::vpcs(const Scope &scope) const
{
    const auto listing = std::make_shared<Listing>(scope);
    auto call = m_transport.call<Page<VpcNetwork>>(listing->first(), [listing](const Answer &) { return listing->result(); });
    call->setNext([listing](const Result<Answer> &answer) { return listing->next(answer); });
    return call;
}

CallPtr<RawPage> Vpc::vpcsRaw(const Scope &scope, const Query &query) const
{
    return reads::raw(m_transport, read(scope, {u"vpcs"_s}, query));
}

CallPtr<VpcNetwork> Vpc::vpc(const Scope &scope, const QString &id) const
{
    return reads::one<VpcNetwork>(m_transport, read(scope, {u"vpcs"_s, id}), "vpc");
}

} // namespace net
