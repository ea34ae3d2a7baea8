// SPDX-License-Identifier: MIT
#include "catalog/renameplan.h"

#include "catalog/episodenames.h"
#include "catalog/field.h"
#include "catalog/newepisode.h"
#include "catalog/values.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace catalog {

namespace {

QString planText(const char* text) {
    return QCoreApplication::translate("RenamePlan", text);
}

bool isNamedByFolder(const Episode& episode) {
    return QFileInfo(episode.path()).completeBaseName() == QLatin1String("index");
}

/// The text with another value; as it was where nothing is asked for.
format::Result<format::Document> with(const format::Document& document, std::string_view key,
                                      const std::optional<QString>& value) {
    if (!value || valueText(document, key) == *value)
        return document;
    const auto edits = document.set({std::string(key)}, numberLike(document, key, *value), keyOrder());
    return edits ? document.withEdits(*edits) : format::Result<format::Document>(edits.error());
}

format::Result<std::string> renamedText(const format::Document& document, const Renaming& renaming) {
    format::Result<format::Document> now = document;
    for (const auto& [key, value] :
         {std::pair<std::string_view, const std::optional<QString>&>("episode", renaming.number),
          {"episode_padded", renaming.padded},
          {"slug", renaming.slug}})
        if (now)
            now = with(*now, key, value);
    return now ? format::Result<std::string>(now->text()) : now.error();
}

} // namespace

Renaming renumbered(const Catalog& catalog, EpisodeId id, const QString& number) {
    const Episode& episode = catalog.episode(id);
    const auto document = episode.document();
    NewEpisode names;
    const QString file = episode.fileName();
    setNumber(names, number, *document, file);
    Renaming renaming{id, number, names.padded, {}, {}};
    if (followsNumber(valueText(*document, "slug"), *document))
        renaming.slug = names.slug;
    if (followsNumber(QFileInfo(file).completeBaseName(), *document))
        renaming.fileName = names.fileName;
    return renaming;
}

std::vector<Renaming> renumberedFrom(const Catalog& catalog, const std::vector<EpisodeId>& ids, qint64 first,
                                     qint64 step) {
    std::vector<Renaming> renamings;
    for (const EpisodeId id : ids) {
        renamings.push_back(renumbered(catalog, id, QString::number(first)));
        first += step;
    }
    return renamings;
}

std::vector<EpisodeId> inSequence(const Catalog& catalog, std::vector<EpisodeId> ids) {
    std::erase_if(ids, [&](EpisodeId id) { return catalog.episode(id).isRefused(); });
    const auto placeOf = [&](EpisodeId id) {
        const Episode& episode = catalog.episode(id);
        bool isNumber = false;
        const qint64 number = episode.summary().number.toLongLong(&isNumber);
        return std::tuple(episode.summary().show, isNumber ? 0 : 1, number, episode.path());
    };
    std::sort(ids.begin(), ids.end(), [&](EpisodeId a, EpisodeId b) { return placeOf(a) < placeOf(b); });
    return ids;
}

std::vector<EpisodeId> numbered(const Catalog& catalog, std::vector<EpisodeId> ids) {
    ids = inSequence(catalog, std::move(ids));
    std::erase_if(ids,
                  [&](EpisodeId id) { return nextNumber(catalog.episode(id).summary().number).isEmpty(); });
    return ids;
}

RenamePlan::RenamePlan(const Catalog& catalog, std::vector<Renaming> renamings)
    : m_catalog(catalog)
    , m_renamings(std::move(renamings)) {
    noteNames();
}

QString RenamePlan::keyOf(const Episode& episode, const QString& name) {
    return name.isEmpty() ? QString() : episode.summary().show + QLatin1Char('/') + name.toLower();
}

void RenamePlan::note(Taken& taken, const QString& key, EpisodeId id, bool isNew) {
    if (key.isEmpty())
        return;
    if (!isNew || !taken.by.contains(key))
        taken.by.insert(key, id);
    taken.uses[key] += isNew ? 1 : 0;
}

/// Names of the plan count as they will be, the others' as they are.
void RenamePlan::noteNames() {
    QHash<EpisodeId, const Renaming*> planned;
    for (const Renaming& renaming : m_renamings)
        planned.insert(renaming.id, &renaming);
    for (int i = 0; i < m_catalog.size(); ++i) {
        const Episode& episode = m_catalog.episode({i});
        if (episode.isGone())
            continue;
        const Renaming* renaming = planned.value({i});
        const auto now = [&](const std::optional<QString> Renaming::*what, const QString& present) {
            return renaming && (renaming->*what) ? *(renaming->*what) : present;
        };
        const bool isNew = renaming != nullptr;
        if (renaming && pathOf(*renaming) != episode.path())
            m_left.insert(episode.path());
        note(m_files, renaming ? pathOf(*renaming) : episode.path(), {i}, isNew);
        if (episode.isRefused())
            continue;
        note(m_numbers, keyOf(episode, paddedNumber(now(&Renaming::number, episode.summary().number))), {i},
             isNew);
        note(m_slugs, keyOf(episode, now(&Renaming::slug, slugOf(episode))), {i}, isNew);
    }
}

