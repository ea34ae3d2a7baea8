// SPDX-License-Identifier: MIT
#include "app/outside/mergedesk.h"

#include "catalog/field.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace app {

using catalog::EpisodeId;

MergeDesk::MergeDesk(models::EditSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {
    connect(&session.catalog(), &catalog::Catalog::cleared, this, [this] {
        m_open.clear();
        emit conflictsChanged();
    });
    connect(&session.catalog(), &catalog::Catalog::episodeChanged, this, [this](EpisodeId id) {
        if (m_open.contains(id))
            emit conflictsChanged();
    });
}

const MergeDesk::Open* MergeDesk::openOf(EpisodeId id) const {
    const auto open = m_open.constFind(id);
    if (open == m_open.constEnd())
        return nullptr;
    const std::string& text = m_session.catalog().episode(id).text();
    return !open->decidedFrom || *open->decidedFrom == text ? &*open : nullptr;
}

std::vector<MergeDesk::Taken> MergeDesk::take(const std::vector<Disk>& files) {
    std::vector<Taken> all;
    std::vector<models::EditSession::FromDisk> fromDisk;
    for (const Disk& file : files) {
        const catalog::Episode& episode = m_session.catalog().episode(file.id);
        Taken taken{file.id, episode.isChanged() && !episode.isRefused(), {}, {}};
        taken.merge.text = file.text;
        if (const auto document = format::Document::parse(file.text); !document) {
            taken.problem = QString::fromStdString(document.error().message);
        } else {
            const Open* open = openOf(file.id);
            if (taken.wasChanged)
                taken.merge =
                    format::mergeTexts(open ? open->base : episode.savedText(), episode.text(), file.text);
            fromDisk.push_back({file.id, file.text, taken.merge.text});
        }
        all.push_back(std::move(taken));
    }
    for (const auto& [id, why] : m_session.takeFromDisk(fromDisk))
        std::find_if(all.begin(), all.end(), [id = id](const Taken& taken) {
            return taken.id == id;
        })->problem = why;
    for (const Taken& taken : all) {
        if (!taken.problem.isEmpty())
            continue;
        m_open.remove(taken.id);
        if (!taken.merge.conflicts.empty())
            m_open.insert(taken.id, {taken.merge.openBase, std::nullopt});
    }
    emit conflictsChanged();
    return all;
}

void MergeDesk::remember(EpisodeId id, const std::string& openBase) {
    m_open.insert(id, {openBase, std::nullopt});
    emit conflictsChanged();
}

std::optional<format::Merge> MergeDesk::conflictsOf(EpisodeId id) const {
    const Open* open = openOf(id);
    if (!open)
        return std::nullopt;
    const catalog::Episode& episode = m_session.catalog().episode(id);
    auto merge = format::mergeTexts(open->base, episode.text(), episode.savedText());
    return merge.conflicts.empty() ? std::nullopt : std::optional(std::move(merge));
}

std::vector<EpisodeId> MergeDesk::conflicted() const {
    std::vector<EpisodeId> ids;
    for (auto open = m_open.begin(); open != m_open.end(); ++open)
        if (conflictsOf(open.key()))
            ids.push_back(open.key());
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::string MergeDesk::preview(EpisodeId id, const std::vector<format::MergeChoice>& choices) const {
    const catalog::Episode& episode = m_session.catalog().episode(id);
    const Open* open = openOf(id);
    return open ? format::mergeTexts(open->base, episode.text(), episode.savedText(), choices).text
                : episode.text();
}

bool MergeDesk::decide(EpisodeId id, const std::vector<format::MergeChoice>& choices) {
    const Open* open = openOf(id);
    if (!open)
        return true;
    const std::string before = m_session.catalog().episode(id).text();
    const std::string after = preview(id, choices);
    // Known as decided before the text changes: whoever listens to that asks for the conflicts.
    const std::string base = open->base;
    if (before == after)
        m_open.remove(id); // mine, all of it: nothing to undo
    else
        m_open.insert(id, {base, before});
    const bool isDone = m_session.setText(id, after, models::EditSession::Merge::No, tr("Resolve Conflicts"));
    if (!isDone)
        m_open.insert(id, {base, std::nullopt});
    emit conflictsChanged();
    return isDone;
}

namespace {

QString fieldName(const format::JsonPath& path) {
    QStringList names;
    for (const format::JsonStep& step : path) {
        const auto* key = std::get_if<std::string>(&step);
        const catalog::Field* field = key && names.isEmpty() ? catalog::fieldOf(*key) : nullptr;
        names += field ? catalog::labelOf(*field)
                 : key ? QString::fromStdString(*key)
                       : QString::number(std::get<std::size_t>(step) + 1);
    }
    return names.join(QStringLiteral(" / "));
}

} // namespace

QString placeOf(const format::MergeConflict& conflict) {
    switch (conflict.kind) {
    case format::MergeKind::Field:
        return fieldName(conflict.path);
    case format::MergeKind::Rows:
        return QCoreApplication::translate("MergeDesk", "Show notes");
    case format::MergeKind::File:
        break;
    }
    return QCoreApplication::translate("MergeDesk", "The whole file");
}

QString wordsFor(const std::vector<format::MergedChange>& taken) {
    QStringList words;
    int links = 0;
    bool otherRows = false;
    for (const format::MergedChange& change : taken) {
        links += change.links;
        otherRows |= change.kind == format::MergeKind::Rows && change.links == 0;
        if (change.kind == format::MergeKind::Field)
            words += fieldName(change.path);
    }
    words.removeDuplicates();
    if (links > 0)
        words += QCoreApplication::translate("MergeDesk", "%n link(s)", nullptr, links);
    if (otherRows)
        words += QCoreApplication::translate("MergeDesk", "show notes");
    return words.join(QStringLiteral(", "));
}

} // namespace app
