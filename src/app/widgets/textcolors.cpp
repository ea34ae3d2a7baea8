// SPDX-License-Identifier: MIT
#include "app/widgets/textcolors.h"

#include <array>

namespace app {

namespace {

struct Pair {
    QRgb light, dark; ///< on a light and on a dark ground
};

/// In the order of TextColor.
constexpr std::array colors{
    Pair{0xff1a4b8c, 0xff8ab4f0}, // key
    Pair{0xff22662b, 0xff93cf8e}, // string
    Pair{0xff8a3b00, 0xfff0ab72}, // number
    Pair{0xff7a2a83, 0xffd8a0e0}, // literal
    Pair{0xff1a4b8c, 0xff8ab4f0}, // heading
    Pair{0xff22662b, 0xff93cf8e}, // link
    Pair{0xff5c5c5c, 0xffa9a9a9}, // address
    Pair{0xff7a2a83, 0xffd8a0e0}, // markup
};

QColor pick(const Pair& pair, const QPalette& palette) {
    return QColor::fromRgb(isDark(palette) ? pair.dark : pair.light);
}

} // namespace

bool isDark(const QPalette& palette) {
    constexpr int middle = 128;
    return palette.color(QPalette::Base).lightness() < middle;
}

QColor textColor(TextColor color, const QPalette& palette) {
    return pick(colors[static_cast<std::size_t>(color)], palette);
}

QColor severityColor(catalog::Severity severity, const QPalette& palette) {
    switch (severity) {
    case catalog::Severity::Error:
        return pick({0xffb3141d, 0xffff8a80}, palette);
    case catalog::Severity::Warning:
        return pick({0xff9a5b00, 0xfff0b35a}, palette);
    case catalog::Severity::Information:
        break;
    }
    return pick({0xff1a5fb4, 0xff8ab4f0}, palette);
}

QColor quietColor(const QPalette& palette) {
    return pick({0xff666666, 0xffa9a9a9}, palette);
}

QColor changedColor(const QPalette& palette) {
    constexpr int faint = 50;
    QColor color = palette.color(QPalette::Highlight);
    color.setAlpha(faint);
    return color;
}

QColor diffColor(DiffColor color, const QPalette& palette) {
    switch (color) {
    case DiffColor::Removed:
        return pick({0xfffdeaea, 0xff3d2123}, palette);
    case DiffColor::Added:
        return pick({0xffe8f6ea, 0xff1d3524}, palette);
    case DiffColor::RemovedWord:
        return pick({0xfff6b8b8, 0xff7c3337}, palette);
    case DiffColor::AddedWord:
        break;
    }
    return pick({0xffaee0b5, 0xff2b6b3d}, palette);
}

QColor matchColor(const QPalette& palette) {
    return pick({0xffffe08a, 0xff6b5310}, palette);
}

} // namespace app
