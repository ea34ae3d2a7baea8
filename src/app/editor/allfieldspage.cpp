// SPDX-License-Identifier: MIT
#include "app/editor/allfieldspage.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeView>

namespace app {

using models::FieldModel;

AllFieldsPage::AllFieldsPage(const EditorContext& context, QWidget* parent)
    : EditorPage(context, parent)
    , m_model(context.session)
    , m_tree(new QTreeView)
    , m_json(new QPlainTextEdit)
    , m_problem(new QLabel)
    , m_apply(new QPushButton(tr("A&pply")))
    , m_reset(new QPushButton(tr("Rese&t")))
    , m_remove(new QPushButton(tr("&Remove"))) {
    m_tree->setObjectName(QStringLiteral("fieldsView"));
    m_tree->setAccessibleName(tr("All fields"));
    m_tree->setModel(&m_model);
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
    for (QPushButton* button : {m_apply, m_reset, m_remove}) {
        button->setAccessibleName(button->text().remove(u'&'));
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_tree, 3);
    layout->addWidget(m_json, 1);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    setFocusProxy(m_tree);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AllFieldsPage::showCurrent);
    connect(&m_model, &FieldModel::rejected, m_problem, &QLabel::setText);
    connect(&m_model, &FieldModel::dataChanged, this, [this](const QModelIndex& index) {
        if (index.row() == m_tree->currentIndex().row() && !m_json->document()->isModified())
            showCurrent();
    });
    connect(&m_model, &FieldModel::modelReset, this, [this] {
        m_tree->setCurrentIndex(m_model.indexOf(m_path));
        if (!m_json->document()->isModified())
            showCurrent();
    });
    connect(m_apply, &QPushButton::clicked, this, &AllFieldsPage::apply);
    connect(m_reset, &QPushButton::clicked, this, &AllFieldsPage::showCurrent);
    connect(m_remove, &QPushButton::clicked, this, &AllFieldsPage::removeCurrent);
    showCurrent();
}

void AllFieldsPage::setEpisode(catalog::EpisodeId id) {
    if (id == m_model.episode())
        return;
    m_json->document()->setModified(false);
    m_model.setEpisode(id);
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
    for (QPushButton* button : {m_apply, m_reset, m_remove})
        button->setEnabled(isOpen);
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

bool AllFieldsPage::goTo(const QString& field, format::Span) {
    const QModelIndex index = m_model.indexOf({field.toStdString()});
    if (!index.isValid())
        return false;
    m_tree->setCurrentIndex(index);
    m_tree->setFocus();
    return true;
}

void AllFieldsPage::commit() {
    if (m_json->document()->isModified() && !m_json->isReadOnly())
        apply();
}

} // namespace app
