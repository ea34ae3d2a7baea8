// SPDX-License-Identifier: MIT
#include "app/dialogs/peoplechangedialog.h"

#include "app/widgets/notehighlighter.h"
#include "catalog/personpage.h"
#include "catalog/unifieddiff.h"
#include "models/tooltip.h"

#include <QCompleter>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

namespace {

constexpr int episodeRole = Qt::UserRole;
constexpr std::size_t fewEpisodes = 200; // are looked at at once, and listed in one turn

/// Where the page of an id lies, as people see it.
QString pageOf(const catalog::PersonKey& key, const QString& id) {
    return QStringLiteral("%1/%2.md").arg(catalog::pageFolder(QStringLiteral("content"), key), id);
}

/// The shows whose own page names this host: no episode, and not changed here.
QStringList showsThatName(const catalog::Registry& registry, const catalog::PersonKey& key) {
    QStringList shows;
    for (const catalog::Show& show : registry.shows)
        if (!key.isSponsor && show.hosts.contains(key.id))
            shows += show.slug;
    shows.sort();
    return shows;
}

} // namespace

PeopleChangeDialog::PeopleChangeDialog(const EditorContext& context, const models::PeopleModel& people,
                                       const catalog::PersonEntry& entry, bool isRemoval, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_people(people)
    , m_entry(entry)
    , m_isRemoval(isRemoval)
    , m_task(context.session.catalog())
    , m_to(new QLineEdit)
    , m_words(new QLabel)
    , m_progress(new QProgressBar)
    , m_tree(new QTreeWidget)
    , m_diff(new QPlainTextEdit) {
    setObjectName(QStringLiteral("peopleChangeDialog"));
    setWindowTitle(isRemoval ? tr("Remove %1").arg(entry.key.id)
                             : tr("Rename or Merge %1").arg(entry.key.id));
    resize(860, 600);
    build();
    refresh();
    propose();
}

QWidget* PeopleChangeDialog::buildChoice() {
    m_to->setObjectName(QStringLiteral("newIdEdit"));
    m_to->setAccessibleName(tr("New id"));
    QStringList ids;
    for (int row = 0; row < m_people.rowCount(); ++row)
        if (const auto& key = m_people.entryAt(row).key; key.isSponsor == m_entry.key.isSponsor)
            ids += key.id;
    auto* completer = new QCompleter(ids, m_to);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_to->setCompleter(completer);
    // Who has no page is most likely a misprint of the one who is nearly the same.
    const bool isMisprint = m_entry.lacksPage && !m_entry.similar.isEmpty();
    m_to->setText(isMisprint ? m_entry.similar.front() : m_entry.key.id);
    m_to->selectAll();
    auto* choice = new QWidget;
    auto* form = new QFormLayout(choice);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&New id:"), m_to);
    choice->setVisible(!m_isRemoval);
    connect(m_to, &QLineEdit::textChanged, this, &PeopleChangeDialog::refresh);
    return choice;
}

void PeopleChangeDialog::build() {
    m_words->setObjectName(QStringLiteral("peopleChangeWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_progress->setObjectName(QStringLiteral("peopleChangeProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, 0);
    m_tree->setObjectName(QStringLiteral("peopleChangeTree"));
    m_tree->setAccessibleName(tr("Episodes to change"));
    m_tree->setHeaderLabels({tr("Episode"), tr("Title")});
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_diff->setObjectName(QStringLiteral("peopleChangeDiff"));
    m_diff->setAccessibleName(tr("What changes in this episode"));
    m_diff->setReadOnly(true);
    m_diff->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    new DiffHighlighter(*m_diff);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_tree);
    splitter->addWidget(m_diff);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("peopleChangeCancelButton"));
    m_apply = buttons->addButton(tr("Change"), QDialogButtonBox::AcceptRole);
    m_apply->setObjectName(QStringLiteral("peopleChangeButton"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(buildChoice());
    layout->addWidget(m_words);
    layout->addWidget(m_progress);
    layout->addWidget(splitter, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &PeopleChangeDialog::showDiff);
    connect(m_tree, &QTreeWidget::itemChanged, this, &PeopleChangeDialog::refresh);
}

/// Which episodes change and which cannot be changed hangs on the old id alone.
void PeopleChangeDialog::propose() {
    const catalog::Catalog& catalog = m_context.session.catalog();
    const auto episodes = m_people.usage().episodesOf(m_entry.key);
    const auto maker = catalog::peopleMaker({m_entry.key, {}});
    if (episodes.size() <= fewEpisodes)
        return list(catalog::proposalFor(catalog, episodes, maker));
    connect(&m_task, &catalog::ProposalTask::progressed, m_progress, [this](int done, int total) {
        m_progress->setRange(0, total);
        m_progress->setValue(done);
    });
    connect(&m_task, &catalog::ProposalTask::finished, this, &PeopleChangeDialog::list);
    m_task.start(episodes, maker);
}

void PeopleChangeDialog::list(const catalog::Proposal& proposal) {
    m_listed = proposal;
    for (const catalog::LeftOut& refused :
         catalog::refusedThatMayName(m_context.session.catalog(), m_entry.key.id))
        m_listed.leftOut.push_back(refused);
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &PeopleChangeDialog::listSome);
    listSome();
}

void PeopleChangeDialog::listSome() {
    const QSignalBlocker blocker(m_tree);
    const catalog::Catalog& catalog = m_context.session.catalog();
    const std::size_t changes = m_listed.changes.size();
    const std::size_t until = std::min(m_rows + fewEpisodes, changes + m_listed.leftOut.size());
    QList<QTreeWidgetItem*> items;
    for (; m_rows < until; ++m_rows) {
        const bool isChange = m_rows < changes;
        const auto id = isChange ? m_listed.changes[m_rows].id : m_listed.leftOut[m_rows - changes].id;
        const QString why = isChange ? QString() : m_listed.leftOut[m_rows - changes].why;
        auto* item =
            new QTreeWidgetItem({catalog.relativePath(id), isChange ? catalog.episode(id).summary().title
                                                                    : tr("Skipped: %1").arg(why)});
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable |
                       (isChange ? Qt::ItemIsUserCheckable : Qt::NoItemFlags));
        if (isChange)
            item->setCheckState(0, Qt::Checked);
        if (isChange)
            item->setData(0, episodeRole, id.value);
        else
            item->setToolTip(1, models::plainToolTip(why));
        items += item;
    }
    m_tree->addTopLevelItems(items);
    if (!m_tree->currentItem())
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
    m_isListed = m_rows == changes + m_listed.leftOut.size();
    m_isListed ? m_turn.stop() : m_turn.start();
    m_progress->setRange(0, static_cast<int>(changes + m_listed.leftOut.size()));
    m_progress->setValue(static_cast<int>(m_rows));
    m_progress->setVisible(!m_isListed);
    if (m_isListed)
        refresh();
}

