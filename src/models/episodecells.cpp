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

/// An episode as a plan looks at it.
struct Looked {
    EpisodeId id;
    const Document* document = nullptr; ///< none: it cannot be read
    const Document* saved = nullptr;    ///< likewise
    QString readOnlyReason;
};

/// What becomes of one cell.
void planCell(CellPlan& plan, const Looked& episode, const Field* field, const QString& text) {
    const Document* document = episode.document;
    const QString before = document ? catalog::cellText(*document, field->key) : QString();
    const auto refuse = [&](const QString& why) {
        plan.refusals.push_back({episode.id, field, before, text, why});
    };
    if (text == before) { // of a file that cannot be read, too: its cells are empty
        ++plan.same;
        return;
    }
    if (!document || !episode.readOnlyReason.isEmpty())
        return refuse(episode.readOnlyReason);
    if (const QString why = catalog::whyNotAsText(*document, *field); !why.isEmpty())
        return refuse(why);
    const auto value = catalog::cellValue(*field, text, episode.saved);
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
    plan.changes.push_back({episode.id, field, before, catalog::cellText(*after, field->key), *value});
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

using Changes = std::vector<CellChange>::const_iterator;

/// Changes of one episode as one edit: each is checked, and told to everybody.
format::Result<catalog::Edit> editOf(Changes first, Changes last, const Document& before,
                                     const Document* saved) {
    auto after = changed(before, *first, saved);
    while (after && ++first != last)
        after = changed(*after, *first, saved);
    return after ? format::Result<catalog::Edit>(catalog::Edit{
                       std::prev(last)->episode, format::differenceOf(before.text(), after->text())})
                 : format::Result<catalog::Edit>(after.error());
}

/// What becomes of one episode's cells.
void planRow(CellPlan& plan, const catalog::EpisodeText& episode, const std::vector<Target>& targets,
             const QStringList& row) {
    const auto document = Document::parse(*episode.text);
    const auto saved = episode.saved == episode.text ? document : Document::parse(*episode.saved);
    const Looked looked{episode.id, document ? &*document : nullptr, saved ? &*saved : nullptr,
                        episode.readOnlyReason};
    const auto first = static_cast<std::ptrdiff_t>(plan.changes.size());
    for (const auto& [field, at] : targets)
        if (at < row.size())
            planCell(plan, looked, field, row[at]);
    if (static_cast<std::ptrdiff_t>(plan.changes.size()) == first)
        return;
    auto edit = editOf(plan.changes.begin() + first, plan.changes.end(), *document, looked.saved);
    const bool isMade = edit.hasValue();
    plan.edits.push_back(isMade ? std::move(edit).value() : catalog::Edit{episode.id, {}});
    plan.before.push_back(isMade ? episode.text : nullptr); // what cannot be is said when it is tried
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
    if (!needText(columns))
        read();
    else // parsed once for all of them
        withDocument(catalog.episode(id), [&](const Document*) { read(); });
    return texts;
}

bool needText(const QStringList& columns) {
    return !std::all_of(columns.begin(), columns.end(),
                        [](const QString& column) { return isInSummary(column) || !editableField(column); });
}

QStringList cellTextsIn(const std::string& text, const QStringList& columns) {
    const auto document = Document::parse(text);
    QStringList texts;
    for (const QString& column : columns) {
        const std::string key = column.toStdString();
        texts += document && catalog::fieldOf(key) ? catalog::cellText(*document, key) : QString();
    }
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

CellTexts cellTexts(const Catalog& catalog, const std::vector<EpisodeId>& episodes,
                    const QStringList& columns, const std::vector<QStringList>& texts) {
    CellTexts all{{}, columns, texts};
    all.episodes.reserve(episodes.size());
    for (const EpisodeId id : episodes)
        all.episodes.push_back(catalog::episodeTextOf(catalog, id));
    return all;
}

CellPlan planCells(const CellTexts& all, const std::function<bool(int, int)>& report) {
    CellPlan plan;
    const auto& [episodes, columns, texts] = all;
    if (texts.empty() || episodes.empty())
        return plan;
    const std::vector<Target> targets = targetsOf(columns, plan);
    qsizetype widest = 0;
    for (const QStringList& row : texts)
        widest = std::max(widest, row.size());
    plan.columnsTooMany = static_cast<int>(std::max<qsizetype>(widest - columns.size(), 0));
    plan.rowsTooMany = texts.size() > episodes.size() ? static_cast<int>(texts.size() - episodes.size()) : 0;
    for (std::size_t i = 0; i < episodes.size() && (i < texts.size() || texts.size() == 1); ++i) {
        planRow(plan, episodes[i], targets, texts.size() == 1 ? texts.front() : texts[i]);
        if (report && !report(static_cast<int>(i + 1), static_cast<int>(episodes.size())))
            break;
    }
    return plan;
}

catalog::Gathered gatheredCells(const Catalog& catalog, const CellPlan& plan) {
    catalog::Gathered all{plan.edits, static_cast<int>(plan.changes.size()), 0};
    auto first = plan.changes.begin();
    for (std::size_t i = 0; i < plan.edits.size(); ++i) {
        const Episode& episode = catalog.episode(plan.edits[i].episode);
        const auto last = std::find_if(first, plan.changes.end(), [&](const CellChange& change) {
            return change.episode != episode.id();
        });
        if (plan.before[i] != episode.sharedText()) {
            const auto document = episode.document();
            auto edit = document ? editOf(first, last, *document, episode.savedDocument().get())
                                 : format::Result<catalog::Edit>(format::Error{});
            if (!edit)
                return {};
            all.edits[i] = std::move(edit).value();
        }
        first = last;
    }
    return all;
}

bool applyCells(EditSession& session, const CellPlan& plan, const QString& name) {
    session.settle();
    const catalog::Gathered all = gatheredCells(session.catalog(), plan);
    return !all.edits.empty() && session.apply(all.edits, name);
}

} // namespace models
