// SPDX-License-Identifier: MIT
#pragma once

#include "format/sequencemerge.h"

#include <map>
#include <optional>

namespace format {

/// Tells where items stand from what they say. Items that are known by their identity have it for a key here,
/// so that the sequences are merged by places alone; what each says is decided for itself.
class SequenceContents {
public:
    SequenceContents(const Sequence& base, const Sequence& mine, const Sequence& theirs);

    const Sequence& base() const { return m_places[0]; }
    const Sequence& mine() const { return m_places[1]; }
    const Sequence& theirs() const { return m_places[2]; }
    /// Whether a side changed what the item of that key says.
    bool isChanged(const std::string& key) const;

    /// The pieces with what each item says; nothing where an item would be lost, or be there twice.
    std::optional<std::vector<MergedPiece>> decided(const std::vector<MergedPiece>& pieces) const;

private:
    using Index = std::optional<std::size_t>;
    struct Known {
        Index base, mine, theirs; ///< where it stands
    };
    const Known* known(const Sequence& places, std::size_t index) const;
    const std::string* text(int side, const Index& index) const;
    bool areSame(int a, const Index& i, int b, const Index& j) const;
    void decide(const MergedPiece& piece, std::vector<MergedPiece>& out) const;
    void decideItem(const MergedPiece& piece, MergedItem item, std::vector<MergedPiece>& out) const;
    void decideRemoved(const MergedPiece& piece, std::vector<MergedPiece>& out) const;
    bool areAllThereOnce(const std::vector<MergedPiece>& pieces) const;

    Sequence m_texts[3];  ///< base, mine, theirs as they were given
    Sequence m_places[3]; ///< the same with identities for keys
    std::map<std::string, Known> m_known;
};

} // namespace format
