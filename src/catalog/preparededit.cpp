// SPDX-License-Identifier: MIT
#include "catalog/preparededit.h"

namespace catalog {

format::Result<PreparedEdit> prepared(const PreparedText& before, const Edit& edit) {
    auto text = format::applyEdits(*before.text, edit.changes);
    if (!text)
        return text.error();
    const auto document = format::Document::parse(std::move(text).value());
    if (!document)
        return document.error();
    return PreparedEdit{
        edit.episode, before, {std::make_shared<const std::string>(document->text()), summaryOf(*document)}};
}

} // namespace catalog
