// SPDX-License-Identifier: MIT
#include "app/dialogs/feedimportdialog.h"

#include "app/widgets/proposalview.h"
#include "app/widgets/showchoice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSet>
#include <QTabWidget>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace app {

namespace {

enum Tab { NewTab, KnownTab, NotTakenTab };

template <typename Widget>
Widget* named(Widget* widget, const char* name, const QString& accessibleName = {}) {
    widget->setObjectName(QLatin1String(name));
    if (!accessibleName.isEmpty())
        widget->setAccessibleName(accessibleName);
    return widget;
}

QPushButton* button(const char* name, const QString& text) {
    auto* made = named(new QPushButton(text), name);
    made->setAutoDefault(false);
    return made;
}

} // namespace

FeedImportDialog::FeedImportDialog(models::EditSession& session, catalog::EpisodeId current,
                                   const QString& source, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_loading(session.catalog())
    , m_updating(session)
    , m_source(named(new QLineEdit(source), "feedSource", tr("The feed's address or file")))
    , m_choose(button("feedChooseButton", tr("&Browse…")))
    , m_read(button("feedReadButton", tr("&Read")))
    , m_show(named(new QComboBox, "feedShow", tr("The show of new episodes")))
    , m_draft(named(new QCheckBox(tr("New episodes are dra&fts")), "feedDraft"))
    , m_words(named(new QLabel, "feedWords"))
    , m_progress(named(new QProgressBar, "feedProgress", tr("Progress")))
    , m_cancel(button("feedCancelButton", tr("Cancel")))
    , m_tabs(named(new QTabWidget, "feedTabs", tr("What the feed holds")))
    , m_new(named(new QTreeView, "feedNewItems", tr("New items of the feed")))
    , m_known(named(new ProposalView(session.catalog()), "feedKnown", tr("Fields that differ")))
    , m_notTaken(named(new QPlainTextEdit, "feedNotTaken", tr("What is not taken over"))) {
    setObjectName(QStringLiteral("feedImportDialog"));
    setWindowTitle(tr("Import from Feed"));
    setAcceptDrops(true);
    resize(900, 640);
    build();
    fillShows(current);
    connectAll();
    refresh();
    if (!source.isEmpty() && !isFeedAddress(source))
        read();
}

FeedImportDialog::~FeedImportDialog() = default;

void FeedImportDialog::buildSource(QFormLayout& form) {
    auto* line = new QHBoxLayout;
    line->addWidget(m_source, 1);
    line->addWidget(m_choose);
    line->addWidget(m_read);
    m_source->setPlaceholderText(tr("https://…, or a file: RSS 2.0 or JSON Feed"));
    m_source->setAcceptDrops(false); // the dialog takes files
    auto* label = new QLabel(tr("F&eed:"));
    label->setBuddy(m_source);
    form.addRow(label, line);
    auto* choice = new QHBoxLayout;
    choice->addWidget(m_show);
    choice->addWidget(m_draft);
    choice->addStretch(1);
    auto* show = new QLabel(tr("&Show:"));
    show->setBuddy(m_show);
    form.addRow(show, choice);
}

QWidget* FeedImportDialog::buildNewTab() {
    m_new->setModel(&m_items);
    m_new->setRootIsDecorated(false);
    m_new->setUniformRowHeights(true);
    m_new->setAllColumnsShowFocus(true);
    m_new->setTextElideMode(Qt::ElideMiddle);
    m_new->header()->setStretchLastSection(true);
    m_new->header()->setResizeContentsPrecision(200); // rows that columns are measured by
    auto* all = button("feedTickAllButton", tr("Tick &All"));
    auto* none = button("feedTickNoneButton", tr("Tick &None"));
    connect(all, &QPushButton::clicked, this, [this] { m_items.tickAll(true); });
    connect(none, &QPushButton::clicked, this, [this] { m_items.tickAll(false); });
    auto* head = new QHBoxLayout;
    head->addStretch(1);
    head->addWidget(all);
    head->addWidget(none);
    auto* tab = new QWidget;
    auto* layout = new QVBoxLayout(tab);
    layout->addLayout(head);
    layout->addWidget(m_new, 1);
    return tab;
}

QWidget* FeedImportDialog::buildProgress() {
    auto* line = new QWidget;
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_progress->setMaximumWidth(220);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    return line;
}

void FeedImportDialog::build() {
    auto* layout = new QVBoxLayout(this);
    auto* form = new QFormLayout;
    buildSource(*form);
    layout->addLayout(form);
    layout->addWidget(buildProgress());
    m_tabs->addTab(buildNewTab(), {});
    m_tabs->addTab(m_known, {});
    m_tabs->addTab(m_notTaken, {});
    m_notTaken->setReadOnly(true);
    m_known->setEmptyText(tr("The catalogue says the same as the feed."));
    layout->addWidget(m_tabs, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(QStringLiteral("feedImportButton"));
    m_import->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &FeedImportDialog::import);
    connect(buttons, &QDialogButtonBox::rejected, this, &FeedImportDialog::reject);
    layout->addWidget(buttons);
}

void FeedImportDialog::fillShows(catalog::EpisodeId current) {
    const catalog::Catalog& catalog = m_session.catalog();
    fillShowChoice(*m_show, catalog,
                   catalog.contains(current) ? QStringList{catalog.episode(current).summary().show}
                                             : QStringList());
}

void FeedImportDialog::connectAll() {
    connect(m_choose, &QPushButton::clicked, this, &FeedImportDialog::choose);
    connect(m_read, &QPushButton::clicked, this, &FeedImportDialog::read);
    connect(m_source, &QLineEdit::returnPressed, this, &FeedImportDialog::read);
    connect(m_source, &QLineEdit::textChanged, this, &FeedImportDialog::refresh);
    connect(m_cancel, &QPushButton::clicked, this, &FeedImportDialog::cancel);
    connect(m_show, &QComboBox::currentIndexChanged, this, [this] {
        m_loading.compareAgain(m_show->currentData().toString());
        refresh();
    });
    connect(m_draft, &QCheckBox::toggled, this, &FeedImportDialog::planNew);
    connect(&m_loading, &FeedLoading::progressed, this, &FeedImportDialog::showProgress);
    connect(&m_loading, &FeedLoading::finished, this, &FeedImportDialog::showLoaded);
    connect(&m_writing, &FeedWriting::progressed, this, &FeedImportDialog::showProgress);
    connect(&m_writing, &FeedWriting::finished, this, &FeedImportDialog::end);
    connect(&m_updating, &models::LargeStep::progressed, this, &FeedImportDialog::showProgress);
    connect(&m_updating, &models::LargeStep::finished, this, [this](bool isDone) {
        m_updated = isDone ? m_updates : 0;
        isDone && !m_isCancelled ? write() : refresh();
    });
    connect(&m_planning, &FeedPlanning::progressed, this, &FeedImportDialog::showProgress);
    connect(&m_planning, &FeedPlanning::planned, this, &FeedImportDialog::showPlanned);
    connect(&m_items, &models::FeedItemsModel::ticksChanged, this, &FeedImportDialog::refresh);
    connect(m_known, &ProposalView::changed, this, &FeedImportDialog::refresh);
    connect(m_known, &ProposalView::outdated, this,
            [this] { // the import itself changes episodes, too
                if (!m_writing.isRunning() && !m_updating.isRunning())
                    m_loading.compareAgain(m_show->currentData().toString());
            });
}

void FeedImportDialog::choose() {
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Feed"), isFeedAddress(m_source->text()) ? QString() : m_source->text(),
        tr("Feeds (*.xml *.rss *.json);;All files (*)"));
    if (path.isEmpty())
        return;
    m_source->setText(QDir::toNativeSeparators(path));
    read();
}

