// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/feed/feeditem.h"
#include "cli/opening.h"

#include <QCommandLineParser>

#include <optional>

namespace cli {

/// Reads the feed of a file or of an http or https address; absent, after saying why, where it cannot be.
std::optional<catalog::Feed> loadFeed(const QString& fileOrAddress);

/// The show that `--show` names; empty, after saying so, where it names none with episodes.
QString chosenShow(const QCommandLineParser& parser, const Opened& opened);

} // namespace cli