QString RenamePlan::pathOf(const Renaming& renaming) const {
    const QString& path = m_catalog.episode(renaming.id).path();
    return renaming.fileName ? QFileInfo(path).path() + QLatin1Char('/') + *renaming.fileName : path;
}

QString RenamePlan::whyNoNumber(const Renaming& renaming) const {
    if (!renaming.number)
        return {};
    const Episode& episode = m_catalog.episode(renaming.id);
    if (renaming.number->isEmpty())
        return planText("A number is needed, or a word.");
    const QString key = keyOf(episode, paddedNumber(*renaming.number));
    if (m_numbers.uses.value(key) > 1)
        return planText("The number %1 would be given twice.").arg(*renaming.number);
    const EpisodeId taken = m_numbers.by.value(key);
    return taken == renaming.id ? QString()
                                : planText("The number %1 is taken, by %2.")
                                      .arg(*renaming.number, m_catalog.relativePath(taken));
}

QString RenamePlan::whyNoSlug(const Renaming& renaming) const {
    if (!renaming.slug)
        return {};
    if (!isSafeInAnyCase(*renaming.slug))
        return planText("A page cannot be called %1: letters from a to z, digits, . _ and - can be used, and "
                        "at most 100 of them.")
            .arg(*renaming.slug);
    const QString key = keyOf(m_catalog.episode(renaming.id), *renaming.slug);
    if (m_slugs.uses.value(key) > 1)
        return planText("The slug %1 would be given twice.").arg(*renaming.slug);
    const EpisodeId taken = m_slugs.by.value(key);
    return taken == renaming.id ? QString()
                                : planText("The slug %1 is taken, by number %2 (%3).")
                                      .arg(*renaming.slug, m_catalog.episode(taken).summary().number,
                                           m_catalog.relativePath(taken));
}

QString RenamePlan::whyNoFile(const Renaming& renaming) const {
    const Episode& episode = m_catalog.episode(renaming.id);
    const QString path = pathOf(renaming);
    if (path == episode.path())
        return {};
    if (isNamedByFolder(episode))
        return planText("The episode has a folder of its own (%1), which cannot be renamed here.")
            .arg(m_catalog.relativePath(renaming.id));
    if (!isSafeFileName(*renaming.fileName))
        return planText("A file cannot be called %1: letters from a to z, digits, . _ and - can be used, and "
                        "at most 100 of them.")
            .arg(*renaming.fileName);
    const bool isGivenUp = !m_files.by.contains(path) || m_files.by.value(path) == renaming.id;
    if (m_files.uses.value(path) > 1)
        return planText("Two files cannot both be called %1.").arg(*renaming.fileName);
    const QFileInfo target(path);
    return isGivenUp && (m_left.contains(path) || !(target.exists() || target.isSymLink()))
               ? QString()
               : planText("There is a file %1 already.").arg(QDir(m_catalog.root()).relativeFilePath(path));
}

QString RenamePlan::whyNot(const Renaming& renaming) const {
    const Episode& episode = m_catalog.episode(renaming.id);
    if (episode.isReadOnly())
        return episode.readOnlyReason();
    for (const auto why : {&RenamePlan::whyNoNumber, &RenamePlan::whyNoSlug, &RenamePlan::whyNoFile})
        if (QString words = (this->*why)(renaming); !words.isEmpty())
            return words;
    return {};
}

QString RenamePlan::whyNot() const {
    if (!m_catalog.readOnlyReason().isEmpty())
        return m_catalog.readOnlyReason();
    for (const Renaming& renaming : m_renamings)
        if (const QString why = whyNot(renaming); !why.isEmpty())
            return m_renamings.size() == 1 ? why
                                           : m_catalog.relativePath(renaming.id) + QStringLiteral(": ") + why;
    const auto all = edits();
    if (!all)
        return QString::fromStdString(all.error().message);
    return all->empty() && moves().empty() ? planText("Nothing would change.") : QString();
}

format::Result<std::vector<Edit>> RenamePlan::edits() const {
    std::vector<Edit> all;
    for (const Renaming& renaming : m_renamings) {
        const auto document = m_catalog.episode(renaming.id).document();
        if (!document)
            return format::Error{m_catalog.episode(renaming.id).readOnlyReason().toStdString(), 0};
        const auto text = renamedText(*document, renaming);
        if (!text)
            return text.error();
        if (Edit edit{renaming.id, format::differenceOf(document->text(), *text)}; !edit.isEmpty())
            all.push_back(std::move(edit));
    }
    return all;
}

std::vector<FileMove> RenamePlan::moves() const {
    std::vector<FileMove> all;
    for (const Renaming& renaming : m_renamings)
        if (const QString& path = m_catalog.episode(renaming.id).path(); pathOf(renaming) != path)
            all.push_back({path, pathOf(renaming)});
    return all;
}

QString RenamePlan::name() const {
    const auto count = static_cast<int>(m_renamings.size());
    if (count != 1)
        return QCoreApplication::translate("RenamePlan", "%n Episode(s)", nullptr, count);
    const QString before = m_catalog.episode(m_renamings.front().id).fileName();
    const QString after = QFileInfo(pathOf(m_renamings.front())).fileName();
    return before == after ? before : planText("%1 to %2").arg(before, after);
}

} // namespace catalog
