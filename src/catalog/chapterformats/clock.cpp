// SPDX-License-Identifier: MIT
#include "catalog/chapterformats/clock.h"

#include "catalog/chapterformats/limits.h"

#include <cmath>
#include <cstdio>

namespace catalog {

namespace {

bool isDigit(char byte) {
    return byte >= '0' && byte <= '9';
}

/// The number at the start of `text`, of at most `digits` digits; takes it away.
std::optional<qint64> takeNumber(std::string_view& text, std::size_t digits) {
    qint64 number = 0;
    std::size_t size = 0;
    for (; size < text.size() && isDigit(text[size]); ++size) {
        if (size == digits)
            return std::nullopt;
        number = number * 10 + (text[size] - '0');
    }
    text.remove_prefix(size);
    return size > 0 ? std::optional(number) : std::nullopt;
}

/// A fraction and nothing behind it, in milliseconds; an empty text is none.
std::optional<qint64> takeFraction(std::string_view text) {
    if (text.empty())
        return 0;
    if ((text.front() != '.' && text.front() != ',') || text.size() < 2)
        return std::nullopt;
    double scale = 100;
    double milliseconds = 0;
    for (const char byte : text.substr(1)) {
        if (!isDigit(byte))
            return std::nullopt;
        milliseconds += (byte - '0') * scale;
        scale /= 10;
    }
    return std::llround(milliseconds);
}

std::optional<qint64> whenNotTooLate(std::optional<qint64> milliseconds) {
    return milliseconds && *milliseconds <= chapterlimits::milliseconds ? milliseconds : std::nullopt;
}

} // namespace

std::optional<qint64> parseColonClock(std::string_view text) {
    constexpr std::size_t firstDigits = 6;
    auto total = takeNumber(text, firstDigits);
    int colons = 0;
    while (total && !text.empty() && text.front() == ':') {
        text.remove_prefix(1);
        const auto part = takeNumber(text, 2);
        if (!part || *part >= 60 || ++colons > 2)
            return std::nullopt;
        total = *total * 60 + *part;
    }
    const auto fraction = takeFraction(text);
    if (!total || colons == 0 || !fraction)
        return std::nullopt;
    return whenNotTooLate(*total * 1000 + *fraction);
}

std::optional<qint64> parseClock(std::string_view text) {
    if (text.find(':') != std::string_view::npos)
        return parseColonClock(text);
    constexpr std::size_t digits = 9;
    const auto seconds = takeNumber(text, digits);
    const auto fraction = takeFraction(text);
    return seconds && fraction ? whenNotTooLate(*seconds * 1000 + *fraction) : std::nullopt;
}

std::optional<qint64> millisecondsOf(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0 || seconds * 1000 > chapterlimits::milliseconds)
        return std::nullopt;
    return std::llround(seconds * 1000);
}

std::string fullClock(qint64 milliseconds) {
    char text[40];
    const qint64 seconds = milliseconds / 1000;
    const int size = std::snprintf(text, sizeof text, "%02lld:%02lld:%02lld.%03lld", seconds / 3600,
                                   seconds / 60 % 60, seconds % 60, milliseconds % 1000);
    return {text, static_cast<std::size_t>(size)};
}

std::string shortClock(qint64 milliseconds) {
    char text[40];
    const qint64 seconds = milliseconds / 1000;
    const int size = seconds < 3600
                         ? std::snprintf(text, sizeof text, "%lld:%02lld", seconds / 60, seconds % 60)
                         : std::snprintf(text, sizeof text, "%lld:%02lld:%02lld", seconds / 3600,
                                         seconds / 60 % 60, seconds % 60);
    return {text, static_cast<std::size_t>(size)};
}

std::string plainSeconds(qint64 milliseconds, int leastDecimals) {
    char text[40];
    const int size =
        std::snprintf(text, sizeof text, "%lld.%03lld", milliseconds / 1000, milliseconds % 1000);
    std::string printed(text, static_cast<std::size_t>(size));
    if (leastDecimals > 3)
        return printed.append(static_cast<std::size_t>(leastDecimals - 3), '0');
    while (leastDecimals == 0 && printed.back() == '0')
        printed.pop_back();
    if (printed.back() == '.')
        printed.pop_back();
    return printed;
}

} // namespace catalog
