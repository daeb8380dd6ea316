#pragma once

#include "models/operations.h"
#include "net/iam.h"

#include <QObject>

namespace models {

/// The draft of a write until it is confirmed: what is offered, what is filled in, what is wrong with it. One class per verb;
/// its fields, their rules and the request follow from the verb's description.
class Flow : public QObject
{
    Q_OBJECT

public:
    enum class Stage { Loading, Editing, Submitted };
    Stage stage() const { return m_stage; }
    const net::Scope &scope() const { return m_draft.scope; }
    const net::Verb &verb() const { return *m_draft.verb; }
    const std::optional<net::ApiError> &loadError() const { return m_loadError; } ///< why what is offered is missing

    virtual void set(const QString &field, const QString &value); ///< as typed or chosen; a flag is "true" or "false"
    QString value(const QString &field) const;                    ///< as filled in: "destination_region", "name", …
    virtual QStringList offered(const QString &field) const = 0;  ///< the values an Offered field can take

    virtual net::Reason problem(const QString &field) const;           ///< of one field
    virtual std::optional<net::Room> room(const QString &field) const; ///< how much of its rule's room a field takes
    QString firstProblem() const;                                      ///< name of the first wrong field; empty: all well
    virtual net::Reason obstacle() const;        ///< why it cannot be done at all: read-only, the target's state
    virtual QList<net::Reason> warnings() const; ///< what the service will probably refuse or does differently
    virtual bool waits() const { return false; } ///< what the user should see before confirming is being asked for
    bool canConfirm() const;

    virtual net::Request request() const; ///< what would be sent now; of several, the first
    virtual void reload() = 0;            ///< asks again what is offered
    quint64 confirm();                    ///< once; 0 when it cannot be or was done already
    const Operation *operation() const;   ///< null until confirmed; of several, the first
    quint64 operationId() const { return m_operationId; }

signals:
    void changed();

protected:
    Flow(const net::Verb &verb, net::Transport &transport, Operations &operations, net::Scope scope, QObject *parent);
    virtual quint64 submit() = 0; ///< hands the order over; the operation's id

    void begin();                                         ///< loading starts, again perhaps
    void fail(const net::ApiError &error);                ///< what is offered cannot be had
    void settle(bool loading);                            ///< loading ends when nothing is awaited any more
    void put(const QString &field, const QString &value); ///< without telling
    const net::Field *field(const QString &name) const;

    net::Transport &m_transport;
    Operations &m_operations;
    net::Draft m_draft;

private:
    Stage m_stage = Stage::Loading;
    std::optional<net::ApiError> m_loadError;
    quint64 m_operationId = 0;
};

} // namespace models
