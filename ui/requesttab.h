#pragma once

#include "net/request.h"
#include "net/transport.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace ui {

/// A write as it would be sent now: method and URL, headers with secrets left out, body. Read-only, with copies for the shell and
/// as JSON.
class RequestTab final : public QWidget
{
    Q_OBJECT

public:
    explicit RequestTab(const net::Transport &transport, QWidget *parent = nullptr);

    void setRequest(const net::Request &request);
    /// For a POSIX shell: every word quoted; what is secret or made when it leaves as a variable, such as $TOKEN.
    QString curl() const;
    /// The body, indented; members in the order they are sent.
    QString json() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void render();
    QString url() const;
    QList<net::ShownHeader> headers() const;
    static QString shown(const net::ShownHeader &header);

    const net::Transport &m_transport;
    net::Request m_request{};
    QPlainTextEdit *m_text;
    QLabel *m_note;
    QPushButton *m_copyCurl;
    QPushButton *m_copyJson;
};

} // namespace ui