catalog::IdChange PeopleChangeDialog::change() const {
    return {m_entry.key, m_isRemoval ? QString() : m_to->text().trimmed()};
}

const catalog::PersonEntry* PeopleChangeDialog::target() const {
    const int row = m_people.rowOf({change().to, m_entry.key.isSponsor});
    return row < 0 ? nullptr : &m_people.entryAt(row);
}

QString PeopleChangeDialog::whyNot() const {
    if (m_isRemoval)
        return {};
    const QString to = change().to;
    if (to == m_entry.key.id)
        return tr("Type the id that shall stand in place of %1.").arg(m_entry.key.id);
    // Who is used already may be merged with, whatever the name.
    return target() ? QString() : catalog::whyNotPageId(to);
}

QString PeopleChangeDialog::words() const {
    if (QString why = whyNot(); !why.isEmpty())
        return why;
    const QString& from = m_entry.key.id;
    const QString to = change().to;
    const catalog::PersonEntry* known = m_isRemoval ? nullptr : target();
    QStringList said;
    if (m_isRemoval)
        said += tr("%1 is taken out of the lists of the ticked episodes.").arg(from);
    else if (known)
        said +=
            tr("%1 exists already, in %n episode(s): the two become one. Where an episode names both, the "
               "first place counts.",
               nullptr, static_cast<int>(m_people.usage().episodesOf(known->key).size()))
                .arg(known->name.isEmpty() ? to : QStringLiteral("%1 (%2)").arg(to, known->name));
    else
        said += tr("%1 becomes %2 in the ticked episodes.").arg(from, to);
    const catalog::Registry& registry = m_context.session.catalog().registry();
    const bool knowsPages = m_entry.key.isSponsor ? registry.knowsSponsors : registry.knowsPeople;
    const bool willHavePage = known && known->hasPage;
    if (m_entry.hasPage && !m_isRemoval && !willHavePage)
        said +=
            tr("Pages are not renamed here: rename %1 to %2 yourself, and the id in it, else %3 has no page.")
                .arg(pageOf(m_entry.key, from), pageOf(m_entry.key, to), to);
    else if (m_entry.hasPage)
        said +=
            tr("The page %1 stays; delete it yourself if nobody needs it.").arg(pageOf(m_entry.key, from));
    else if (knowsPages && !m_isRemoval && !willHavePage)
        said += tr("%1 has no page; Create Page makes one afterwards.").arg(to);
    if (const QStringList shows = showsThatName(registry, m_entry.key); !shows.isEmpty())
        said += tr("The page of the show %1 names %2 as a host too; it is not changed here.")
                    .arg(shows.join(QLatin1String(", ")), from);
    return said.join(QLatin1Char(' '));
}

