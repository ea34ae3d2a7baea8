// SPDX-License-Identifier: MIT
#include "app/episodelist/laidouttexts.h"

#include <memory>

namespace app {

namespace {

/// Places the text as one line of that width.
void placeLine(QTextLayout& layout, int width) {
    layout.beginLayout();
    layout.createLine().setLineWidth(width);
    layout.endLayout();
}

/// Places the line's text, cut where it is too long. Most texts fit and are shaped once so, not to be
/// measured and then to be drawn.
void layOut(LaidOutTexts::Line& line, const QStyleOptionViewItem& option, Qt::Alignment alignment,
            int width) {
    QTextOption way(QStyle::visualAlignment(option.direction, alignment));
    way.setWrapMode(QTextOption::NoWrap);
    way.setTextDirection(option.direction);
    line.layout.setTextOption(way);
    line.layout.setCacheEnabled(true); // else drawing shapes it once more
    line.layout.setText(line.shown);
    placeLine(line.layout, width);
    if (line.layout.lineAt(0).naturalTextWidth() <= width)
        return;
    line.shown = option.fontMetrics.elidedText(line.shown, Qt::ElideRight, width);
    line.layout.setText(line.shown);
    placeLine(line.layout, width);
}

} // namespace

const LaidOutTexts::Line& LaidOutTexts::line(const QString& text, const QStyleOptionViewItem& option,
                                             Qt::Alignment alignment, int width) {
    if (m_font != option.font) {
        m_font = option.font;
        m_lines.clear();
    }
    const Key key{text, width, static_cast<int>(alignment), option.direction};
    if (const Line* known = m_lines.object(key))
        return *known;
    auto made = std::make_unique<Line>();
    made->shown = text;
    made->layout.setFont(option.font);
    layOut(*made, option, alignment, width);
    Line* line = made.release();
    m_lines.insert(key, line); // its owner from now on
    return *line;
}

} // namespace app
