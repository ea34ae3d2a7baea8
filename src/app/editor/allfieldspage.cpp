// SPDX-License-Identifier: MIT
#include "app/editor/allfieldspage.h"

#include "app/widgets/founddelegate.h"
#include "catalog/field.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeView>

namespace app {

using models::FieldModel;

namespace {

/// Marks the values of what is searched for, each by its key of the front matter, however deep it lies.
class FieldDelegate : public FoundDelegate {
public:
    FieldDelegate(const FieldModel& model, QObject* parent)
        : FoundDelegate(parent)
        , m_model(model) {}

    catalog::FoundTerms termsAt(const QModelIndex& index) const override {
        const format::JsonPath path = m_model.pathOf(index);
        if (index.column() != FieldModel::ValueColumn || path.empty())
            return {};
        const auto* key = std::get_if<std::string>(&path.front());
        return key ? marks().termsFor(*key) : catalog::FoundTerms();
    }

private:
    const FieldModel& m_model;
};

} // namespace

AllFieldsPage::AllFieldsPage(const EditorContext& context, QWidget* parent)
    : EditorPage(context, parent)
    , m_model(context.session)
    , m_tree(new QTreeView)
    , m_delegate(new FieldDelegate(m_model, m_tree))
    , m_json(new QPlainTextEdit)
    , m_problem(new QLabel)
    , m_apply(new QPushButton(tr("A&pply")))
    , m_reset(new QPushButton(tr("Rese&t")))
    , m_remove(new QPushButton(tr("&Remove")))
    , m_add(new QPushButton(tr("&Add…")))
    , m_up(new QPushButton(tr("Move &Up")))
    , m_down(new QPushButton(tr("Move D&own")))
    , m_filter(new QLineEdit) {
    build();
    setFocusProxy(m_tree);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AllFieldsPage::leaveCurrent);
    connect(m_filter, &QLineEdit::textChanged, this, &AllFieldsPage::applyFilter);
    connect(m_add, &QPushButton::clicked, this, &AllFieldsPage::add);
    connect(m_up, &QPushButton::clicked, this, [this] { moveCurrent(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveCurrent(1); });
    connect(&m_context.session.catalog(), &catalog::Catalog::cleared, this, [this] {
        m_unapplied.clear();
        m_json->document()->setModified(false);
    });
    connect(&m_model, &FieldModel::rejected, m_problem, &QLabel::setText);
    connect(&m_model, &FieldModel::dataChanged, this, [this](const QModelIndex& index) {
        if (index.row() == m_tree->currentIndex().row() && !m_json->document()->isModified())
            showCurrent();
    });
    connect(&m_model, &FieldModel::modelReset, this, [this] {
        m_tree->setCurrentIndex(m_model.indexOf(m_path));
        applyFilter();
        if (!m_json->document()->isModified())
            showCurrent();
    });
    connect(m_apply, &QPushButton::clicked, this, &AllFieldsPage::apply);
    connect(m_reset, &QPushButton::clicked, this, &AllFieldsPage::showCurrent);
    connect(m_remove, &QPushButton::clicked, this, &AllFieldsPage::removeCurrent);
    showCurrent();
}

void AllFieldsPage::build() {
    m_filter->setObjectName(QStringLiteral("fieldsFilter"));
    m_filter->setAccessibleName(tr("Filter fields"));
    m_filter->setPlaceholderText(tr("Filter by key or value"));
    m_filter->setClearButtonEnabled(true);
    m_add->setObjectName(QStringLiteral("addFieldButton"));
    m_add->setToolTip(tr("Add a key to the selected object, or an element to the selected list"));
    m_up->setObjectName(QStringLiteral("moveFieldUpButton"));
    m_down->setObjectName(QStringLiteral("moveFieldDownButton"));
    m_tree->setObjectName(QStringLiteral("fieldsView"));
    m_tree->setAccessibleName(tr("All fields"));
    m_tree->setModel(&m_model);
    m_tree->setItemDelegate(m_delegate);
    m_tree->header()->resizeSection(FieldModel::KeyColumn, 260);
    m_json->setObjectName(QStringLiteral("jsonEdit"));
    m_json->setAccessibleName(tr("Value as JSON"));
    m_json->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_problem->setObjectName(QStringLiteral("jsonProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_apply->setObjectName(QStringLiteral("applyJsonButton"));
    m_reset->setObjectName(QStringLiteral("resetJsonButton"));
    m_remove->setObjectName(QStringLiteral("removeFieldButton"));
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_apply, m_reset, m_add, m_remove, m_up, m_down}) {
        button->setAccessibleName(button->text().remove(u'&'));
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_filter);
    layout->addWidget(m_tree, 3);
    layout->addWidget(m_json, 1);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
}

/// JSON that could not be applied stays with its episode, and comes back with it.
void AllFieldsPage::setEpisode(catalog::EpisodeId id) {
    if (id == m_model.episode())
        return;
    if (m_json->document()->isModified() && m_model.episode().isValid())
        m_unapplied.insert(m_model.episode(), {m_path, m_json->toPlainText()});
    m_json->document()->setModified(false);
    m_model.setEpisode(id);
    if (!m_unapplied.contains(id))
        return;
    const Unapplied kept = m_unapplied.take(id);
    m_tree->setCurrentIndex(m_model.indexOf(kept.path));
    m_json->setPlainText(kept.text);
    m_json->document()->setModified(true);
    m_problem->setText(tr("This was typed before and is not applied yet."));
}

/// Another row is shown only when what was typed for this one is applied; else the selection stays.
void AllFieldsPage::leaveCurrent(const QModelIndex& current) {
    if (m_model.pathOf(current) == m_path)
        return;
    if (m_json->document()->isModified() && !m_json->isReadOnly()) {
        apply();
        if (m_json->document()->isModified()) {
            QMetaObject::invokeMethod(
                this, [this] { m_tree->setCurrentIndex(m_model.indexOf(m_path)); }, Qt::QueuedConnection);
            return;
        }
        QMetaObject::invokeMethod(
            this, [this] { showCurrent(); }, Qt::QueuedConnection); // the rows may have been made anew
        return;
    }
    showCurrent();
}

void AllFieldsPage::applyFilter() {
    filterBelow({}, m_filter->text());
}

/// What matches by its key keeps all that it holds; what is found within a list opens it.
void AllFieldsPage::filterBelow(const QModelIndex& parent, const QString& words) {
    const auto holds = [&words](const QString& text) { return text.contains(words, Qt::CaseInsensitive); };
    for (int row = 0; row < m_model.rowCount(parent); ++row) {
        const QModelIndex key = m_model.index(row, FieldModel::KeyColumn, parent);
        const bool isKey = words.isEmpty() || holds(key.data().toString());
        const bool isShown = isKey || holds(key.data(FieldModel::JsonRole).toString()) ||
                             holds(key.siblingAtColumn(FieldModel::ValueColumn).data().toString());
        m_tree->setRowHidden(row, parent, !isShown);
        if (!isShown || m_model.rowCount(key) == 0)
            continue;
        filterBelow(key, isKey ? QString() : words);
        if (!isKey)
            m_tree->expand(key);
    }
}

/// Adds to the selected object or list; to the one around it where a plain value is selected.
void AllFieldsPage::add() {
    const auto document = m_context.session.catalog().episode(m_model.episode()).document();
    if (!document)
        return;
    format::JsonPath path = m_path;
    while (document->at(path) && document->at(path)->type < format::JsonType::Array)
        path.pop_back();
    const format::JsonNode* container = document->at(path);
    if (!container)
        return;
    if (container->type == format::JsonType::Array) {
        const std::size_t at = container->children.size();
        if (m_context.session.insertElement(m_model.episode(), path, at, format::JsonValue::null())) {
            path.emplace_back(at);
            m_tree->setCurrentIndex(m_model.indexOf(path));
        }
        return;
    }
    QStringList missing;
    if (path.empty())
        for (const std::string_view key : catalog::keyOrder())
            if (!document->member(key))
                missing += QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
    bool isChosen = false;
    const QString key = QInputDialog::getItem(this, tr("Add a Key"), tr("Key:"), missing, 0, true, &isChosen);
    if (!isChosen || key.isEmpty())
        return;
    if (m_context.session.insertMember(m_model.episode(), path, key.toStdString(),
                                       format::JsonValue::null())) {
        path.emplace_back(key.toStdString());
        m_tree->setCurrentIndex(m_model.indexOf(path));
        m_json->setFocus();
    }
}

void AllFieldsPage::moveCurrent(int step) {
    const QModelIndex current = m_tree->currentIndex();
    const int to = current.row() + step;
    if (!current.isValid() || to < 0 || to >= m_model.rowCount(current.parent()))
        return;
    format::JsonPath moved = m_path;
    if (!m_context.session.moveElement(m_model.episode(), m_path, static_cast<std::size_t>(to)))
        return;
    if (!moved.empty() && std::holds_alternative<std::size_t>(moved.back()))
        moved.back() = static_cast<std::size_t>(to);
    m_path = moved;
    m_tree->setCurrentIndex(m_model.indexOf(moved));
    showCurrent();
}

void AllFieldsPage::showCurrent() {
    const QModelIndex current = m_tree->currentIndex();
    const catalog::Catalog& all = m_context.session.catalog();
    const bool isOpen = current.isValid() && !current.data(FieldModel::LockedRole).toBool() &&
                        !all.episode(m_model.episode()).isReadOnly();
    m_path = m_model.pathOf(current);
    m_json->setPlainText(current.data(FieldModel::JsonRole).toString());
    m_json->setReadOnly(!isOpen);
    m_problem->setText(
        current.data(FieldModel::LockedRole).toBool() ? current.data(Qt::ToolTipRole).toString() : QString());
    const bool isFile = all.contains(m_model.episode()) && !all.episode(m_model.episode()).isReadOnly();
    for (QPushButton* button : {m_apply, m_reset, m_remove})
        button->setEnabled(isOpen);
    m_add->setEnabled(isFile);
    m_up->setEnabled(isOpen && current.row() > 0);
    m_down->setEnabled(isOpen && current.row() + 1 < m_model.rowCount(current.parent()));
}

void AllFieldsPage::apply() {
    const QModelIndex index = m_model.indexOf(m_path, FieldModel::ValueColumn);
    if (!index.isValid() || !m_model.setData(index, m_json->toPlainText()))
        return; // what was typed stays, with the reason below it
    m_json->document()->setModified(false);
    showCurrent();
}

void AllFieldsPage::removeCurrent() {
    if (!m_path.empty())
        m_context.session.removeValue(m_model.episode(), m_path);
}

bool AllFieldsPage::goTo(const QString& field, format::Span span) {
    QModelIndex index = m_model.indexAt(span);
    if (!index.isValid() || m_model.pathOf(index).front() != format::JsonPath{field.toStdString()}.front())
        index = m_model.indexOf({field.toStdString()});
    if (!index.isValid())
        return false;
    m_filter->clear();
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
    m_tree->setFocus();
    return true;
}

void AllFieldsPage::setSearch(const catalog::SearchMarks& marks) {
    m_delegate->setSearch(marks);
    m_tree->viewport()->update();
}

void AllFieldsPage::commit() {
    if (m_json->document()->isModified() && !m_json->isReadOnly())
        apply();
}

} // namespace app
