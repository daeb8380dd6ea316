#include "ui/requesttab.h"

#include "net/signer.h"
#include "ui/formats.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// The variable that stands for what is secret or made at the moment of sending.
QLatin1StringView shellName(net::ShownHeader::Value value)
{
    switch (value) {
    case net::ShownHeader::Value::AsSent:
        break;
    case net::ShownHeader::Value::Token:
        return "$TOKEN"_L1;
    case net::ShownHeader::Value::SecurityToken:
        return "$SECURITY_TOKEN"_L1;
    case net::ShownHeader::Value::SendingTime:
        return "$SDK_DATE"_L1;
    case net::ShownHeader::Value::Signature:
        return "$AUTHORIZATION"_L1;
    }
    return {};
}

QString shellWord(QString text) { return u"'%1'"_s.arg(text.replace(u'\'', u"'\\''"_s)); }

// QJsonDocument would sort the members; what is shown stands in the order in which it is sent.
QString indented(const QString &json)
{
    QString out;
    int depth = 0;
    bool inText = false;
    const auto newLine = [&] { out += u'\n' + QString(depth * 2, u' '); };
    for (qsizetype at = 0; at < json.size(); ++at) {
        const QChar c = json.at(at);
        if (inText) {
            out += c;
            if (c == u'\\' && at + 1 < json.size())
                out += json.at(++at);
            else if (c == u'"')
                inText = false;
        } else if (c == u'"') {
            out += c;
            inText = true;
        } else if (c == u'{' || c == u'[') {
            out += c;
            ++depth;
            newLine();
        } else if (c == u'}' || c == u']') {
            --depth;
            newLine();
            out += c;
        } else if (c == u',') {
            out += c;
            newLine();
        } else if (c == u':') {
            out += u": "_s;
        } else if (!c.isSpace()) {
            out += c;
        }
    }
    return out;
}

} // namespace

RequestTab::RequestTab(const net::Transport &transport, QWidget *parent)
    : QWidget(parent), m_transport(transport), m_text(new QPlainTextEdit(this)), m_note(new QLabel(this)),
      m_copyCurl(new QPushButton(this)), m_copyJson(new QPushButton(this))
{
    m_text->setObjectName(u"request"_s);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setMinimumHeight(90);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // takes the room there is, asks for none
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setMinimumWidth(40);
    m_copyCurl->setObjectName(u"copy-curl"_s);
    m_copyJson->setObjectName(u"copy-json"_s);
    for (QPushButton *button : {m_copyCurl, m_copyJson})
        button->setAutoDefault(false);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_note, 1);
    buttons->addWidget(m_copyCurl);
    buttons->addWidget(m_copyJson);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 8, 0, 0);
    all->setSpacing(8);
    all->addWidget(m_text, 1);
    all->addLayout(buttons);

    connect(m_copyCurl, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(curl()); });
    connect(m_copyJson, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(json()); });
    retranslate();
}

void RequestTab::setRequest(const net::Request &request)
{
    m_request = request;
    render();
}

QString RequestTab::url() const
{
    // Joined as text: QUrl would decode parts of the encoded path again.
    QString base = m_transport.options().endpoints.url(m_request.service, m_request.scope.region).toString(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    QString address = base + QString::fromLatin1(net::encodedPath(m_request.path));
    if (!m_request.query.isEmpty())
        address += u'?' + QString::fromLatin1(net::encodedQuery(m_request.query));
    return address;
}

QList<net::ShownHeader> RequestTab::headers() const
{
    const QUrl base = m_transport.options().endpoints.url(m_request.service, m_request.scope.region);
    return net::headersShown(m_request, m_transport.credentialKind(), base);
}

QString RequestTab::curl() const
{
    QStringList words = {u"curl"_s, u"-X"_s, QString::fromLatin1(m_request.verb), shellWord(url())};
    const QList<net::ShownHeader> all = headers();
    for (const net::ShownHeader &header : all) {
        if (header.name == "Host" || header.name == "Content-Length") // curl makes these itself, and the same
            continue;
        const QString name = QString::fromLatin1(header.name);
        words << u"-H"_s;
        if (header.value == net::ShownHeader::Value::AsSent)
            words << shellWord(name + u": "_s + QString::fromUtf8(header.text));
        else
            words << u"\"%1: %2\""_s.arg(name, shellName(header.value));
    }
    if (!m_request.body.isEmpty())
        words << u"--data-binary"_s << shellWord(QString::fromUtf8(m_request.body));
    return words.join(u' ');
}

QString RequestTab::json() const { return indented(QString::fromUtf8(m_request.body)); }

QString RequestTab::shown(const net::ShownHeader &header)
{
    switch (header.value) {
    case net::ShownHeader::Value::AsSent:
        break;
    case net::ShownHeader::Value::Token:
        //: stands in the place of a secret; keep the angle marks
        return tr("‹token›");
    case net::ShownHeader::Value::SecurityToken:
        //: stands in the place of the secret that goes with a temporary access key; keep the angle marks. 中文：‹安全令牌›
        return tr("‹security token›");
    case net::ShownHeader::Value::SendingTime:
        //: stands in the place of the time a request leaves at; keep the angle marks. 中文：‹发送时间›
        return tr("‹time of sending›");
    case net::ShownHeader::Value::Signature:
        //: stands in the place of a signature made when a request leaves; keep the angle marks. 中文：‹签名›
        return tr("‹signature›");
    }
    return QString::fromUtf8(header.text);
}

void RequestTab::render()
{
    QStringList lines = {u"%1 %2"_s.arg(QString::fromLatin1(m_request.verb), url())};
    const QList<net::ShownHeader> all = headers();
    for (const net::ShownHeader &header : all)
        lines << u"%1: %2"_s.arg(QString::fromLatin1(header.name), shown(header));
    if (!m_request.body.isEmpty())
        lines << QString() << json();
    m_note->setText(m_transport.credentialKind() == net::CredentialKind::Token
                        //: below a request shown line by line. 中文：为便于阅读已缩进
                        ? tr("Indented for reading")
                        //: below a request signed with an access key. 中文：为便于阅读已缩进。时间和签名在发送时生成
                        : tr("Indented for reading. Time and signature are made at the moment of sending"));
    const QString text = formats::plainLines(lines.join(u'\n'));
    if (text != m_text->toPlainText())
        m_text->setPlainText(text);
}

void RequestTab::retranslate()
{
    m_text->setAccessibleName(tr("Request as it would be sent now"));
    m_text->setFont(Theme::fixedFont());
    m_copyCurl->setText(tr("Copy as &curl"));
    m_copyJson->setText(tr("Copy &JSON"));
    QPalette quiet; // only what is set in it overrides: the rest goes on following the theme
    quiet.setColor(QPalette::WindowText, Theme::secondary(palette()));
    if (m_note->palette().color(QPalette::WindowText) != quiet.color(QPalette::WindowText))
        m_note->setPalette(quiet);
    render();
}

void RequestTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
}

} // namespace ui
