// SPDX-License-Identifier: MIT
#include "app/editor/notespage.h"

#include "app/preview/notespreview.h"
#include "app/settings.h"
#include "app/widgets/codeedit.h"
#include "app/widgets/findbar.h"
#include "app/widgets/notehighlighter.h"
#include "app/widgets/undofilter.h"
#include "catalog/unifieddiff.h"
#include "catalog/values.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QSplitter>

#include <algorithm>

namespace app {

namespace {

std::size_t behindBlankLines(std::string_view text, std::size_t begin) {
    const std::size_t words = text.find_first_not_of("\r\n", begin);
    return words == std::string_view::npos ? text.size() : words;
}

} // namespace

int wordsIn(const QString& markdown) {
    static const QRegularExpression addresses(QStringLiteral("\\]\\([^)\\s]*|<?\\bhttps?://[^\\s>)]+>?"));
    static const QRegularExpression word(QStringLiteral("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}'’\\-]*"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    const QString seen = QString(markdown).replace(addresses, QStringLiteral(" "));
    int count = 0;
    for (auto words = word.globalMatch(seen); words.hasNext(); words.next())
        ++count;
    return count;
}

NotesPage::NotesPage(const EditorContext& context, QWidget* parent)
    : EditorPage(context, parent)
    , m_notice(new QLabel)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_edit(new CodeEdit)
    , m_highlighter(new NoteHighlighter(*m_edit))
    , m_find(new FindBar(*m_edit))
    , m_preview(new NotesPreview)
    , m_counts(new QLabel) {
    build();
    connect(m_edit, &CodeEdit::edited, this, &NotesPage::take);
    connect(m_find, &FindBar::message, this, &NotesPage::message);
    const catalog::Catalog& all = context.session.catalog();
    connect(&all, &catalog::Catalog::episodeChanged, this, [this](catalog::EpisodeId id) {
        if (id == m_id)
            follow();
    });
    connect(&all, &catalog::Catalog::cleared, this, [this] {
        m_id = {};
        m_hidden.reset();
        follow();
    });
    connect(&context.validator, &catalog::Validator::issuesChanged, this, [this](catalog::EpisodeId id) {
        if (id == m_id)
            showProblems();
    });
    follow();
}

void NotesPage::build() {
    m_notice->setObjectName(QStringLiteral("notesNotice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_edit->setObjectName(QStringLiteral("notesEdit"));
    m_edit->setAccessibleName(tr("Show notes as Markdown"));
    (new UndoFilter(m_context.session, this))->installOn(m_edit);
    m_preview->setObjectName(QStringLiteral("notesPreview"));
    m_preview->setAccessibleName(tr("Preview of the show notes"));
    m_counts->setObjectName(QStringLiteral("notesCounts"));
    m_counts->setTextFormat(Qt::PlainText);
    m_counts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_splitter->setObjectName(QStringLiteral("notesSplitter"));
    m_splitter->addWidget(m_edit);
    m_splitter->addWidget(m_preview);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->restoreState(m_context.settings.value(QStringLiteral("notes/splitter")).toByteArray());
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_context.settings.setValue(QStringLiteral("notes/splitter"), m_splitter->saveState());
    });
    auto* below = new QHBoxLayout;
    below->addWidget(m_counts, 1);
    below->addWidget(makePreviewButton());
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_notice);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_find);
    layout->addLayout(below);
    setFocusProxy(m_edit);
}

QPushButton* NotesPage::makePreviewButton() {
    auto* button = new QPushButton(tr("Pre&view"));
    button->setObjectName(QStringLiteral("notesPreviewButton"));
    button->setAccessibleName(tr("Show the preview"));
    button->setCheckable(true);
    button->setChecked(m_context.settings.value(QStringLiteral("notes/preview"), true).toBool());
    m_preview->setVisible(button->isChecked());
    connect(button, &QPushButton::toggled, this, [this](bool isShown) {
        m_preview->setVisible(isShown);
        m_context.settings.setValue(QStringLiteral("notes/preview"), isShown);
    });
    return button;
}

void NotesPage::setEpisode(catalog::EpisodeId id) {
    m_id = id;
    m_hidden.reset();
    follow();
}

const catalog::Episode* NotesPage::episode() const {
    const catalog::Catalog& all = m_context.session.catalog();
    return all.contains(m_id) ? &all.episode(m_id) : nullptr;
}

QString NotesPage::notice() const {
    const catalog::Episode* shown = episode();
    if (!shown)
        return {};
    if (shown->isRefused())
        return shown->reason();
    if (shown->document()->isBodyLocked())
        return tr("The show notes are not valid UTF-8 and are kept as they are; they cannot be edited here.");
    return shown->isReadOnly() ? shown->readOnlyReason() : QString();
}

void NotesPage::follow() {
    const catalog::Episode* shown = episode();
    const auto document = shown && !shown->isRefused() ? shown->document() : nullptr;
    const bool isOpen = document && !document->isBodyLocked();
    const QString words = notice();
    m_notice->setText(words);
    m_notice->setVisible(!words.isEmpty());
    m_edit->setReadOnly(!isOpen || shown->isReadOnly());
    std::string notes;
    if (isOpen) {
        const std::string& text = document->text();
        const std::size_t body = document->frontMatter().body.begin;
        // Blank lines that are typed at the top are shown; those of the file are not.
        const std::size_t blank = behindBlankLines(text, body) - body;
        m_hidden = m_hidden && *m_hidden <= blank ? *m_hidden : blank;
        m_begin = body + *m_hidden;
        notes = text.substr(m_begin);
        m_edit->setFirstLine(static_cast<int>(format::positionAt(text, m_begin).line));
        std::vector<int> lines;
        if (const auto saved = shown->savedDocument(); saved && text != saved->text()) {
            const std::size_t from = saved->frontMatter().body.begin;
            lines = catalog::changedLines(saved->text().substr(behindBlankLines(saved->text(), from)), notes);
        }
        m_edit->setChangedLines(lines);
    }
    m_edit->showText(notes);
    m_find->refresh();
    m_preview->showNotes(QString::fromStdString(notes));
    showProblems();
    tellCounts();
    showFound();
}

void NotesPage::showProblems() {
    std::vector<TextProblem> problems;
    for (const catalog::Issue& issue : m_context.validator.issuesOf(m_id))
        if (issue.field == QLatin1String("body") && issue.span.begin >= m_begin && !issue.span.isEmpty())
            problems.push_back(
                {{issue.span.begin - m_begin, issue.span.end - m_begin}, issue.severity, issue.message});
    m_edit->setProblems(std::move(problems));
}

void NotesPage::tellCounts() {
    const catalog::Episode* shown = episode();
    const auto document = shown && !shown->isRefused() ? shown->document() : nullptr;
    if (!document)
        return m_counts->clear();
    const QLocale locale;
    const QString& notes = m_edit->text().shown();
    int links = 0;
    for (const format::Row& row : document->links().rows())
        links += row.kind == format::RowKind::Link ? 1 : 0;
    const auto description = static_cast<int>(catalog::valueText(*document, "description").size());
    m_counts->setText(QStringList{tr("%n word(s)", nullptr, wordsIn(notes)),
                                  tr("%n character(s)", nullptr, static_cast<int>(notes.size())),
                                  tr("%n link(s)", nullptr, links),
                                  tr("description: %n character(s)", nullptr, description)}
                          .join(QStringLiteral(" · ")));
}

void NotesPage::setSearch(const catalog::SearchMarks& marks) {
    m_marks = marks;
    showFound();
}

void NotesPage::showFound() {
    const QString& notes = m_edit->text().shown();
    auto places = placesOf(notes, 0, m_marks.termsFor(catalog::SearchMarks::notesKey));
    const catalog::FoundTerms addresses = m_marks.ownTermsFor(catalog::SearchMarks::linkAddressKey);
    const catalog::Episode* shown = addresses.isEmpty() ? nullptr : episode();
    if (const auto document = shown && !shown->isRefused() ? shown->document() : nullptr)
        for (const format::Row& row : document->links().rows()) {
            if (row.kind != format::RowKind::Link || row.url.begin < m_begin)
                continue;
            const int begin = m_edit->text().positionOf(row.url.begin - m_begin);
            const int end = m_edit->text().positionOf(row.url.end - m_begin);
            const auto more = placesOf(notes.mid(begin, end - begin), begin, addresses);
            places.insert(places.end(), more.begin(), more.end());
        }
    m_edit->setSearched(std::move(places));
}

void NotesPage::take(const std::string& notes, bool isTyping) {
    const catalog::Episode* shown = episode();
    if (!shown || shown->isReadOnly())
        return follow();
    const std::string& now = shown->text();
    std::string text = now.substr(0, m_begin);
    // Notes do not begin on the line of the closing brace.
    if (!text.empty() && text.back() != '\n' && text.back() != '\r')
        text += "\n\n";
    m_hidden = text.size() - shown->document()->frontMatter().body.begin;
    text += notes;
    using Merge = models::EditSession::Merge;
    if (!m_context.session.setText(m_id, text, isTyping ? Merge::Typing : Merge::No,
                                   isTyping ? tr("Change Show Notes") : tr("Replace in Show Notes")))
        follow();
}

bool NotesPage::goTo(const QString& field, format::Span span) {
    if (field != QLatin1String("body") || span.begin < m_begin)
        return false;
    m_edit->select({span.begin - m_begin, std::max(span.end, m_begin) - m_begin});
    return true;
}

} // namespace app
