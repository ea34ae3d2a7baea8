// SPDX-License-Identifier: MIT
#pragma once

#include <QCommandLineParser>
#include <QStringList>

namespace cli {

/// What a command ended with, as scripts see it.
enum ExitCode { Success = 0, Findings = 1, CouldNotRun = 2 };

/// A command of episode-desk-cli: its own options and help, and what it does.
struct Command {
    const char* name;
    const char* summary;
    void (*addOptions)(QCommandLineParser& parser);
    int (*run)(const QCommandLineParser& parser);
};

extern const Command roundtripCommand;
extern const Command listCommand;
extern const Command showCommand;
extern const Command setCommand;
extern const Command replaceCommand;
extern const Command checkCommand;
extern const Command fixCommand;
extern const Command linksCommand;
extern const Command rulesCommand;
extern const Command chaptersCommand;
extern const Command mediaCommand;
extern const Command newCommand;
extern const Command renameCommand;
extern const Command importCommand;
extern const Command exportCommand;

} // namespace cli
