// SPDX-License-Identifier: MIT
#pragma once

#include "support/clirun.h"
#include "support/episodefixture.h"

#include <QStandardPaths>

/// An invented site in a git repository of its own, whatever the user's configuration says.
class GitFixture {
public:
    explicit GitFixture(const QStringList& initOptions = {}) {
        run(QStringList{QStringLiteral("init"), QStringLiteral("-q")} + initOptions);
        run(words("config user.name Tester"));
        run(words("config user.email tester@example.org"));
        commitAll();
    }

    static bool isAvailable() { return !QStandardPaths::findExecutable(QStringLiteral("git")).isEmpty(); }

    /// Without the configuration and the repository of whoever runs the tests.
    static QProcessEnvironment environment() {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        const QStringList names = environment.keys();
        for (const QString& name : names)
            if (name.startsWith(QLatin1String("GIT_")))
                environment.remove(name);
        environment.insert(QStringLiteral("GIT_CONFIG_GLOBAL"), QProcess::nullDevice());
        environment.insert(QStringLiteral("GIT_CONFIG_NOSYSTEM"), QStringLiteral("1"));
        return environment;
    }

    CliRun tryRun(const QStringList& arguments, const QString& folder = QString()) const {
        return runProgram(QStringLiteral("git"), arguments, folder.isEmpty() ? site.root() : folder,
                          environment());
    }
    QByteArray run(const QStringList& arguments) const {
        const CliRun done = tryRun(arguments);
        if (done.exitCode != 0)
            qFatal("git %s: %s", qPrintable(arguments.join(QLatin1Char(' '))), done.err.constData());
        return done.out;
    }
    void commitAll() const {
        run(words("add -A"));
        run(words("commit -q --allow-empty -m State"));
    }

    EpisodeFixture site;
};
