// SPDX-License-Identifier: MIT
#include "app/widgets/guidfieldrow.h"

#include "app/widgets/textfieldrow.h"
#include "app/widgets/undofilter.h"
#include "catalog/values.h"

#include <QFontDatabase>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace app {

namespace {
constexpr int guidWidth = 38;
}

GuidFieldRow::GuidFieldRow(const EditorContext& context, QWidget* parent)
    : FieldRow(context, "episode_guid", parent)
    , m_edit(new QLineEdit(this))
    , m_state(new QLabel(this))
    , m_warning(new QLabel(tr("Podcast apps take a changed GUID for a new episode."), this))
    , m_unlock(new QPushButton(tr("Unlock…"), this))
    , m_new(new QPushButton(tr("New GUID…"), this)) {
    m_edit->setObjectName(QStringLiteral("guidEdit"));
    m_edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_edit->setMinimumWidth(widthForCharacters(m_edit, guidWidth));
    m_edit->setMaximumWidth(widthForCharacters(m_edit, guidWidth));
    m_state->setObjectName(QStringLiteral("guidState"));
    m_state->setTextFormat(Qt::PlainText);
    m_warning->setObjectName(QStringLiteral("guidWarning"));
    m_warning->setWordWrap(true);
    m_unlock->setObjectName(QStringLiteral("unlockGuidButton"));
    m_unlock->setAutoDefault(false);
    m_unlock->setToolTip(tr("Lets the GUID be edited. A published episode keeps its GUID for ever."));
    m_new->setObjectName(QStringLiteral("newGuidButton"));
    m_new->setAutoDefault(false);
    m_new->setToolTip(tr("Makes a new random GUID, after a warning"));
    setControl(m_edit, nullptr, 0);
    addBeside(m_state);
    addBeside(m_unlock);
    addBeside(m_new);
    endBeside();
    below()->addWidget(m_warning);
    auto* undo = new UndoFilter(m_context.session, this);
    undo->installOn(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (!writeText(text, models::EditSession::Merge::Typing))
            refresh();
    });
    connect(m_unlock, &QPushButton::clicked, this, &GuidFieldRow::unlock);
    connect(m_new, &QPushButton::clicked, this, &GuidFieldRow::askForNewGuid);
    connect(&m_context.validator, &catalog::Validator::issuesChanged, this, [this](catalog::EpisodeId id) {
        if (id == m_id)
            showState();
    });
}

void GuidFieldRow::setEpisode(catalog::EpisodeId id) {
    if (id != m_id)
        m_isUnlocked = false;
    FieldRow::setEpisode(id);
}

void GuidFieldRow::showValue(const Value& value, bool canEdit) {
    setTextKeepingCursor(m_edit, value.text);
    m_edit->setReadOnly(!canEdit || !m_isUnlocked);
    m_unlock->setVisible(!m_isUnlocked);
    m_unlock->setEnabled(canEdit);
    m_new->setVisible(m_isUnlocked);
    m_new->setEnabled(canEdit);
    m_warning->setVisible(m_isUnlocked);
    showState();
}

void GuidFieldRow::showState() {
    if (!document()) {
        m_state->clear();
        return;
    }
    const auto& issues = m_context.validator.issuesOf(m_id);
    const bool isDuplicate = std::any_of(issues.begin(), issues.end(), [](const catalog::Issue& issue) {
        return issue.rule == QLatin1String("guid-duplicate");
    });
    switch (catalog::guidStateOf(m_edit->text())) {
    case catalog::GuidState::Valid: // which episode has it as well stands in the problem below
        m_state->setText(isDuplicate ? tr("✗ valid, but used twice") : tr("✓ valid, unique"));
        break;
    case catalog::GuidState::Nil:
        m_state->setText(tr("⚠ nil: a placeholder"));
        break;
    case catalog::GuidState::Invalid:
        m_state->setText(m_edit->text().isEmpty() ? tr("✗ no GUID") : tr("✗ not a GUID"));
        break;
    }
}

void GuidFieldRow::unlock() {
    m_isUnlocked = true;
    refresh();
    m_edit->setFocus();
}

void GuidFieldRow::askForNewGuid() {
    auto* box = new QMessageBox(QMessageBox::Warning, tr("New GUID"),
                                tr("Replace the GUID of this episode with a new one?"), QMessageBox::Cancel,
                                window());
    box->setObjectName(QStringLiteral("newGuidQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        tr("Podcast apps take a changed GUID for a new episode: subscribers get it again, and what "
           "they have heard of the old one is forgotten. Do this only before publishing."));
    auto* replace = box->addButton(tr("Replace GUID"), QMessageBox::AcceptRole);
    replace->setObjectName(QStringLiteral("replaceGuidButton"));
    box->setDefaultButton(QMessageBox::Cancel);
    const catalog::EpisodeId asked = m_id;
    connect(replace, &QPushButton::clicked, this, [this, asked] {
        if (asked == m_id)
            writeText(catalog::newGuid(), models::EditSession::Merge::No);
    });
    box->open();
}

} // namespace app
