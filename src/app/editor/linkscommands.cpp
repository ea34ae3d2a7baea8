// SPDX-License-Identifier: MIT
#include "app/editor/linkscommands.h"

#include "app/widgets/openlink.h"
#include "catalog/mending.h"
#include "catalog/showlinks.h"
#include "format/linkcopy.h"
#include "models/tooltip.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace app {

using models::LinkTableModel;

namespace {

enum CopyAs { AsRows, AsMarkdown, AsHtml, AsText };
constexpr std::size_t mostOffered = 25; ///< common links in the menu

/// A menu shows no `&` of a link's words as a mnemonic.
QString menuText(const std::string& words) {
    constexpr int widest = 60; // characters
    QString text = QString::fromStdString(words).simplified();
    if (text.size() > widest)
        text = text.left(widest - 1) + QChar(0x2026);
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

LinksCommands::LinksCommands(const EditorContext& context, LinkTableModel& model, QTableView& view,
                             QWidget* page)
    : QObject(page)
    , m_context(context)
    , m_model(model)
    , m_view(view)
    , m_page(page)
    , m_copyAs(new QMenu(tr("Cop&y As"), page))
    , m_common(new QMenu(tr("Co&mmon Links"), page))
    , m_actions(this, view) {
    m_copyAs->setObjectName(QStringLiteral("copyAsMenu"));
    m_common->setObjectName(QStringLiteral("commonLinksMenu"));
    connect(m_common, &QMenu::aboutToShow, this, &LinksCommands::fillCommon);
    build();
    buildCopying();
    buildSections();
    buildAsking();
    refresh();
}

void LinksCommands::build() {
    add("addLinkAction", tr("&Add Link"), QStringLiteral("Ins"), tr("Adds a link below the current row"),
        Needs::Open, [this] { addLink(); });
    add("pasteLinksAction", tr("Paste Lin&ks"), QStringLiteral("Ctrl+V"),
        tr("Makes rows of whatever links the clipboard holds: addresses, Markdown, a selection of a page"),
        Needs::Open, [this] { paste(); });
    add("duplicateLinksAction", tr("Dup&licate"), QStringLiteral("Ctrl+D"),
        tr("Copies the selected rows below"), Needs::Rows, [this] { duplicate(); });
    add("removeLinksAction", tr("&Remove"), QStringLiteral("Del"), tr("Removes the selected rows"),
        Needs::Rows, [this] { removeRows(); });
    add("moveUpAction", tr("Move &Up"), QStringLiteral("Alt+Up"), tr("Moves the selected rows up"),
        Needs::Rows, [this] { moveRows(-1); });
    add("moveDownAction", tr("Move &Down"), QStringLiteral("Alt+Down"), tr("Moves the selected rows down"),
        Needs::Rows, [this] { moveRows(1); });
    add("openLinkAction", tr("Open in &Browser"), QStringLiteral("Ctrl+Shift+Return"),
        tr("Opens the address in the browser"), Needs::Link, [this] { openCurrent(); });
}

void LinksCommands::buildCopying() {
    add("copyLinksAction", tr("&Copy"), QStringLiteral("Ctrl+C"), tr("Copies the selected rows"), Needs::Rows,
        [this] { copy(AsRows); });
    m_copyAs->addAction(add("copyMarkdownAction", tr("&Markdown"), {},
                            tr("Copies the links as a Markdown list"), Needs::Links,
                            [this] { copy(AsMarkdown); }));
    m_copyAs->addAction(add("copyHtmlAction", tr("&HTML"), {}, tr("Copies the links as an HTML list"),
                            Needs::Links, [this] { copy(AsHtml); }));
    m_copyAs->addAction(add("copyTextAction", tr("&Plain Text"), {}, tr("Copies words and addresses"),
                            Needs::Links, [this] { copy(AsText); }));
}

void LinksCommands::buildSections() {
    add("addSectionAction", tr("Add &Section…"), {}, tr("Adds a heading for the rows below it"), Needs::Open,
        [this] { addSection(); });
    add("sectionUpAction", tr("Move Section U&p"), QStringLiteral("Alt+Shift+Up"),
        tr("Moves the section with its rows over the one before"), Needs::Section,
        [this] { moveSection(-1); });
    add("sectionDownAction", tr("Move Section D&own"), QStringLiteral("Alt+Shift+Down"),
        tr("Moves the section with its rows behind the next one"), Needs::Section,
        [this] { moveSection(1); });
    add("removeSectionAction", tr("Remo&ve Section…"), {}, tr("Removes a heading, with its rows or without"),
        Needs::Section, [this] { removeSection(); });
    add("usualLinksAction", tr("&Insert the Usual Links"), {},
        tr("Adds the sponsors' addresses and what most of the show's last episodes have"), Needs::Open,
        [this] { insertUsual(); });
}

void LinksCommands::buildAsking() {
    add("fetchTitlesAction", tr("&Fetch Titles"), {},
        tr("Asks the pages of the rows without words of their own for their titles"), Needs::Links,
        [this] { emit titlesRequested(selectedRows()); });
    add("checkLinksAction", tr("C&heck Links"), {},
        tr("Asks the servers whether the selected addresses answer"), Needs::Links,
        [this] { emit checkRequested(selectedRows()); });
    add("mendRowsAction", tr("Mend Ro&w"), QStringLiteral("Ctrl+E"),
        tr("Repairs what is wrong with the selected rows"), Needs::Mendable, [this] { mendRows(); });
    add("repairLinksAction", tr("Mend &This Episode's Notes…"), {},
        tr("Shows every safe repair of these notes before it is made"), Needs::Open,
        [this] { emit repairRequested(); });
}

void LinksCommands::fill(QMenu* menu) {
    const auto group = [&](std::initializer_list<const char*> names) { m_actions.fill(menu, names); };
    group({"addLinkAction", "pasteLinksAction", "duplicateLinksAction", "removeLinksAction"});
    group({"moveUpAction", "moveDownAction"});
    menu->addAction(action("copyLinksAction"));
    menu->addMenu(m_copyAs);
    menu->addSeparator();
    group({"addSectionAction", "sectionUpAction", "sectionDownAction", "removeSectionAction"});
    menu->addMenu(m_common);
    group({"usualLinksAction"});
    group({"openLinkAction", "fetchTitlesAction", "checkLinksAction"});
    group({"mendRowsAction", "repairLinksAction"});
}

bool LinksCommands::isOpen() const {
    const catalog::Catalog& all = m_context.session.catalog();
    if (!all.contains(m_model.episode()) || all.episode(m_model.episode()).isReadOnly())
        return false;
    const auto document = all.episode(m_model.episode()).document();
    return document && !document->isBodyLocked();
}

bool LinksCommands::holds(Needs needs, const QList<int>& rows) const {
    const auto isLink = [this](int row) { return m_model.isLink(row); };
    switch (needs) {
    case Needs::Nothing:
        return true;
    case Needs::Open:
        return isOpen();
    case Needs::Rows:
        return isOpen() && !rows.isEmpty();
    case Needs::Links:
        return std::any_of(rows.begin(), rows.end(), isLink);
    case Needs::Section:
        return isOpen() && m_model.isSection(m_view.currentIndex().row());
    case Needs::Mendable:
        return isOpen() && !mendable(rows).empty();
    case Needs::Link:
        break;
    }
    return m_model.isLink(m_view.currentIndex().row());
}

void LinksCommands::refresh() {
    const QList<int> rows = selectedRows();
    m_actions.refresh([&](Needs needs) { return holds(needs, rows); });
    if (!rows.isEmpty() && rows.first() == 0)
        action("moveUpAction")->setEnabled(false);
    if (!rows.isEmpty() && rows.last() == m_model.rowCount() - 1)
        action("moveDownAction")->setEnabled(false);
    action("copyLinksAction")->setEnabled(!rows.isEmpty());
    m_copyAs->setEnabled(holds(Needs::Links, rows));
    m_common->setEnabled(isOpen());
}

QList<int> LinksCommands::selectedRows() const {
    QList<int> rows;
    for (const QModelIndex& index : m_view.selectionModel()->selectedIndexes())
        if (!rows.contains(index.row()))
            rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

void LinksCommands::selectRows(int first, int count) {
    if (first < 0)
        return;
    m_view.setCurrentIndex(m_model.index(first, 0));
    const int last = std::min(first + count, m_model.rowCount()) - 1;
    m_view.selectionModel()->select(
        QItemSelection(m_model.index(first, 0), m_model.index(last, LinkTableModel::ColumnCount - 1)),
        QItemSelectionModel::ClearAndSelect);
}

int LinksCommands::behindSelection() const {
    const int current = m_view.currentIndex().row();
    return current < 0 ? m_model.rowCount() : current + 1;
}

void LinksCommands::addLink() {
    const int row = m_model.insertLinks(behindSelection(),
                                        {{tr("New link").toStdString(), "https://", std::nullopt, {}}});
    selectRows(row, 1);
    if (row >= 0)
        m_view.edit(m_model.index(row, LinkTableModel::TextColumn));
}

void LinksCommands::paste() {
    const QMimeData* data = QApplication::clipboard()->mimeData();
    const int before = m_model.rowCount();
    const int row = data ? m_model.insertFrom(*data, behindSelection()) : -1;
    if (row < 0)
        emit message(tr("The clipboard holds no link."));
    else
        selectRows(row, m_model.rowCount() - before);
}

void LinksCommands::copy(int as) {
    const auto links = m_model.linksAt(selectedRows());
    QClipboard* clipboard = QApplication::clipboard();
    if (as == AsRows) {
        if (const auto selected = m_view.selectionModel()->selectedIndexes(); !selected.isEmpty())
            clipboard->setMimeData(m_model.mimeData(selected));
        return;
    }
    const std::string text = as == AsMarkdown ? format::linksAsMarkdown(links)
                             : as == AsHtml   ? format::linksAsHtml(links)
                                              : format::linksAsPlainText(links);
    auto* mime = new QMimeData;
    mime->setText(QString::fromStdString(text));
    if (as == AsHtml)
        mime->setHtml(QString::fromStdString(text));
    clipboard->setMimeData(mime);
    emit message(tr("%n link(s) copied.", nullptr, static_cast<int>(links.size())));
}

void LinksCommands::removeRows() {
    const QList<int> rows = selectedRows();
    if (!rows.isEmpty() && m_model.removeLinks(rows) && m_model.rowCount() > 0)
        selectRows(std::min(rows.first(), m_model.rowCount() - 1), 1);
}

void LinksCommands::moveRows(int step) {
    const QList<int> rows = selectedRows();
    if (!rows.isEmpty())
        selectRows(m_model.moveLinks(rows, step < 0 ? rows.first() - 1 : rows.last() + 2),
                   static_cast<int>(rows.size()));
}

void LinksCommands::duplicate() {
    const QList<int> rows = selectedRows();
    if (!rows.isEmpty() && m_model.duplicate(rows))
        selectRows(rows.last() + 1, static_cast<int>(rows.size()));
}

void LinksCommands::addSection() {
    bool isChosen = false;
    const QString name = QInputDialog::getText(m_page, tr("Add Section"), tr("&Name of the section:"),
                                               QLineEdit::Normal, {}, &isChosen);
    if (isChosen && !name.trimmed().isEmpty())
        selectRows(m_model.insertSection(behindSelection(), name.trimmed()), 1);
}

void LinksCommands::removeSection() {
    const int row = m_view.currentIndex().row();
    const auto [first, last] = m_model.sectionRows(row);
    bool withRows = false;
    if (last - first > 1) {
        QMessageBox question(
            QMessageBox::Question, tr("Remove Section"),
            tr("Remove “%1” with its %n row(s), or the heading alone?", nullptr, last - first - 1)
                .arg(m_model.index(row, 0).data().toString()),
            QMessageBox::Cancel, m_page);
        question.setObjectName(QStringLiteral("removeSectionBox"));
        question.setTextFormat(Qt::PlainText);
        auto* with = question.addButton(tr("With Its &Rows"), QMessageBox::DestructiveRole);
        auto* alone = question.addButton(tr("&Heading Alone"), QMessageBox::AcceptRole);
        question.setDefaultButton(alone);
        question.exec();
        withRows = question.clickedButton() == with;
        if (!withRows && question.clickedButton() != alone)
            return;
    }
    if (m_model.removeSection(row, withRows) && m_model.rowCount() > 0)
        selectRows(std::min(row, m_model.rowCount() - 1), 1);
}

void LinksCommands::moveSection(int step) {
    selectRows(m_model.moveSection(m_view.currentIndex().row(), step), 1);
}

void LinksCommands::insertUsual() {
    const auto links = catalog::usualLinks(m_context.session.catalog(), m_model.episode());
    if (links.empty())
        return emit message(tr("The show's last episodes share no link that this one lacks."));
    const int row = m_model.insertLinks(behindSelection(), links);
    selectRows(row, static_cast<int>(links.size()));
}

void LinksCommands::fillCommon() {
    m_common->clear();
    auto links = catalog::commonLinks(m_context.session.catalog(), m_model.episode());
    links.resize(std::min(links.size(), mostOffered));
    for (const catalog::CommonLink& link : links) {
        QAction* offered =
            m_common->addAction(tr("%1 (%n episode(s))", nullptr, link.uses).arg(menuText(link.parts.text)));
        offered->setToolTip(models::plainToolTip(QString::fromStdString(link.parts.url)));
        connect(offered, &QAction::triggered, this, [this, parts = link.parts] {
            selectRows(m_model.insertLinks(behindSelection(), {parts}), 1);
        });
    }
    m_common->setToolTipsVisible(true);
    if (links.empty())
        m_common->addAction(tr("The show's last episodes share no link that this one lacks"))
            ->setEnabled(false);
}

std::vector<const catalog::Issue*> LinksCommands::issuesAt(int row) const {
    return issuesWithin(m_context.validator, m_model.episode(), "body", m_model.rowSpan(row));
}

/// What only tidies up is left to those who look at all of it.
std::vector<const catalog::Issue*> LinksCommands::mendable(const QList<int>& rows) const {
    std::vector<const catalog::Issue*> found;
    for (const int row : rows)
        for (const catalog::Issue* issue : issuesAt(row))
            if (issue->fix && issue->severity != catalog::Severity::Information)
                found.push_back(issue);
    return found;
}

void LinksCommands::mendRows() {
    const auto issues = mendable(selectedRows());
    const catalog::Mending mending = catalog::mendingOf(issues);
    const QString what = issues.empty() ? QString() : issues.front()->fix->label;
    if (mending.made > 0 && m_context.session.apply(mending.edits, tr("Mend Link")))
        emit message(mending.made == 1 ? what : tr("%n problem(s) mended.", nullptr, mending.made));
}

void LinksCommands::openCurrent() {
    openLink(QString::fromStdString(m_model.linkAt(m_view.currentIndex().row()).url), m_page);
}

} // namespace app
