// SPDX-License-Identifier: MIT
#include "app/editor/sourcepage.h"

#include "app/widgets/undofilter.h"
#include "catalog/unifieddiff.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>

#include <algorithm>

namespace app {

namespace {

bool isBreak(QChar c) {
    return c == u'\n' || c == u'\r' || c == QChar(0x2029) || c == QChar(0xfdd0) || c == QChar(0xfdd1);
}

std::size_t lengthOf(char32_t c) {
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

} // namespace

SourcePage::SourcePage(const EditorContext& context, QWidget* parent)
    : EditorPage(context, parent)
    , m_edit(new QPlainTextEdit)
    , m_problem(new QLabel)
    , m_goThere(new QPushButton(tr("&Go There")))
    , m_discard(new QPushButton(tr("&Discard Typed Text"))) {
    m_edit->setObjectName(QStringLiteral("sourceEdit"));
    m_edit->setAccessibleName(tr("Source"));
    m_edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->setUndoRedoEnabled(false);
    (new UndoFilter(context.session.undoStack(), this))->installOn(m_edit);
    m_problem->setObjectName(QStringLiteral("sourceProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_goThere->setObjectName(QStringLiteral("goThereButton"));
    m_discard->setObjectName(QStringLiteral("discardTypedButton"));
    auto* below = new QHBoxLayout;
    below->addWidget(m_problem, 1);
    below->addWidget(m_goThere);
    below->addWidget(m_discard);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_edit, 1);
    layout->addLayout(below);
    setFocusProxy(m_edit);
    connect(m_edit->document(), &QTextDocument::contentsChange, this, &SourcePage::take);
    connect(m_goThere, &QPushButton::clicked, this, [this] { select({m_errorOffset, m_errorOffset}); });
    connect(m_discard, &QPushButton::clicked, this, [this] {
        m_pending.remove(m_id);
        show(m_context.session.catalog().episode(m_id).text());
    });
    const catalog::Catalog& all = context.session.catalog();
    connect(&all, &catalog::Catalog::episodeChanged, this, [this](catalog::EpisodeId id) {
        if (id == m_id && !m_pending.contains(id))
            show(m_context.session.catalog().episode(id).text());
    });
    connect(&all, &catalog::Catalog::cleared, this, [this] {
        m_pending.clear();
        setEpisode({});
    });
    setEpisode({});
}

void SourcePage::setEpisode(catalog::EpisodeId id) {
    m_id = id;
    const catalog::Catalog& all = m_context.session.catalog();
    const bool isOpen = all.contains(id);
    m_edit->setReadOnly(!isOpen || all.episode(id).isReadOnly() ||
                        format::firstInvalidUtf8(all.episode(id).text()) != std::string::npos);
    show(m_pending.contains(id) ? m_pending.value(id) : isOpen ? all.episode(id).text() : std::string());
}

// Replaces only the characters that differ, so that cursor and scroll stay.
void SourcePage::show(const std::string& text) {
    const QString before = m_shown;
    const bool wasSame = text == m_text;
    m_text = text;
    m_shown.clear();
    m_offsets.clear();
    std::size_t at = text.rfind("\xEF\xBB\xBF", 0) == 0 ? 3 : 0;
    for (const char32_t c :
         QString::fromUtf8(text.data() + at, static_cast<qsizetype>(text.size() - at)).toUcs4()) {
        const bool isSecond = c == '\n' && at > 0 && text[at - 1] == '\r';
        if (!isSecond) {
            const QString character = QString::fromUcs4(&c, 1);
            m_shown += isBreak(character.front()) ? QStringLiteral("\n") : character;
            m_offsets.insert(m_offsets.end(), static_cast<std::size_t>(character.size()), at);
        }
        at += lengthOf(c);
    }
    m_offsets.push_back(text.size());
    if (!wasSame || before != m_shown) {
        const auto [oldEnd, newEnd] =
            std::mismatch(before.begin(), before.end(), m_shown.begin(), m_shown.end());
        const auto first = static_cast<int>(oldEnd - before.begin());
        const auto tail = static_cast<int>(std::mismatch(before.rbegin(), std::make_reverse_iterator(oldEnd),
                                                         m_shown.rbegin(), std::make_reverse_iterator(newEnd))
                                               .first -
                                           before.rbegin());
        m_isShowing = true;
        QTextCursor cursor(m_edit->document());
        cursor.setPosition(first);
        cursor.setPosition(static_cast<int>(before.size()) - tail, QTextCursor::KeepAnchor);
        cursor.insertText(m_shown.mid(first, m_shown.size() - tail - first));
        m_isShowing = false;
    }
    tell(text);
}

// Maps a change of the editor's characters to the file's bytes: line ends that were not typed at stay as they
// are.
void SourcePage::take(int position, int, int) {
    if (m_isShowing || !m_id.isValid())
        return;
    const QString now = m_edit->document()->toRawText().replace(QChar(0x2029), u'\n');
    const auto [oldEnd, newEnd] = std::mismatch(m_shown.begin(), m_shown.end(), now.begin(), now.end());
    // Of equal characters in a row, the one at the cursor is meant: their line ends may differ.
    auto first = std::min<qsizetype>(oldEnd - m_shown.begin(), position);
    qsizetype tail = 0;
    while (tail < std::min(m_shown.size(), now.size()) - first &&
           m_shown[m_shown.size() - 1 - tail] == now[now.size() - 1 - tail])
        ++tail;
    if (first > 0 && m_shown[first - 1].isHighSurrogate())
        --first;
    if (tail > 0 && m_shown[m_shown.size() - tail].isLowSurrogate())
        --tail;
    const std::size_t begin = m_offsets[static_cast<std::size_t>(first)];
    const std::size_t end = m_offsets[static_cast<std::size_t>(m_shown.size() - tail)];
    const QString lineEnd =
        m_text.find("\r\n") != std::string::npos ? QStringLiteral("\r\n") : QStringLiteral("\n");
    std::string text = m_text;
    text.replace(
        begin, end - begin,
        now.mid(first, now.size() - tail - first).replace(QStringLiteral("\n"), lineEnd).toStdString());
    m_pending.insert(m_id, text);
    m_shown = now;
    show(text);
    if (format::Document::parse(text) &&
        m_context.session.setText(m_id, text, models::EditSession::Merge::Typing)) {
        m_pending.remove(m_id);
        tell(text);
    }
}

void SourcePage::tell(const std::string& text) {
    const catalog::Catalog& all = m_context.session.catalog();
    const bool isOpen = all.contains(m_id);
    const auto parsed =
        isOpen ? format::Document::parse(text) : format::Result<format::Document>(format::Error{});
    QString problem;
    if (isOpen && !parsed) {
        m_errorOffset = parsed.error().offset;
        const auto at = format::positionAt(text, m_errorOffset);
        problem = tr("Line %1, column %2: %3")
                      .arg(QString::number(at.line), QString::number(at.column),
                           QString::fromStdString(parsed.error().message));
        if (m_pending.contains(m_id))
            problem +=
                u' ' + tr("What you typed is kept here and is not part of the episode until it can be read.");
    } else if (isOpen && all.episode(m_id).isReadOnly()) {
        problem = all.episode(m_id).readOnlyReason();
    }
    m_problem->setText(problem);
    m_goThere->setVisible(isOpen && !parsed);
    m_discard->setVisible(m_pending.contains(m_id));
    markChanges();
}

void SourcePage::markChanges() {
    QList<QTextEdit::ExtraSelection> marks;
    const catalog::Catalog& all = m_context.session.catalog();
    if (all.contains(m_id) && m_text != all.episode(m_id).savedText()) {
        QColor colour = palette().color(QPalette::Highlight);
        colour.setAlpha(50);
        for (const int line : catalog::changedLines(all.episode(m_id).savedText(), m_text)) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(m_edit->document()->findBlockByNumber(line));
            mark.format.setBackground(colour);
            mark.format.setProperty(QTextFormat::FullWidthSelection, true);
            marks.append(mark);
        }
    }
    m_edit->setExtraSelections(marks);
}

void SourcePage::select(format::Span span) {
    const auto position = [this](std::size_t offset) {
        const auto at = std::lower_bound(m_offsets.begin(), m_offsets.end(), offset);
        return static_cast<int>(std::min<qsizetype>(at - m_offsets.begin(), m_shown.size()));
    };
    QTextCursor cursor(m_edit->document());
    cursor.setPosition(position(span.begin));
    cursor.setPosition(position(span.end), QTextCursor::KeepAnchor);
    m_edit->setTextCursor(cursor);
    m_edit->setFocus();
}

bool SourcePage::goTo(const QString&, format::Span span) {
    select(span);
    return true;
}

} // namespace app
