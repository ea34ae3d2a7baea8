// SPDX-License-Identifier: MIT
// edit_soak SEEDS EDITS: random edits of an episode through the undo stack, as many for each seed; undone one
// by one to the same bytes at every step, redone likewise. Prints its figure; fails at the first difference.
#include "models/editsession.h"
#include "support/randomedit.h"

#include <QCoreApplication>
#include <QHash>

#include <cstdio>
#include <random>

using catalog::EpisodeId;
using format::JsonValue;
using models::EditSession;

namespace {

const std::string page = R"({
  "type": "episode",
  "title": "Lanterns, caf\u00e9",
  "tags": [
    "lamps",
    "oil"
  ],
  "hosts": [ "ada" ],
  "guests": [],
  "draft": false,
  "podcast_bytes": 14000001,
  "price": 1.50,
  "huge": 1e400,
  "podcast_chapters": {"version": "1.2", "chapters": [{"startTime": 0, "title": "Hello"}, {"startTime": 5e1}]},
  "jb_url": null
}


### Episode Links

  * [The lamp museum](https://lamps.example.org/ "The lamp museum") — Open at night.
  * [Oil](https://oil.example.org/)
  * only words

**Wicks:**

* [Cotton](https://wicks.example.org/a_(b))
> said somebody

Prose.
)";

struct Tally {
    long made = 0, refused = 0, steps = 0;
};

/// One user: an episode, its undo stack, and the bytes after every step.
class User {
public:
    explicit User(unsigned seed)
        : m_random(seed)
        , m_session(m_catalog) {
        std::vector<catalog::Episode> episodes;
        std::string text = page;
        if (seed % 2 == 1) // every other one writes CRLF
            for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2)
                text.replace(at, 1, "\r\n");
        auto document = std::make_shared<const format::Document>(*format::Document::parse(text));
        episodes.emplace_back(EpisodeId{}, QStringLiteral("/site/0001.md"), document);
        m_catalog.add(std::move(episodes));
        note();
    }

    void edit(Tally& tally) {
        const bool isMade = draw();
        ++(isMade ? tally.made : tally.refused);
        note();
    }

    /// Where bytes differ from what they were at that step; -1 where they never do.
    int undoAndRedo() {
        QUndoStack& stack = m_session.undoStack();
        const int last = stack.index();
        for (int step = last; step >= 0; --step) {
            if (text() != m_texts.value(step))
                return step;
            stack.undo();
        }
        for (int step = 0; step <= last; ++step) {
            if (text() != m_texts.value(step))
                return step;
            stack.redo();
        }
        return -1;
    }
    int steps() { return m_session.undoStack().index(); }

private:
    std::size_t below(std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(m_random);
    }
    const std::string& text() const { return m_catalog.episode(m_id).text(); }
    void note() { m_texts.insert(m_session.undoStack().index(), text()); }

    bool draw() {
        constexpr std::size_t large = 32'768;
        if (text().size() > large || below(400) == 0)
            return m_session.revert(m_id);
        const auto document = m_catalog.episode(m_id).document();
        const Chooser chooser = [this](std::size_t limit) { return below(limit); };
        const RandomEdit edit = drawEdit(*document, chooser);
        switch (below(6)) {
        case 0: // typing
            return m_session.setValue(m_id, {"title"}, JsonValue::string("L" + std::string(below(9), 'x')),
                                      EditSession::Merge::Typing);
        case 1:
            return m_session.revertField(m_id, edit.key.empty() ? "title" : edit.key);
        case 2:
            return edit.value && m_session.setValue(m_id, {edit.key}, *edit.value);
        case 3: {
            const auto edited = format::applyEdits(document->text(), edit.edits);
            return edited &&
                   m_session.setText(m_id, *edited,
                                     below(2) == 0 ? EditSession::Merge::Typing : EditSession::Merge::No);
        }
        default:
            return m_session.apply({{m_id, edit.edits}}, QStringLiteral("Edit"));
        }
    }

    std::mt19937 m_random;
    catalog::Catalog m_catalog;
    EditSession m_session;
    EpisodeId m_id{0};
    QHash<int, std::string> m_texts;
};

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const unsigned seeds = argc > 1 ? static_cast<unsigned>(std::atoi(argv[1])) : 2;
    const int edits = argc > 2 ? std::atoi(argv[2]) : 500;
    Tally tally;
    for (unsigned seed = 1; seed <= seeds; ++seed) {
        User user(seed);
        for (int i = 0; i < edits; ++i)
            user.edit(tally);
        tally.steps += user.steps();
        if (const int step = user.undoAndRedo(); step >= 0) {
            std::printf("edit soak: seed %u differs at step %d\n", seed, step);
            return 1;
        }
    }
    std::printf("edit soak: %u seeds of %d edits, %ld made, %ld refused, %ld undo steps; undone and redone, "
                "0 differences\n",
                seeds, edits, tally.made, tally.refused, tally.steps);
    return tally.made > 0 && tally.steps > 0 ? 0 : 1;
}
