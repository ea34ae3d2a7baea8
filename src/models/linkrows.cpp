// SPDX-License-Identifier: MIT
#include "models/linkrows.h"

#include "models/linktablemodel.h"

#include <set>

namespace models {

namespace {

std::multiset<std::string> savedRows(const catalog::Episode& episode) {
    std::multiset<std::string> rows;
    if (const auto saved = episode.savedDocument())
        for (const format::Row& row : saved->links().rows())
            rows.emplace(row.span.in(saved->text()));
    return rows;
}

} // namespace

QString outcomeWords(const catalog::LinkFinding& finding) {
    switch (finding.outcome) {
    case catalog::LinkOutcome::Ok:
        return LinkTableModel::tr("ok");
    case catalog::LinkOutcome::Moved:
        return LinkTableModel::tr("moved");
    case catalog::LinkOutcome::Gone:
        return LinkTableModel::tr("gone");
    case catalog::LinkOutcome::Refused:
        return LinkTableModel::tr("refused");
    case catalog::LinkOutcome::TimedOut:
        return LinkTableModel::tr("timed out");
    case catalog::LinkOutcome::Failed:
        return LinkTableModel::tr("failed");
    case catalog::LinkOutcome::Skipped:
        break;
    }
    return LinkTableModel::tr("not checked");
}

std::vector<VisibleLinkRow> readLinkRows(const catalog::Episode& episode) {
    std::vector<VisibleLinkRow> visible;
    const auto document = episode.document();
    if (!document)
        return visible;
    auto saved = savedRows(episode);
    const auto& rows = document->links().rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].kind == format::RowKind::Blank)
            continue;
        VisibleLinkRow shown{
            rows[i], static_cast<int>(i), std::string(rows[i].span.in(document->text())), {}, true};
        if (rows[i].section >= 0)
            shown.section = QString::fromStdString(rows[static_cast<std::size_t>(rows[i].section)].content);
        if (const auto same = saved.find(shown.bytes); same != saved.end()) {
            saved.erase(same);
            shown.isChanged = false;
        }
        visible.push_back(std::move(shown));
    }
    return visible;
}

QString linkPart(const format::LinkParts& link, int column) {
    switch (column) {
    case LinkTableModel::TextColumn:
        return QString::fromStdString(link.text);
    case LinkTableModel::UrlColumn:
        return QString::fromStdString(link.url);
    case LinkTableModel::TitleColumn:
        return QString::fromStdString(link.title.value_or(std::string()));
    default:
        return QString::fromStdString(link.description);
    }
}

void setLinkPart(format::LinkParts& link, int column, const std::string& value) {
    switch (column) {
    case LinkTableModel::TextColumn:
        // A title that only repeats the text goes on doing so.
        if (link.title == link.text)
            link.title = value;
        link.text = value;
        break;
    case LinkTableModel::UrlColumn:
        link.url = value;
        break;
    case LinkTableModel::TitleColumn:
        link.title = value.empty() ? std::nullopt : std::optional<std::string>(value);
        break;
    default:
        link.description = value;
    }
}

} // namespace models
