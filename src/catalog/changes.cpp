// SPDX-License-Identifier: MIT
#include "catalog/changes.h"

#include "catalog/field.h"
#include "catalog/hunks.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace catalog {

namespace {

using format::Document;
using format::RowKind;
using format::Span;
using Kind = Change::Kind;

constexpr qsizetype longestText = 2'000; // characters of a value that are shown

QString say(const char* text) {
    return QCoreApplication::translate("Changes", text);
}
#define CHANGE_TEXT(text) QT_TRANSLATE_NOOP("Changes", text)

QString shown(const QString& text) {
    return text.size() <= longestText ? text : text.left(longestText) + QChar(0x2026);
}

/// A value as people read it: a string's text, a list's strings, else its JSON.
QString words(const Document& document, const format::JsonNode& node) {
    if (node.type == format::JsonType::Array) {
        QStringList items;
        for (const std::string& item : document.strings(node))
            items += QString::fromStdString(item);
        return shown(items.join(QLatin1String(", ")));
    }
    const QString text = QString::fromStdString(document.plain(node));
    return shown(node.type == format::JsonType::Object ? text.simplified() : text);
}

/// The bytes of a span on one line, for what is no single value.
QString plain(const Document& document, Span span) {
    const std::string_view bytes = span.in(document.text());
    return shown(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())).simplified());
}

/// The value at `item`, where that is one value or one member: a member is shown by its value alone.
const format::JsonNode* valueIn(const Document& document, Span item) {
    const format::JsonTree& tree = document.json();
    for (format::JsonId id = 1; id < static_cast<format::JsonId>(tree.size()); ++id)
        if (const auto& node = tree.node(id);
            node.span == item || (node.span.end == item.end && node.key.begin == item.begin))
            return &node;
    return nullptr;
}

QString textOf(const Document& document, const Hunk& hunk, Span item, int row) {
    if (item.isEmpty())
        return {};
    if (!hunk.isInNotes) {
        const format::JsonNode* node = valueIn(document, item);
        return node ? words(document, *node) : plain(document, item);
    }
    if (row < 0)
        return plain(document, item);
    const format::Row& content = document.links().rows()[static_cast<std::size_t>(row)];
    if (content.kind != RowKind::Link)
        return plain(document, item);
    QStringList parts{QString::fromStdString(content.link.text), QString::fromStdString(content.link.url)};
    if (content.link.title)
        parts += QLatin1Char('"') + QString::fromStdString(*content.link.title) + QLatin1Char('"');
    if (!content.link.description.empty())
        parts += QString::fromStdString(content.link.description);
    return shown(parts.join(QStringLiteral(" · ")));
}

QString rowName(const Document& document, int row) {
    if (row < 0)
        return say(CHANGE_TEXT("Show notes"));
    switch (document.links().rows()[static_cast<std::size_t>(row)].kind) {
    case RowKind::Blank:
        return say(CHANGE_TEXT("Blank line"));
    case RowKind::Heading:
    case RowKind::Label:
        return say(CHANGE_TEXT("Heading"));
    case RowKind::Link:
        return say(CHANGE_TEXT("Link"));
    case RowKind::Item:
        return say(CHANGE_TEXT("List item"));
    case RowKind::Rule:
    case RowKind::Other:
        break;
    }
    return say(CHANGE_TEXT("Show notes"));
}

std::string topKey(const format::JsonPath& path) {
    const auto* key = path.empty() ? nullptr : std::get_if<std::string>(&path.front());
    return key ? *key : std::string();
}

QString labelOfKey(const std::string& key) {
    const Field* field = fieldOf(key);
    return field ? labelOf(*field) : QString::fromStdString(key);
}

/// "Chapters: chapter 3, title". A list's elements that are plain values have the list's name alone.
QString pathName(const format::JsonPath& path, bool isElement) {
    if (path.empty())
        return say(CHANGE_TEXT("Front matter"));
    const std::string key = topKey(path);
    QStringList steps;
    const std::size_t end = path.size() - (isElement && path.size() == 2 ? 1 : 0);
    for (std::size_t i = 1; i < end; ++i) {
        const auto* index = std::get_if<std::size_t>(&path[i]);
        const auto* name = index ? nullptr : std::get_if<std::string>(&path[i]);
        if (name && *name == "chapters" && i + 1 < path.size())
            continue; // its elements say so
        const bool isChapter = index && key == "podcast_chapters";
        steps += name        ? QString::fromStdString(*name)
                 : isChapter ? say(CHANGE_TEXT("chapter %1")).arg(*index + 1)
                             : say(CHANGE_TEXT("entry %1")).arg(*index + 1);
    }
    return steps.isEmpty() ? labelOfKey(key)
                           : say(CHANGE_TEXT("%1: %2")).arg(labelOfKey(key), steps.join(QLatin1String(", ")));
}

