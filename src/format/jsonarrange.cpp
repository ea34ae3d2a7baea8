// SPDX-License-Identifier: MIT
#include "format/jsonedit.h"
#include "format/jsonitems.h"

#include <algorithm>

namespace format {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// Which of the items stay where they stand: as many as there are whose places rise.
std::vector<bool> staying(const std::vector<ArrangedItem>& items) {
    std::vector<std::size_t> ends; // the item with the lowest place that ends a row of each length
    std::vector<std::size_t> before(items.size(), none);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!items[i].from)
            continue;
        const auto at =
            std::lower_bound(ends.begin(), ends.end(), *items[i].from,
                             [&](std::size_t end, std::size_t place) { return *items[end].from < place; });
        before[i] = at == ends.begin() ? none : *(at - 1);
        if (at == ends.end())
            ends.push_back(i);
        else
            *at = i;
    }
    std::vector<bool> stays(items.size(), false);
    for (std::size_t i = ends.empty() ? none : ends.back(); i != none; i = before[i])
        stays[i] = true;
    return stays;
}

/// Collects the edits of one container.
class Arranger {
public:
    Arranger(std::string_view text, const JsonItems& items)
        : m_text(text)
        , m_items(items) {}

    Result<TextEdits> edits(const std::vector<ArrangedItem>& wanted) {
        const std::vector<bool> stays = staying(wanted);
        std::size_t next = 0; // the first old item that is not dealt with
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (!stays[i]) {
                const auto text = textOf(wanted[i]);
                if (!text)
                    return text.error();
                m_new.push_back(*text);
                continue;
            }
            fill(next, *wanted[i].from);
            m_edits.insert(m_edits.end(), wanted[i].edits.begin(), wanted[i].edits.end());
            next = *wanted[i].from + 1;
        }
        fill(next, m_items.size());
        return std::move(m_edits);
    }

private:
    /// An item's text as it shall be, for one that is new or moves.
    Result<std::string> textOf(const ArrangedItem& item) const {
        if (!item.from)
            return item.text;
        const Span span = m_items.item(*item.from);
        TextEdits inside = item.edits;
        for (TextEdit& edit : inside)
            edit.span = {edit.span.begin - span.begin, edit.span.end - span.begin};
        return applyEdits(span.in(m_text), std::move(inside));
    }

    /// The new items take the places of the old ones from `first` to `last`; what is left over goes or comes.
    void fill(std::size_t first, std::size_t last) {
        const std::size_t replaced = std::min(last - first, m_new.size());
        for (std::size_t i = 0; i < replaced; ++i)
            if (m_items.item(first + i).in(m_text) != m_new[i])
                m_edits.push_back({m_items.item(first + i), m_new[i]});
        const std::size_t at = first + replaced;
        m_new.erase(m_new.begin(), m_new.begin() + static_cast<std::ptrdiff_t>(replaced));
        if (at < last)
            m_edits.push_back(m_items.remove(at, last - at));
        else if (!m_new.empty())
            m_edits.push_back(m_items.insert(at, m_new));
        m_new.clear();
    }

    std::string_view m_text;
    const JsonItems& m_items;
    std::vector<std::string> m_new; ///< not yet placed
    TextEdits m_edits;
};

} // namespace

Result<TextEdits> JsonEditor::arrange(const JsonPath& container,
                                      const std::vector<ArrangedItem>& items) const {
    const JsonId id = m_tree.find(container);
    if (id == noNode || m_tree.node(id).type < JsonType::Array)
        return Error{"There is neither list nor object at " + toPointer(container) + ".", 0};
    const JsonItems old(m_text, m_tree, m_style, id);
    for (const ArrangedItem& item : items)
        if (item.from && *item.from >= old.size())
            return Error{"There is no such item at " + toPointer(container) + ".",
                         m_tree.node(id).span.begin};
    return Arranger(m_text, old).edits(items);
}

} // namespace format