void PeopleChangeDialog::refresh() {
    const int number = m_isListed ? static_cast<int>(ticked().size()) : 0;
    const bool isPossible = whyNot().isEmpty();
    m_words->setText(words());
    m_apply->setText(m_isRemoval              ? tr("&Remove from %n Episode(s)", nullptr, number)
                     : isPossible && target() ? tr("&Merge in %n Episode(s)", nullptr, number)
                                              : tr("&Rename in %n Episode(s)", nullptr, number));
    m_apply->setEnabled(isPossible && number > 0);
    showDiff();
}

void PeopleChangeDialog::showDiff() {
    const QTreeWidgetItem* item = m_tree->currentItem();
    if (!item || !item->data(0, episodeRole).isValid() || !whyNot().isEmpty()) {
        m_diff->setPlainText(item         ? item->text(1)
                             : m_isListed ? tr("No episode names %1.").arg(m_entry.key.id)
                                          : QString());
        return;
    }
    const catalog::Catalog& catalog = m_context.session.catalog();
    const catalog::EpisodeId id{item->data(0, episodeRole).toInt()};
    const auto made = catalog::proposalFor(catalog, {id}, catalog::peopleMaker(change()));
    const std::string& before = catalog.episode(id).text();
    const auto after = made.changes.empty() ? format::Result<std::string>(before)
                                            : format::applyEdits(before, made.changes.front().edits);
    m_diff->setPlainText(after ? QString::fromStdString(catalog::unifiedDiff(
                                     before, *after, catalog.relativePath(id).toStdString(), 1))
                               : QString());
}

std::vector<catalog::EpisodeId> PeopleChangeDialog::ticked() const {
    std::vector<catalog::EpisodeId> episodes;
    for (int row = 0; row < m_tree->topLevelItemCount(); ++row)
        if (const QTreeWidgetItem* item = m_tree->topLevelItem(row);
            item->data(0, episodeRole).isValid() && item->checkState(0) == Qt::Checked)
            episodes.push_back({item->data(0, episodeRole).toInt()});
    return episodes;
}

std::vector<catalog::EpisodeId> PeopleChangeDialog::chosen() const {
    return m_isListed && whyNot().isEmpty() ? ticked() : std::vector<catalog::EpisodeId>();
}

QString PeopleChangeDialog::stepName() const {
    const catalog::IdChange wanted = change();
    return m_isRemoval ? tr("Remove %1").arg(wanted.from.id)
           : target()  ? tr("Merge %1 into %2").arg(wanted.from.id, wanted.to)
                       : tr("Rename %1 to %2").arg(wanted.from.id, wanted.to);
}

} // namespace app
