// SPDX-License-Identifier: MIT
#include "app/editor/episodeeditor.h"

#include "app/actions.h"
#include "app/dialogs/readingdialog.h"
#include "app/editor/allfieldspage.h"
#include "app/editor/chapterscommands.h"
#include "app/editor/chapterspage.h"
#include "app/editor/detailspage.h"
#include "app/editor/linkspage.h"
#include "app/editor/mediapage.h"
#include "app/editor/notespage.h"
#include "app/editor/peoplepage.h"
#include "app/editor/severalpage.h"
#include "app/editor/sourcepage.h"
#include "catalog/chapteredit.h"
#include "catalog/chapterstyle.h"
#include "catalog/field.h"
#include "format/mojibake.h"
#include "models/tooltip.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace app {

namespace {

enum Page {
    DetailsPageIndex,
    PeoplePageIndex,
    LinksPageIndex,
    ChaptersPageIndex,
    MediaPageIndex,
    NotesPageIndex,
    AllFieldsPageIndex,
    SourcePageIndex
};

int pageOfField(const QString& key) {
    if (key == QLatin1String("body"))
        return LinksPageIndex;
    if (key == QLatin1String(catalog::chaptersKey))
        return ChaptersPageIndex;
    const catalog::Field* field = catalog::fieldOf(key.toStdString());
    if (!field)
        return key.isEmpty() ? SourcePageIndex : AllFieldsPageIndex;
    switch (field->group) {
    case catalog::FieldGroup::Details:
        return DetailsPageIndex;
    case catalog::FieldGroup::People:
        return PeoplePageIndex;
    case catalog::FieldGroup::Media:
        return MediaPageIndex;
    case catalog::FieldGroup::Structure:
        return AllFieldsPageIndex;
    }
    return AllFieldsPageIndex;
}

QToolButton* headingButton(QAction* action, Qt::ToolButtonStyle style, const char* name) {
    auto* button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setDefaultAction(action);
    button->setToolButtonStyle(style);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text().remove(QLatin1Char('&')));
    return button;
}

} // namespace

