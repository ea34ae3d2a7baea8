// SPDX-License-Identifier: MIT
#include "catalog/recoveryjournal.h"

#include "catalog/recordlog.h"

#include <QCryptographicHash>
#include <QUuid>

#include <algorithm>
#include <set>
#include <tuple>

namespace catalog {

namespace {

const QString fileName = QStringLiteral("unsaved.journal");
constexpr std::uint64_t version = 1;

std::string hashOf(std::string_view text) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    return hash.result().toStdString();
}

} // namespace

std::string encodeUnsaved(const UnsavedText& unsaved) {
    return FieldWriter()
        .number(version)
        .number(static_cast<std::uint64_t>(unsaved.when.toMSecsSinceEpoch()))
        .text(unsaved.path.toStdString())
        .text(hashOf(unsaved.base))
        .text(unsaved.base)
        .text(unsaved.text)
        .take();
}

std::optional<UnsavedText> decodeUnsaved(std::string_view value) {
    FieldReader reader(value);
    UnsavedText unsaved;
    const bool isKnown = reader.number() == version;
    unsaved.when = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(reader.number()), Qt::UTC);
    const std::string_view path = reader.text();
    unsaved.path = QString::fromUtf8(path.data(), static_cast<qsizetype>(path.size()));
    const std::string_view hash = reader.text();
    unsaved.base = reader.text();
    unsaved.text = reader.text();
    if (!isKnown || !reader.atEnd() || hash != hashOf(unsaved.base))
        return std::nullopt;
    return unsaved;
}

RecoveryJournal::RecoveryJournal(QObject* parent)
    : QObject(parent) {
    connect(&m_journal, &KeyedJournal::opened, this, &RecoveryJournal::read);
    connect(&m_journal, &KeyedJournal::failed, this, &RecoveryJournal::failed);
    connect(&m_journal, &KeyedJournal::works, this, &RecoveryJournal::works);
}

void RecoveryJournal::open(const QString& folder) {
    m_window = QUuid::createUuid().toString(QUuid::Id128).toStdString();
    m_held.clear();
    m_journal.open(folder, fileName);
}

std::string RecoveryJournal::keyOf(const QString& path) const {
    return m_window + '/' + path.toStdString();
}

void RecoveryJournal::put(const QString& path, const Text& text, const Text& base) {
    m_held.insert(path);
    m_journal.put(keyOf(path), [path, text, base, when = QDateTime::currentDateTimeUtc()] {
        return encodeUnsaved({path, *text, *base, when, {}});
    });
}

void RecoveryJournal::drop(const QString& path) {
    if (m_held.remove(path))
        m_journal.remove(keyOf(path));
}

void RecoveryJournal::dropAll() {
    const QSet<QString> held = m_held;
    for (const QString& path : held)
        drop(path);
}

void RecoveryJournal::read(const KeyedJournal::Entries& entries) {
    std::vector<UnsavedText> left;
    for (const auto& [key, value] : entries) {
        if (auto unsaved = decodeUnsaved(value)) {
            left.push_back(std::move(*unsaved));
            left.back().key = key;
        }
    }
    std::stable_sort(left.begin(), left.end(),
                     [](const UnsavedText& a, const UnsavedText& b) { return a.when > b.when; });
    // A window that died while it restored leaves the same text twice.
    std::set<std::pair<QString, std::string>> seen;
    const auto isTwice = [&](const UnsavedText& one) {
        const bool known = !seen.emplace(one.path, one.text).second;
        if (known)
            forget(one.key);
        return known;
    };
    left.erase(std::remove_if(left.begin(), left.end(), isTwice), left.end());
    emit found(left);
}

} // namespace catalog
