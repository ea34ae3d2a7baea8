// SPDX-License-Identifier: MIT
#include "app/dialogs/mendingdialog.h"

#include "app/widgets/notehighlighter.h"
#include "catalog/mending.h"
#include "catalog/rules/report.h"
#include "catalog/unifieddiff.h"
#include "models/tooltip.h"
#include "ui_mendingdialog.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>
#include <tuple>

namespace app {

namespace {

constexpr int issueRole = Qt::UserRole; ///< index of the issue, or none in a rule's row

} // namespace

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
    , m_issues(std::move(issues)) {
    Ui::MendingDialog ui;
    ui.setupUi(this);
    m_tree = ui.mendingTree;
    m_diff = ui.mendingDiff;
    m_words = ui.mendingWords;
    m_tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_diff->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    new DiffHighlighter(*m_diff);
    m_mend = ui.buttons->addButton(tr("&Mend"), QDialogButtonBox::AcceptRole);
    m_mend->setObjectName(QStringLiteral("mendButton"));
    connect(ui.buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(ui.buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &MendingDialog::showDiff);
    connect(m_tree, &QTreeWidget::itemChanged, this, &MendingDialog::count);
    order();
    fill();
    count();
}

// Errors come first, then what a rule finds most often.
void MendingDialog::order() {
    QHash<QString, int> uses;
    for (const catalog::Issue& issue : m_issues)
        ++uses[issue.rule];
    std::stable_sort(m_issues.begin(), m_issues.end(), [&](const catalog::Issue& a, const catalog::Issue& b) {
        return std::tuple(a.severity, -uses[a.rule], a.rule) < std::tuple(b.severity, -uses[b.rule], b.rule);
    });
}

void MendingDialog::fill() {
    const QSignalBlocker blocker(m_tree);
    QHash<QString, QString> summaries;
    for (const catalog::Rule* rule : catalog::allRules())
        summaries.insert(QLatin1String(rule->id), catalog::Report::tr(rule->summary));
    QHash<QString, QTreeWidgetItem*> rules;
    for (std::size_t i = 0; i < m_issues.size(); ++i) {
        const catalog::Issue& issue = m_issues[i];
        QTreeWidgetItem*& rule = rules[issue.rule];
        if (!rule) {
            rule = new QTreeWidgetItem(m_tree, {issue.rule, summaries.value(issue.rule, issue.message)});
            rule->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable |
                           Qt::ItemIsAutoTristate);
        }
        auto* item = new QTreeWidgetItem(
            rule, {m_context.session.catalog().relativePath(issue.episode), issue.fix->label});
        item->setToolTip(1, models::plainToolTip(issue.message));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        const bool isWorth = !issue.fix->needsLook && issue.severity != catalog::Severity::Information;
        item->setCheckState(0, isWorth ? Qt::Checked : Qt::Unchecked);
        item->setData(0, issueRole, static_cast<qulonglong>(i));
    }
    for (auto rule = rules.begin(); rule != rules.end(); ++rule)
        rule.value()->setText(0, QStringLiteral("%1 (%2)").arg(rule.key()).arg(rule.value()->childCount()));
    if (rules.size() == 1)
        m_tree->expandAll();
    m_tree->setCurrentItem(m_tree->topLevelItem(0) ? m_tree->topLevelItem(0)->child(0) : nullptr);
    showDiff();
}

void MendingDialog::showDiff() {
    const QTreeWidgetItem* item = m_tree->currentItem();
    if (!item || !item->data(0, issueRole).isValid()) {
        m_diff->setPlainText(item ? item->text(1) : QString());
        return;
    }
    const catalog::Issue& issue = m_issues[item->data(0, issueRole).toULongLong()];
    const catalog::Catalog& catalog = m_context.session.catalog();
    const std::string& before = catalog.episode(issue.episode).text();
    const auto after = format::applyEdits(before, issue.fix->edit.changes);
    const std::string path = catalog.relativePath(issue.episode).toStdString();
    m_diff->setPlainText(
        issue.message + QLatin1String("\n\n") +
        (after ? QString::fromStdString(catalog::unifiedDiff(before, *after, path, 1)) : QString()));
}

std::vector<std::size_t> MendingDialog::ticked() const {
    std::vector<std::size_t> found;
    for (int rule = 0; rule < m_tree->topLevelItemCount(); ++rule)
        for (int row = 0; row < m_tree->topLevelItem(rule)->childCount(); ++row) {
            const QTreeWidgetItem* item = m_tree->topLevelItem(rule)->child(row);
            if (item->checkState(0) == Qt::Checked)
                found.push_back(item->data(0, issueRole).toULongLong());
        }
    return found;
}

void MendingDialog::count() {
    const int number = static_cast<int>(ticked().size());
    m_words->setText(m_issues.empty() ? tr("Nothing here has a safe repair.")
                                      : tr("Nothing is changed before you press Mend. Repairs that are a "
                                           "guess, or only tidy up, are not ticked."));
    m_mend->setText(tr("&Mend %n", nullptr, number));
    m_mend->setEnabled(number > 0);
}

int MendingDialog::mend() {
    std::vector<const catalog::Issue*> wanted;
    for (const std::size_t i : ticked())
        wanted.push_back(&m_issues[i]);
    const catalog::Mending mending = catalog::mendingOf(wanted);
    m_leftOut = mending.leftOut;
    const bool isDone =
        !mending.edits.empty() &&
        m_context.session.apply(mending.edits, tr("Mend %n Problem(s)", nullptr, mending.made));
    return isDone ? mending.made : 0;
}

} // namespace app
