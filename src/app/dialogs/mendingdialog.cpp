// SPDX-License-Identifier: MIT
#include "app/dialogs/mendingdialog.h"

#include "app/widgets/notehighlighter.h"
#include "catalog/unifieddiff.h"
#include "ui_mendingdialog.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeView>

namespace app {

std::vector<catalog::Issue> mendableIssues(const EditorContext& context,
                                           const std::vector<catalog::EpisodeId>& episodes, bool onlyNotes) {
    std::vector<catalog::Issue> issues;
    for (const catalog::EpisodeId id : episodes) {
        if (context.session.catalog().episode(id).isReadOnly())
            continue;
        for (const catalog::Issue& issue : context.validator.issuesOf(id))
            if (issue.fix && (!onlyNotes || issue.field == QLatin1String("body")))
                issues.push_back(issue);
    }
    return issues;
}

MendingDialog::MendingDialog(const EditorContext& context, std::vector<catalog::Issue> issues,
                             QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_model(context.session.catalog(), std::move(issues)) {
    Ui::MendingDialog ui;
    ui.setupUi(this);
    m_tree = ui.mendingTree;
    m_diff = ui.mendingDiff;
    m_words = ui.mendingWords;
    m_diff->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    new DiffHighlighter(*m_diff);
    m_mend = ui.buttons->addButton(tr("&Mend"), QDialogButtonBox::AcceptRole);
    m_mend->setObjectName(QStringLiteral("mendButton"));
    connect(ui.buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(ui.buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connectTree();
    count();
}

void MendingDialog::connectTree() {
    constexpr int fewRows = 2'000;    // open at first
    constexpr int measuredRows = 100; // the column is as wide as these want it
    m_tree->setModel(&m_model);
    m_tree->header()->setResizeContentsPrecision(measuredRows);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &MendingDialog::showDiff);
    connect(&m_model, &models::MendingModel::ticksChanged, this, &MendingDialog::count);
    const QModelIndex first = m_model.index(0, 0);
    if (m_model.rowCount() == 1 && m_model.rowCount(first) <= fewRows)
        m_tree->expand(first);
    m_tree->setCurrentIndex(m_model.index(0, 0, first));
    showDiff();
}

void MendingDialog::showDiff() {
    const QModelIndex current = m_tree->currentIndex();
    const catalog::Issue* issue = m_model.issueAt(current);
    if (!issue) {
        m_diff->setPlainText(current.siblingAtColumn(models::MendingModel::AboutColumn).data().toString());
        return;
    }
    const catalog::Catalog& catalog = m_context.session.catalog();
    const std::string& before = catalog.episode(issue->episode).text();
    const auto after = format::applyEdits(before, issue->fix->edit.changes);
    const std::string path = catalog.relativePath(issue->episode).toStdString();
    m_diff->setPlainText(
        issue->message + QLatin1String("\n\n") +
        (after ? QString::fromStdString(catalog::unifiedDiff(before, *after, path, 1)) : QString()));
}

void MendingDialog::count() {
    const int number = m_model.tickedCount();
    m_words->setText(m_model.issueCount() == 0 ? tr("Nothing here has a safe repair.")
                                               : tr("Nothing is changed before you press Mend. Repairs that "
                                                    "are a guess, or only tidy up, are not ticked."));
    m_mend->setText(tr("&Mend %n", nullptr, number));
    m_mend->setEnabled(number > 0);
}

} // namespace app
