// SPDX-License-Identifier: MIT
#include "app/issues/issuespanel.h"

#include "app/issues/issuedelegate.h"

#include "app/settings.h"
#include "models/tooltip.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace app {

using catalog::PolicyScope;
using catalog::Weight;
using models::IssueModel;

namespace {

const QString groupingKey = QStringLiteral("issues/grouping");

QString weightName(Weight weight) {
    switch (weight) {
    case Weight::Error:
        return IssuesPanel::tr("Error");
    case Weight::Warning:
        return IssuesPanel::tr("Warning");
    case Weight::Information:
        return IssuesPanel::tr("Information");
    case Weight::Off:
        break;
    }
    return IssuesPanel::tr("Muted");
}

} // namespace

IssuesPanel::IssuesPanel(const EditorContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(context.session.catalog(), context.validator)
    , m_scope(new QComboBox)
    , m_grouping(new QComboBox)
    , m_words(new QLineEdit)
    , m_fix(new QPushButton(tr("Fi&x")))
    , m_mend(new QPushButton(tr("&Mend All…")))
    , m_more(new QToolButton)
    , m_muted(new QToolButton)
    , m_counts(new QLabel)
    , m_view(new QTreeView) {
    setObjectName(QStringLiteral("issuesPanel"));
    build();
    connectAll();
    showInformation(context.settings.value(QStringLiteral("showInformation"), false).toBool());
    m_grouping->setCurrentIndex(std::clamp(context.settings.value(groupingKey, 0).toInt(), 0, 4));
    fillMuted();
    refreshState();
}

QWidget* IssuesPanel::buildTools() {
    m_scope->setObjectName(QStringLiteral("issuesScope"));
    m_scope->setAccessibleName(tr("Whose problems"));
    m_scope->addItems({tr("Whole catalogue"), tr("This show"), tr("This episode")});
    m_grouping->setObjectName(QStringLiteral("issuesGrouping"));
    m_grouping->setAccessibleName(tr("Group problems"));
    m_grouping->addItems(
        {tr("No groups"), tr("By severity"), tr("By rule"), tr("By show"), tr("By episode")});
    m_words->setObjectName(QStringLiteral("issuesFilter"));
    m_words->setAccessibleName(tr("Filter problems"));
    m_words->setPlaceholderText(tr("Filter by words, rule or field"));
    m_words->setClearButtonEnabled(true);
    m_fix->setObjectName(QStringLiteral("fixButton"));
    m_fix->setAccessibleName(tr("Fix the current problem"));
    m_mend->setObjectName(QStringLiteral("mendAllButton"));
    m_mend->setAccessibleName(tr("Mend all problems shown"));
    m_mend->setToolTip(tr("Shows every repair of the group, or of all that is shown here, to choose from"));
    for (auto* button : {m_more, m_muted}) {
        button->setPopupMode(QToolButton::InstantPopup);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setMenu(new QMenu(button));
    }
    m_more->setObjectName(QStringLiteral("issueMenuButton"));
    m_more->setText(tr("&Rule"));
    m_more->setAccessibleName(tr("What to do with the rule"));
    m_muted->setObjectName(QStringLiteral("mutedButton"));
    m_muted->setAccessibleName(tr("Rules that are weighed anew here"));
    m_counts->setObjectName(QStringLiteral("issuesEmpty"));
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_scope, m_grouping})
        row->addWidget(widget);
    row->addWidget(m_words, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_fix, m_mend, m_more, m_muted, m_counts})
        row->addWidget(widget);
    return bar;
}

void IssuesPanel::build() {
    m_view->setObjectName(QStringLiteral("issuesView"));
    m_view->setAccessibleName(tr("Problems"));
    m_view->setModel(&m_model);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setAlternatingRowColors(true);
    m_view->setUniformRowHeights(true);
    m_view->setRootIsDecorated(false); // until there are groups
    m_view->setItemDelegate(new IssueDelegate(m_view));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    const int character = fontMetrics().averageCharWidth();
    m_view->setColumnWidth(IssueModel::SeverityColumn, 18 * character);
    m_view->setColumnWidth(IssueModel::EpisodeColumn, 24 * character);
    m_view->setColumnWidth(IssueModel::FieldColumn, 16 * character);
    m_view->setColumnWidth(IssueModel::RuleColumn, 32 * character);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(IssueModel::MessageColumn, QHeaderView::Stretch);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 3, 6, 6);
    layout->addWidget(buildTools());
    layout->addWidget(m_view, 1);
}

