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
    if (const auto* known = m_lines.object(key)) {
        m_asked = *known;
        return *m_asked;
    }
    m_asked = std::make_shared<Line>();
    m_asked->shown = text;
    m_asked->layout.setFont(option.font);
    layOut(*m_asked, option, alignment, width);
    m_lines.insert(key, std::make_unique<std::shared_ptr<Line>>(m_asked).release());
    return *m_asked;
}

} // namespace app
