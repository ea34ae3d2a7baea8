// SPDX-License-Identifier: MIT
#pragma once

#include "format/document.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <memory>
#include <vector>

namespace catalog {

struct NewEpisode;

/// An episode of the show, as a new one may go on from it.
struct Predecessor {
    std::shared_ptr<const format::Document> document;
    QString fileName;
};
/// A show's last episodes, the newest first.
using Predecessors = std::vector<Predecessor>;

/// What most of a show's last episodes have.
struct UsualValues {
    QStringList hosts; ///< those that more than half of them have, in the order of the newest
    QString headerImage;
    QStringList categories;
};
UsualValues usualValues(const Predecessors& last);

QStringList hostsOf(const format::Document& document);

/// The time zones that explain the offsets of these dates (newest first, as stored); Habits says when.
std::vector<QTimeZone> zonesOf(const QStringList& dates);

/// The enclosure's address as the addresses of the last three follow from number, padded number, slug or file
/// name; empty where they do not.
QString usualAddress(const Predecessors& last, const NewEpisode& episode);

} // namespace catalog
