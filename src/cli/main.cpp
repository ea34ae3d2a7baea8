// SPDX-License-Identifier: MIT
#include "cli/command.h"
#include "cli/output.h"

#include <QCoreApplication>

#include <array>

namespace {

const std::array commands{&cli::roundtripCommand, &cli::listCommand,     &cli::showCommand,  &cli::setCommand,
                          &cli::replaceCommand,   &cli::linksCommand,    &cli::checkCommand, &cli::fixCommand,
                          &cli::rulesCommand,     &cli::chaptersCommand, &cli::mediaCommand, &cli::newCommand,
                          &cli::renameCommand,    &cli::importCommand,   &cli::exportCommand};

QString usage() {
    QString text = QStringLiteral("Usage: episode-desk-cli COMMAND [OPTIONS] PATH…\n\nCommands:\n");
    for (const cli::Command* command : commands)
        text += QStringLiteral("  %1  %2\n")
                    .arg(QLatin1String(command->name), -10)
                    .arg(QLatin1String(command->summary));
    return text + QStringLiteral("\nepisode-desk-cli COMMAND --help tells more of one. PATH is a site, a "
                                 "show's folder or a file.\n"
                                 "Exit status: 0 done or clean, 1 findings or failures, 2 could not run.");
}

int run(const cli::Command& command, const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QLatin1String(command.summary));
    const QCommandLineOption help = parser.addHelpOption();
    command.addOptions(parser);
    if (!parser.parse(arguments)) {
        cli::printError(parser.errorText());
        return cli::CouldNotRun;
    }
    if (parser.isSet(help)) {
        cli::print(parser.helpText().replace(
            QLatin1String("episode-desk-cli [options]"),
            QStringLiteral("episode-desk-cli %1 [options]").arg(QLatin1String(command.name))));
        return cli::Success;
    }
    return command.run(parser);
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("episode-desk-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(EPISODE_DESK_VERSION));
    QStringList arguments = QCoreApplication::arguments();
    const QString name = arguments.value(1);
    if (name == QLatin1String("--version") || name == QLatin1String("-v")) {
        cli::print(QStringLiteral("episode-desk-cli " EPISODE_DESK_VERSION));
        return cli::Success;
    }
    if (name == QLatin1String("--help") || name == QLatin1String("-h") || name == QLatin1String("help")) {
        cli::print(usage());
        return cli::Success;
    }
    for (const cli::Command* command : commands) {
        if (name != QLatin1String(command->name))
            continue;
        arguments.removeAt(1);
        return run(*command, arguments);
    }
    cli::printError(name.isEmpty() ? QStringLiteral("No command is named.")
                                   : QStringLiteral("\"%1\" is no command.").arg(name));
    cli::printError(QStringLiteral("--help lists the commands."));
    return cli::CouldNotRun;
}
