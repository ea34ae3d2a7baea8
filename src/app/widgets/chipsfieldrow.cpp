// SPDX-License-Identifier: MIT
#include "app/widgets/chipsfieldrow.h"

#include "app/widgets/chipedit.h"
#include "app/widgets/undofilter.h"
#include "models/completionmodel.h"

#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>

namespace app {

ChipsFieldRow::ChipsFieldRow(const EditorContext& context, std::string_view key, QWidget* parent)
    : FieldRow(context, key, parent)
    , m_completion(new models::CompletionModel(context.session.catalog(),
                                               m_field ? m_field->kind : catalog::FieldKind::TextList, this))
    , m_chips(new ChipEdit(*m_completion, this))
    , m_raw(new QLineEdit(this)) {
    const QString name = QString::fromStdString(this->key());
    m_chips->setObjectName(name + QStringLiteral("Chips"));
    m_chips->lineEdit()->setObjectName(name + QStringLiteral("AddEdit"));
    m_raw->setObjectName(name + QStringLiteral("RawEdit"));
    m_raw->setAccessibleName(tr("%1 as the file has it").arg(label()));
    m_raw->setReadOnly(true);
    auto* both = new QWidget(this);
    auto* line = new QHBoxLayout(both);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_chips, 1);
    line->addWidget(m_raw, 1);
    setControl(both, m_chips->lineEdit());
    auto* undo = new UndoFilter(m_context.session, this);
    undo->installOn(m_chips->lineEdit());
    using Merge = models::EditSession::Merge;
    connect(m_chips, &ChipEdit::completionWanted, this, &ChipsFieldRow::countUses);
    connect(m_chips, &ChipEdit::addRequested, this, &ChipsFieldRow::add);
    connect(m_chips, &ChipEdit::removeRequested, this, [this](int index) {
        m_context.session.removeValue(m_id, {this->key(), static_cast<std::size_t>(index)});
    });
    connect(m_chips, &ChipEdit::moveRequested, this, [this](int from, int to) {
        m_context.session.moveElement(m_id, {this->key(), static_cast<std::size_t>(from)},
                                      static_cast<std::size_t>(to));
    });
    connect(m_chips, &ChipEdit::changeRequested, this, [this](int index, const QString& text) {
        m_context.session.setValue(m_id, {this->key(), static_cast<std::size_t>(index)},
                                   format::JsonValue::string(text.toStdString()), Merge::No);
    });
    connect(&m_context.session.catalog(), &catalog::Catalog::registryChanged, m_chips,
            &ChipEdit::refreshWords);
}

QStringList ChipsFieldRow::items() const {
    QStringList texts;
    const format::JsonNode* here = node();
    if (here && here->type == format::JsonType::Array)
        for (const std::string& text : document()->strings(*here))
            texts += QString::fromStdString(text);
    return texts;
}

void ChipsFieldRow::add(const QStringList& items) {
    const QStringList present = this->items();
    std::vector<std::string> fresh;
    for (const QString& item : items) {
        const std::string text = item.toStdString();
        if (!present.contains(item) && std::find(fresh.begin(), fresh.end(), text) == fresh.end())
            fresh.push_back(text);
        else
            emit message(tr("%1 is in the list already.").arg(item));
    }
    if (fresh.empty())
        return;
    const format::JsonNode* here = node();
    if (fresh.size() == 1 && here && here->type == format::JsonType::Array) {
        m_context.session.insertElement(m_id, {key()}, static_cast<std::size_t>(present.size()),
                                        format::JsonValue::string(fresh.front()));
        return;
    }
    std::vector<std::string> all; // several at once are one step
    for (const QString& text : present)
        all.push_back(text.toStdString());
    all.insert(all.end(), fresh.begin(), fresh.end());
    write(format::JsonValue::strings(all), models::EditSession::Merge::No);
}

bool ChipsFieldRow::hasOtherElements() const {
    const auto shown = document();
    const format::JsonNode* here = shown ? shown->member(key()) : nullptr;
    return here && std::any_of(here->children.begin(), here->children.end(), [&](format::JsonId id) {
               const format::JsonNode& element = shown->json().node(id);
               return element.type != format::JsonType::String || element.hasLoneSurrogate;
           });
}

QString ChipsFieldRow::unsuitable(const Value& value) const {
    if (value.type == format::JsonType::Null ||
        (value.type == format::JsonType::Array && !hasOtherElements()))
        return {};
    return tr(
        "The file has something else here where a list of texts belongs. It is kept; it can be changed on "
        "All Fields.");
}

void ChipsFieldRow::setEpisode(catalog::EpisodeId id) {
    if (id != m_id) {
        m_chips->lineEdit()->clear();
        m_isCounted = false;
    }
    FieldRow::setEpisode(id);
    if (m_chips->lineEdit()->hasFocus())
        countUses();
}

/// Only where somebody may type: whoever walks through the episodes waits for no catalogue to be counted.
void ChipsFieldRow::countUses() {
    const catalog::Catalog& catalog = m_context.session.catalog();
    if (m_isCounted || !catalog.contains(m_id))
        return;
    m_isCounted = true;
    m_completion->setShow(catalog.episode(m_id).summary().show);
}

void ChipsFieldRow::showValue(const Value& value, bool canEdit) {
    const bool isRaw = value.exists && !unsuitable(value).isEmpty();
    m_raw->setVisible(isRaw);
    m_chips->setVisible(!isRaw);
    if (isRaw) {
        m_raw->setText(QString::fromStdString(std::string(document()->raw(*node()))).simplified());
        m_raw->setCursorPosition(0);
    }
    m_chips->setReadOnly(!canEdit);
    if (const QStringList now = isRaw ? QStringList() : items(); now != m_chips->items())
        m_chips->setItems(now);
}

void ChipsFieldRow::focusOn(format::Span span) {
    const auto shown = document();
    const format::JsonNode* here = shown ? shown->member(key()) : nullptr;
    int index = -1;
    if (here && here->type == format::JsonType::Array)
        for (std::size_t at = 0; at < here->children.size(); ++at)
            if (shown->json().node(here->children[at]).span.contains(span))
                index = static_cast<int>(at);
    m_chips->focusItem(index);
}

void ChipsFieldRow::commit() {
    m_chips->commit();
}

} // namespace app
