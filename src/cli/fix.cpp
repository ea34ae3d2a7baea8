// SPDX-License-Identifier: MIT
#include "catalog/mending.h"
#include "catalog/rules/rule.h"
#include "catalog/validator.h"
#include "cli/rulechoice.h"
#include "cli/writing.h"

#include <QHash>

namespace cli {

namespace {

const QStringList formats{QStringLiteral("text"), QStringLiteral("json")};
/// A fix can uncover another one's place; no chain of them is longer.
constexpr int mostRounds = 8;

struct Wanted {
    QSet<QString> rules;
    bool withGuesses = false;

    bool holds(const catalog::Issue& issue) const {
        return issue.fix && (withGuesses || !issue.fix->needsLook) && rules.contains(issue.rule);
    }
};

/// Applies every wanted fix in memory, round after round, until nothing is left to do.
void mend(Opened& opened, const Wanted& wanted) {
    catalog::Validator validator(opened.catalog);
    for (int round = 0; round < mostRounds; ++round) {
        validator.finish();
        std::vector<const catalog::Issue*> issues;
        for (int i = 0; i < opened.catalog.size(); ++i)
            if (!opened.catalog.episode({i}).isReadOnly())
                for (const catalog::Issue& issue : validator.issuesOf({i}))
                    if (wanted.holds(issue))
                        issues.push_back(&issue);
        const catalog::Mending mending = catalog::mendingOf(issues);
        if (mending.edits.empty())
            return;
        for (const catalog::Edit& edit : mending.edits)
            if (const auto undone = opened.catalog.apply(edit); !undone)
                printError(QStringLiteral("%1: %2").arg(opened.catalog.relativePath(edit.episode),
                                                        QString::fromStdString(undone.error().message)));
    }
}

int run(const QCommandLineParser& parser) {
    OutputFormat format{};
    Wanted wanted;
    Opened opened;
    if (!readFormat(parser, formats, format) || !readRules(parser, wanted.rules))
        return CouldNotRun;
    if (wanted.rules.isEmpty()) {
        printError(QStringLiteral("Name the rules to mend with --rule; \"rules\" lists them."));
        return CouldNotRun;
    }
    if (!open(parser.positionalArguments(), opened))
        return CouldNotRun;
    wanted.withGuesses = parser.isSet(QStringLiteral("guesses"));
    mend(opened, wanted);
    Writing writing(opened, parser, format);
    for (int i = 0; i < opened.catalog.size(); ++i)
        if (const catalog::Episode& episode = opened.catalog.episode({i}); episode.isChanged())
            writing.write({i}, episode.savedText(), episode.text());
    return writing.finish();
}

void addOptions(QCommandLineParser& parser) {
    parser.addPositionalArgument(QStringLiteral("PATH"), QStringLiteral("Folders or files."),
                                 QStringLiteral("PATH…"));
    addRuleOption(parser);
    parser.addOption({QStringLiteral("guesses"),
                      QStringLiteral("Make the fixes, too, that are a guess and need a look afterwards.")});
    Writing::addOptions(parser);
    addFormatOption(parser, formats);
}

} // namespace

const Command fixCommand{"fix", "Mend what rules found, where a rule knows how; only those bytes change.",
                         addOptions, run};

} // namespace cli
