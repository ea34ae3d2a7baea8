// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/edit.h"
#include "format/linklist.h"

#include <QMimeData>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace models {

/// Rows of the link table on their way: which, of which episode.
struct DraggedRows {
    catalog::EpisodeId episode;
    QList<int> rows;
};

/// The types that linksInMime() understands, best first.
QStringList linkMimeTypes();

/// Links for the clipboard or a drag: as rows of this program, Markdown, HTML, addresses and plain text.
/// `source` is the rows' own Markdown.
std::unique_ptr<QMimeData> mimeOfLinks(const std::vector<format::LinkParts>& links, const QString& source,
                                       catalog::EpisodeId episode, const QList<int>& rows);

std::optional<DraggedRows> rowsInMime(const QMimeData& data);

/// The links of what was pasted or dropped, whoever made it: Markdown, a browser's address with its title,
/// bookmarks, an HTML selection, addresses, text.
std::vector<format::LinkParts> linksInMime(const QMimeData& data);

} // namespace models
