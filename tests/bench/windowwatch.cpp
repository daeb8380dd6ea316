#include "windowwatch.h"

#include <QHash>
#include <QRegion>
#include <QThread>

#include <xcb/damage.h>
#include <xcb/xcb.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <poll.h>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int leastWidth = 200, leastHeight = 100; ///< helpers, tips and icons are smaller
constexpr int managerTries = 100;                  ///< ten in a second
constexpr double covered = 0.98;                   ///< a rounded corner may stay as it was

struct Free
{
    void operator()(void *answer) const { std::free(answer); } // NOLINT(*-no-malloc): xcb gives what malloc gave
};
template <typename T> using Answer = std::unique_ptr<T, Free>;

qint64 areaOf(const QRegion &region)
{
    qint64 area = 0;
    for (const QRect &rect : region)
        area += qint64(rect.width()) * rect.height();
    return area;
}

} // namespace

struct WindowWatch::Private
{
    struct Disconnect
    {
        void operator()(xcb_connection_t *c) const { xcb_disconnect(c); }
    };
    std::unique_ptr<xcb_connection_t, Disconnect> connection;
    std::uint8_t firstDamageEvent = 0;
    xcb_window_t root = 0;
    QHash<xcb_window_t, QRegion> drawn; ///< top-level windows of programs

    void watch(const xcb_create_notify_event_t &made);
    std::optional<Painted> take(const xcb_damage_notify_event_t &damage, Steady::time_point at);
    bool showsSomething(xcb_window_t window, std::uint16_t width, std::uint16_t height) const;
    QString titleOf(xcb_window_t window) const;
    bool isManaged() const;
};

/// Tips and menus redirect themselves.
void WindowWatch::Private::watch(const xcb_create_notify_event_t &made)
{
    if (made.parent != root || made.override_redirect)
        return;
    drawn.insert(made.window, {});
    // What has been drawn before this arrives is reported as damage at once, so nothing is missed.
    xcb_damage_create(connection.get(), xcb_generate_id(connection.get()), made.window, XCB_DAMAGE_REPORT_LEVEL_RAW_RECTANGLES);
    xcb_flush(connection.get());
}

std::optional<WindowWatch::Painted> WindowWatch::Private::take(const xcb_damage_notify_event_t &damage, Steady::time_point at)
{
    const auto known = drawn.find(damage.drawable);
    const std::uint16_t width = damage.geometry.width, height = damage.geometry.height;
    if (known == drawn.end() || width < leastWidth || height < leastHeight)
        return {};
    *known |= QRect(damage.area.x, damage.area.y, damage.area.width, damage.area.height);
    if (double(areaOf(*known)) < covered * width * height || !showsSomething(damage.drawable, width, height))
        return {};
    return Painted{at, width, height, titleOf(damage.drawable)};
}

bool WindowWatch::Private::showsSomething(xcb_window_t window, std::uint16_t width, std::uint16_t height) const
{
    xcb_connection_t *c = connection.get();
    const auto cookie = xcb_get_image(c, XCB_IMAGE_FORMAT_Z_PIXMAP, window, 0, 0, width, height, ~0U);
    const Answer<xcb_get_image_reply_t> image(xcb_get_image_reply(c, cookie, nullptr));
    if (!image)
        return false;
    const std::uint8_t *bytes = xcb_get_image_data(image.get());
    constexpr int pixel = 4; // Xvfb has 24 bits in 32
    const int size = xcb_get_image_data_length(image.get());
    for (int at = pixel; at + pixel <= size; at += pixel) {
        if (std::memcmp(bytes, bytes + at, pixel) != 0)
            return true;
    }
    return false;
}

QString WindowWatch::Private::titleOf(xcb_window_t window) const
{
    xcb_connection_t *c = connection.get();
    const auto cookie = xcb_get_property(c, 0, window, XCB_ATOM_WM_NAME, XCB_GET_PROPERTY_TYPE_ANY, 0, 64);
    const Answer<xcb_get_property_reply_t> name(xcb_get_property_reply(c, cookie, nullptr));
    if (!name)
        return {};
    return QString::fromUtf8(static_cast<const char *>(xcb_get_property_value(name.get())),
                             xcb_get_property_value_length(name.get()));
}

