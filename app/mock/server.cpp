// All of Asio is here and nowhere else: one virtual stream for plain and TLS, Beast's parser fed by hand, answers written as
// text. With Beast's own streams as template arguments this file compiled 343 s under the sanitizers, this way 25 s.

#include "server.h"

#include "core.h"
#include "json.h"

#include <algorithm>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <poll.h>
#include <set>
#include <stdexcept>
#include <thread>

namespace mock {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;
using boost::system::error_code;
using namespace std::chrono_literals;

namespace {

/// A connection, plain or TLS. Errors are told as zero bytes or false: whatever it was, the session is over.
class Stream
{
public:
    virtual ~Stream() = default;
    virtual asio::awaitable<bool> greet() = 0;
    virtual asio::awaitable<std::size_t> read(char *to, std::size_t most) = 0;
    virtual asio::awaitable<bool> write(std::string_view bytes) = 0;
    virtual asio::awaitable<void> farewell() = 0; ///< what the layer says before FIN; TLS: close_notify
    virtual tcp::socket &socket() = 0;
};

class PlainStream final : public Stream
{
public:
    explicit PlainStream(tcp::socket socket) : m_socket(std::move(socket)) {}
    asio::awaitable<bool> greet() override { co_return true; }
    asio::awaitable<std::size_t> read(char *to, std::size_t most) override
    {
        error_code ec;
        const std::size_t n =
            // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): the analyzer does not follow coroutines
            co_await m_socket.async_read_some(asio::buffer(to, most), asio::redirect_error(asio::use_awaitable, ec));
        co_return ec ? 0 : n;
    }
    asio::awaitable<bool> write(std::string_view bytes) override
    {
        // All that the socket takes at once: asio::async_write offers it 64 kB, and the reader is woken for each.
        error_code ec;
        while (!bytes.empty() && !ec) {
            // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): the analyzer does not follow coroutines
            bytes.remove_prefix(
                co_await m_socket.async_write_some(asio::buffer(bytes), asio::redirect_error(asio::use_awaitable, ec)));
        }
        co_return !ec;
    }
    asio::awaitable<void> farewell() override { co_return; }
    tcp::socket &socket() override { return m_socket; }

private:
    tcp::socket m_socket;
};

class TlsStream final : public Stream
{
public:
    TlsStream(tcp::socket socket, asio::ssl::context &context) : m_stream(std::move(socket), context) {}
    asio::awaitable<bool> greet() override
    {
        error_code ec;
        // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): the analyzer does not follow coroutines
        co_await m_stream.async_handshake(asio::ssl::stream_base::server, asio::redirect_error(asio::use_awaitable, ec));
        co_return !ec;
    }
    asio::awaitable<std::size_t> read(char *to, std::size_t most) override
    {
        error_code ec;
        const std::size_t n =
            // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): the analyzer does not follow coroutines
            co_await m_stream.async_read_some(asio::buffer(to, most), asio::redirect_error(asio::use_awaitable, ec));
        co_return ec ? 0 : n;
    }
    asio::awaitable<bool> write(std::string_view bytes) override
    {
        error_code ec;
        co_await asio::async_write(m_stream, asio::buffer(bytes), asio::redirect_error(asio::use_awaitable, ec));
        co_return !ec;
    }
    asio::awaitable<void> farewell() override
    {
        error_code ec;
        // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): the analyzer does not follow coroutines
        co_await m_stream.async_shutdown(asio::redirect_error(asio::use_awaitable, ec));
    }
    tcp::socket &socket() override { return m_stream.next_layer(); }

private:
    asio::ssl::stream<tcp::socket> m_stream;
};

/// True once the peer has closed, even behind bytes it sent before: a pipelined request or a TLS close_notify.
bool hasLeft(tcp::socket &socket)
{
    pollfd entry{socket.native_handle(), POLLRDHUP, 0};
    return poll(&entry, 1, 0) > 0 && (entry.revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0;
}

constexpr std::size_t headLimit = 64 * 1024;
constexpr std::size_t bodyLimit = 1024 * 1024;

} // namespace

struct Server::Private
{
    explicit Private(Options given) : options(std::move(given)) {}

    struct Session : std::enable_shared_from_this<Session>
    {
        Session(std::unique_ptr<Stream> given, asio::io_context &loop) : stream(std::move(given)), timer(loop), guard(loop) {}
        std::unique_ptr<Stream> stream;
        asio::steady_timer timer; ///< wakes a delayed answer
        asio::steady_timer guard; ///< closes a socket whose peer does not let go
        std::string buffer;       ///< read, not yet parsed: the next request of a pipeline
    };

