// SPDX-License-Identifier: MIT
#include "catalog/replace/replacing.h"

#include "catalog/limits.h"
#include "catalog/replace/replacetexts.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <algorithm>

namespace catalog {

namespace {

using format::Document;
using format::Row;
using format::Span;
using format::TextEdit;
using format::TextEdits;
using Match = ReplacePattern::Match;

QString words(const char* text) {
    return QCoreApplication::translate("Replace", text);
}
#define REPLACE_WORDS(text) words(QT_TRANSLATE_NOOP("Replace", text))

constexpr qsizetype contextCharacters = 30; ///< beside a match, each side
constexpr qsizetype shownCharacters = 160;  ///< of a match

/// A text on one line, cut where it is long.
QString shown(QString text) {
    if (text.size() > shownCharacters)
        text = text.left(shownCharacters) + QStringLiteral("…");
    for (QChar& c : text)
        if (c < QLatin1Char(' '))
            c = QLatin1Char(' ');
    return text;
}

/// What stands before and behind a match on its line.
struct Context {
    QString before, behind;

    Context(const QString& text, const Match& match) {
        const qsizetype lineBegin =
            match.begin == 0 ? 0 : text.lastIndexOf(QLatin1Char('\n'), match.begin - 1) + 1;
        const qsizetype end = match.begin + match.length;
        const qsizetype lineFeed = text.indexOf(QLatin1Char('\n'), end);
        const qsizetype lineEnd = lineFeed < 0 ? text.size() : lineFeed;
        const qsizetype from = std::max(lineBegin, match.begin - contextCharacters);
        const qsizetype to = std::min(lineEnd, end + contextCharacters);
        before =
            (from > lineBegin ? QStringLiteral("…") : QString()) + shown(text.mid(from, match.begin - from));
        behind = shown(text.mid(end, to - end)) + (to < lineEnd ? QStringLiteral("…") : QString());
    }
    QString around(const QString& text) const { return before + shown(text) + behind; }
};

/// The match without the ends that stay as they are, so that these keep their bytes. Something is always
/// left of a match that had characters: insertions at one place would stand in each other's way.
Match trimmed(const QString& text, Match match) {
    const auto isSame = [&](qsizetype inText, qsizetype inReplacement) {
        const QChar c = text[inText];
        return c == match.replacement[inReplacement] && !c.isSurrogate();
    };
    while (match.length > 1 && !match.replacement.isEmpty() && isSame(match.begin, 0)) {
        ++match.begin;
        --match.length;
        match.replacement.remove(0, 1);
    }
    while (match.length > 1 && !match.replacement.isEmpty() &&
           isSame(match.begin + match.length - 1, match.replacement.size() - 1)) {
        --match.length;
        match.replacement.chop(1);
    }
    return match;
}

/// Finds the matches of one episode.
class EpisodeLook {
public:
    EpisodeLook(const Document& document, EpisodeId id, const ReplacePattern& pattern, std::size_t most)
        : m_document(document)
        , m_id(id)
        , m_pattern(pattern)
        , m_most(most) {}

    void look(const ReplacePlaces& places) {
        const QDeadlineTimer deadline(limits::patternMilliseconds);
        for (const ReplaceText& text : replaceTexts(m_document, places)) {
            if (deadline.hasExpired())
                return leaveOut(REPLACE_WORDS("looking for the rest takes too long"));
            if (m_changes.size() >= m_most)
                return;
            lookAt(text);
        }
    }

    void addTo(Proposal& proposal) {
        leaveOutRefused();
        proposal.changes.insert(proposal.changes.end(), std::make_move_iterator(m_changes.begin()),
                                std::make_move_iterator(m_changes.end()));
        for (const QString& why : std::as_const(m_reasons))
            proposal.leftOut.push_back({m_id, why});
    }

private:
    /// Each reason once, however many matches it concerns.
    void leaveOut(const QString& why) {
        if (!m_reasons.contains(why))
            m_reasons += why;
    }

    void lookAt(const ReplaceText& text) {
        if (!text.isJson && !text.locked.isEmpty()) // not even decoded
            return leaveOut(text.locked);
        const DecodedText decoded = decodeText(m_document.text(), text);
        if (!text.locked.isEmpty()) {
            const QString readable = QString::fromUtf8(decoded.text.toUtf8()); // without half characters
            if (!m_pattern.in(readable, 1).matches.empty())
                leaveOut(QStringLiteral("%1: %2").arg(text.place, text.locked));
            return;
        }
        const ReplacePattern::Found found = m_pattern.in(decoded.text, m_most - m_changes.size());
        if (found.isGivenUp)
            leaveOut(REPLACE_WORDS("%1: the expression takes too long").arg(text.place));
        for (const Match& match : found.matches)
            add(text, decoded, match);
    }