void IssuesPanel::connectAll() {
    connect(m_scope, &QComboBox::currentIndexChanged, this, &IssuesPanel::applyFilter);
    connect(m_words, &QLineEdit::textChanged, this, &IssuesPanel::applyFilter);
    connect(m_grouping, &QComboBox::currentIndexChanged, this, [this](int grouping) {
        m_context.settings.setValue(groupingKey, grouping);
        m_expanded.clear();
        m_model.setGrouping(static_cast<IssueModel::Grouping>(grouping));
        m_view->setRootIsDecorated(grouping > 0);
    });
    connect(m_fix, &QPushButton::clicked, this, &IssuesPanel::fixCurrent);
    connect(m_mend, &QPushButton::clicked, this, &IssuesPanel::mendShown);
    connect(m_more->menu(), &QMenu::aboutToShow, this, [this] {
        m_more->menu()->clear();
        fillMenu(m_more->menu());
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint& where) {
        QMenu menu;
        fillMenu(&menu);
        menu.exec(m_view->viewport()->mapToGlobal(where));
    });
    connect(m_view, &QTreeView::activated, this, &IssuesPanel::activate);
    m_view->installEventFilter(this);
    connect(m_view, &QTreeView::expanded, this, [this](const QModelIndex& index) {
        m_expanded.insert(index.data().toString().section(u' ', 0, -2));
    });
    connect(m_view, &QTreeView::collapsed, this, [this](const QModelIndex& index) {
        m_expanded.remove(index.data().toString().section(u' ', 0, -2));
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) {
                if (now.isValid())
                    m_number = m_model.numberOf(now);
                refreshState();
            });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &IssuesPanel::restore);
    connect(&m_context.session.catalog(), &catalog::Catalog::policyChanged, this, &IssuesPanel::fillMuted);
}

const catalog::Issue* IssuesPanel::current() const {
    return m_model.issueAt(m_view->currentIndex());
}

void IssuesPanel::setEpisode(catalog::EpisodeId id) {
    m_episode = id;
    applyFilter();
}

void IssuesPanel::applyFilter() {
    models::IssueFilter filter = m_model.filter();
    const auto scope = static_cast<Scope>(m_scope->currentIndex());
    const catalog::Catalog& all = m_context.session.catalog();
    filter.episode = scope == Scope::Episode ? m_episode : catalog::EpisodeId{};
    filter.show =
        scope == Scope::Show && all.contains(m_episode) ? all.episode(m_episode).summary().show : QString();
    filter.words = m_words->text();
    m_model.setFilter(filter);
}

void IssuesPanel::showInformation(bool shown) {
    models::IssueFilter filter = m_model.filter();
    filter.least = shown ? catalog::Severity::Information : catalog::Severity::Warning;
    m_model.setFilter(filter);
}

/// What was open and chosen before stays so while problems come and go.
void IssuesPanel::restore() {
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex group = m_model.index(row, 0);
        if (m_model.rowCount(group) == 0)
            break;
        m_view->setFirstColumnSpanned(row, {}, true);
        if (m_expanded.contains(group.data().toString().section(u' ', 0, -2)))
            m_view->expand(group);
    }
    refreshState();
}

void IssuesPanel::refreshState() {
    const catalog::Issue* issue = current();
    const bool hasFix = issue && issue->fix.has_value();
    const bool canFix = hasFix && !m_context.session.catalog().episode(issue->episode).isReadOnly();
    m_fix->setEnabled(canFix);
    m_fix->setToolTip(canFix   ? models::plainToolTip(issue->fix->label)
                      : hasFix ? tr("This episode cannot be changed")
                               : tr("This problem has no safe fix"));
    m_mend->setEnabled(m_model.count() > 0);
    m_more->setEnabled(issue);
    m_counts->setText(m_model.count() == 0 ? tr("No problems.")
                                           : tr("%n problem(s)", nullptr, m_model.count()));
}

void IssuesPanel::activate(const QModelIndex& index) {
    if (const catalog::Issue* found = m_model.issueAt(index)) {
        const catalog::Issue issue = *found; // the model may be made anew on the way
        emit issueActivated(issue.episode, issue.field, issue.span);
    }
}

void IssuesPanel::walk(int step) {
    const int all = m_model.count();
    if (all == 0)
        return;
    const QModelIndex now = m_view->currentIndex();
    const bool isNew = !now.isValid() && m_number < 0;
    const int from = isNew           ? (step > 0 ? -1 : all)
                     : now.isValid() ? m_model.numberOf(now)
                                     : std::min(m_number, all) - 1;
    const QModelIndex next = m_model.indexOf((from + step + all) % all);
    m_view->setCurrentIndex(next);
    activate(next);
}

void IssuesPanel::fixCurrent() {
    if (const catalog::Issue* issue = current(); issue && issue->fix) {
        const catalog::Fix fix = *issue->fix;
        m_context.session.apply({fix.edit}, fix.label);
    }
}