/// Hunks that only go back together, by the union-find way: group[i] leads to its root.
class Groups {
public:
    explicit Groups(std::size_t size)
        : m_parent(size) {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
    }
    std::size_t rootOf(std::size_t i) const {
        while (m_parent[i] != i)
            i = m_parent[i];
        return i;
    }
    void unite(std::size_t a, std::size_t b) {
        const std::size_t first = rootOf(a);
        const std::size_t second = rootOf(b);
        m_parent[std::max(first, second)] = std::min(first, second);
    }

private:
    std::vector<std::size_t> m_parent;
};

bool hasWords(const std::string& identity) {
    return identity.find_first_not_of(" \t\r\n") != std::string::npos;
}

/// Unites what left one place and came at another. One for one, but members of an object all: a key must not
/// stand twice.
void uniteMoved(const std::vector<Hunk>& hunks, Groups& groups) {
    std::vector<bool> taken(hunks.size(), false);
    for (std::size_t i = 0; i < hunks.size(); ++i) {
        if (hunks[i].kind != Hunk::Kind::Removed || !hasWords(hunks[i].identity))
            continue;
        for (std::size_t j = 0; j < hunks.size(); ++j)
            if (!taken[j] && hunks[j].kind == Hunk::Kind::Added && hunks[j].container == hunks[i].container &&
                hunks[j].identity == hunks[i].identity) {
                taken[j] = true;
                groups.unite(i, j);
                break;
            }
    }
}

/// White space and line ends are one change each, wherever they stand.
void uniteAlike(const std::vector<Hunk>& hunks, Hunk::Kind kind, Groups& groups) {
    std::size_t first = hunks.size();
    for (std::size_t i = 0; i < hunks.size(); ++i) {
        if (hunks[i].kind != kind)
            continue;
        if (first < hunks.size())
            groups.unite(first, i);
        else
            first = i;
    }
}

Groups groupsOf(const std::vector<Hunk>& hunks) {
    Groups groups(hunks.size());
    for (std::size_t i = 0; i < hunks.size(); ++i)
        if (hunks[i].joins >= 0)
            groups.unite(i, static_cast<std::size_t>(hunks[i].joins));
    uniteMoved(hunks, groups);
    uniteAlike(hunks, Hunk::Kind::Layout, groups);
    uniteAlike(hunks, Hunk::Kind::LineEnds, groups);
    return groups;
}

Kind kindOf(Hunk::Kind kind) {
    switch (kind) {
    case Hunk::Kind::Changed:
        return Kind::Changed;
    case Hunk::Kind::Added:
        return Kind::Added;
    case Hunk::Kind::Removed:
        return Kind::Removed;
    case Hunk::Kind::Spelling:
        return Kind::Spelling;
    case Hunk::Kind::Layout:
        return Kind::Layout;
    case Hunk::Kind::LineEnds:
        return Kind::LineEnds;
    case Hunk::Kind::Lead:
        break;
    }
    return Kind::Lead;
}

/// Makes a change of the hunks of one group.
class ChangeMaker {
public:
    ChangeMaker(const Document& saved, const Document& now, const std::vector<Hunk>& hunks)
        : m_saved(saved)
        , m_now(now)
        , m_hunks(hunks) {}

    Change make(const std::vector<std::size_t>& members) const {
        Change change;
        for (const std::size_t i : members)
            change.edits.push_back({m_hunks[i].now, std::string(m_hunks[i].saved.in(m_saved.text()))});
        const Hunk& head = m_hunks[*leader(members)];
        change.kind = kindOf(head.kind);
        change.saved = head.savedItem.isEmpty() ? head.saved : head.savedItem;
        change.now = head.nowItem.isEmpty() ? head.now : head.nowItem;
        change.parts = head.parts;
        change.field = head.isInNotes ? "body" : topKey(head.path);
        describe(change, head);
        addOthers(change, head, members);
        if (isFinalLineEnd(head, members))
            change.kind = Kind::FinalLineEnd;
        name(change, head);
        return change;
    }

private:
    /// The hunk that people would name first: one with words, where there is one.
    std::vector<std::size_t>::const_iterator leader(const std::vector<std::size_t>& members) const {
        const auto found = std::find_if(members.begin(), members.end(),
                                        [this](std::size_t i) { return m_hunks[i].joins < 0; });
        return found == members.end() ? members.begin() : found;
    }

    void describe(Change& change, const Hunk& hunk) const {
        if (change.before.isEmpty())
            change.before = textOf(m_saved, hunk, hunk.savedItem, hunk.savedRow);
        if (change.after.isEmpty())
            change.after = textOf(m_now, hunk, hunk.nowItem, hunk.nowRow);
    }

