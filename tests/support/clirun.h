// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

/// What a program answered.
struct CliRun {
    int exitCode = -1;
    QByteArray out, err;

    QJsonArray rows() const { return QJsonDocument::fromJson(out).array(); }
    QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
};

/// The program of the build that the test belongs to: it lies beside the test.
inline QString cliProgram() {
    return QCoreApplication::applicationDirPath() + QStringLiteral("/episode-desk-cli");
}

/// Runs a program in `folder` to its end.
inline CliRun runProgram(const QString& program, const QStringList& arguments,
                         const QString& folder = QString(),
                         const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment()) {
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        qFatal("%s did not finish", qPrintable(program));
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

inline CliRun runCli(const QStringList& arguments, const QString& folder = QString()) {
    return runProgram(cliProgram(), arguments, folder);
}

/// "check --show x" as arguments; for those without spaces.
inline QStringList words(const char* text) {
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}