EpisodeEditor::EpisodeEditor(const EditorContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_linksPage(new LinksPage(context))
    , m_chaptersPage(new ChaptersPage(context))
    , m_mediaPage(new MediaPage(context))
    , m_heading(new QLabel)
    , m_notice(new QLabel)
    , m_read(new QPushButton(tr("&Read It Otherwise…")))
    , m_tabs(new QTabWidget)
    , m_several(new SeveralPage(context))
    , m_stack(new QStackedWidget) {
    m_heading->setObjectName(QStringLiteral("episodeHeading"));
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_heading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_notice->setObjectName(QStringLiteral("editorNotice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->hide();
    m_read->setObjectName(QStringLiteral("readOtherwiseButton"));
    m_read->setAccessibleName(tr("Read the file by another table"));
    m_read->setToolTip(tr("The file is not valid UTF-8: choose the table that gives its words"));
    m_read->hide();
    connect(m_read, &QPushButton::clicked, this, &EpisodeEditor::chooseReading);
    m_tabs->setObjectName(QStringLiteral("editorTabs"));
    m_tabs->setAccessibleName(tr("Editor pages"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setExpanding(false);
    addPage(new DetailsPage(context), tr("Details"), "detailsPage");
    addPage(new PeoplePage(context), tr("People"), "peoplePage");
    addPage(m_linksPage, tr("Links"), "linksPage");
    addPage(m_chaptersPage, tr("Chapters"), "chaptersPage");
    addAction(m_chaptersPage->commands().action("addChapterAction")); // whichever page is shown
    addPage(m_mediaPage, tr("Media"), "mediaPage");
    addPage(new NotesPage(context), tr("Notes"), "notesPage");
    addPage(new AllFieldsPage(context), tr("All Fields"), "allFieldsPage");
    addPage(new SourcePage(context), tr("Source"), "sourcePage");

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    auto* heading = new QHBoxLayout;
    heading->setObjectName(QStringLiteral("headingLayout"));
    heading->setContentsMargins(9, 6, 6, 0);
    heading->addWidget(m_heading, 1);
    layout->addLayout(heading);
    auto* notice = new QHBoxLayout;
    notice->setContentsMargins(9, 0, 6, 0);
    notice->addWidget(m_notice, 1);
    notice->addWidget(m_read);
    layout->addLayout(notice);
    layout->addWidget(buildStack(), 1);

    connect(&context.session.catalog(), &catalog::Catalog::episodeChanged, this,
            [this](catalog::EpisodeId id) {
                if (id != m_id)
                    return;
                if (m_context.session.catalog().episode(id).isRefused() != m_wasRefused)
                    return setEpisode(id); // every page shows something else
                refreshHeading();
            });
    connect(&context.validator, &catalog::Validator::issuesChanged, this, [this](catalog::EpisodeId id) {
        if (id == m_id)
            refreshTabs();
    });
    setEpisode({});
}

/// The pages of one episode, or what several have in common.
QWidget* EpisodeEditor::buildStack() {
    m_stack->setObjectName(QStringLiteral("editorStack"));
    m_stack->addWidget(m_tabs);
    m_stack->addWidget(m_several);
    connect(m_several, &SeveralPage::message, this, &EpisodeEditor::message);
    return m_stack;
}

void EpisodeEditor::addPage(EditorPage* page, const QString& label, const char* name) {
    page->setObjectName(QLatin1String(name));
    const int index = m_tabs->addTab(page, label);
    m_tabs->setTabToolTip(index, tr("%1 (Alt+%2)").arg(label).arg(index + 1));
    m_pages.push_back(page);
    auto* shortcut = new QShortcut(QKeySequence(QStringLiteral("Alt+%1").arg(index + 1)), this);
    connect(shortcut, &QShortcut::activated, this, [this, index] {
        setCurrentPage(index);
        m_pages[static_cast<std::size_t>(index)]->setFocus();
    });
    connect(page, &EditorPage::message, this, &EpisodeEditor::message);
}

void EpisodeEditor::setActions(QAction* previous, QAction* next, QAction* revert, QAction* save) {
    auto* heading = findChild<QHBoxLayout*>(QStringLiteral("headingLayout"));
    heading->addWidget(headingButton(previous, Qt::ToolButtonIconOnly, "previousButton"));
    heading->addWidget(headingButton(next, Qt::ToolButtonIconOnly, "nextButton"));
    heading->addWidget(headingButton(revert, Qt::ToolButtonTextBesideIcon, "revertButton"));
    heading->addWidget(headingButton(save, Qt::ToolButtonTextBesideIcon, "saveButton"));
}

void EpisodeEditor::setEpisode(catalog::EpisodeId id) {
    commit();
    m_id = id;
    const catalog::Catalog& catalog = m_context.session.catalog();
    m_wasRefused = catalog.contains(id) && catalog.episode(id).isRefused();
    for (EditorPage* page : m_pages) {
        page->setEpisode({}); // the same episode may have become another text
        page->setEpisode(id);
    }
    setEnabled(id.isValid());
    refreshHeading();
    refreshTabs();
    if (id.isValid() && m_context.session.catalog().episode(id).isRefused())
        setCurrentPage(SourcePageIndex);
}

bool EpisodeEditor::isSeveral() const {
    return m_stack->currentWidget() == m_several;
}

void EpisodeEditor::setSelected(const std::vector<catalog::EpisodeId>& episodes) {
    const bool isMany = episodes.size() > 1;
    if (!isMany && !isSeveral())
        return;
    commit();
    m_several->setEpisodes(isMany ? episodes : std::vector<catalog::EpisodeId>());
    m_stack->setCurrentWidget(isMany ? static_cast<QWidget*>(m_several) : m_tabs);
    for (const char* name : {"revertButton", "saveButton"}) // they are about one episode
        if (auto* button = findChild<QToolButton*>(QLatin1String(name)))
            button->setVisible(!isMany);
    refreshHeading();
}

void EpisodeEditor::refreshHeading() {
    if (isSeveral()) {
        m_heading->setText(
            tr("Editing %n episode(s)", nullptr, static_cast<int>(m_several->episodes().size())));
        m_heading->setToolTip({});
        m_notice->hide();
        m_read->hide();
        return;
    }
    if (!m_id.isValid()) {
        m_heading->setText(tr("No episode is selected"));
        m_notice->hide();
        m_read->hide();
        refreshTabs();
        return;
    }
    const catalog::Catalog& catalog = m_context.session.catalog();
    const catalog::Episode& episode = catalog.episode(m_id);
    const catalog::Summary& summary = episode.summary();
    const QString show = catalog.registry().shows.value(summary.show).name;
    const QString showName = show.isEmpty() ? summary.show : show;
    const QString mark = episode.isChanged() ? tr(" — changed") : QString();
    m_heading->setText(
        QStringLiteral("%1 %2 · %3%4").arg(showName, summary.number, summary.title, mark).simplified());
    m_heading->setToolTip(models::plainToolTip(m_heading->text()));
    m_notice->setVisible(episode.isReadOnly());
    m_read->setVisible(format::firstInvalidUtf8(episode.text()) != std::string::npos);
    m_notice->setText(
        episode.isRefused()
            ? tr("This file cannot be opened as an episode and is never written. %1").arg(episode.reason())
            : tr("This episode cannot be changed. %1").arg(episode.readOnlyReason()));
    refreshTabs();
}

void EpisodeEditor::chooseReading() {
    const auto readings = format::readings(m_context.session.catalog().episode(m_id).text());
    if (readings.empty())
        return emit message(tr("No table that this program knows gives words for this file."));
    ReadingDialog dialog(readings, this);
    if (dialog.exec() == QDialog::Accepted && m_context.session.readAs(m_id, dialog.chosen()))
        emit message(tr("Nothing is written before you save."));
}

void EpisodeEditor::refreshTabs() {
    std::array<int, SourcePageIndex + 1> worst;
    worst.fill(-1);
    for (const catalog::Issue& issue : m_context.validator.issuesOf(m_id)) {
        if (issue.severity == catalog::Severity::Information)
            continue;
        int& place = worst[static_cast<std::size_t>(pageOfField(issue.field))];
        const int severity = static_cast<int>(issue.severity);
        place = place < 0 ? severity : std::min(place, severity);
    }
    for (int page = 0; page < m_tabs->count(); ++page) {
        const int severity = worst[static_cast<std::size_t>(page)];
        m_tabs->setTabIcon(page, severity < 0    ? QIcon()
                                 : severity == 0 ? themeIcon("dialog-error")
                                                 : themeIcon("dialog-warning"));
    }
    int links = 0;
    std::size_t chapters = 0;
    if (m_id.isValid())
        if (const auto document = m_context.session.catalog().episode(m_id).document()) {
            for (const format::Row& row : document->links().rows())
                links += row.kind == format::RowKind::Link ? 1 : 0;
            chapters = catalog::chapterSpans(*document).size();
        }
    m_tabs->setTabText(LinksPageIndex, links > 0 ? tr("Links %1").arg(links) : tr("Links"));
    m_tabs->setTabText(ChaptersPageIndex, chapters > 0 ? tr("Chapters %1").arg(chapters) : tr("Chapters"));
}

void EpisodeEditor::goTo(const QString& field, format::Span span) {
    setSelected({});
    const bool isInNotes = field == QLatin1String("body") && currentPage() == NotesPageIndex;
    const int preferred = isInNotes ? NotesPageIndex : pageOfField(field);
    // What is no chapter of the chapters object stands among all fields; the exact text shows everything.
    for (const int page :
         {preferred, static_cast<int>(AllFieldsPageIndex), static_cast<int>(SourcePageIndex)}) {
        if (page == AllFieldsPageIndex && preferred != ChaptersPageIndex && preferred != page)
            continue;
        setCurrentPage(page);
        if (m_pages[static_cast<std::size_t>(page)]->goTo(field, span))
            return;
    }
}

void EpisodeEditor::commit() {
    emit committing();
    for (EditorPage* page : m_pages)
        page->commit();
    m_several->commit();
}

void EpisodeEditor::setSearch(const catalog::SearchMarks& marks) {
    for (EditorPage* page : m_pages)
        page->setSearch(marks);
}

int EpisodeEditor::currentPage() const {
    return m_tabs->currentIndex();
}
void EpisodeEditor::setCurrentPage(int page) {
    m_tabs->setCurrentIndex(page);
}

} // namespace app
