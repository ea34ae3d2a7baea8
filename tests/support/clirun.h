// SPDX-License-Identifier: MIT
#pragma once

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
    return runProgram(QStringLiteral(EPISODE_DESK_CLI), arguments, folder);
}

/// "check --show x" as arguments; for those without spaces.
inline QStringList words(const char* text) {
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}