    void add(const ReplaceText& text, const DecodedText& decoded, const Match& match) {
        if (QStringView(decoded.text).mid(match.begin, match.length) == match.replacement)
            return;
        const Match small = trimmed(decoded.text, match);
        const auto at = [&decoded](qsizetype place) {
            return decoded.offsets[static_cast<std::size_t>(place)];
        };
        const Span span{at(small.begin), at(small.begin + small.length)};
        TextEdit edit{span, written(small.replacement, text.isJson)};
        if (!text.isJson && endsLink(edit))
            return leaveOut(REPLACE_WORDS("%1: the link would be none any more").arg(placeOf(text, span)));
        const Context context(decoded.text, match);
        m_changes.push_back({m_id,
                             placeOf(text, span),
                             context.around(decoded.text.mid(match.begin, match.length)),
                             context.around(match.replacement),
                             {std::move(edit)}});
    }

    QString placeOf(const ReplaceText& text, Span span) const {
        return text.isJson
                   ? text.place
                   : REPLACE_WORDS("%1, line %2").arg(text.place).arg(m_document.positionOf(span.begin).line);
    }

    std::string written(const QString& replacement, bool isJson) {
        std::string utf8 = replacement.toStdString();
        if (!isJson)
            return utf8;
        if (!m_style)
            m_style = m_document.jsonEditor().style();
        const std::string quoted = format::quoteJson(utf8, *m_style);
        return quoted.substr(1, quoted.size() - 2);
    }

    /// A change within a link's text, address or title after which CommonMark sees no link there.
    bool endsLink(const TextEdit& edit) const {
        const auto& rows = m_document.links().rows();
        auto row = std::upper_bound(rows.begin(), rows.end(), edit.span.begin,
                                    [](std::size_t at, const Row& other) { return at < other.span.begin; });
        if (row == rows.begin())
            return false;
        --row;
        const bool isInside =
            row->text.contains(edit.span) || row->url.contains(edit.span) || row->title.contains(edit.span);
        if (row->kind != format::RowKind::Link || !isInside)
            return false;
        const Span inRow{edit.span.begin - row->span.begin, edit.span.end - row->span.begin};
        const auto after = format::applyEdits(row->span.in(m_document.text()), {{inRow, edit.replacement}});
        if (!after)
            return true;
        const auto list = format::LinkList::parse(*after, {0, after->size()});
        return list.rows().empty() || list.rows().front().kind != format::RowKind::Link;
    }

    /// Drops what a file could not be opened with afterwards: each by itself, then what is left together.
    void leaveOutRefused() {
        const auto errorOf = [this](const std::vector<ProposedChange>& changes) {
            TextEdits edits;
            for (const ProposedChange& change : changes)
                edits.insert(edits.end(), change.edits.begin(), change.edits.end());
            const auto after = m_document.withEdits(std::move(edits));
            return after ? QString() : QString::fromStdString(after.error().message);
        };
        if (m_changes.empty() || errorOf(m_changes).isEmpty())
            return;
        std::erase_if(m_changes, [&](const ProposedChange& change) {
            const QString why = errorOf({change});
            if (!why.isEmpty())
                leaveOut(QStringLiteral("%1: %2").arg(change.place, why));
            return !why.isEmpty();
        });
        if (const QString why = errorOf(m_changes); !why.isEmpty()) {
            m_changes.clear();
            leaveOut(why);
        }
    }

    const Document& m_document;
    EpisodeId m_id;
    const ReplacePattern& m_pattern;
    std::size_t m_most;
    std::optional<format::JsonStyle> m_style;
    std::vector<ProposedChange> m_changes;
    QStringList m_reasons;
};

} // namespace

Replacing::Replacing(const ReplaceQuery& query)
    : m_query(query)
    , m_pattern(query) {}

void Replacing::look(EpisodeId id, const Document& document, std::size_t most, Proposal& proposal) const {
    if (m_pattern.error() || proposal.changes.size() >= most)
        return;
    EpisodeLook look(document, id, m_pattern, most - proposal.changes.size());
    look.look(m_query.places);
    look.addTo(proposal);
}

ProposalMaker Replacing::maker(std::size_t most) const {
    return
        [replacing = *this, most](const EpisodeText& episode, const Document& document, Proposal& proposal) {
            replacing.look(episode.id, document, most, proposal);
        };
}

} // namespace catalog
