// SPDX-License-Identifier: MIT
#include "app/editor/sourcepage.h"

#include "app/widgets/codeedit.h"
#include "app/widgets/findbar.h"
#include "app/widgets/notehighlighter.h"
#include "app/widgets/undofilter.h"
#include "catalog/unifieddiff.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace app {

SourcePage::SourcePage(const EditorContext& context, QWidget* parent)
    : EditorPage(context, parent)
    , m_edit(new CodeEdit)
    , m_highlighter(new NoteHighlighter(*m_edit))
    , m_find(new FindBar(*m_edit))
    , m_problem(new QLabel)
    , m_goThere(new QPushButton(tr("&Go There")))
    , m_useMine(new QPushButton(tr("&Use My Text")))
    , m_discard(new QPushButton(tr("&Discard Typed Text"))) {
    build();
    connect(m_edit, &CodeEdit::edited, this, &SourcePage::take);
    connect(m_find, &FindBar::message, this, &SourcePage::message);
    connect(m_goThere, &QPushButton::clicked, this, [this] {
        m_edit->select({m_errorOffset, m_errorOffset});
    });
    connect(m_useMine, &QPushButton::clicked, this, &SourcePage::useMine);
    connect(m_discard, &QPushButton::clicked, this, &SourcePage::discard);
    const catalog::Catalog& all = context.session.catalog();
    connect(&all, &catalog::Catalog::episodeChanged, this, [this](catalog::EpisodeId id) {
        if (id == m_id && !m_pending.contains(id))
            showText(m_context.session.catalog().episode(id).text());
        else if (id == m_id)
            tell(m_edit->text().bytes());
    });
    connect(&all, &catalog::Catalog::cleared, this, [this] {
        m_pending.clear();
        showEpisode({});
    });
    connect(&context.validator, &catalog::Validator::issuesChanged, this, [this](catalog::EpisodeId id) {
        if (id == m_id)
            showProblems();
    });
    showEpisode({});
}

