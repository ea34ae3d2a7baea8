// SPDX-License-Identifier: MIT
#include "catalog/catalog.h"

#include <QDir>

#include <utility>

namespace catalog {

Catalog::Catalog(QObject* parent)
    : QObject(parent) {
    qRegisterMetaType<EpisodeId>();
}

void Catalog::clear() {
    m_episodes.clear();
    m_byPath.clear();
    m_otherPages = 0;
    m_gone = 0;
    m_root.clear();
    m_readOnlyReason.clear();
    m_registry = {};
    m_policy = {};
    emit cleared();
}

void Catalog::setRoot(const QString& root) {
    m_root = QDir(root).absolutePath();
}

void Catalog::setRegistry(Registry registry) {
    m_registry = std::move(registry);
    ++m_registryVersion;
    emit registryChanged();
}

void Catalog::setPolicy(Policy policy) {
    m_policy = std::move(policy);
    emit policyChanged();
}

EpisodeId Catalog::idOfPath(const QString& absolutePath) const {
    return m_byPath.value(absolutePath);
}

std::vector<EpisodeId> Catalog::changedEpisodes() const {
    std::vector<EpisodeId> changed;
    for (const Episode& episode : m_episodes)
        if (episode.isChanged())
            changed.push_back(episode.id());
    return changed;
}

bool Catalog::hasChanges() const {
    if (contains(m_lastChanged) && episode(m_lastChanged).isChanged())
        return true;
    for (const Episode& episode : m_episodes)
        if (episode.isChanged()) {
            m_lastChanged = episode.id();
            return true;
        }
    m_lastChanged = {};
    return false;
}

QString Catalog::relativePath(EpisodeId id) const {
    return pathFrom(m_root, episode(id).path());
}

QString Catalog::policyPath(EpisodeId id) const {
    return QDir(policyFolderOf(m_root)).relativeFilePath(episode(id).path());
}

void Catalog::add(std::vector<Episode> episodes) {
    const int first = size();
    for (Episode& episode : episodes) {
        if (m_byPath.contains(episode.path()))
            continue;
        episode.setId({size()});
        if (!m_readOnlyReason.isEmpty() && !episode.isReadOnly())
            episode.setReadOnly(m_readOnlyReason);
        m_byPath.insert(episode.path(), episode.id());
        m_episodes.push_back(std::move(episode));
    }
    if (size() > first)
        emit episodesAdded(first, size() - first);
}

format::Result<Edit> Catalog::apply(const Edit& edit) {
    Episode& target = m_episodes[static_cast<std::size_t>(edit.episode.value)];
    const Episode::DocumentPtr before = target.document();
    if (!before)
        return format::Error{"This file could not be read as an episode and is never written.", 0};
    auto after = before->withEdits(edit.changes);
    if (!after)
        return after.error();
    Edit inverse{edit.episode, format::invertEdits(before->text(), edit.changes)};
    target.setDocument(std::make_shared<const format::Document>(std::move(after).value()));
    emit episodeChanged(edit.episode);
    return inverse;
}

void Catalog::exchange(EpisodeId id, const PreparedText& text) {
    Episode& target = m_episodes[static_cast<std::size_t>(id.value)];
    if (target.isRefused())
        return;
    target.m_text = *target.m_saved == *text.text ? target.m_saved : text.text;
    target.m_summary = text.summary;
    target.m_document.reset(); // parsed again where somebody looks at it
    emit episodeChanged(id);
}

format::Result<bool> Catalog::readAs(EpisodeId id, const std::string& text) {
    Episode& target = m_episodes[static_cast<std::size_t>(id.value)];
    auto document = format::Document::parse(text);
    if (!document)
        return document.error();
    if (target.isRefused())
        target.m_fileReason = std::exchange(target.m_reason, {});
    target.setDocument(std::make_shared<const format::Document>(std::move(document).value()));
    emit episodeChanged(id);
    return true;
}

void Catalog::refuseAgain(EpisodeId id) {
    Episode& target = m_episodes[static_cast<std::size_t>(id.value)];
    if (target.m_fileReason.isEmpty())
        return;
    target.m_reason = std::exchange(target.m_fileReason, {});
    target.m_text = target.m_saved;
    target.m_document.reset();
    emit episodeChanged(id);
}

void Catalog::markSaved(EpisodeId id, const std::string& text) {
    Episode& target = m_episodes[static_cast<std::size_t>(id.value)];
    target.m_fileReason.clear();
    const auto before = target.m_saved;
    // Shares the text where the episode was not edited meanwhile.
    target.setSaved(target.text() == text ? target.m_text : std::make_shared<const std::string>(text));
    emit episodeChanged(id);
    emit episodeSaved(id, *before, text);
}

format::Result<Edit> Catalog::reload(EpisodeId id, std::string bytes) {
    const std::string text = bytes;
    return rebase(id, std::move(bytes), text);
}

format::Result<Edit> Catalog::rebase(EpisodeId id, std::string disk, const std::string& text) {
    Episode& target = m_episodes[static_cast<std::size_t>(id.value)];
    auto document = format::Document::parse(text);
    if (!document)
        return document.error();
    Edit inverse{id, format::differenceOf(text, target.text())};
    const auto before = std::exchange(target.m_saved, nullptr);
    target.m_reason.clear(); // a refused file that was mended elsewhere opens now
    target.m_fileReason.clear();
    target.setSaved(std::make_shared<const std::string>(std::move(disk)));
    target.setDocument(std::make_shared<const format::Document>(std::move(document).value()));
    emit episodeChanged(id);
    emit diskChanged(id, *before, target.savedText());
    return inverse;
}

void Catalog::replace(EpisodeId id, Episode episode) {
    Episode& target = m_episodes[static_cast<std::size_t>(id.value)];
    m_byPath.remove(target.path());
    const bool cameOrWent = episode.isGone() != target.isGone();
    m_gone += (episode.isGone() ? 1 : 0) - (target.isGone() ? 1 : 0);
    const std::string before = target.savedText();
    target = std::move(episode);
    target.setId(id);
    if (!target.isGone())
        m_byPath.insert(target.path(), id);
    emit episodeChanged(id);
    if (cameOrWent)
        emit presenceChanged(id);
    if (before != target.savedText())
        emit diskChanged(id, before, target.savedText());
}

void Catalog::forget(EpisodeId id) {
    Episode gone(id, episode(id).path(), {}, tr("The file is no longer there."));
    gone.m_isGone = true;
    replace(id, std::move(gone));
}

void Catalog::setPaths(const std::vector<NewPath>& paths) {
    std::vector<NewPath> former;
    former.reserve(paths.size());
    for (const auto& [id, path] : paths) {
        former.push_back({id, episode(id).path()});
        m_byPath.remove(episode(id).path());
    }
    for (const auto& [id, path] : paths) {
        m_episodes[static_cast<std::size_t>(id.value)].m_path = path;
        m_byPath.insert(path, id);
    }
    emit pathsChanged(former);
    for (const NewPath& one : paths)
        emit episodeChanged(one.id);
}

} // namespace catalog