void FeedImportDialog::read() {
    const QString source = m_source->text().trimmed();
    if (source.isEmpty() || m_writing.isRunning() || m_updating.isRunning())
        return;
    m_planning.cancel();
    m_items.setEpisodes({}, {});
    m_known->clear();
    m_notTaken->clear();
    m_loading.start(isFeedAddress(source) ? source : QDir::fromNativeSeparators(source),
                    m_show->currentData().toString());
    refresh();
    m_words->setText(isFeedAddress(source) ? tr("Asking %1…").arg(QUrl(source).host())
                                           : tr("Reading the feed…"));
}

void FeedImportDialog::cancel() {
    m_isCancelled = true;
    m_loading.cancel();
    m_updating.cancel();
    m_writing.cancel();
    m_planning.cancel();
    refresh();
}

void FeedImportDialog::showProgress(int done, int total) {
    m_progress->setRange(0, total);
    m_progress->setValue(done);
}

void FeedImportDialog::planNew() {
    if (!m_loading.feed())
        return;
    m_planning.start({m_session.catalog(), m_show->currentData().toString(), m_loading.feed(),
                      m_loading.comparison().newItems, m_draft->isChecked()});
    refresh();
}

void FeedImportDialog::showPlanned() {
    m_items.setEpisodes(m_loading.feed(), m_planning.take());
    if (!std::exchange(m_isNew, false))
        return refresh();
    for (int column = 0; column < models::FeedItemsModel::FileColumn; ++column)
        m_new->resizeColumnToContents(column);
    constexpr int widest = 380;
    m_new->setColumnWidth(models::FeedItemsModel::TitleColumn,
                          std::min(widest, m_new->columnWidth(models::FeedItemsModel::TitleColumn)));
    m_tabs->setCurrentIndex(m_items.rowCount() == 0 ? KnownTab : NewTab);
    refresh();
}

void FeedImportDialog::showLoaded() {
    if (m_loading.feed()) {
        m_known->setProposal(m_loading.comparison().proposal);
        showNotTaken();
        m_isNew = true;
        planNew();
    }
    refresh();
}

void FeedImportDialog::showNotTaken() {
    QStringList lines = m_loading.feed()->remarks;
    const auto& items = m_loading.feed()->items;
    for (std::size_t i = 0; i < items.size(); ++i)
        for (const QString& sentence : m_loading.comparison().notTaken.value(i))
            lines += QStringLiteral("%1: %2").arg(items[i].title, sentence);
    m_notTaken->setPlainText(lines.join(QLatin1Char('\n')));
    m_tabs->setTabText(NotTakenTab, tr("N&ot Taken Over (%1)").arg(lines.size()));
    m_tabs->setTabEnabled(NotTakenTab, !lines.isEmpty());
}

