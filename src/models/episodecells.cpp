// SPDX-License-Identifier: MIT
#include "models/episodecells.h"

#include "catalog/celltext.h"
#include "models/episodetablemodel.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace models {

using catalog::Catalog;
using catalog::Episode;
using catalog::EpisodeId;
using catalog::Field;
using format::Document;

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("EpisodeCells", text);
}

/// What a plan knows of a column of texts.
struct Target {
    const Field* field = nullptr;
    qsizetype at = 0;
};

/// Runs `use` on the episode's document, which is parsed for it where it is not at hand: thousands may be
/// asked.
template <typename Use>
void withDocument(const Episode& episode, const Use& use) {
    const bool wasOpen = episode.hasDocument();
    use(episode.document().get());
    if (!wasOpen)
        episode.releaseDocuments();
}

/// What the summary holds costs no parsing.
std::optional<QString> summaryText(const catalog::Summary& summary, const QString& column) {
    if (column == QLatin1String("title"))
        return summary.title;
    if (column == QLatin1String("episode"))
        return summary.number;
    if (column == QLatin1String("date"))
        return summary.date;
    if (column == QLatin1String("podcast_duration"))
        return summary.duration;
    if (column == QLatin1String("show_slug"))
        return summary.show;
    return std::nullopt;
}

bool isInSummary(const QString& column) {
    return summaryText({}, column).has_value();
}

/// What becomes of one cell.
void planCell(CellPlan& plan, const Episode& episode, const Document* document, const Field* field,
              const QString& text) {
    const auto refuse = [&](const QString& why) {
        plan.refusals.push_back({episode.id(), field, text, why});
    };
    const QString before = document ? catalog::cellText(*document, field->key) : QString();
    if (text == before) { // of a file that cannot be read, too: its cells are empty
        ++plan.same;
        return;
    }
    if (!document || episode.isReadOnly())
        return refuse(episode.readOnlyReason());
    if (const QString why = catalog::whyNotAsText(*document, *field); !why.isEmpty())
        return refuse(why);
    const auto value = catalog::cellValue(*field, text, episode.savedDocument().get());
    if (!value)
        return refuse(QString::fromStdString(value.error().message));
    const format::JsonNode* node = document->member(field->key);
    if (node && document->value(*node).isSameValue(*value)) {
        ++plan.same; // spelled otherwise: TRUE, 46:01
        return;
    }
    const auto edits = document->set({std::string(field->key)}, *value, catalog::keyOrder());
    const auto after = edits ? document->withEdits(*edits) : format::Result<Document>(edits.error());
    if (!after)
        return refuse(QString::fromStdString(after.error().message));
    plan.changes.push_back({episode.id(), field, before, catalog::cellText(*after, field->key), *value});
}

std::vector<Target> targetsOf(const QStringList& columns, CellPlan& plan) {
    std::vector<Target> targets;
    for (qsizetype at = 0; at < columns.size(); ++at) {
        if (const Field* field = editableField(columns[at]))
            targets.push_back({field, at});
        else
            plan.columnsNoText += EpisodeTableModel::columnLabel(columns[at]);
    }
    return targets;
}

/// The document with the change; a value that is the saved one again is spelled as it was.
format::Result<Document> changed(const Document& document, const CellChange& change, const Document* saved) {
    const auto edits = document.set({std::string(change.field->key)}, change.value, catalog::keyOrder());
    auto after = edits ? document.withEdits(*edits) : format::Result<Document>(edits.error());
    if (!after || !saved)
        return after;
    const format::TextEdits settling = after->restoreSpelling(*saved, change.field->key);
    return settling.empty() ? after : after->withEdits(settling);
}

} // namespace

bool CellPlan::concernsSeveral() const {
    return std::any_of(changes.begin(), changes.end(), [this](const CellChange& change) {
        return change.episode != changes.front().episode;
    });
}

const Field* editableField(const QString& column) {
    const Field* field = catalog::fieldOf(column.toStdString());
    return field && field->kind != catalog::FieldKind::Json ? field : nullptr;
}

QString cellTextOf(const Catalog& catalog, EpisodeId id, const QString& column) {
    const Episode& episode = catalog.episode(id);
    if (episode.isRefused())
        return {};
    if (const auto known = summaryText(episode.summary(), column))
        return *known;
    QString text;
    withDocument(episode, [&](const Document* document) {
        if (document)
            text = catalog::cellText(*document, column.toStdString());
    });
    return text;
}

