// SPDX-License-Identifier: MIT
#include "catalog/episodenames.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace catalog {

namespace {

constexpr std::string_view slugKey = "\"slug\"";

std::size_t behindSpace(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(" \t\r\n", at), text.size());
}

/// The value where there is one such key in all of the text, and no escape in the value.
std::optional<QString> plainSlug(std::string_view text) {
    const std::size_t at = text.find(slugKey);
    if (at == std::string_view::npos || text.find(slugKey, at + 1) != std::string_view::npos)
        return std::nullopt;
    const std::size_t colon = behindSpace(text, at + slugKey.size());
    const std::size_t value = colon < text.size() ? behindSpace(text, colon + 1) : colon;
    if (value >= text.size() || text[colon] != ':' || text[value] != '"')
        return std::nullopt;
    const std::size_t end = text.find_first_of("\"\\", value + 1);
    if (end == std::string_view::npos || text[end] != '"')
        return std::nullopt;
    const std::string_view found = text.substr(value + 1, end - value - 1);
    return QString::fromUtf8(found.data(), static_cast<qsizetype>(found.size()));
}

using Names = QStringList;

bool isNamedIn(const QString& address, const Names& names) {
    return address.contains(QLatin1Char('/')) &&
           std::any_of(names.begin(), names.end(),
                       [&](const QString& name) { return !namePattern(address, name).isEmpty(); });
}

void addOwn(const Catalog& catalog, EpisodeId id, const Names& names, std::vector<NamingPlace>& places) {
    const auto document = catalog.episode(id).document();
    const format::JsonTree& json = document->json();
    for (const format::JsonId member : json.node(json.root()).children) {
        const format::JsonNode& node = json.node(member);
        QStringList values;
        if (node.type == format::JsonType::String)
            values += QString::fromStdString(document->plain(node));
        else if (node.type == format::JsonType::Array)
            for (const std::string& item : document->strings(node))
                values += QString::fromStdString(item);
        for (const QString& value : values)
            if (isNamedIn(value, names))
                places.push_back(
                    {catalog.relativePath(id), QString::fromUtf8(node.name.data(), node.name.size()), value});
    }
}

/// "/night-desk/3" in an address, where no longer name goes on.
bool linksTo(const std::string& text, const std::string& page) {
    for (std::size_t at = text.find(page); at != std::string::npos; at = text.find(page, at + 1)) {
        const char next = at + page.size() < text.size() ? text[at + page.size()] : ' ';
        if (std::string_view("/)#?\"'> \t\r\n").find(next) != std::string_view::npos)
            return true;
    }
    return false;
}

} // namespace

QString slugOf(const Episode& episode) {
    if (episode.isRefused())
        return {};
    if (const auto plain = plainSlug(episode.text()))
        return *plain;
    const auto document = format::Document::parse(episode.text()); // not kept: many are looked at
    return document ? valueText(*document, "slug") : QString();
}

QString namePattern(const QString& address, const QString& name) {
    if (name.isEmpty())
        return {};
    const bool isDigits = std::all_of(name.begin(), name.end(), [](QChar c) { return c.isDigit(); });
    const auto belongs = [&](qsizetype at) {
        return at >= 0 && at < address.size() &&
               (isDigits ? address[at].isDigit() : address[at].isLetterOrNumber());
    };
    const qsizetype dot = address.lastIndexOf(QLatin1Char('.'));
    const qsizetype ending = dot > address.lastIndexOf(QLatin1Char('/')) ? dot : address.size();
    QString pattern;
    qsizetype done = 0;
    for (qsizetype at = address.indexOf(name); at >= 0 && at < ending; at = address.indexOf(name, at + 1)) {
        if (at < done || belongs(at - 1) || belongs(at + name.size()))
            continue;
        pattern += address.mid(done, at - done) + QChar(namePlace);
        done = at + name.size();
    }
    return done == 0 ? QString() : pattern + address.mid(done);
}

std::vector<NamingPlace> placesNaming(const Catalog& catalog, EpisodeId id) {
    const auto document = catalog.episode(id).document();
    if (!document)
        return {};
    const QString slug = valueText(*document, "slug");
    std::vector<NamingPlace> places;
    addOwn(catalog, id, {slug, valueText(*document, "episode"), valueText(*document, "episode_padded")},
           places);
    const QString page = QLatin1Char('/') + catalog.episode(id).summary().show + QLatin1Char('/') + slug;
    for (int i = 0; i < catalog.size() && !slug.isEmpty(); ++i)
        if (const Episode& other = catalog.episode({i});
            other.id() != id && !other.isRefused() && linksTo(other.text(), page.toStdString()))
            places.push_back({catalog.relativePath({i}),
                              QCoreApplication::translate("EpisodeNames", "a link to its page"), page});
    return places;
}

} // namespace catalog
