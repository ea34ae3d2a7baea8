// SPDX-License-Identifier: MIT
#include "app/application.h"
#include "audio/player.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QTranslator>

int main(int argc, char** argv) {
    audio::preferFfmpegBackend();
    const QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("episode-desk"));
    QCoreApplication::setApplicationName(QStringLiteral("episode-desk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(EPISODE_DESK_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Episode Desk"));
    QGuiApplication::setDesktopFileName(QStringLiteral("episode-desk"));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/episode-desk.svg")));

    QTranslator translator;
    if (translator.load(QLocale(), QStringLiteral("episode-desk"), QStringLiteral("_"),
                        QStringLiteral(":/translations")) ||
        translator.load(QStringLiteral(":/translations/episode-desk_en.qm")))
        QCoreApplication::installTranslator(&translator);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Edits podcast episode catalogues."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption sample(
        QStringLiteral("sample"), QCoreApplication::translate("main", "Open the bundled sample catalogue."));
    parser.addOption(sample);
    parser.addPositionalArgument(
        QStringLiteral("path"),
        QCoreApplication::translate("main", "A site, a show's folder, or episode files."),
        QStringLiteral("[PATH…]"));
    parser.process(application);

    app::Application desk;
    desk.start(parser.positionalArguments(), parser.isSet(sample));
    return QApplication::exec();
}
