// SPDX-License-Identifier: MIT
#include "app/appearance.h"

#include "app/settings.h"

#include <QApplication>
#include <QIcon>
#include <QPainter>
#include <QPalette>
#include <QProxyStyle>
#include <QStyleOption>

namespace app {

namespace {

const QString key = QStringLiteral("appearance");

QPalette darkPalette() {
    const QColor window(37, 38, 41), base(27, 28, 30), text(232, 232, 234), accent(74, 134, 210);
    QPalette palette(window);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, QColor(33, 34, 37));
    palette.setColor(QPalette::ToolTipBase, QColor(50, 52, 56));
    palette.setColor(QPalette::Button, QColor(50, 52, 56));
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(120, 175, 245));
    palette.setColor(QPalette::LinkVisited, QColor(190, 160, 240));
    palette.setColor(QPalette::PlaceholderText, QColor(160, 162, 168));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(140, 142, 148));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(70, 72, 78));
    return palette;
}

QPalette lightPalette() {
    QPalette palette(QColor(240, 240, 240));
    palette.setColor(QPalette::AlternateBase, QColor(246, 247, 249));
    palette.setColor(QPalette::Highlight, QColor(40, 100, 180));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(20, 90, 180));
    palette.setColor(QPalette::PlaceholderText, QColor(100, 102, 108));
    return palette;
}

bool isDark() {
    return QApplication::palette().color(QPalette::Window).lightness() < 128;
}

/// Fusion outlines an empty check box with a darker window colour, which nobody sees on a dark window.
class ReadableStyle : public QProxyStyle {
public:
    ReadableStyle()
        : QProxyStyle(QStringLiteral("Fusion")) {}

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (element != PE_IndicatorCheckBox || !isDark())
            return;
        painter->save();
        painter->setPen(option->palette.color(QPalette::PlaceholderText));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
    }
};

/// A desktop without an icon theme gets Breeze, in the variant that can be read on this palette.
void chooseIconTheme() {
    const QString theme = QIcon::themeName();
    if (theme.isEmpty() || theme == QLatin1String("hicolor") || theme.startsWith(QLatin1String("breeze")))
        QIcon::setThemeName(isDark() ? QStringLiteral("breeze-dark") : QStringLiteral("breeze"));
    QIcon::setFallbackThemeName(isDark() ? QStringLiteral("breeze-dark") : QStringLiteral("breeze"));
}

} // namespace

Appearance chosenAppearance(const Settings& settings) {
    const int stored = settings.value(key, 0).toInt();
    return stored >= 0 && stored <= 2 ? static_cast<Appearance>(stored) : Appearance::Desktop;
}

void chooseAppearance(Settings& settings, Appearance appearance) {
    if (appearance == chosenAppearance(settings))
        return;
    settings.setValue(key, static_cast<int>(appearance));
    applyAppearance(settings);
}

void applyAppearance(const Settings& settings) {
    const Appearance appearance = chosenAppearance(settings);
    if (appearance != Appearance::Desktop) {
        QApplication::setStyle(new ReadableStyle);
        QApplication::setPalette(appearance == Appearance::Dark ? darkPalette() : lightPalette());
    } else {
        QApplication::setPalette(QPalette());
    }
    chooseIconTheme();
}

} // namespace app