/// The current group's, or all that is shown.
void IssuesPanel::mendShown() {
    const QModelIndex now = m_view->currentIndex();
    const bool isGroup = now.isValid() && !m_model.issueAt(now);
    emit mendRequested(m_model.issuesBelow(isGroup ? now : QModelIndex()));
}

void IssuesPanel::explainCurrent() {
    if (const catalog::Issue* issue = current())
        emit explainRequested(issue->rule);
}

bool IssuesPanel::eventFilter(QObject* watched, QEvent* event) {
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (watched != m_view || !isKey || !current() ||
        !static_cast<QKeyEvent*>(event)->matches(QKeySequence::HelpContents))
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        explainCurrent();
    return true;
}

void IssuesPanel::fillMenu(QMenu* menu) {
    const catalog::Issue* found = current();
    if (!found) {
        menu->addAction(m_mend->text(), this, &IssuesPanel::mendShown);
        return;
    }
    const catalog::Issue issue = *found;
    const catalog::Catalog& all = m_context.session.catalog();
    const QString show = all.episode(issue.episode).summary().show;
    menu->addAction(tr("&Go There"), this, [this] { activate(m_view->currentIndex()); });
    QAction* fix = menu->addAction(
        issue.fix ? tr("Fi&x: %1").arg(QString(issue.fix->label).replace(u'&', u"&&"_qs)) : tr("Fi&x"), this,
        &IssuesPanel::fixCurrent);
    fix->setEnabled(m_fix->isEnabled());
    // The tab shows the key without taking it from the window's Help action.
    menu->addAction(tr("Exp&lain Rule") + QLatin1String("\tF1"), this, &IssuesPanel::explainCurrent);
    menu->addAction(tr("Mend All of “%1”…").arg(issue.rule), this, [this, issue] {
        auto issues = m_model.issuesBelow({});
        std::erase_if(issues, [&](const catalog::Issue& other) { return other.rule != issue.rule; });
        emit mendRequested(issues);
    });
    menu->addSeparator();
    const auto mute = [&](const QString& text, const PolicyScope& scope) {
        menu->addAction(text, this, [this, scope, issue] { setWeight(scope, issue.rule, Weight::Off); });
    };
    mute(tr("Mute for This &Episode"), {PolicyScope::Kind::Episode, all.policyPath(issue.episode)});
    if (!show.isEmpty())
        mute(tr("Mute for This &Show (%1)").arg(show), {PolicyScope::Kind::Show, show});
    mute(tr("Mute for the Whole &Catalogue"), {});
    fillWeights(menu->addMenu(tr("&Weight in the Catalogue")), issue, {});
}

void IssuesPanel::fillWeights(QMenu* menu, const catalog::Issue& issue, const PolicyScope& scope) {
    for (const Weight weight : {Weight::Error, Weight::Warning, Weight::Information})
        menu->addAction(weightName(weight), this,
                        [this, scope, rule = issue.rule, weight] { setWeight(scope, rule, weight); });
    menu->addAction(tr("As the Rule Has It"), this,
                    [this, scope, rule = issue.rule] { setWeight(scope, rule, std::nullopt); });
}

/// The list of what was muted or weighed, each to be taken back.
void IssuesPanel::fillMuted() {
    const auto entries = m_context.session.catalog().policy().entries();
    m_muted->setVisible(!entries.empty());
    m_muted->setText(tr("%n Weighed Anew", nullptr, static_cast<int>(entries.size())));
    m_muted->setToolTip(tr("Choose one to have the rule's own weight again; they are kept in %1")
                            .arg(catalog::Policy::fileName));
    m_muted->menu()->clear();
    for (const catalog::Policy::Entry& entry : entries)
        m_muted->menu()->addAction(
            entry.scope.name.isEmpty()
                ? tr("%1: %2").arg(entry.rule, weightName(entry.weight))
                : tr("%1: %2 in %3").arg(entry.rule, weightName(entry.weight), entry.scope.name),
            this, [this, entry] { setWeight(entry.scope, entry.rule, std::nullopt); });
}

void IssuesPanel::setWeight(const PolicyScope& scope, const QString& rule, std::optional<Weight> weight) {
    catalog::Catalog& all = m_context.session.catalog();
    const catalog::Policy before = all.policy();
    const auto text = before.withWeight(scope, rule, weight);
    QString error = text ? catalog::writePolicy(all.root(), before.text(), *text)
                         : QString::fromStdString(text.error().message);
    if (error.isEmpty()) {
        auto policy = catalog::Policy::parse(*text);
        all.setPolicy(policy ? *policy : before);
    }
    emit message(!error.isEmpty() ? error
                 : weight == Weight::Off
                     ? tr("%1 is muted; the button above the list takes it back.").arg(rule)
                     : tr("The weight of %1 is changed.").arg(rule));
}

} // namespace app