void SourcePage::build() {
    m_edit->setObjectName(QStringLiteral("sourceEdit"));
    m_edit->setAccessibleName(tr("Source"));
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    (new UndoFilter(m_context.session, this))->installOn(m_edit);
    m_problem->setObjectName(QStringLiteral("sourceProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_goThere->setObjectName(QStringLiteral("goThereButton"));
    m_useMine->setObjectName(QStringLiteral("useTypedButton"));
    m_useMine->setToolTip(
        tr("Puts what is shown here in the place of the change that was made meanwhile; can be undone"));
    m_discard->setObjectName(QStringLiteral("discardTypedButton"));
    auto* below = new QHBoxLayout;
    below->addWidget(m_problem, 1);
    for (QPushButton* button : {m_goThere, m_useMine, m_discard}) {
        button->setAccessibleName(button->text().remove(QLatin1Char('&')));
        below->addWidget(button);
    }
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_find);
    layout->addLayout(below);
    setFocusProxy(m_edit);
}

bool SourcePage::isOpen() const {
    return m_context.session.catalog().contains(m_id);
}

void SourcePage::setEpisode(catalog::EpisodeId id) {
    showEpisode(id);
}

void SourcePage::showEpisode(catalog::EpisodeId id) {
    m_id = id;
    const catalog::Catalog& all = m_context.session.catalog();
    m_edit->setReadOnly(!isOpen() || all.episode(id).isReadOnly() ||
                        format::firstInvalidUtf8(all.episode(id).text()) != std::string::npos);
    showText(m_pending.contains(id) ? m_pending.value(id).text
             : isOpen()             ? all.episode(id).text()
                                    : std::string());
}

void SourcePage::showText(const std::string& text) {
    m_edit->showText(text);
    m_find->refresh();
    tell(text);
}

bool SourcePage::apply(const std::string& text, bool isTyping) {
    using Merge = models::EditSession::Merge;
    return format::Document::parse(text) &&
           m_context.session.setText(m_id, text, isTyping ? Merge::Typing : Merge::No,
                                     isTyping ? tr("Change Source") : tr("Replace in Source"));
}

void SourcePage::take(const std::string& text, bool isTyping) {
    if (!isOpen())
        return;
    const std::string now = m_context.session.catalog().episode(m_id).text();
    const auto begun = m_pending.constFind(m_id);
    const std::string base = begun == m_pending.constEnd() ? now : begun->base;
    // Entered before it is applied: the episode's own signal must not take it away.
    m_pending.insert(m_id, {text, base});
    if (base == now && apply(text, isTyping))
        m_pending.remove(m_id);
    m_find->refresh();
    tell(text);
}

void SourcePage::useMine() {
    const std::string text = m_edit->text().bytes();
    if (!isOpen() || !apply(text, false))
        return;
    m_pending.remove(m_id);
    tell(text);
}

void SourcePage::discard() {
    m_pending.remove(m_id);
    showText(m_context.session.catalog().episode(m_id).text());
}

void SourcePage::tell(const std::string& text) {
    const catalog::Catalog& all = m_context.session.catalog();
    const auto parsed =
        isOpen() ? format::Document::parse(text) : format::Result<format::Document>(format::Error{});
    const auto pending = m_pending.constFind(m_id);
    const bool isPending = pending != m_pending.constEnd();
    const bool isOvertaken = isPending && isOpen() && pending->base != all.episode(m_id).text();
    QString problem;
    if (isOpen() && !parsed) {
        m_errorOffset = parsed.error().offset;
        const auto at = format::positionAt(text, m_errorOffset);
        problem = tr("Line %1, column %2: %3")
                      .arg(QString::number(at.line), QString::number(at.column),
                           QString::fromStdString(parsed.error().message));
        if (isPending)
            problem +=
                u' ' + tr("What you typed is kept here and is not part of the episode until it can be read.");
    } else if (isOpen() && all.episode(m_id).isReadOnly()) {
        problem = all.episode(m_id).readOnlyReason();
    }
    if (isOvertaken)
        problem =
            (problem + u' ' +
             tr("The episode was changed elsewhere while you typed; that change is kept until you choose."))
                .trimmed();
    m_problem->setText(problem);
    m_goThere->setVisible(isOpen() && !parsed);
    m_useMine->setVisible(isOvertaken && parsed);
    m_discard->setVisible(isPending);
    if (isOpen() && parsed)
        m_highlighter->setFirstNotesLine(
            static_cast<int>(format::positionAt(text, parsed->frontMatter().body.begin).line));
    std::vector<int> changed;
    if (isOpen() && text != all.episode(m_id).savedText())
        changed = catalog::changedLines(all.episode(m_id).savedText(), text);
    m_edit->setChangedLines(changed);
    showProblems();
    showFound();
}

/// Issues are about the episode's text, not about what is still being typed.
void SourcePage::showProblems() {
    std::vector<TextProblem> problems;
    if (isOpen() && !m_pending.contains(m_id))
        for (const catalog::Issue& issue : m_context.validator.issuesOf(m_id))
            if (!issue.span.isEmpty())
                problems.push_back({issue.span, issue.severity, issue.message});
    m_edit->setProblems(std::move(problems));
}

void SourcePage::setSearch(const catalog::SearchMarks& marks) {
    m_marks = marks;
    showFound();
}

/// Words that are looked for anywhere are marked anywhere, those of one field in it alone.
void SourcePage::showFound() {
    using catalog::SearchMarks;
    const QString& shown = m_edit->text().shown();
    auto places = placesOf(shown, 0, m_marks.termsFor({}));
    const auto add = [&](format::Span span, const catalog::FoundTerms& terms) {
        if (terms.isEmpty())
            return;
        const int begin = m_edit->text().positionOf(span.begin);
        const auto more =
            placesOf(shown.mid(begin, m_edit->text().positionOf(span.end) - begin), begin, terms);
        places.insert(places.end(), more.begin(), more.end());
    };
    const auto document = m_marks.isEmpty() ? format::Result<format::Document>(format::Error{})
                                            : format::Document::parse(m_edit->text().bytes());
    if (document) {
        const format::JsonTree& json = document->json();
        for (const format::JsonId member : json.node(json.root()).children)
            add(json.node(member).span, m_marks.ownTermsFor(json.node(member).name));
        add(document->frontMatter().body, m_marks.ownTermsFor(SearchMarks::notesKey));
        for (const format::Row& row : document->links().rows())
            if (row.kind == format::RowKind::Link)
                add(row.url, m_marks.ownTermsFor(SearchMarks::linkAddressKey));
    }
    m_edit->setSearched(std::move(places));
}

bool SourcePage::goTo(const QString&, format::Span span) {
    m_edit->select(span);
    return true;
}

} // namespace app
