// SPDX-License-Identifier: MIT
// How the window finds: its search line, saved searches, and across episodes, to replace.
#include "app/actions.h"
#include "app/dialogs/replacedialog.h"
#include "app/editor/episodeeditor.h"
#include "app/episodelist/episodetableview.h"
#include "app/episodelist/savedsearches.h"
#include "app/episodelist/showlistview.h"
#include "app/links/episodetasks.h"
#include "app/mainwindow.h"
#include "app/widgets/searchedit.h"
#include "app/widgets/searchhelp.h"

#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>
#include <numbers>

namespace app {

namespace {

/// A star, where the icon theme has none.
QIcon starIcon(const QColor& color) {
    constexpr int size = 32;
    constexpr int corners = 10;
    QPixmap star(size, size);
    star.fill(Qt::transparent);
    QPolygonF shape;
    for (int i = 0; i < corners; ++i) {
        const double radius = i % 2 == 0 ? 13 : 5.5;
        const double angle = std::numbers::pi * i / 5 - std::numbers::pi / 2;
        shape << QPointF(size / 2.0 + radius * std::cos(angle), size / 2.0 + 1 + radius * std::sin(angle));
    }
    QPainter painter(&star);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 3));
    painter.drawPolygon(shape);
    painter.end();
    star.setDevicePixelRatio(2);
    return QIcon(star);
}

/// A search that finds the episodes of a list of the sidebar.
QString termOf(models::EpisodeFilter::Kind kind) {
    using Kind = models::EpisodeFilter::Kind;
    switch (kind) {
    case Kind::Changed:
        return QStringLiteral("is:changed");
    case Kind::Drafts:
        return QStringLiteral("is:draft");
    case Kind::Problems:
        return QStringLiteral("has:problems");
    case Kind::Unreadable:
        return QStringLiteral("is:unreadable");
    case Kind::All:
        break;
    }
    return {};
}

} // namespace

QWidget* MainWindow::buildSearchLine() {
    m_search->addAction(themeIcon("edit-find"), QLineEdit::LeadingPosition);
    m_matches->setObjectName(QStringLiteral("matchesLabel"));
    m_matches->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("1,961 of 1,961")));
    m_searchProblem->setObjectName(QStringLiteral("searchProblemLabel"));
    m_searchProblem->setTextFormat(Qt::PlainText);
    m_searchProblem->setWordWrap(true);
    m_searchProblem->hide();
    auto* lines = new QWidget;
    auto* both = new QVBoxLayout(lines);
    both->setContentsMargins(6, 6, 9, 3);
    both->setSpacing(3);
    auto* layout = new QHBoxLayout;
    both->addLayout(layout);
    both->addWidget(m_searchProblem);
    auto* help = new QToolButton;
    help->setObjectName(QStringLiteral("searchHelpButton"));
    help->setText(QStringLiteral("?"));
    help->setAccessibleName(tr("What can be searched for"));
    help->setToolTip(help->accessibleName());
    help->setAutoRaise(true);
    auto* card = new SearchHelp(this);
    connect(help, &QToolButton::clicked, card, [card, help] { card->showBelow(*help); });
    connect(card, &SearchHelp::chosen, m_search, &SearchEdit::addTerm);
    layout->addWidget(m_search, 1);
    layout->addWidget(help);
    layout->addWidget(m_matches);
    return lines;
}

void MainWindow::connectFind() {
    connect((*m_actions)[ActionId::Replace], &QAction::triggered, this, &MainWindow::findAndReplace);
    connect((*m_actions)[ActionId::CommandPalette], &QAction::triggered, this, &MainWindow::showCommands);
    m_actions->readKeys(m_context.settings);
    connectSavedSearches();
}

void MainWindow::connectSavedSearches() {
    m_saved = new SavedSearches(m_showModel, m_context.settings, this);
    m_shows->setSavedSearches(*m_saved);
    QAction* save = (*m_actions)[ActionId::SaveSearch];
    if (save->icon().isNull())
        save->setIcon(starIcon(palette().color(QPalette::Text)));
    save->setEnabled(false);
    m_search->addAction(save, QLineEdit::TrailingPosition);
    connect(save, &QAction::triggered, this, &MainWindow::saveSearch);
    connect(m_search, &QLineEdit::textChanged, this, [this, save](const QString& text) {
        save->setEnabled(!text.trimmed().isEmpty());
        if (text != m_shows->chosenSearch())
            m_shows->leaveSavedSearch();
    });
    connect(m_shows, &ShowListView::searchChosen, m_search, &QLineEdit::setText);
    connect(m_shows, &ShowListView::searchLeft, this, [this](const QString& query) {
        if (m_search->text() == query)
            m_search->clear();
    });
    connect(&m_context.session.catalog(), &catalog::Catalog::cleared, this,
            [this] { m_showModel.setSaved({}); });
}

/// What the table shows, said as a search alone: the list that is chosen beside the box becomes a term.
QString MainWindow::wholeSearch() const {
    QString typed = m_search->text().trimmed();
    const models::EpisodeFilter filter = m_shows->filter();
    QStringList terms{termOf(filter.kind)};
    if (!filter.show.isEmpty())
        terms += QStringLiteral("show:") + filter.show;
    terms.removeAll(QString());
    if (terms.isEmpty())
        return typed;
    return QStringLiteral("%1 (%2)").arg(terms.join(QLatin1Char(' ')), typed);
}

void MainWindow::saveSearch() {
    const QString query = wholeSearch();
    QInputDialog question(this);
    question.setObjectName(QStringLiteral("saveSearchDialog"));
    question.setWindowTitle(tr("Save Search"));
    question.setLabelText(tr("&Name of this search:"));
    question.setTextValue(m_search->text().trimmed());
    const QString name = question.exec() == QDialog::Accepted ? question.textValue().trimmed() : QString();
    if (name.isEmpty())
        return;
    const bool isNew = m_saved->add(name, query);
    notify(isNew ? tr("The search is kept on the left as \"%1\".").arg(name)
                 : tr("\"%1\" searches for this now.").arg(name));
}

void MainWindow::findAndReplace() {
    m_editor->commit();
    ReplaceDialog dialog(m_context, m_table->selectedEpisodes(), m_tableModel.shownEpisodes(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const catalog::Gathered gathered = dialog.gathered();
    m_tasks->change(gathered, ReplaceDialog::stepName(gathered));
}

} // namespace app
