// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/issue.h"
#include "format/result.h"

#include <QString>

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace catalog {

/// How much a rule's findings count.
enum class Weight { Error, Warning, Information, Off };

/// Where a weight holds: the whole catalogue, a show (its folder), or an episode (its path from the root).
struct PolicyScope {
    enum class Kind { Catalogue, Show, Episode };
    Kind kind = Kind::Catalogue;
    QString name; ///< empty for the catalogue

    bool operator==(const PolicyScope&) const = default;
    bool operator<(const PolicyScope& other) const {
        return std::tie(kind, name) < std::tie(other.kind, other.name);
    }
};

/// What those who work on a catalogue agreed on about the rules. It lives beside the episodes, in
/// `.episode-desk.json`:
///
///     {
///       "rules": { "tags-unsorted": "off" },
///       "shows": { "night-desk": { "url-http": "error" } },
///       "episodes": { "content/show/night-desk/0007.md": { "link-gone": "off" } }
///     }
///
/// A weight is "error", "warning", "information" or "off". The episode's goes before the show's, the show's
/// before the catalogue's. What else stands in the file is kept as it is.
class Policy {
public:
    static inline const QString fileName = QStringLiteral(".episode-desk.json");

    struct Entry {
        PolicyScope scope;
        QString rule;
        Weight weight = Weight::Off;
    };

    /// No file, or an empty one: every rule as it is. Errors name the place in the file.
    static format::Result<Policy> parse(std::string text);

    const std::string& text() const { return m_text; }
    /// Absent: as the rule has it.
    std::optional<Weight> weightOf(const QString& rule, const QString& show, const QString& path) const;
    std::vector<Entry> entries() const;
    bool isEmpty() const { return m_weights.empty(); }
    /// The file's text with a weight set, or taken out where none is given; only its bytes change.
    format::Result<std::string> withWeight(const PolicyScope& scope, const QString& rule,
                                           std::optional<Weight> weight) const;

private:
    std::string m_text;
    std::map<std::pair<PolicyScope, QString>, Weight> m_weights;
};

/// Drops what is off and weighs the rest anew.
void applyPolicy(const Policy& policy, const QString& show, const QString& path, std::vector<Issue>& issues);

/// Where the policy of what is opened at `root` lies: the site's own folder, also where only a part of it is
/// opened, so that everybody sees the same; elsewhere `root` itself. Episodes' paths in it begin there.
QString policyFolderOf(const QString& root);
/// Reads the policy of what is opened at `root`; `error` says in words why there is none.
Policy readPolicy(const QString& root, QString* error);
/// Writes it, by the saving protocol; an error in words, or empty. `base` is what the disk is known to hold.
QString writePolicy(const QString& root, const std::string& base, const std::string& text);

} // namespace catalog
