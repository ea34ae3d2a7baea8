// SPDX-License-Identifier: MIT
#include "catalog/mending.h"
#include "catalog/validator.h"
#include "cli/rulechoice.h"
#include "cli/selection.h"
#include "cli/writing.h"

#include <map>

namespace cli {

namespace {

const QStringList formats{QStringLiteral("text"), QStringLiteral("json")};
/// A fix can uncover another one's place; no chain of them is longer.
constexpr int mostRounds = 8;

/// Which issues are to be mended.
struct Wanted {
    QSet<QString> rules;
    Selection selection;
    bool withGuesses = false;

    bool isAbout(const catalog::Issue& issue) const {
        return rules.contains(issue.rule) && selection.holds(issue.episode);
    }
    bool holds(const catalog::Issue& issue) const {
        return isAbout(issue) && issue.fix && (withGuesses || !issue.fix->needsLook);
    }
};

/// What became of an episode's issues.
struct Mended {
    int fixes = 0;
    QStringList rules; ///< whose fixes these are
    QString error;     ///< why a fix could not be made; else empty
};

/// The issues that stay, by why they do.
struct Left {
    int guesses = 0;
    int withoutFix = 0;
    int readOnly = 0;

    int all() const { return guesses + withoutFix + readOnly; }
};

using Episodes = std::map<catalog::EpisodeId, Mended>;

/// Makes an episode's wanted fixes as far as they do not overlap; whether there were any.
bool mendEpisode(catalog::Catalog& catalog, const std::vector<catalog::Issue>& found, const Wanted& wanted,
                 Mended& mended) {
    std::vector<const catalog::Issue*> issues;
    QStringList rules = mended.rules;
    for (const catalog::Issue& issue : found)
        if (wanted.holds(issue)) {
            issues.push_back(&issue);
            rules += issue.rule;
        }
    const catalog::Mending mending = catalog::mendingOf(issues);
    for (const catalog::Edit& edit : mending.edits)
        if (const auto undone = catalog.apply(edit); !undone) {
            mended.error = QString::fromStdString(undone.error().message);
            return false;
        }
    rules.removeDuplicates();
    mended.rules = rules;
    mended.fixes += mending.made;
    return mending.made > 0;
}

/// Applies every wanted fix in memory, round after round, until nothing is left to do.
Episodes mend(catalog::Catalog& catalog, catalog::Validator& validator, const Wanted& wanted) {
    Episodes episodes;
    bool isDone = false;
    for (int round = 0; round < mostRounds && !isDone; ++round) {
        isDone = true;
        validator.finish();
        for (int i = 0; i < catalog.size(); ++i) {
            Mended& mended = episodes[{i}];
            if (!catalog.episode({i}).isReadOnly() && mended.error.isEmpty() &&
                mendEpisode(catalog, validator.issuesOf({i}), wanted, mended))
                isDone = false;
        }
    }
    validator.finish();
    return episodes;
}

Left leftOf(const catalog::Catalog& catalog, const catalog::Validator& validator, const Wanted& wanted) {
    Left left;
    for (int i = 0; i < catalog.size(); ++i)
        for (const catalog::Issue& issue : validator.issuesOf({i}))
            if (wanted.isAbout(issue))
                ++(catalog.episode({i}).isReadOnly() ? left.readOnly
                   : issue.fix                       ? left.guesses
                                                     : left.withoutFix);
    return left;
}

QString summaryOf(int fixes, int episodes, const Left& left, bool isDryRun) {
    QString text = fixes == 0 ? QStringLiteral("Nothing to mend.")
                              : QStringLiteral("%1 %2 in %3.")
                                    .arg(isDryRun ? QStringLiteral("Would mend") : QStringLiteral("Mended"),
                                         counted(fixes, "issue"), counted(episodes, "episode"));
    QStringList reasons;
    if (left.guesses > 0)
        reasons += QStringLiteral("%1 with a fix that is a guess (--guesses makes it)").arg(left.guesses);
    if (left.withoutFix > 0)
        reasons += QStringLiteral("%1 without a fix").arg(left.withoutFix);
    if (left.readOnly > 0)
        reasons += QStringLiteral("%1 in files that cannot be written").arg(left.readOnly);
    if (!reasons.isEmpty())
        text += QStringLiteral(" %1 left: %2.")
                    .arg(counted(left.all(), "issue"), reasons.join(QStringLiteral(", ")));
    return text;
}

/// Writes what was mended, and tells of it; the exit status.
int finish(const Opened& opened, const Episodes& episodes, const Left& left, const QCommandLineParser& parser,
           OutputFormat format) {
    Writing writing(opened, parser, format);
    int fixes = 0, written = 0;
    for (const auto& [id, mended] : episodes) {
        const catalog::Episode& episode = opened.catalog.episode(id);
        std::vector<std::string> rules;
        for (const QString& rule : mended.rules)
            rules.push_back(rule.toStdString());
        const JsonRows::Row more{{"rules", format::JsonValue::strings(rules)}};
        if (!mended.error.isEmpty())
            writing.write(id, episode.savedText(), format::Error{mended.error.toStdString(), 0}, more);
        else if (episode.isChanged() && writing.write(id, episode.savedText(), episode.text(), more)) {
            fixes += mended.fixes;
            ++written;
        }
    }
    const bool isDryRun = parser.isSet(QStringLiteral("dry-run"));
    const QString summary = summaryOf(fixes, written, left, isDryRun);
    if (format == OutputFormat::Text && isDryRun)
        printError(summary); // standard output is a patch
    else if (format == OutputFormat::Text)
        print(summary);
    return writing.finish();
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
    if (!open(parser.positionalArguments(), opened) || !wanted.selection.read(parser, opened))
        return CouldNotRun;
    wanted.withGuesses = parser.isSet(QStringLiteral("guesses"));
    catalog::Validator validator(opened.catalog);
    const Episodes episodes = mend(opened.catalog, validator, wanted);
    return finish(opened, episodes, leftOf(opened.catalog, validator, wanted), parser, format);
}

void addOptions(QCommandLineParser& parser) {
    parser.addPositionalArgument(QStringLiteral("PATH"), QStringLiteral("Folders or files."),
                                 QStringLiteral("PATH…"));
    addRuleOption(parser);
    Selection::addFileOptions(parser);
    parser.addOption({QStringLiteral("guesses"),
                      QStringLiteral("Make the fixes, too, that are a guess and need a look afterwards.")});
    Writing::addOptions(parser);
    addFormatOption(parser, formats);
}

} // namespace

const Command fixCommand{"fix", "Mend what rules found, where a rule knows how; only those bytes change.",
                         addOptions, run};

} // namespace cli
