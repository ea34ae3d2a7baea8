// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/bulk/bulkedit.h"

#include <QCommandLineParser>

#include <optional>

namespace cli {

/// The ways of `set` that look at what each file holds already: list members, clearing, replacing, numbers in
/// sequence, dates.
void addBulkOptions(QCommandLineParser& parser);
/// How many of these ways the command line names.
int bulkWays(const QCommandLineParser& parser);
/// The one that it names; nothing, after saying so, where it is not understood.
std::optional<catalog::BulkEdit> readBulkEdit(const QCommandLineParser& parser);

} // namespace cli
