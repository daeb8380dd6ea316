#include "net/id.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <array>
#include <cstring>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace net {

namespace {

constexpr std::size_t uuidLength = 36;

/// The value of each hexadecimal digit in lower case; others: 255.
constexpr std::array<quint8, 256> digitValues = [] {
    std::array<quint8, 256> values{};
    values.fill(255);
    for (std::size_t i = 0; i < 10; ++i)
        values['0' + i] = static_cast<quint8>(i);
    for (std::size_t i = 0; i < 6; ++i)
        values['a' + i] = static_cast<quint8>(10 + i);
    return values;
}();

bool hasDashes(const char *at) { return at[8] == '-' && at[13] == '-' && at[18] == '-' && at[23] == '-'; }

bool readPlainly(const char *at, Id &into)
{
    quint64 halves[2]{};
    int digits = 0;
    for (std::size_t i = 0; i < uuidLength; ++i) {
        if (i == 8 || i == 13 || i == 18 || i == 23)
            continue;
        const quint8 value = digitValues[static_cast<quint8>(at[i])];
        if (value > 15)
            return false;
        quint64 &half = halves[digits++ / 16];
        half = half << 4 | value;
    }
    into = {halves[0], halves[1]};
    return true;
}

#ifdef __x86_64__
/// All 32 digits at once: the dashes are shuffled away, the digits valued and joined two by two.
__attribute__((target("ssse3"))) bool readAtOnce(const char *at, Id &into)
{
    const auto load = [](const char *from) { return _mm_loadu_si128(reinterpret_cast<const __m128i *>(from)); };
    const __m128i begin = load(at), middle = load(at + 16), end = load(at + 20);
    const __m128i first =
        _mm_or_si128(_mm_shuffle_epi8(begin, _mm_setr_epi8(0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 14, 15, -1, -1)),
                     _mm_shuffle_epi8(middle, _mm_setr_epi8(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 1)));
    const __m128i second =
        _mm_or_si128(_mm_shuffle_epi8(middle, _mm_setr_epi8(3, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1)),
                     _mm_shuffle_epi8(end, _mm_setr_epi8(-1, 0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)));
    __m128i good = _mm_set1_epi8(-1);
    const auto valued = [&good](__m128i text) __attribute__((target("ssse3")))
    {
        const auto within = [text](char least, char most) __attribute__((target("ssse3")))
        {
            return _mm_and_si128(_mm_cmpgt_epi8(text, _mm_set1_epi8(static_cast<char>(least - 1))),
                                 _mm_cmpgt_epi8(_mm_set1_epi8(static_cast<char>(most + 1)), text));
        };
        const __m128i isDigit = within('0', '9'), isLetter = within('a', 'f');
        good = _mm_and_si128(good, _mm_or_si128(isDigit, isLetter));
        return _mm_or_si128(_mm_and_si128(isDigit, _mm_sub_epi8(text, _mm_set1_epi8('0'))),
                            _mm_and_si128(isLetter, _mm_sub_epi8(text, _mm_set1_epi8('a' - 10))));
    };
    const __m128i weights = _mm_set1_epi16(0x0110); // the first of two digits counts 16
    const __m128i bytes = _mm_packus_epi16(_mm_maddubs_epi16(valued(first), weights), _mm_maddubs_epi16(valued(second), weights));
    if (_mm_movemask_epi8(good) != 0xFFFF)
        return false;
    quint64 halves[2];
    _mm_storeu_si128(reinterpret_cast<__m128i *>(halves), bytes);
    into = {qFromBigEndian(halves[0]), qFromBigEndian(halves[1])};
    return true;
}

bool readDigits(const char *at, Id &into)
{
    static const bool isAtOnce = __builtin_cpu_supports("ssse3") != 0;
    return isAtOnce ? readAtOnce(at, into) : readPlainly(at, into);
}
#else
bool readDigits(const char *at, Id &into) { return readPlainly(at, into); }
#endif

} // namespace

bool Id::fromUuid(std::string_view utf8, Id &into)
{
    return utf8.size() == uuidLength && hasDashes(utf8.data()) && readDigits(utf8.data(), into) && !into.isEmpty();
}

Id Id::of(std::string_view utf8)
{
    Id id;
    if (utf8.empty() || fromUuid(utf8, id))
        return id;
    const QByteArray digest =
        QCryptographicHash::hash(QByteArrayView(utf8.data(), static_cast<qsizetype>(utf8.size())), QCryptographicHash::Sha1);
    std::memcpy(&id.high, digest.constData(), 8);
    std::memcpy(&id.low, digest.constData() + 8, 8);
    return id;
}

Id Id::of(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return of(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
}

void Id::appendTo(char *into) const
{
    static constexpr char digits[] = "0123456789abcdef";
    for (int digit = 0; digit < 32; ++digit) {
        if (digit == 8 || digit == 12 || digit == 16 || digit == 20)
            *into++ = '-';
        *into++ = digits[(digit < 16 ? high >> (60 - 4 * digit) : low >> (124 - 4 * digit)) & 15];
    }
}

QString Id::text() const
{
    if (isEmpty())
        return {};
    char text[uuidLength];
    appendTo(text);
    return QString::fromLatin1(text, uuidLength);
}

} // namespace net
