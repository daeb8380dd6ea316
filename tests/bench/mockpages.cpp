#include "mockpages.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <arpa/inet.h>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <spawn.h>
#include <string_view>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

namespace mockpages {

using namespace Qt::StringLiterals;
using Steady = std::chrono::steady_clock;

namespace {

double since(Steady::time_point start) { return std::chrono::duration<double, std::milli>(Steady::now() - start).count(); }
tl::unexpected<std::string> failed(std::string why) { return tl::unexpected<std::string>(std::move(why)); }

/// A descriptor with one owner.
class Handle
{
public:
    explicit Handle(int fd = -1) : m_fd(fd) {}
    Handle(Handle &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Handle &operator=(Handle &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~Handle()
    {
        if (m_fd >= 0)
            close(m_fd);
    }
    int get() const { return m_fd; }

private:
    int m_fd;
};

bool send(int fd, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t n = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (n <= 0)
            return false;
        bytes.remove_prefix(std::size_t(n));
    }
    return true;
}

Handle connection(std::uint16_t port)
{
    Handle handle(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    where.sin_port = htons(port);
    const int on = 1;
    setsockopt(handle.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (connect(handle.get(), reinterpret_cast<const sockaddr *>(&where), sizeof where) != 0)
        return Handle();
    return handle;
}

/// One answer at a time: its head is looked through for the length, the rest is counted and dropped unless it is wanted.
class Reader
{
public:
    explicit Reader(int fd) : m_fd(fd), m_buffer(256 * 1024) {}

    /// The length of the body; negative when the connection broke or the answer is no 2xx.
    long answer(std::string *whole = nullptr)
    {
        std::size_t have = 0;
        std::string_view head;
        for (;;) {
            const ssize_t n = recv(m_fd, m_buffer.data() + have, m_buffer.size() - have, 0);
            if (n <= 0)
                return -1;
            have += std::size_t(n);
            head = std::string_view(m_buffer.data(), have);
            if (const auto end = head.find("\r\n\r\n"); end != std::string_view::npos) {
                head = head.substr(0, end + 4);
                break;
            }
            if (have == m_buffer.size())
                return -1;
        }
        const auto at = head.find("Content-Length: ");
        if (at == std::string_view::npos || head.substr(9, 1) != "2")
            return -1;
        const long length = std::strtol(head.data() + at + 16, nullptr, 10);
        if (whole)
            whole->assign(m_buffer.data(), have);
        long left = long(head.size()) + length - long(have);
        while (left > 0) {
            const ssize_t n = recv(m_fd, m_buffer.data(), std::min(m_buffer.size(), std::size_t(left)), 0);
            if (n <= 0)
                return -1;
            if (whole)
                whole->append(m_buffer.data(), std::size_t(n));
            left -= n;
        }
        return length;
    }

private:
    int m_fd;
    std::vector<char> m_buffer;
};

std::uint64_t sum(std::uint64_t hash, std::string_view answer)
{
    for (const char c : answer.substr(answer.find("\r\n\r\n") + 4))
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return hash;
}

Result<Pass> pass(int fd, const std::vector<std::string> &requests, bool checked)
{
    Pass made;
    made.checksum = 0xCBF29CE484222325u;
    Reader reader(fd);
    std::string whole;
    const auto start = Steady::now();
    for (const std::string &request : requests) {
        const long length = send(fd, request) ? reader.answer(checked ? &whole : nullptr) : -1;
        if (length < 0)
            return failed("no answer to " + request.substr(0, request.find('\r')));
        made.bytes += std::uint64_t(length);
        if (checked)
            made.checksum = sum(made.checksum, whole);
    }
    made.milliseconds = since(start);
    return made;
}

/// Writes the next of its answers whenever a request has come, whatever it asks for.
void serveBare(int listener, const std::vector<std::string> &answers)
{
    const Handle peer(accept4(listener, nullptr, nullptr, SOCK_CLOEXEC));
    const int on = 1;
    setsockopt(peer.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    char chunk[4096];
    for (std::size_t next = 0;; next = (next + 1) % answers.size()) {
        std::string request;
        while (request.find("\r\n\r\n") == std::string::npos) {
            const ssize_t n = recv(peer.get(), chunk, sizeof chunk, 0);
            if (n <= 0)
                return;
            request.append(chunk, std::size_t(n));
        }
        if (!send(peer.get(), answers[next]))
            return;
    }
}

struct Child
{
    ~Child()
    {
        if (pid > 0) {
            kill(pid, SIGTERM);
            waitpid(pid, nullptr, 0);
        }
    }
    pid_t pid = -1;
};

std::string text(const QJsonObject &object, QLatin1StringView name) { return object.value(name).toString().toStdString(); }

} // namespace

struct Pages::Private
{
    ~Private()
    {
        toBare = Handle(); // the thread reads its end
        if (bare.joinable())
            bare.join();
    }

    Result<QJsonObject> start(const Options &options);
    Result<std::string> token(const QJsonObject &door) const;
    bool startBare();

    Child child;
    std::uint16_t port = 0;
    std::vector<std::string> requests, answers;
    std::thread bare;
    Handle toMock, toBare;
};

Result<QJsonObject> Pages::Private::start(const Options &options)
{
    int ends[2] = {-1, -1};
    if (pipe2(ends, O_CLOEXEC) != 0)
        return failed("no pipe");
    const Handle from(ends[0]);
    Handle to(ends[1]);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, to.get(), 1);
    std::vector<std::string> arguments{
        options.program, "--records", std::to_string(options.records), "--seed", "7", "--epoch", "2026-03-05T08:00:00Z",
        "--speed",       "0"};
    std::vector<char *> pointers;
    pointers.reserve(arguments.size() + 1);
    for (std::string &argument : arguments)
        pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    const int wrong = posix_spawn(&child.pid, options.program.c_str(), &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (wrong != 0) {
        child.pid = -1;
        return failed(options.program + " cannot be started");
    }
    to = Handle();
    QByteArray line;
    char c = 0;
    while (!line.endsWith('\n') && read(from.get(), &c, 1) == 1)
        line += c;
    const QJsonObject door = QJsonDocument::fromJson(line).object();
    if (door.isEmpty())
        return failed(options.program + " did not come up");
    const std::string url = text(door, "url"_L1);
    port = std::uint16_t(std::strtol(url.c_str() + url.rfind(':') + 1, nullptr, 10));
    return door;
}

Result<std::string> Pages::Private::token(const QJsonObject &door) const
{
    const std::string body = R"({"auth":{"identity":{"methods":["password"],"password":{"user":{"domain":{"name":")" +
                             text(door, "domain"_L1) + R"("},"name":")" + text(door, "user"_L1) + R"(","password":")" +
                             text(door, "password"_L1) + R"("}}},"scope":{"project":{"id":")" + text(door, "project_id"_L1) +
                             R"("}}}})";
    std::string answer;
    if (!send(toMock.get(), "POST /v3/auth/tokens?nocatalog=1 HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: "
                            "application/json\r\nContent-Length: " +
                                std::to_string(body.size()) + "\r\n\r\n" + body) ||
        Reader(toMock.get()).answer(&answer) < 0)
        return failed("the sign-in failed");
    static constexpr std::string_view name = "X-Subject-Token: ";
    const auto at = answer.find(name);
    if (at == std::string::npos)
        return failed("no token");
    const auto from = at + name.size();
    return answer.substr(from, answer.find('\r', from) - from);
}