    void addOthers(Change& change, const Hunk& head, const std::vector<std::size_t>& members) const {
        bool hasLeft = false;
        bool hasCome = false;
        for (const std::size_t i : members) {
            const Hunk& hunk = m_hunks[i];
            if (hunk.joins >= 0)
                continue;
            hasLeft = hasLeft || hunk.kind == Hunk::Kind::Removed;
            hasCome = hasCome || hunk.kind == Hunk::Kind::Added;
            describe(change, hunk);
            if (&hunk != &head && hunk.identity != head.identity)
                ++change.parts;
            if (hunk.kind == Hunk::Kind::Removed)
                change.saved = hunk.savedItem;
            if (hunk.kind == Hunk::Kind::Added)
                change.now = hunk.nowItem;
        }
        if (hasLeft && hasCome)
            change.kind = Kind::Moved;
    }

    bool isFinalLineEnd(const Hunk& head, const std::vector<std::size_t>& members) const {
        return members.size() == 1 && head.isInNotes && !hasWords(head.identity) &&
               ((head.kind == Hunk::Kind::Added && head.now.end == m_now.text().size()) ||
                (head.kind == Hunk::Kind::Removed && head.saved.end == m_saved.text().size()));
    }

    void name(Change& change, const Hunk& hunk) const {
        switch (change.kind) {
        case Kind::Layout:
            change.place = say(CHANGE_TEXT("White space of the front matter"));
            return;
        case Kind::LineEnds:
            change.place = say(CHANGE_TEXT("Line ends"));
            change.before = lineEnd(m_saved, hunk.saved);
            change.after = lineEnd(m_now, hunk.now);
            return;
        case Kind::FinalLineEnd:
            change.place = say(CHANGE_TEXT("Line end at the end of the file"));
            return;
        case Kind::Lead:
            change.place = m_saved.frontMatter().hasBom != m_now.frontMatter().hasBom
                               ? say(CHANGE_TEXT("Byte order mark"))
                               : say(CHANGE_TEXT("White space before the front matter"));
            return;
        default:
            change.place = hunk.isInNotes ? hunk.nowRow >= 0 ? rowName(m_now, hunk.nowRow)
                                                             : rowName(m_saved, hunk.savedRow)
                                          : pathName(hunk.path, isElement(hunk));
        }
    }

    static bool isElement(const Hunk& hunk) {
        return !hunk.path.empty() && std::holds_alternative<std::size_t>(hunk.path.back());
    }
    static QString lineEnd(const Document& document, Span span) {
        return span.in(document.text()).find('\r') == std::string_view::npos ? QStringLiteral("LF")
                                                                             : QStringLiteral("CRLF");
    }

    const Document& m_saved;
    const Document& m_now;
    const std::vector<Hunk>& m_hunks;
};

} // namespace

std::vector<Change> changesOf(const Document& saved, const Document& now) {
    const std::vector<Hunk> hunks = hunksOf(saved, now);
    const Groups groups = groupsOf(hunks);
    std::vector<std::vector<std::size_t>> members(hunks.size());
    for (std::size_t i = 0; i < hunks.size(); ++i)
        members[groups.rootOf(i)].push_back(i);
    const ChangeMaker maker(saved, now, hunks);
    std::vector<Change> changes;
    for (const auto& group : members)
        if (!group.empty())
            changes.push_back(maker.make(group));
    return changes;
}

std::vector<Change> changesOf(const Episode& episode) {
    if (!episode.isChanged())
        return {};
    const auto saved = episode.savedDocument();
    const auto now = episode.document();
    if (saved && now)
        return changesOf(*saved, *now);
    Change change;
    change.kind = Kind::File;
    change.place = say(CHANGE_TEXT("The whole file"));
    change.now = {0, episode.text().size()};
    change.saved = {0, episode.savedText().size()};
    return {change};
}

QString summaryOf(const Change& change) {
    switch (change.kind) {
    case Kind::Changed:
        return say(CHANGE_TEXT("%1 → %2")).arg(change.before, change.after);
    case Kind::Added:
        return QStringLiteral("+ ") + change.after;
    case Kind::Removed:
        return QStringLiteral("− ") + change.before;
    case Kind::Moved:
        return change.before == change.after
                   ? say(CHANGE_TEXT("moved: %1")).arg(change.after)
                   : say(CHANGE_TEXT("moved: %1 → %2")).arg(change.before, change.after);
    case Kind::Spelling:
        return say(CHANGE_TEXT("the same value, written otherwise"));
    case Kind::Layout:
        return say(CHANGE_TEXT("the values are the same"));
    case Kind::LineEnds:
        return say(CHANGE_TEXT("%1 → %2")).arg(change.before, change.after);
    case Kind::FinalLineEnd:
        return change.now.isEmpty() ? say(CHANGE_TEXT("removed")) : say(CHANGE_TEXT("added"));
    case Kind::Lead:
        return change.now.isEmpty()     ? say(CHANGE_TEXT("removed"))
               : change.saved.isEmpty() ? say(CHANGE_TEXT("added"))
                                        : say(CHANGE_TEXT("changed"));
    case Kind::File:
        break;
    }
    return say(CHANGE_TEXT("read by another table; the file on the disk cannot be read as it is"));
}

#undef CHANGE_TEXT

} // namespace catalog