/// Whether a window manager has taken the screen over. One that has just been started needs a moment.
bool WindowWatch::Private::isManaged() const
{
    constexpr auto name = "_NET_SUPPORTING_WM_CHECK"_L1;
    xcb_connection_t *c = connection.get();
    const auto asked = xcb_intern_atom(c, 0, std::uint16_t(name.size()), name.data());
    const Answer<xcb_intern_atom_reply_t> atom(xcb_intern_atom_reply(c, asked, nullptr));
    for (int tries = 0; atom && tries < managerTries; ++tries) {
        const auto cookie = xcb_get_property(c, 0, root, atom->atom, XCB_ATOM_WINDOW, 0, 1);
        const Answer<xcb_get_property_reply_t> check(xcb_get_property_reply(c, cookie, nullptr));
        if (check && xcb_get_property_value_length(check.get()) > 0)
            return true;
        QThread::msleep(100);
    }
    return false;
}

WindowWatch::WindowWatch(std::unique_ptr<Private> made) : d(std::move(made)) {}
WindowWatch::~WindowWatch() = default;

Result<std::unique_ptr<WindowWatch>> WindowWatch::on(const QByteArray &display)
{
    int number = 0;
    auto made = std::make_unique<Private>();
    made->connection.reset(xcb_connect(display.constData(), &number));
    xcb_connection_t *c = made->connection.get();
    if (xcb_connection_has_error(c))
        return tl::unexpected(u"no X server at '%1'"_s.arg(QString::fromUtf8(display)));
    xcb_screen_iterator_t screens = xcb_setup_roots_iterator(xcb_get_setup(c));
    for (; number > 0 && screens.rem > 1; --number)
        xcb_screen_next(&screens);
    made->root = screens.data->root;

    const xcb_query_extension_reply_t *damage = xcb_get_extension_data(c, &xcb_damage_id);
    if (!damage || !damage->present)
        return tl::unexpected(u"the X server has no Damage extension"_s);
    made->firstDamageEvent = damage->first_event;
    const auto version = xcb_damage_query_version(c, XCB_DAMAGE_MAJOR_VERSION, XCB_DAMAGE_MINOR_VERSION);
    const Answer<xcb_damage_query_version_reply_t> spoken(xcb_damage_query_version_reply(c, version, nullptr));

    if (!made->isManaged())
        return tl::unexpected(u"no window manager at '%1'"_s.arg(QString::fromUtf8(display)));

    const std::uint32_t mask = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
    xcb_change_window_attributes(c, made->root, XCB_CW_EVENT_MASK, &mask);
    // With its answer the server has done what was asked before.
    const Answer<xcb_get_input_focus_reply_t> done(xcb_get_input_focus_reply(c, xcb_get_input_focus(c), nullptr));
    return std::unique_ptr<WindowWatch>(new WindowWatch(std::move(made)));
}

Result<WindowWatch::Painted> WindowWatch::firstPainted(std::chrono::milliseconds patience)
{
    constexpr int errorEvent = 0, sentBit = 0x80;
    const Steady::time_point end = Steady::now() + patience;
    xcb_connection_t *c = d->connection.get();
    while (!xcb_connection_has_error(c)) {
        const Answer<xcb_generic_event_t> event(xcb_poll_for_event(c));
        if (!event) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Steady::now());
            pollfd readable{xcb_get_file_descriptor(c), POLLIN, 0};
            if (left.count() <= 0 || ::poll(&readable, 1, int(left.count())) == 0)
                return tl::unexpected(u"no window was painted within %1 s"_s.arg(double(patience.count()) / 1000));
            continue;
        }
        const Steady::time_point at = Steady::now();
        const int type = event->response_type & ~sentBit;
        if (type == errorEvent) // a window that was gone before we could watch it
            continue;
        if (type == XCB_CREATE_NOTIFY)
            d->watch(*reinterpret_cast<const xcb_create_notify_event_t *>(event.get()));
        else if (type == XCB_REPARENT_NOTIFY) // a frame is no window of a program
            d->drawn.remove(reinterpret_cast<const xcb_reparent_notify_event_t *>(event.get())->parent);
        else if (type == d->firstDamageEvent + XCB_DAMAGE_NOTIFY) {
            if (auto painted = d->take(*reinterpret_cast<const xcb_damage_notify_event_t *>(event.get()), at))
                return std::move(*painted);
        }
    }
    return tl::unexpected(u"the X server has gone"_s);
}

} // namespace bench
