// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/episode.h"
#include "catalog/linkresults.h"
#include "format/linklist.h"

#include <QString>

#include <string>
#include <vector>

namespace models {

/// A row of the notes as the link table shows it.
struct VisibleLinkRow {
    format::Row row;
    int formatRow = -1;
    std::string bytes;
    QString section;
    bool isChanged = false;

    bool isShownAs(const VisibleLinkRow& other) const {
        return bytes == other.bytes && section == other.section && isChanged == other.isChanged;
    }
};

/// The rows of an episode's notes but for the blank ones.
std::vector<VisibleLinkRow> readLinkRows(const catalog::Episode& episode);

/// A part of a link by LinkTableModel's column.
QString linkPart(const format::LinkParts& link, int column);
void setLinkPart(format::LinkParts& link, int column, const std::string& value);

/// What a check of an address found, in a word or two.
QString outcomeWords(const catalog::LinkFinding& finding);

} // namespace models