    bool listen(std::string *error);
    asio::awaitable<void> accept();
    asio::awaitable<void> serve(std::shared_ptr<Session> session);
    asio::awaitable<bool> exchange(Session &session);
    asio::awaitable<bool> deliver(Session &session, Delivery &delivery, bool keepAlive, bool withBody);
    asio::awaitable<bool> sleep(Session &session, std::int64_t ms);
    asio::awaitable<void> lingeringClose(Session &session, bool politely);
    void onLoop(std::function<void()> job)
    {
        if (loop)
            asio::post(*loop, std::move(job));
    }
    void wake()
    {
        for (Session *session : sessions)
            session->timer.cancel();
    }

    Options options;
    std::unique_ptr<Core> core;
    std::string url;
    std::atomic<std::uint16_t> port{0};

    std::unique_ptr<asio::io_context> loop;
    std::unique_ptr<asio::ssl::context> tls;
    std::unique_ptr<tcp::acceptor> acceptor;
    std::set<Session *> sessions; ///< of the loop's thread
    std::atomic<bool> stopped{true};
    std::thread thread;
};

bool Server::Private::listen(std::string *error)
{
    error_code ec;
    const auto fail = [&](const std::string &what) {
        if (error)
            *error = what + ": " + ec.message();
        acceptor.reset();
        tls.reset();
        loop.reset();
        return false;
    };
    loop = std::make_unique<asio::io_context>(1);
    if (!options.tlsCert.empty() || !options.tlsKey.empty()) {
        tls = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
        tls->set_options(asio::ssl::context::no_sslv2 | asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 |
                             asio::ssl::context::no_tlsv1_1,
                         ec);
        if (tls->use_certificate_chain_file(options.tlsCert, ec); ec)
            return fail("certificate " + options.tlsCert);
        if (tls->use_private_key_file(options.tlsKey, asio::ssl::context::pem, ec); ec)
            return fail("key " + options.tlsKey);
    }
    const tcp::endpoint where(asio::ip::address_v4::loopback(), port != 0 ? port.load() : options.port);
    acceptor = std::make_unique<tcp::acceptor>(*loop);
    if (acceptor->open(where.protocol(), ec); ec)
        return fail("socket");
    acceptor->set_option(tcp::acceptor::reuse_address(true), ec);
    if (acceptor->bind(where, ec); ec)
        return fail("port " + std::to_string(where.port()));
    if (acceptor->listen(asio::socket_base::max_listen_connections, ec); ec)
        return fail("listen");
    port = acceptor->local_endpoint().port();
    url = (tls ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(port);
    return true;
}

asio::awaitable<void> Server::Private::accept()
{
    while (!stopped) {
        error_code ec;
        tcp::socket socket = co_await acceptor->async_accept(asio::redirect_error(asio::use_awaitable, ec));
        if (stopped)
            co_return;
        if (ec) { // out of descriptors, most likely: breathe instead of spinning
            asio::steady_timer pause(*loop, 50ms);
            co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, ec));
            continue;
        }
        socket.set_option(tcp::no_delay(true), ec);
        std::unique_ptr<Stream> stream;
        if (tls)
            stream = std::make_unique<TlsStream>(std::move(socket), *tls);
        else
            stream = std::make_unique<PlainStream>(std::move(socket));
        auto session = std::make_shared<Session>(std::move(stream), *loop);
        sessions.insert(session.get());
        asio::co_spawn(*loop, serve(session), asio::detached);
    }
}

asio::awaitable<void> Server::Private::serve(std::shared_ptr<Session> session)
{
    // A socket that was accepted just before stop() runs only now: the flag is what ends it.
    // NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): the analyzer does not follow coroutines
    if (!stopped && co_await session->stream->greet()) {
        while (!stopped && co_await exchange(*session)) {}
    }
    session->guard.cancel();
    sessions.erase(session.get());
    error_code ec;
    session->stream->socket().close(ec);
}

/// One request and its answer; true when another may follow.
asio::awaitable<bool> Server::Private::exchange(Session &session)
{
    http::request_parser<http::string_body> parser;
    parser.eager(true);
    parser.header_limit(headLimit);
    parser.body_limit(bodyLimit);
    const auto requestOf = [&parser] {
        Request request;
        const auto &message = parser.get();
        request.method = std::string(message.method_string());
        request.target = std::string(message.target());
        for (const auto &field : message)
            request.headers.emplace_back(std::string(field.name_string()), std::string(field.value()));
        return request;
    };

    int refused = 0;
    bool toldToContinue = false;
    while (!parser.is_done()) {
        error_code ec;
        if (!session.buffer.empty()) {
            const std::size_t n = parser.put(asio::buffer(session.buffer), ec);
            session.buffer.erase(0, n);
            if (ec && ec != http::error::need_more) {
                refused = ec == http::error::header_limit                                       ? 431
                          : ec == http::error::body_limit || ec == http::error::buffer_overflow ? 413
                                                                                                : 400;
                break;
            }
            if (parser.is_done())
                break;
            if (!parser.is_header_done() && session.buffer.size() > headLimit) {
                refused = 431;
                break;
            }
        }
        if (parser.is_header_done() && !toldToContinue) {
            toldToContinue = true;
            if (boost::beast::iequals(parser.get()[http::field::expect], "100-continue") &&
                !co_await session.stream->write("HTTP/1.1 100 Continue\r\n\r\n"))
                co_return false;
        }
        char chunk[32 * 1024];
        const std::size_t n = co_await session.stream->read(chunk, sizeof chunk);
        if (n == 0) {
            if (parser.is_header_done() && !stopped) {
                Request torn = requestOf();
                torn.takeApart();
                core->refuseUnread(torn, 0, "torn");
            }
            co_return false;
        }
        session.buffer.append(chunk, n);
    }
    if (refused != 0) {
        Request request;
        if (parser.is_header_done())
            request = requestOf();
        request.takeApart();
        core->refuseUnread(request, refused, refused == 413 ? "body too large" : refused == 431 ? "head too large" : "no HTTP");
        Delivery delivery;
        delivery.answer = core->errorOfTheWire(refused);
        co_await session.stream->write(core->head(delivery, false) + delivery.answer.body);
        co_await lingeringClose(session, true);
        co_return false;
    }

    Request request = requestOf();
    request.body = std::move(parser.get().body());
    const bool withBody = request.method != "HEAD";
    const bool keepAlive = parser.get().version() >= 11 && parser.get().keep_alive();
    Delivery delivery = core->take(std::move(request));
    if (delivery.isControl)
        wake(); // it may have moved the clock
    const bool again = co_await deliver(session, delivery, keepAlive, withBody);
    co_return again;
}

/// Waits until the delay is over by the machine or by advance(); false when the peer left or the server stops.
asio::awaitable<bool> Server::Private::sleep(Session &session, std::int64_t ms)
{
    const std::int64_t due = core->calendar.patienceMs() + ms;
    for (;;) {
        if (stopped || hasLeft(session.stream->socket()))
            co_return false;
        const std::int64_t left = due - core->calendar.patienceMs();
        if (left <= 0)
            co_return true;
        error_code ec;
        session.timer.expires_after(std::chrono::milliseconds(std::min<std::int64_t>(left, 100)));
        co_await session.timer.async_wait(asio::redirect_error(asio::use_awaitable, ec));
    }
}

asio::awaitable<bool> Server::Private::deliver(Session &session, Delivery &delivery, bool keepAlive, bool withBody)
{
    using Action = FaultRule::Action;
    if (delivery.delayMs > 0 && !co_await sleep(session, delivery.delayMs))
        co_return false;
    const auto fault = delivery.fault;
    if (fault == Action::Hang) {
        co_await sleep(session, 3'600'000);
        co_return false;
    }
    if (fault == Action::Drop || fault == Action::DropBefore) {
        co_await lingeringClose(session, false);
        co_return false;
    }
    if (fault == Action::Reset) {
        error_code ec;
        session.stream->socket().set_option(asio::socket_base::linger(true, 0), ec);
        session.stream->socket().close(ec);
        co_return false;
    }
    const bool ends = fault == Action::Cut || fault == Action::BadLength;
    keepAlive = keepAlive && !ends;
    // Head and body in one write: two would wait 40 ms for each other's acknowledgement.
    std::string bytes = core->head(delivery, keepAlive || ends);
    const std::size_t headSize = bytes.size();
    if (headSize > Sheet::headRoom)
        delivery.answer.unfold();
    const std::shared_ptr<Sheet> sheet = withBody ? delivery.answer.sheet : nullptr;
    if (withBody)
        bytes += delivery.answer.body;
    if (fault == Action::Cut)
        bytes.resize(bytes.size() > headSize ? headSize + (bytes.size() - headSize) / 2 : headSize / 2);

    // Before the bytes leave: whoever has read the answer may look into the log at once.
    core->answered(delivery.number, delivery.answer.status);
    bool written = true;
    if (sheet) {
        std::copy(bytes.begin(), bytes.end(), sheet->bytes.begin() + std::ptrdiff_t(Sheet::headRoom - headSize));
        written = co_await session.stream->write({sheet->body().data() - headSize, headSize + sheet->size});
    } else if (fault == Action::Drip) {
        const std::size_t piece = std::max<std::size_t>(1, (bytes.size() + 199) / 200);
        for (std::size_t at = 0; at < bytes.size() && written; at += piece) {
            written = co_await session.stream->write(std::string_view(bytes).substr(at, piece));
            if (written && !co_await sleep(session, delivery.argument))
                written = false;
        }
    } else {
        written = co_await session.stream->write(bytes);
    }
    if (!written)
        core->answered(delivery.number, 0);
    if (written && keepAlive)
        co_return true;
    if (written)
        co_await lingeringClose(session, !ends);
    co_return false;
}

/// Ends sending, reads on for up to a second, then closes: closing with unread bytes makes an RST that eats the answer.
asio::awaitable<void> Server::Private::lingeringClose(Session &session, bool politely)
{
    session.guard.expires_after(1s);
    // It keeps the session alive: a wait that has just ended may be called after serve() has let go.
    session.guard.async_wait([kept = session.shared_from_this()](error_code ec) {
        if (!ec)
            kept->stream->socket().cancel(ec);
    });
    if (politely)
        co_await session.stream->farewell();
    error_code ec;
    session.stream->socket().shutdown(tcp::socket::shutdown_send, ec);
    char chunk[16 * 1024];
    while (!stopped) {
        const std::size_t n =
            co_await session.stream->socket().async_read_some(asio::buffer(chunk), asio::redirect_error(asio::use_awaitable, ec));
        if (ec || n == 0)
            break;
    }
}

// --- the public face ----------------------------------------------------------------------------------------------------------

Server::Server(Options options) : d(std::make_unique<Private>(std::move(options))) {}

// NOLINTNEXTLINE(bugprone-exception-escape): a thread that cannot be joined is the end of the program
Server::~Server() { stop(); }

bool Server::start(std::string *error)
{
    if (!d->stopped)
        return true;
    try {
        if (!d->core)
            d->core = std::make_unique<Core>(d->options);
    } catch (const std::runtime_error &wrong) {
        if (error)
            *error = wrong.what();
        return false;
    }
    if (!d->listen(error))
        return false;
    d->stopped = false;
    asio::co_spawn(*d->loop, d->accept(), asio::detached);
    d->thread = std::thread([this] { d->loop->run(); });
    return true;
}

void Server::stop()
{
    if (d->stopped || !d->thread.joinable())
        return;
    d->onLoop([this] {
        d->stopped = true;
        error_code ec;
        d->acceptor->close(ec);
        for (Private::Session *session : d->sessions) {
            session->stream->socket().close(ec);
            session->timer.cancel();
            session->guard.cancel();
        }
    });
    // Nothing is destroyed while suspended: the loop ends when the last session has seen the flag.
    d->thread.join();
    d->acceptor.reset();
    d->tls.reset();
    d->loop.reset();
}

Door Server::door() const
{
    Door door = d->core ? d->core->door() : Door{};
    door.url = d->url;
    return door;
}

TemporaryKey Server::temporaryKey() const { return d->core ? d->core->temporaryKey() : TemporaryKey{}; }
std::uint16_t Server::port() const { return d->port; }
std::int64_t Server::nowMs() const { return d->core ? d->core->calendar.nowMs() : 0; }

void Server::advance(std::chrono::milliseconds by)
{
    if (!d->core)
        return;
    d->core->calendar.push(by);
    d->onLoop([this] { d->wake(); });
}

std::vector<Seen> Server::requests() const { return d->core ? d->core->requests() : std::vector<Seen>{}; }

void Server::clearRequests()
{
    if (d->core)
        d->core->clearRequests();
}

bool Server::fault(const std::string &rule, std::string *error)
{
    if (d->core)
        return d->core->fault(rule, error);
    if (!FaultRule::parse(rule, error))
        return false;
    d->options.faults.push_back(rule);
    return true;
}

void Server::clearFaults()
{
    d->options.faults.clear();
    if (d->core)
        d->core->clearFaults();
}

long Server::writes() const { return d->core ? d->core->writes() : 0; }
long Server::writes(const std::string &kind) const { return d->core ? d->core->writes(kind) : 0; }
std::string Server::example(const std::string &what) const { return d->core ? d->core->example(what) : std::string(); }

std::string toJson(const Door &door)
{
    std::string out = "{\"url\":" + quoted(door.url) + ",\"project_id\":" + quoted(door.projectId) +
                      ",\"region\":" + quoted(door.region) + ",\"ak\":" + quoted(door.ak) + ",\"sk\":" + quoted(door.sk) +
                      ",\"user\":" + quoted(door.user) + ",\"password\":" + quoted(door.password) +
                      ",\"domain\":" + quoted(door.domain) + ",\"scopes\":[";
    for (std::size_t i = 0; i < door.scopes.size(); ++i)
        out += (i ? ",{\"region\":" : "{\"region\":") + quoted(door.scopes[i].first) +
               ",\"project_id\":" + quoted(door.scopes[i].second) + "}";
    return out + "]}";
}

} // namespace mock
