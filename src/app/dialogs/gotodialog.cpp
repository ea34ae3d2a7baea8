// SPDX-License-Identifier: MIT
#include "app/dialogs/gotodialog.h"

#include "app/widgets/listkeys.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace app {

namespace {

constexpr std::size_t listLimit = 200; ///< nobody scrolls further: another letter is quicker
constexpr int manyEpisodes = 5'000;    ///< their names are read on another thread

std::shared_ptr<const catalog::EpisodeFinder> finderOf(std::vector<catalog::EpisodeName> names) {
    return std::make_shared<const catalog::EpisodeFinder>(std::move(names));
}

} // namespace

GoToDialog::GoToDialog(const catalog::Catalog& catalog, QWidget* parent)
    : QDialog(parent)
    , m_words(new QLineEdit)
    , m_list(new QListWidget) {
    setObjectName(QStringLiteral("goToDialog"));
    setWindowTitle(tr("Go to Episode"));
    resize(520, 420);
    m_words->setObjectName(QStringLiteral("goToEdit"));
    m_words->setAccessibleName(tr("Show, number or title"));
    m_words->setPlaceholderText(tr("Show or its initials, number, words of the title: cr 605"));
    m_words->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("goToList"));
    m_list->setAccessibleName(tr("Matching episodes"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_words);
    layout->addWidget(m_list);
    layout->addWidget(buttons);
    connect(m_words, &QLineEdit::textChanged, this, &GoToDialog::refresh);
    connect(m_list, &QListWidget::itemActivated, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_preparing, &QFutureWatcherBase::finished, this, [this] {
        m_finder = m_preparing.result();
        refresh();
    });
    prepare(catalog);
    refresh();
}

void GoToDialog::prepare(const catalog::Catalog& catalog) {
    std::vector<catalog::EpisodeName> names = catalog::episodeNames(catalog);
    if (catalog.size() < manyEpisodes)
        m_finder = finderOf(std::move(names));
    else
        m_preparing.setFuture(QtConcurrent::run(finderOf, std::move(names)));
}

void GoToDialog::refresh() {
    m_list->clear();
    if (!m_finder)
        return;
    for (const catalog::EpisodeName* name : m_finder->find(m_words->text(), listLimit)) {
        const QString& show = name->showName.isEmpty() ? name->show : name->showName;
        auto* item = new QListWidgetItem(
            QStringLiteral("%1 %2 · %3").arg(show, name->number, name->title).simplified());
        item->setData(Qt::UserRole, name->id.value);
        m_list->addItem(item);
    }
    m_list->setCurrentRow(0);
}

catalog::EpisodeId GoToDialog::chosen() const {
    const QListWidgetItem* item = m_list->currentItem();
    return item ? catalog::EpisodeId{item->data(Qt::UserRole).toInt()} : catalog::EpisodeId{};
}

bool GoToDialog::eventFilter(QObject* watched, QEvent* event) {
    return giveToList(*m_list, *event) || QDialog::eventFilter(watched, event);
}

} // namespace app
