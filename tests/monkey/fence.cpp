// What is typed into a profile or into the proxy's fields can name any machine of the world. Nothing of it leaves this one: in
// this program no name but the local one is found, and no address but the local ones is reached.

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <dlfcn.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace {

template <typename Function> Function real(const char *name) { return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name)); }

bool isLocal(const sockaddr *address)
{
    if (address->sa_family == AF_INET) {
        sockaddr_in in{};
        std::memcpy(&in, address, sizeof in);
        return ntohl(in.sin_addr.s_addr) >> 24 == 127;
    }
    if (address->sa_family == AF_INET6) {
        sockaddr_in6 in{};
        std::memcpy(&in, address, sizeof in);
        return IN6_IS_ADDR_LOOPBACK(&in.sin6_addr);
    }
    return true; // the window system and the like
}

} // namespace

extern "C" int getaddrinfo(const char *node, const char *service, const addrinfo *hints, addrinfo **result)
{
    static const auto next = real<int (*)(const char *, const char *, const addrinfo *, addrinfo **)>("getaddrinfo");
    if (node && std::strcmp(node, "localhost") != 0 && std::strcmp(node, "127.0.0.1") != 0 && std::strcmp(node, "::1") != 0)
        return EAI_NONAME;
    return next(node, service, hints, result);
}

extern "C" int connect(int fd, const sockaddr *address, socklen_t size)
{
    static const auto next = real<int (*)(int, const sockaddr *, socklen_t)>("connect");
    if (address && !isLocal(address)) {
        errno = ENETUNREACH;
        return -1;
    }
    return next(fd, address, size);
}
