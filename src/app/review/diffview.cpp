// SPDX-License-Identifier: MIT
#include "app/review/diffview.h"

#include "app/widgets/notehighlighter.h"
#include "app/widgets/textcolors.h"
#include "catalog/sidebyside.h"
#include "catalog/unifieddiff.h"
#include "format/span.h"

#include <QButtonGroup>
#include <QEvent>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTextBlock>
#include <QTextEdit>
#include <QTextTable>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>

namespace app {

namespace {

using Kind = catalog::SideRow::Kind;

constexpr int cellPadding = 2;             // pixels
constexpr std::size_t largeText = 100'000; // bytes; compared on another thread from here on
constexpr std::size_t mostRows = 2'000;    // shown side by side
constexpr std::size_t mostBytes = 400'000; // of a unified diff

QString shownText(std::string_view bytes) {
    while (!bytes.empty() && (bytes.back() == '\n' || bytes.back() == '\r'))
        bytes.remove_suffix(1);
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

/// The line with its changed words marked, as HTML.
QString lineHtml(const catalog::SideLine& line, const QColor& mark) {
    const std::string_view text = line.text;
    QString html;
    std::size_t at = 0;
    for (const format::Span span : line.changed) {
        html += shownText(text.substr(at, span.begin - at)).toHtmlEscaped();
        html += QStringLiteral("<span style=\"background-color:%1\">%2</span>")
                    .arg(mark.name(), shownText(span.in(text)).toHtmlEscaped());
        at = span.end;
    }
    return html + shownText(text.substr(at)).toHtmlEscaped();
}

/// A line that differs by its line end alone says so.
QString lineEndNote(const catalog::SideRow& row) {
    const auto bare = [](const std::string& text) {
        return text.substr(0, text.find_last_not_of("\r\n") + 1);
    };
    if (row.kind != Kind::Changed || bare(row.before.text) != bare(row.after.text))
        return {};
    const bool hadCr = row.before.text.find('\r') != std::string::npos;
    const bool hasCr = row.after.text.find('\r') != std::string::npos;
    return hadCr == hasCr ? DiffView::tr("(line end)")
           : hasCr        ? DiffView::tr("(line end: now CRLF)")
                          : DiffView::tr("(line end: now LF)");
}

} // namespace

struct DiffView::Compared {
    std::vector<catalog::SideRow> rows;
    std::string unified;
};

DiffView::DiffView(QWidget* parent)
    : QWidget(parent)
    , m_switch(new QButtonGroup(this))
    , m_stack(new QStackedWidget)
    , m_sides(new QTextEdit)
    , m_unified(new QPlainTextEdit) {
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_sides->setObjectName(QStringLiteral("sideBySideDiff"));
    m_sides->setAccessibleName(tr("Saved text and present text, side by side"));
    m_sides->setReadOnly(true);
    m_sides->setFont(fixed);
    m_sides->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_sides->document()->setDocumentMargin(0);
    m_sides->viewport()->installEventFilter(this);
    m_unified->setObjectName(QStringLiteral("unifiedDiff"));
    m_unified->setAccessibleName(tr("Unified diff of saved and present text"));
    m_unified->setReadOnly(true);
    m_unified->setFont(fixed);
    new DiffHighlighter(*m_unified);
    m_stack->addWidget(m_sides);
    m_stack->addWidget(m_unified);
    auto* line = new QHBoxLayout;
    line->addWidget(addSwitch(tr("S&ide by Side"), "sideBySideButton", 0));
    line->addWidget(addSwitch(tr("&Unified"), "unifiedButton", 1));
    line->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_stack, 1);
    connect(m_switch, &QButtonGroup::idClicked, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_stack, &QStackedWidget::currentChanged, this, &DiffView::scrollToPlace);
    setUnified(false);
}

DiffView::~DiffView() = default;

QToolButton* DiffView::addSwitch(const QString& text, const char* name, int page) {
    auto* button = new QToolButton;
    button->setText(text);
    button->setObjectName(QLatin1String(name));
    button->setCheckable(true);
    button->setAutoRaise(true);
    m_switch->addButton(button, page);
    return button;
}

bool DiffView::isUnified() const {
    return m_stack->currentIndex() == 1;
}

void DiffView::setUnified(bool isUnified) {
    m_switch->button(isUnified ? 1 : 0)->setChecked(true);
    m_stack->setCurrentIndex(isUnified ? 1 : 0);
}

void DiffView::clear() {
    ++m_serial;
    m_saved.clear();
    m_now.clear();
    show({});
}

void DiffView::setTexts(const std::string& saved, const std::string& now, const QString& path) {
    if (saved == m_saved && now == m_now && path == m_path)
        return;
    ++m_serial;
    m_saved = saved;
    m_now = now;
    m_path = path;
    if (saved.size() + now.size() > largeText)
        compareSoon();
    else
        show(compare(saved, now, path.toStdString()));
}

DiffView::Compared DiffView::compare(const std::string& saved, const std::string& now,
                                     const std::string& path) {
    Compared compared{catalog::sideBySide(saved, now), catalog::unifiedDiff(saved, now, path)};
    if (compared.rows.size() > mostRows)
        compared.rows.resize(mostRows);
    if (compared.unified.size() > mostBytes)
        compared.unified.resize(mostBytes);
    return compared;
}

void DiffView::compareSoon() {
    m_rows.clear();
    m_sides->setPlainText(tr("Comparing…"));
    m_unified->setPlainText(tr("Comparing…"));
    auto* watcher = new QFutureWatcher<Compared>(this);
    connect(watcher, &QFutureWatcher<Compared>::finished, this, [this, watcher, serial = m_serial] {
        if (serial == m_serial)
            show(watcher->result());
        watcher->deleteLater();
    });
    watcher->setFuture(QtConcurrent::run(
        [saved = m_saved, now = m_now, path = m_path.toStdString()] { return compare(saved, now, path); }));
}

void DiffView::show(const Compared& compared) {
    m_rows = compared.rows;
    m_unified->setPlainText(QString::fromStdString(compared.unified));
    if (compared.unified.size() >= mostBytes)
        m_unified->appendPlainText(tr("… the rest is not shown."));
    paintRows();
    scrollToPlace();
}

void DiffView::paintRows() {
    if (m_rows.empty()) {
        m_sides->clear();
        return;
    }
    const QString head = QStringLiteral("<th></th><th align=\"left\">%1</th>");
    QString html = QStringLiteral("<style>td { white-space: pre-wrap; } th { color: %1; }</style>"
                                  "<table width=\"100%\" cellspacing=\"0\" cellpadding=\"%2\"><tr>")
                       .arg(quietColor(palette()).name())
                       .arg(cellPadding);
    html +=
        head.arg(tr("Saved").toHtmlEscaped()) + head.arg(tr("Now").toHtmlEscaped()) + QStringLiteral("</tr>");
    for (const catalog::SideRow& row : m_rows)
        html += rowHtml(row);
    html += QStringLiteral("</table>");
    if (m_rows.size() >= mostRows)
        html += QStringLiteral("<p>%1</p>").arg(tr("… the rest is not shown.").toHtmlEscaped());
    m_sides->setHtml(html);
    fitColumns();
}

/// Both texts get the same width; the numbers as much as the largest one needs with its sign.
void DiffView::fitColumns() {
    auto* table = qobject_cast<QTextTable*>(m_sides->document()->rootFrame()->childFrames().value(0));
    if (!table)
        return;
    int largest = 0;
    for (const catalog::SideRow& row : m_rows)
        largest = std::max({largest, row.before.number, row.after.number});
    const auto signs = std::max<qsizetype>(QString::number(largest).size(), 3) + 2;
    const QFontMetrics metrics(m_sides->font());
    const qreal number = metrics.horizontalAdvance(u'0') * static_cast<int>(signs) + 2 * cellPadding + 2;
    const qreal text = std::max<qreal>((m_sides->viewport()->width() - 2 * number) / 2, 1);
    const QTextLength numberWidth(QTextLength::FixedLength, number);
    const QTextLength textWidth(QTextLength::FixedLength, text);
    QTextTableFormat format = table->format();
    format.setColumnWidthConstraints({numberWidth, textWidth, numberWidth, textWidth});
    table->setFormat(format);
}

bool DiffView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_sides->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

QString DiffView::rowHtml(const catalog::SideRow& row) const {
    const QString quiet = quietColor(palette()).name();
    if (row.kind == Kind::Skipped)
        return QStringLiteral("<tr><td></td><td colspan=\"3\" style=\"color:%1\">%2</td></tr>")
            .arg(quiet, tr("… %n equal line(s)", nullptr, row.skipped).toHtmlEscaped());
    const auto side = [&](const catalog::SideLine& line, bool isAfter) {
        const bool differs = row.kind != Kind::Same && line.number > 0;
        const DiffColor ground = isAfter ? DiffColor::Added : DiffColor::Removed;
        const DiffColor mark = isAfter ? DiffColor::AddedWord : DiffColor::RemovedWord;
        const QString style =
            differs ? QStringLiteral("background-color:%1;").arg(diffColor(ground, palette()).name())
                    : QString();
        const QString sign = !differs ? QString() : isAfter ? QStringLiteral(" +") : QStringLiteral(" −");
        const QString number = line.number > 0 ? QString::number(line.number) + sign : QString();
        const QString note = isAfter ? lineEndNote(row) : QString();
        return QStringLiteral("<td align=\"right\" style=\"%1color:%2\"><a name=\"%3%4\"></a>%5</td>"
                              "<td style=\"%1\">%6%7</td>")
            .arg(style, quiet, isAfter ? QStringLiteral("n") : QStringLiteral("s"))
            .arg(line.number)
            .arg(number, lineHtml(line, diffColor(mark, palette())), note.toHtmlEscaped());
    };
    return QStringLiteral("<tr>") + side(row.before, false) + side(row.after, true) + QStringLiteral("</tr>");
}

void DiffView::showPlace(format::Span saved, format::Span now) {
    m_isSavedPlace = now.isEmpty() && !saved.isEmpty();
    const std::string& text = m_isSavedPlace ? m_saved : m_now;
    const format::Span place = m_isSavedPlace ? saved : now;
    m_place = place.begin;
    // White space belongs to what stands behind it.
    while (m_place + 1 < std::min(place.end, text.size()) &&
           std::string_view(" \t\r\n,").find(text[m_place]) != std::string_view::npos)
        ++m_place;
    scrollToPlace();
}

void DiffView::scrollToPlace() {
    const auto sideOf = [this](const catalog::SideRow& row) -> const catalog::SideLine& {
        return m_isSavedPlace ? row.before : row.after;
    };
    const int line = format::positionAt(m_isSavedPlace ? m_saved : m_now, m_place).line;
    const auto row = std::find_if(m_rows.begin(), m_rows.end(),
                                  [&](const auto& candidate) { return sideOf(candidate).number == line; });
    if (row == m_rows.end())
        return;
    constexpr int linesAbove = 2;
    auto top = row; // with what stands above it, as long as that has a number to go to
    for (int i = 0; i < linesAbove && top != m_rows.begin() && sideOf(*(top - 1)).number > 0; ++i)
        --top;
    m_sides->scrollToAnchor(
        (m_isSavedPlace ? QStringLiteral("s%1") : QStringLiteral("n%1")).arg(sideOf(*top).number));
    const QChar sign = row->kind == Kind::Same ? u' ' : m_isSavedPlace ? u'-' : u'+';
    const QTextCursor found = m_unified->document()->find(sign + shownText(sideOf(*row).text));
    if (!found.isNull()) {
        m_unified->setTextCursor(QTextCursor(found.block()));
        m_unified->centerCursor();
    }
}

void DiffView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintRows();
}

} // namespace app