QStringList cellTextsOf(const Catalog& catalog, EpisodeId id, const QStringList& columns) {
    QStringList texts;
    const auto read = [&] {
        for (const QString& column : columns)
            texts += catalog::fieldOf(column.toStdString()) ? cellTextOf(catalog, id, column) : QString();
    };
    const auto isCheap = [](const QString& column) { return isInSummary(column) || !editableField(column); };
    if (std::all_of(columns.begin(), columns.end(), isCheap))
        read();
    else // parsed once for all of them
        withDocument(catalog.episode(id), [&](const Document*) { read(); });
    return texts;
}

QString whyNotEditable(const Catalog& catalog, EpisodeId id, const QString& column) {
    const Field* field = catalog::fieldOf(column.toStdString());
    if (!field)
        return say("it is no field of the file");
    const Episode& episode = catalog.episode(id);
    const auto document = episode.document();
    if (!document || episode.isReadOnly())
        return episode.readOnlyReason();
    if (QString why = catalog::whyNotAsText(*document, *field); !why.isEmpty())
        return why;
    return catalog::cellText(*document, field->key).contains(QLatin1Char('\n'))
               ? say("it has several lines; they are edited on the Details page")
               : QString();
}

QString whyNotText(const Catalog& catalog, EpisodeId id, const QString& column, const QString& text) {
    if (text == cellTextOf(catalog, id, column))
        return {};
    if (QString why = whyNotEditable(catalog, id, column); !why.isEmpty())
        return why;
    const auto value =
        catalog::cellValue(*editableField(column), text, catalog.episode(id).savedDocument().get());
    return value ? QString() : QString::fromStdString(value.error().message);
}

bool setCell(EditSession& session, EpisodeId id, const QString& column, const QString& text) {
    const Catalog& catalog = session.catalog();
    if (text == cellTextOf(catalog, id, column) || !whyNotText(catalog, id, column, text).isEmpty())
        return text == cellTextOf(catalog, id, column);
    const Field& field = *editableField(column);
    const auto value = catalog::cellValue(field, text, catalog.episode(id).savedDocument().get());
    return value && session.setValue(id, {std::string(field.key)}, *value);
}

CellPlan planCells(const Catalog& catalog, const std::vector<EpisodeId>& episodes, const QStringList& columns,
                   const std::vector<QStringList>& texts) {
    CellPlan plan;
    if (texts.empty() || episodes.empty())
        return plan;
    const std::vector<Target> targets = targetsOf(columns, plan);
    qsizetype widest = 0;
    for (const QStringList& row : texts)
        widest = std::max(widest, row.size());
    plan.columnsTooMany = static_cast<int>(std::max<qsizetype>(widest - columns.size(), 0));
    plan.rowsTooMany = texts.size() > episodes.size() ? static_cast<int>(texts.size() - episodes.size()) : 0;
    for (std::size_t i = 0; i < episodes.size() && (i < texts.size() || texts.size() == 1); ++i) {
        const QStringList& row = texts.size() == 1 ? texts.front() : texts[i];
        const Episode& episode = catalog.episode(episodes[i]);
        withDocument(episode, [&](const Document* document) {
            for (const auto& [field, at] : targets)
                if (at < row.size())
                    planCell(plan, episode, document, field, row[at]);
        });
    }
    return plan;
}

bool applyCells(EditSession& session, const CellPlan& plan, const QString& name) {
    std::vector<catalog::Edit> edits; // one an episode: each is checked and told to everybody
    const auto& changes = plan.changes;
    for (auto first = changes.begin(); first != changes.end();) {
        const Episode& episode = session.catalog().episode(first->episode);
        auto document = episode.document();
        const auto saved = episode.savedDocument();
        for (; first != changes.end() && first->episode == episode.id(); ++first) {
            auto after = document ? changed(*document, *first, saved.get())
                                  : format::Result<Document>(format::Error{});
            if (!after)
                return false;
            document = std::make_shared<const Document>(std::move(after).value());
        }
        edits.push_back({episode.id(), format::differenceOf(episode.text(), document->text())});
    }
    return session.apply(edits, name);
}

} // namespace models
