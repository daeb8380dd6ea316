#pragma once

#include "models/feed.h"
#include "models/filter.h"
#include "models/listmodel.h"

namespace models {

/// One project's part of a list.
struct ListPart
{
    net::Scope scope{};
    Freshness freshness{};
    ListCounts counts{};
    bool isComplete = false; ///< all pages under the present server filter are shown
};

/// A list on the screen: the rows of one or several projects, each with a feed of its own, filtered and sorted together. None
/// waits for another: what one brings is shown at once, and what one fails at is told beside the rows of the rest.
class ListSession final : public QObject
{
    Q_OBJECT

public:
    using Pace = Feed::Pace;
    using Watch = Feed::Watch;
    /// A list that lives here has no origins: its rows are put.
    ListSession(QList<ListOrigin> origins, TablePtr empty, Worker *worker, const net::Clock &clock, QObject *parent = nullptr);
    ~ListSession() override;

    ListModel *model() { return &m_model; }
    void setPace(Pace pace);

    /// Only these of the projects are shown, and asked for; all at the start. Others keep what they have until they are back.
    void setScopes(const QList<net::Scope> &scopes);
    QList<net::Scope> scopes() const;
    QList<ListPart> parts() const; ///< of the projects shown

    void refresh(); ///< now; a refresh under way is left alone unless the server filter changed
    void refreshPart(const net::Scope &scope);
    void wake();   ///< as Feed::wake()
    void stop();   ///< as Feed::stop()
    void rejoin(); ///< the names joined to the rows have changed
    /// For a list that lives here: shows these rows from now on. refresh() does nothing there.
    void put(const TablePtr &table);
    void setWatch(Watch watch);

    void setServerFilter(const net::Query &filter); ///< starts anew, keeps rows until the first page is there
    const net::Query &serverFilter() const;
    bool isNarrowed() const; ///< the server filter asks for a part of the list, not only for an order or a page size
    /// The table holds every row the server has: what is not in it is not there. False while a first load is under way.
    bool isWhole() const;
    void setFilter(const QString &text); ///< the text filter as typed
    const Filter &filter() const;
    void setFacet(const QString &stateWord); ///< only rows in this state; empty: all
    const QString &facet() const;
    void sort(int column, Qt::SortOrder order); ///< column -1: as the server sends them
    int sortColumn() const;
    Qt::SortOrder sortOrder() const;

    /// While held, what comes by itself changes values in place, but neither order nor count of the rows: the user's hand is on
    /// them. What the user sorts or filters is shown at once. Letting go applies what waits.
    void hold(bool on);
    int pendingMoves() const; ///< rows that came, went or would stand elsewhere; 0: nothing waits
    void applyMoves();        ///< now, held or not

    /// Of all projects shown: the oldest time; failed where one has failed, and loading where one is.
    Freshness freshness() const;
    ListCounts counts() const;        ///< of all projects shown
    QList<Facet> facets() const;      ///< of the first State column, over all loaded rows that pass the text filter
    TablePtr table() const;           ///< the last snapshot; the model's may lag behind it while held
    qint64 sum(int sizeColumn) const; ///< MB, over all rows shown
    Worker *worker() const;

signals:
    void changed();             ///< freshness, counts or facets
    void tableChanged();        ///< a new snapshot is in place
    void serverFilterChanged(); ///< of a list whose rows are put: others are wanted

private:
    struct Private;
    ListModel m_model;
    std::unique_ptr<Private> d; ///< goes first
};

} // namespace models