QString FeedImportDialog::foundWords() const {
    if (!m_loading.error().isEmpty())
        return m_loading.error();
    if (!m_loading.feed())
        return tr("Name a feed and press Read. Nothing is changed before you press Import.");
    const auto known = static_cast<int>(m_loading.comparison().known.size());
    return m_loading.feed()->channel.title + QStringLiteral(": ") +
           tr("%n new item(s),", nullptr, m_items.rowCount()) + QLatin1Char(' ') +
           tr("%n known. New files are written at once; Undo moves them to the trash.", nullptr, known);
}

bool FeedImportDialog::isBusy() const {
    return m_loading.isRunning() || m_planning.isRunning() || m_updating.isRunning() || m_writing.isRunning();
}

void FeedImportDialog::refresh() {
    const bool isBusy = this->isBusy();
    const int fields = m_known->tickedChanges();
    m_progress->setVisible(isBusy);
    m_cancel->setVisible(isBusy);
    for (QWidget* widget : {static_cast<QWidget*>(m_source), static_cast<QWidget*>(m_choose),
                            static_cast<QWidget*>(m_show), static_cast<QWidget*>(m_draft)})
        widget->setEnabled(!isBusy);
    m_read->setEnabled(!isBusy && !m_source->text().trimmed().isEmpty());
    m_tabs->setEnabled(!m_updating.isRunning() && !m_writing.isRunning());
    m_tabs->setTabText(NewTab, tr("Ne&w Episodes (%1)").arg(m_items.rowCount()));
    const auto& known = m_loading.comparison().known;
    m_tabs->setTabText(
        KnownTab,
        tr("&Known Episodes (%1)").arg(std::count_if(known.begin(), known.end(), [](const auto& item) {
            return item.differences > 0;
        })));
    if (!m_loading.feed()) {
        m_tabs->setTabText(NotTakenTab, tr("N&ot Taken Over (%1)").arg(0));
        m_tabs->setTabEnabled(NotTakenTab, false);
    }
    if (!isBusy)
        m_words->setText(foundWords());
    m_import->setEnabled(!isBusy && (m_items.tickedCount() > 0 || fields > 0));
    m_import->setText(tr("&Import %n New", nullptr, m_items.tickedCount()) + QStringLiteral(", ") +
                      tr("Update %n Field(s)", nullptr, fields));
}

void FeedImportDialog::import() {
    if (!m_import->isEnabled())
        return;
    m_isCancelled = false;
    const catalog::Gathered updates = m_known->gathered();
    if (updates.edits.empty())
        return write();
    const QString name = tr("Update %n field(s) from the feed", nullptr, updates.made);
    m_updates = updates.made;
    constexpr std::size_t few = 40;
    if (updates.edits.size() <= few) {
        m_updated = m_session.apply(updates.edits, name) ? m_updates : 0;
        return write();
    }
    m_updating.start(updates.edits, name);
    refresh();
    m_words->setText(tr("Updating known episodes…"));
}

void FeedImportDialog::write() {
    std::vector<catalog::FeedEpisode> episodes;
    for (const int row : m_items.ticked())
        episodes.push_back(m_items.episodes()[static_cast<std::size_t>(row)]);
    m_loading.cancel(); // updating made the comparison begin anew
    m_writing.start(m_items.feed(), std::move(episodes), m_loading.comparison().habits,
                    m_session.catalog().root());
    refresh();
    m_words->setText(tr("Writing new episodes…"));
}

/// Closes where all went well; else what was not written stays to be read.
void FeedImportDialog::end() {
    if (m_writing.problems().isEmpty())
        return QDialog::accept();
    refresh();
    m_import->setEnabled(false);
    m_tabs->setTabText(NotTakenTab, tr("N&ot Taken Over (%1)").arg(m_writing.problems().size()));
    m_tabs->setTabEnabled(NotTakenTab, true);
    m_tabs->setCurrentIndex(NotTakenTab);
    m_notTaken->setPlainText(m_writing.problems().join(QLatin1Char('\n')));
    m_words->setText(
        tr("%n file(s) could not be written:", nullptr, static_cast<int>(m_writing.problems().size())));
}

/// A file that is being written is waited for.
void FeedImportDialog::reject() {
    cancel();
    if (!m_writing.isRunning())
        QDialog::done(created().isEmpty() && m_updated == 0 ? Rejected : Accepted);
}

void FeedImportDialog::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() && !m_writing.isRunning())
        event->acceptProposedAction();
}

void FeedImportDialog::dropEvent(QDropEvent* event) {
    const QUrl url = event->mimeData()->urls().value(0);
    m_source->setText(url.isLocalFile() ? QDir::toNativeSeparators(url.toLocalFile()) : url.toString());
    if (url.isLocalFile())
        read(); // a server is only asked when somebody presses Read
}

} // namespace app
