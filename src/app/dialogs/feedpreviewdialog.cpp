// SPDX-License-Identifier: MIT
#include "app/dialogs/feedpreviewdialog.h"

#include "app/preview/notespreview.h"
#include "app/widgets/showchoice.h"
#include "catalog/feed/rsswriter.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSaveFile>
#include <QSet>
#include <QSplitter>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>

namespace app {

/// What the worker brings back.
struct FeedPreviewDialog::Made {
    std::shared_ptr<const catalog::ShowFeed> feed;
    std::vector<catalog::FeedFinding> findings;
};

namespace {

constexpr int precision = 100; ///< rows that a column's width is taken from

template <typename Widget>
Widget* named(Widget* widget, const char* name, const QString& accessibleName = {}) {
    widget->setObjectName(QLatin1String(name));
    if (!accessibleName.isEmpty())
        widget->setAccessibleName(accessibleName);
    return widget;
}

QLabel* plainLabel(const char* name) {
    auto* label = named(new QLabel, name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel* titleLabel(const char* name) {
    QLabel* label = plainLabel(name);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

void prepare(QTreeView& view) {
    view.setRootIsDecorated(false);
    view.setUniformRowHeights(true);
    view.setAllColumnsShowFocus(true);
}

/// Why the file was not written; empty where it was.
QString writeFeed(const QString& path, const catalog::Feed& feed) {
    const QByteArray bytes = catalog::writeRss(feed);
    QSaveFile file(path);
    // A full disk shows at the flush: without it, an empty file would take the old one's place.
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
    if (!isWritten)
        file.cancelWriting();
    return isWritten && file.commit() ? QString() : file.errorString();
}

QString orDash(const QString& text) {
    return text.isEmpty() ? QStringLiteral("–") : text;
}

QString namesOf(const catalog::FeedItem& item) {
    QStringList names;
    for (const catalog::FeedPerson& person : item.people)
        names += person.role == QLatin1String("guest") ? FeedPreviewDialog::tr("%1 (guest)").arg(person.name)
                                                       : person.name;
    return names.join(QStringLiteral(", "));
}

} // namespace

FeedPreviewDialog::FeedPreviewDialog(const catalog::Catalog& catalog, catalog::EpisodeId current,
                                     QWidget* parent)
    : QDialog(parent)
    , m_catalog(catalog)
    , m_current(current)
    , m_show(named(new QComboBox, "feedPreviewShow", tr("Show")))
    , m_drafts(named(new QCheckBox(tr("&Drafts and episodes of the future, too")), "feedPreviewDrafts"))
    , m_channelTitle(titleLabel("feedPreviewChannelTitle"))
    , m_channel(plainLabel("feedPreviewChannel"))
    , m_tabs(named(new QTabWidget, "feedPreviewTabs", tr("The feed")))
    , m_list(named(new QTreeView, "feedPreviewItems", tr("Episodes of the feed")))
    , m_title(titleLabel("feedPreviewTitle"))
    , m_facts(plainLabel("feedPreviewFacts"))
    , m_notes(named(new NotesPreview, "feedPreviewNotes", tr("Show notes")))
    , m_findingList(named(new QTreeView, "feedPreviewFindings", tr("Findings")))
    , m_source(named(new QPlainTextEdit, "feedPreviewSource", tr("XML")))
    , m_words(plainLabel("feedPreviewWords"))
    , m_progress(named(new QProgressBar, "feedPreviewProgress", tr("Progress"))) {
    setObjectName(QStringLiteral("feedPreviewDialog"));
    setWindowTitle(tr("Feed Preview"));
    resize(980, 680);
    build();
    fillShows();
    connect(m_show, &QComboBox::currentIndexChanged, this, &FeedPreviewDialog::make);
    connect(m_drafts, &QCheckBox::toggled, this, &FeedPreviewDialog::make);
    connect(&m_making, &QFutureWatcherBase::finished, this, &FeedPreviewDialog::showMade);
    connect(&m_exporting, &QFutureWatcherBase::finished, this, [this] {
        m_export->setEnabled(true);
        const QString error = m_exporting.result();
        m_words->setText(error.isEmpty() ? tr("The feed was exported.")
                                         : tr("The feed was not exported: %1").arg(error));
    });
    make();
}

FeedPreviewDialog::~FeedPreviewDialog() {
    if (m_isCancelled)
        *m_isCancelled = true;
    m_making.waitForFinished();
    m_exporting.waitForFinished();
}

QWidget* FeedPreviewDialog::buildHead() {
    auto* head = new QWidget;
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* label = new QLabel(tr("&Show:"));
    label->setBuddy(m_show);
    layout->addWidget(label);
    layout->addWidget(m_show);
    layout->addWidget(m_drafts);
    layout->addStretch(1);
    return head;
}

QWidget* FeedPreviewDialog::buildEpisodes() {
    prepare(*m_list);
    m_list->setModel(&m_items);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(models::FeedModel::TitleColumn, QHeaderView::Stretch);
    m_list->header()->setResizeContentsPrecision(precision);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &FeedPreviewDialog::showItem);
    connect(m_list, &QTreeView::activated, this,
            [this](const QModelIndex& index) { emit episodeChosen(m_items.episodeAt(index.row())); });
    auto* side = new QWidget;
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(6, 3, 0, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_facts);
    layout->addWidget(m_notes, 1);
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(m_list);
    splitter->addWidget(side);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({520, 440});
    splitter->setChildrenCollapsible(false);
    return splitter;
}

QWidget* FeedPreviewDialog::buildFindings() {
    prepare(*m_findingList);
    m_findingList->setModel(&m_findings);
    m_findingList->setColumnWidth(models::FeedFindingsModel::SubjectColumn, 240);
    QHeaderView& header = *m_findingList->header();
    header.setStretchLastSection(false);
    header.setResizeContentsPrecision(precision);
    header.setSectionResizeMode(models::FeedFindingsModel::MessageColumn, QHeaderView::Stretch);
    header.setSectionResizeMode(models::FeedFindingsModel::AuthorityColumn, QHeaderView::ResizeToContents);
    connect(m_findingList, &QTreeView::activated, this,
            [this](const QModelIndex& index) { goTo(m_findings.itemAt(index.row())); });
    return m_findingList;
}

void FeedPreviewDialog::build() {
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(buildHead());
    layout->addWidget(m_channelTitle);
    layout->addWidget(m_channel);
    m_tabs->addTab(buildEpisodes(), tr("&Episodes"));
    m_tabs->addTab(buildFindings(), tr("&Findings"));
    m_tabs->addTab(m_source, tr("&XML"));
    m_source->setReadOnly(true);
    m_source->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_source->setLineWrapMode(QPlainTextEdit::NoWrap);
    layout->addWidget(m_tabs, 1);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_words, 1);
    m_progress->setRange(0, 0);
    m_progress->setMaximumWidth(160);
    foot->addWidget(m_progress);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_export = buttons->addButton(tr("Ex&port…"), QDialogButtonBox::ActionRole);
    m_export->setObjectName(QStringLiteral("feedPreviewExport"));
    connect(m_export, &QPushButton::clicked, this, &FeedPreviewDialog::choosePath);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    foot->addWidget(buttons);
    layout->addLayout(foot);
}

void FeedPreviewDialog::fillShows() {
    fillShowChoice(*m_show, m_catalog,
                   m_catalog.contains(m_current) ? QStringList{m_catalog.episode(m_current).summary().show}
                                                 : QStringList());
}

void FeedPreviewDialog::make() {
    if (const catalog::EpisodeId shown = m_items.episodeAt(currentRow()); shown.isValid())
        m_current = shown;
    if (m_isCancelled)
        *m_isCancelled = true;
    m_isCancelled = std::make_shared<std::atomic<bool>>(false);
    m_export->setEnabled(false);
    m_progress->show();
    m_words->setText(tr("Making the feed…"));
    catalog::FeedOptions options;
    options.withDrafts = m_drafts->isChecked();
    m_making.setFuture(
        QtConcurrent::run([source = catalog::showFeedSource(m_catalog, m_show->currentData().toString()),
                           options, isCancelled = m_isCancelled] {
            auto made = std::make_shared<Made>();
            made->feed = std::make_shared<const catalog::ShowFeed>(
                catalog::showFeed(source, options, isCancelled.get()));
            made->findings = catalog::checkFeed(made->feed->feed);
            return made;
        }));
}

void FeedPreviewDialog::showMade() {
    const std::shared_ptr<Made> made = m_making.result();
    m_feed = made->feed;
    m_progress->hide();
    m_export->setEnabled(true);
    m_items.setFeed(made->feed, made->findings);
    m_findings.setFindings(made->feed, made->findings);
    m_tabs->setTabText(1, tr("&Findings (%1)").arg(m_findings.rowCount()));
    const int required = m_findings.required();
    m_words->setText(
        required == 0
            ? tr("The feed keeps to the rules of RSS 2.0, Apple Podcasts and Podcasting 2.0.")
            : tr("%n finding(s) that apps or directories may refuse the feed for.", nullptr, required));
    showChannel();
    select(std::max(0, m_items.rowOf(m_current)));
    showItem();
}

void FeedPreviewDialog::showChannel() {
    const catalog::FeedChannel& channel = m_feed->feed.channel;
    QStringList facts;
    const auto add = [&facts](const QString& label, const QString& value) {
        facts += label.arg(orDash(value));
    };
    add(tr("Language: %1"), channel.language);
    add(tr("Author: %1"), channel.author);
    add(tr("Categories: %1"), channel.categories.join(QStringLiteral(", ")));
    add(tr("Page: %1"), channel.link);
    add(tr("Feed: %1"), channel.feedUrl);
    m_channelTitle->setText(orDash(channel.title));
    m_channel->setText(orDash(channel.description) + QLatin1Char('\n') + facts.join(QStringLiteral("   ")));
}

int FeedPreviewDialog::currentRow() const {
    return m_list->currentIndex().row();
}

void FeedPreviewDialog::select(int item) {
    const QModelIndex index = m_items.index(item, models::FeedModel::TitleColumn);
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void FeedPreviewDialog::goTo(int item) {
    if (item < 0)
        return;
    m_tabs->setCurrentIndex(0);
    select(item);
}

/// The XML of a whole show would take the window's time: the show and this episode say how all look.
void FeedPreviewDialog::showItem() {
    const catalog::FeedItem* item = m_items.itemAt(currentRow());
    if (!item) {
        m_title->clear();
        m_facts->clear();
        m_notes->showNotes({});
        m_source->clear();
        return;
    }
    const QString size =
        item->enclosure.bytes > 0 ? QLocale().formattedDataSize(item->enclosure.bytes) : QString();
    m_title->setText(item->title);
    m_facts->setText(orDash(item->description) + QLatin1Char('\n') +
                     QStringList{orDash(namesOf(*item)), orDash(size), orDash(item->enclosure.type),
                                 tr("%n chapter(s)", nullptr, static_cast<int>(item->chapters.size())),
                                 tr("%n transcript(s)", nullptr, static_cast<int>(item->transcripts.size()))}
                         .join(QStringLiteral("   ")));
    const auto document = m_catalog.episode(m_items.episodeAt(currentRow())).document();
    const bool hasNotes = document && !document->isBodyLocked();
    m_notes->showNotes(hasNotes ? QString::fromStdString(std::string(document->body())) : QString());
    catalog::Feed alone;
    alone.channel = m_feed->feed.channel;
    alone.items = {*item};
    m_source->setPlainText(QString::fromUtf8(catalog::writeRss(alone)));
}

void FeedPreviewDialog::choosePath() {
    const QString name = m_show->currentData().toString() + QLatin1String(".xml");
    const QString path = QFileDialog::getSaveFileName(this, tr("Export Feed"), QDir::home().filePath(name),
                                                      tr("RSS feeds (*.xml *.rss);;All files (*)"));
    if (!path.isEmpty())
        exportTo(path);
}

void FeedPreviewDialog::exportTo(const QString& path) {
    if (!m_feed || isBusy())
        return;
    m_export->setEnabled(false);
    m_words->setText(tr("Exporting the feed…"));
    m_exporting.setFuture(QtConcurrent::run([path, feed = m_feed] { return writeFeed(path, feed->feed); }));
}

} // namespace app
