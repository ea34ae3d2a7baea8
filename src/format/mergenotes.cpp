// SPDX-License-Identifier: MIT
#include "format/mergeparts.h"
#include "format/sequencemerge.h"

#include <algorithm>

namespace format {

namespace {

using Side = MergeChoice::Side;

std::string withoutReturns(std::string_view line) {
    std::string plain(line);
    while (!plain.empty() && (plain.back() == '\n' || plain.back() == '\r'))
        plain.pop_back();
    for (std::size_t at = plain.find("\r\n"); at != std::string::npos; at = plain.find("\r\n", at))
        plain.erase(at, 1);
    return plain;
}

std::string keyOf(std::string_view text, const Row& row) {
    return withoutReturns(row.span.in(text));
}

Sequence rowsOf(const Document& document) {
    Sequence rows;
    for (const Row& row : document.links().rows()) {
        const bool isItem = row.kind == RowKind::Link || row.kind == RowKind::Item;
        rows.push_back({keyOf(document.text(), row), row.kind == RowKind::Link ? row.link.url : std::string(),
                        row.kind == RowKind::Link ? row.link.text : std::string(), isItem});
    }
    return rows;
}

bool endsLine(std::string_view text) {
    return !text.empty() && text.back() == '\n';
}

class NotesMerger {
public:
    NotesMerger(const Document& base, const Document& mine, const Document& theirs, MergeRun& run)
        : m_base(base)
        , m_mine(mine)
        , m_theirs(theirs)
        , m_run(run) {
        const std::size_t first = theirs.body().find('\n');
        m_lineEnd =
            first != std::string_view::npos && first > 0 && theirs.body()[first - 1] == '\r' ? "\r\n" : "\n";
    }

    std::optional<std::string> merged() {
        const auto pieces = mergeSequences(rowsOf(m_base), rowsOf(m_mine), rowsOf(m_theirs));
        if (!pieces)
            return std::nullopt;
        if (m_run.onlyConflicts)
            return openBase(*pieces);
        for (const MergedPiece& piece : *pieces)
            add(piece);
        return readsAsMeant() ? std::optional(std::move(m_text)) : std::nullopt;
    }

private:
    const Row& row(const MergedItem& item) const {
        return (item.side == MergedItem::Side::Mine ? m_mine : m_theirs).links().rows()[item.index];
    }
    static std::string rowsText(const Document& document, Span rows) {
        if (rows.isEmpty())
            return {};
        const auto& all = document.links().rows();
        return document.text().substr(all[rows.begin].span.begin,
                                      all[rows.end - 1].span.end - all[rows.begin].span.begin);
    }
    static std::optional<std::string> textOr(const Document& document, Span rows) {
        return rows.isEmpty() ? std::nullopt : std::optional(rowsText(document, rows));
    }

    void add(const MergedPiece& piece) {
        const std::size_t begin = m_text.size();
        if (piece.kind == MergedPiece::Kind::Conflict) {
            addConflict(piece);
            return;
        }
        addRows(piece.items);
        const bool isTaken = piece.kind == MergedPiece::Kind::Theirs || piece.kind == MergedPiece::Kind::Both;
        if (!isTaken)
            return;
        MergedChange change;
        change.kind = MergeKind::Rows;
        change.base = rowsText(m_base, piece.base);
        change.theirs = rowsText(m_theirs, piece.theirs);
        change.links = std::max(linksIn(m_base, piece.base), linksIn(m_theirs, piece.theirs));
        change.span = {begin, m_text.size()};
        m_run.result.taken.push_back(std::move(change));
    }

    /// Theirs, with the rows of conflicts as they stood before.
    std::string openBase(const std::vector<MergedPiece>& pieces) {
        std::vector<const MergedPiece*> conflicts;
        for (const MergedPiece& piece : pieces)
            if (piece.kind == MergedPiece::Kind::Conflict)
                conflicts.push_back(&piece);
        std::stable_sort(conflicts.begin(), conflicts.end(),
                         [](const MergedPiece* a, const MergedPiece* b) { return a->theirs < b->theirs; });
        std::size_t at = 0;
        for (const MergedPiece* conflict : conflicts) {
            addLines(rowsText(m_theirs, {at, conflict->theirs.begin}), false);
            addLines(rowsText(m_base, conflict->base), true);
            at = conflict->theirs.end;
            m_run.result.conflicts.emplace_back();
        }
        addLines(rowsText(m_theirs, {at, m_theirs.links().rows().size()}), false);
        return std::move(m_text);
    }

    void addRows(const std::vector<MergedItem>& items) {
        for (const MergedItem& item : items) {
            const Document& document = documentOf(item);
            m_meant.push_back(keyOf(document.text(), row(item)));
            addLines(row(item).span.in(document.text()), item.side == MergedItem::Side::Mine);
        }
    }
    const Document& documentOf(const MergedItem& item) const {
        return item.side == MergedItem::Side::Mine ? m_mine : m_theirs;
    }
    static int linksIn(const Document& document, Span rows) {
        int links = 0;
        for (std::size_t i = rows.begin; i < rows.end; ++i)
            links += document.links().rows()[i].kind == RowKind::Link ? 1 : 0;
        return links;
    }

