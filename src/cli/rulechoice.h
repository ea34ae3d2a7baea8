// SPDX-License-Identifier: MIT
#pragma once

#include <QCommandLineParser>
#include <QSet>

namespace cli {

/// Adds `--rule`, which may be given several times and take several ids.
void addRuleOption(QCommandLineParser& parser);
/// The chosen rules, empty where none is named; false, after saying so, where one does not exist. `link-*` is
/// every rule whose id begins so.
bool readRules(const QCommandLineParser& parser, QSet<QString>& rules);

} // namespace cli
