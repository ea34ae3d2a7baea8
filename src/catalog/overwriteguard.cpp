// SPDX-License-Identifier: MIT
#include "catalog/overwriteguard.h"

#include "catalog/journallimits.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>

namespace catalog {

namespace limits = journallimits;

namespace {

const QString fileName = QStringLiteral("saved.journal");

std::string hashOf(const std::string& text) {
    return QCryptographicHash::hash(QByteArray::fromStdString(text), QCryptographicHash::Sha256)
        .toStdString();
}

std::optional<PlaceValues> placesIn(const std::string& text) {
    const auto document = format::Document::parse(text);
    return document ? std::optional(placesOf(*document)) : std::nullopt;
}

std::string valueOf(const PlaceValues& values, const std::string& place) {
    const auto found = values.find(place);
    return found == values.end() ? std::string() : found->second;
}

PlaceValues identityIn(const PlaceValues& values) {
    PlaceValues identity;
    for (const auto& [place, value] : values)
        if (isIdentity(place))
            identity[place] = value;
    return identity;
}

std::vector<std::string> placesThatDiffer(const PlaceValues& before, const PlaceValues& after) {
    std::vector<std::string> places;
    for (const auto& [place, value] : before)
        if (valueOf(after, place) != value)
            places.push_back(place);
    for (const auto& [place, value] : after)
        if (before.find(place) == before.end())
            places.push_back(place);
    return places;
}

/// The value before joins the former ones; a value that was chosen again is no former one.
void remember(SavedFile::Place& place, const std::string& before, const std::string& after) {
    auto& former = place.former;
    former.push_back(before);
    former.erase(std::remove(former.begin(), former.end(), after), former.end());
    if (former.size() > limits::historyValues)
        former.erase(former.begin());
    place.saved = after;
}

bool isTooLong(const std::string& before, const std::string& after) {
    return std::max(before.size(), after.size()) > limits::historyValueBytes;
}

} // namespace

OverwriteGuard::OverwriteGuard(QObject* parent)
    : QObject(parent) {
    connect(&m_journal, &KeyedJournal::opened, this, &OverwriteGuard::read);
}

void OverwriteGuard::open(const QString& folder) {
    m_files.clear();
    m_journal.open(folder, fileName);
}

void OverwriteGuard::close() {
    m_journal.close();
    m_files.clear();
}

void OverwriteGuard::read(const KeyedJournal::Entries& entries) {
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addDays(-limits::historyDays);
    for (const auto& [key, value] : entries) {
        auto file = decodeSavedFile(value);
        if (!file || file->when < oldest)
            m_journal.remove(key);
        else if (!m_files.contains(file->path)) // else it was saved meanwhile
            m_files.insert(file->path, *file);
    }
    emit ready();
}

void OverwriteGuard::keep(SavedFile file) {
    const std::string key = file.path.toStdString();
    if (file.places.empty()) {
        m_files.remove(file.path);
        m_journal.remove(key);
        return;
    }
    m_files.insert(file.path, file);
    m_journal.put(key, [file = std::move(file)] { return encodeSavedFile(file); });
    forgetOldest();
}

void OverwriteGuard::forgetOldest() {
    if (static_cast<std::size_t>(m_files.size()) <= limits::historyFiles)
        return;
    const auto oldest =
        std::min_element(m_files.cbegin(), m_files.cend(),
                         [](const SavedFile& a, const SavedFile& b) { return a.when < b.when; });
    m_journal.remove(oldest->path.toStdString());
    m_files.erase(oldest);
}

void OverwriteGuard::noteSaved(const QString& path, const std::string& before, const std::string& after) {
    const auto old = placesIn(before);
    const auto now = placesIn(after);
    if (!old || !now)
        return;
    SavedFile file = m_files.value(path);
    file.path = path;
    file.when = QDateTime::currentDateTimeUtc();
    file.textHash = hashOf(after);
    file.identity = identityIn(*now);
    for (const std::string& place : placesThatDiffer(*old, *now)) {
        const std::string from = valueOf(*old, place);
        const std::string to = valueOf(*now, place);
        const bool isNew = file.places.find(place) == file.places.end();
        if (isTooLong(from, to) || (isNew && file.places.size() >= limits::historyPlaces)) {
            file.places.erase(place);
            continue;
        }
        remember(file.places[place], from, to);
        if (file.places[place].former.empty())
            file.places.erase(place); // back where it was: nothing to guard
    }
    keep(std::move(file));
}

/// What of a file stands as it once did. All of the notes put back says more than their links one by one.
std::vector<Overwrite> OverwriteGuard::compare(SavedFile& file, const PlaceValues& now) {
    std::vector<Overwrite> found;
    std::vector<std::string> gone;
    bool isWholeBody = false;
    for (const auto& [name, place] : file.places) {
        const std::string value = valueOf(now, name);
        if (value == place.saved)
            continue;
        const bool isFormer =
            std::find(place.former.begin(), place.former.end(), value) != place.former.end();
        if (!isFormer) {
            gone.push_back(name);
        } else if (!isIdentity(name)) {
            found.push_back({file.path, name, place.saved, value});
            isWholeBody = isWholeBody || name == bodyPlace;
        }
    }
    for (const std::string& name : gone)
        file.places.erase(name);
    const auto isPart = [&](const Overwrite& one) {
        return isWholeBody && std::string_view(one.place).substr(0, linkPlace.size()) == linkPlace;
    };
    found.erase(std::remove_if(found.begin(), found.end(), isPart), found.end());
    return found;
}

std::vector<Overwrite> OverwriteGuard::noteChange(const QString& path, const std::string& before,
                                                  const std::string& after) {
    const auto old = placesIn(before);
    const auto now = placesIn(after);
    if (!old || !now)
        return {};
    std::vector<Overwrite> found;
    SavedFile file = m_files.value(path);
    for (const auto& [place, value] : identityIn(*old)) {
        const std::string theirs = valueOf(*now, place);
        const bool isRight =
            file.identity.find(place) != file.identity.end() && theirs == file.identity[place];
        if (theirs != value && !isRight)
            found.push_back({path, place, value, theirs});
    }
    if (!m_files.contains(path))
        return found;
    const auto undone = compare(file, *now);
    found.insert(found.end(), undone.begin(), undone.end());
    keep(std::move(file));
    return found;
}

std::vector<Overwrite> OverwriteGuard::check(const QString& path, const std::string& text) {
    if (!m_files.contains(path) || m_files[path].textHash == hashOf(text))
        return {};
    const auto now = placesIn(text);
    if (!now)
        return {};
    SavedFile file = m_files.value(path);
    std::vector<Overwrite> found;
    for (const auto& [place, value] : file.identity)
        if (const std::string theirs = valueOf(*now, place); theirs != value)
            found.push_back({path, place, value, theirs});
    const auto undone = compare(file, *now);
    found.insert(found.end(), undone.begin(), undone.end());
    keep(std::move(file));
    return found;
}

void OverwriteGuard::rename(const QHash<QString, QString>& names) {
    std::vector<SavedFile> moved;
    for (auto name = names.begin(); name != names.end(); ++name) {
        if (!m_files.contains(name.key()))
            continue;
        moved.push_back(m_files.take(name.key()));
        moved.back().path = name.value();
    }
    QSet<QString> kept;
    for (SavedFile& file : moved) {
        kept.insert(file.path);
        keep(std::move(file));
    }
    for (auto name = names.begin(); name != names.end(); ++name)
        if (!kept.contains(name.key())) {
            m_files.remove(name.key());
            m_journal.remove(name.key().toStdString());
        }
}

void OverwriteGuard::letBe(const std::vector<Overwrite>& overwrites) {
    for (const Overwrite& overwrite : overwrites) {
        if (!m_files.contains(overwrite.path))
            continue;
        SavedFile file = m_files.value(overwrite.path);
        file.places.erase(overwrite.place);
        if (overwrite.place == bodyPlace) // with all links in it
            for (auto place = file.places.begin(); place != file.places.end();)
                place = place->first.substr(0, linkPlace.size()) == linkPlace ? file.places.erase(place)
                                                                              : std::next(place);
        if (isIdentity(overwrite.place))
            file.identity[overwrite.place] = overwrite.theirs;
        keep(std::move(file));
    }
}

} // namespace catalog