bool Pages::Private::startBare()
{
    Handle listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof where;
    if (bind(listener.get(), reinterpret_cast<const sockaddr *>(&where), sizeof where) != 0 || listen(listener.get(), 1) != 0 ||
        getsockname(listener.get(), reinterpret_cast<sockaddr *>(&where), &size) != 0)
        return false;
    // Connected before it is accepted: the thread cannot wait for nobody.
    toBare = connection(ntohs(where.sin_port));
    if (toBare.get() < 0)
        return false;
    bare = std::thread([this, held = std::move(listener)] { serveBare(held.get(), answers); });
    return true;
}

Pages::Pages(std::unique_ptr<Private> made) : d(std::move(made)) {}
Pages::~Pages() = default;

Result<std::unique_ptr<Pages>> Pages::open(const Options &options)
{
    auto made = std::make_unique<Private>();
    const auto door = made->start(options);
    if (!door)
        return failed(door.error());
    made->toMock = connection(made->port);
    if (made->toMock.get() < 0)
        return failed("no connection");
    const auto token = made->token(*door);
    if (!token)
        return failed(token.error());
    for (long page = 0; page < options.pages; ++page)
        made->requests.push_back("GET /v1/" + text(*door, "project_id"_L1) +
                                 "/replication_records?limit=" + std::to_string(options.limit) +
                                 "&offset=" + std::to_string(options.offset + page * options.limit) +
                                 " HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Auth-Token: " + *token + "\r\n\r\n");
    Reader reader(made->toMock.get());
    for (const std::string &request : made->requests) {
        std::string answer;
        if (!send(made->toMock.get(), request) || reader.answer(&answer) < 0)
            return failed("no answer to " + request.substr(0, request.find('\r')) + ": " + answer.substr(0, 300));
        made->answers.push_back(std::move(answer));
    }
    if (!made->startBare())
        return failed("no bare loop");
    return std::unique_ptr<Pages>(new Pages(std::move(made)));
}

Result<Pass> Pages::fromMock(bool checked) const { return pass(d->toMock.get(), d->requests, checked); }
Result<Pass> Pages::fromBare(bool checked) const { return pass(d->toBare.get(), d->requests, checked); }

} // namespace mockpages