    void addConflict(const MergedPiece& piece) {
        MergeConflict conflict;
        conflict.kind = MergeKind::Rows;
        conflict.base = textOr(m_base, piece.base);
        conflict.mine = textOr(m_mine, piece.mine);
        conflict.theirs = textOr(m_theirs, piece.theirs);
        if (conflict.mine && conflict.theirs)
            conflict.both = *conflict.theirs + (endsLine(*conflict.theirs) ? "" : m_lineEnd) + *conflict.mine;
        const MergeChoice choice = m_run.choiceFor(m_run.result.conflicts.size());
        for (const MergedItem& item : piece.items)
            m_meant.push_back(keyOf(m_mine.text(), row(item)));
        const std::size_t begin = m_text.size();
        addLines(chosen(conflict, choice), choice.side != Side::Theirs);
        conflict.span = {begin, m_text.size()};
        m_run.result.conflicts.push_back(std::move(conflict));
    }

    static std::string chosen(const MergeConflict& conflict, const MergeChoice& choice) {
        switch (choice.side) {
        case Side::Theirs:
            return conflict.theirs.value_or("");
        case Side::Both:
            return conflict.both ? *conflict.both : conflict.mine.value_or("");
        case Side::Own:
            return choice.own;
        case Side::Base:
            return conflict.base.value_or("");
        case Side::Mine:
            break;
        }
        return conflict.mine.value_or("");
    }

    /// Lines of mine get the line ends that theirs have.
    void addLines(std::string_view lines, bool areMine) {
        if (lines.empty())
            return;
        if (!m_text.empty() && !endsLine(m_text))
            m_text += m_lineEnd;
        for (const char byte : lines) {
            if (byte == '\n' && areMine) {
                if (!m_text.empty() && m_text.back() == '\r')
                    m_text.pop_back();
                m_text += m_lineEnd;
            } else {
                m_text += byte;
            }
        }
    }

    /// Lines that come to stand below each other can read as one: words below an item go on with it.
    bool readsAsMeant() const {
        if (!m_run.choices.empty() || m_run.onlyConflicts) // the run before found that it does
            return true;
        const LinkList list = LinkList::parse(m_text, {0, m_text.size()});
        return std::equal(
            list.rows().begin(), list.rows().end(), m_meant.begin(), m_meant.end(),
            [this](const Row& row, const std::string& key) { return keyOf(m_text, row) == key; });
    }

    const Document& m_base;
    const Document& m_mine;
    const Document& m_theirs;
    MergeRun& m_run;
    std::string m_lineEnd;
    std::string m_text;
    std::vector<std::string> m_meant; ///< the rows that the text is made of
};

std::optional<std::string> wholeNotes(const Document& base, const Document& mine, const Document& theirs,
                                      MergeRun& run) {
    MergeConflict conflict;
    conflict.kind = MergeKind::Rows;
    conflict.base = std::string(base.body());
    conflict.mine = std::string(mine.body());
    conflict.theirs = std::string(theirs.body());
    const MergeChoice choice = run.choiceFor(run.result.conflicts.size());
    std::string text = choice.side == Side::Theirs ? *conflict.theirs
                       : choice.side == Side::Base ? *conflict.base
                       : choice.side == Side::Own  ? choice.own
                                                   : *conflict.mine;
    conflict.span = {0, text.size()};
    run.result.conflicts.push_back(std::move(conflict));
    return text;
}

} // namespace

std::optional<std::string> mergeNotes(const Document& base, const Document& mine, const Document& theirs,
                                      MergeRun& run) {
    if (mine.body() == theirs.body())
        return std::string(theirs.body());
    if (base.body() == theirs.body())
        return std::string(run.onlyConflicts ? theirs.body() : mine.body());
    if (base.isBodyLocked() || mine.isBodyLocked() || theirs.isBodyLocked()) {
        if (base.body() != mine.body())
            return wholeNotes(base, mine, theirs, run);
        run.result.taken.push_back({MergeKind::Rows,
                                    {},
                                    std::string(base.body()),
                                    std::string(theirs.body()),
                                    0,
                                    {0, theirs.body().size()}});
        return std::string(theirs.body());
    }
    const std::size_t conflicts = run.result.conflicts.size();
    const std::size_t taken = run.result.taken.size();
    if (!run.areNotesWhole)
        if (auto merged = NotesMerger(base, mine, theirs, run).merged())
            return merged;
    run.areNotesWhole = true;
    run.result.conflicts.resize(conflicts);
    run.result.taken.resize(taken);
    return wholeNotes(base, mine, theirs, run);
}

} // namespace format
