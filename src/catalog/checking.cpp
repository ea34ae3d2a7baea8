// SPDX-License-Identifier: MIT
#include "catalog/checking.h"

#include "catalog/catalog.h"
#include "catalog/rules/encoding.h"
#include "catalog/rules/rule.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QReadLocker>
#include <QtConcurrent>

namespace catalog {

namespace {

/// How long outcomes gather before they are handed over: often enough to be seen coming in.
constexpr qint64 lotMilliseconds = 20;

bool liesInShowFolder(const QString& path) {
    static const QString shows = QStringLiteral("/content/show/");
    const qsizetype at = path.lastIndexOf(shows);
    const QStringView rest = at < 0 ? QStringView() : QStringView(path).mid(at + shows.size());
    return rest.count(u'/') == 1 && !rest.startsWith(u'/') && rest.endsWith(QLatin1String(".md")) &&
           !rest.endsWith(QLatin1String("/.md"));
}

/// A refused file's only issue: why it cannot be read.
Issue refusal(const CheckTask& task) {
    Issue issue;
    issue.episode = task.id;
    issue.severity = Severity::Error;
    issue.rule = QStringLiteral("json-invalid");
    issue.message = QCoreApplication::translate("Rules", "The file cannot be opened: %1").arg(task.reason);
    // Back from line and column to the byte, so that the source can be shown there.
    if (const auto document = format::Document::parse(*task.text); !document) {
        issue.span = {document.error().offset, document.error().offset};
        if (format::firstInvalidUtf8(*task.text) == document.error().offset) {
            issue.rule = QStringLiteral("file-not-utf8"); // the reason's words may be translated
            issue.message = notUtf8Message(*task.text);
        }
    }
    return issue;
}

std::vector<CheckTask> tasksOf(const Catalog& catalog) {
    std::vector<CheckTask> tasks;
    tasks.reserve(static_cast<std::size_t>(catalog.size()));
    for (int i = 0; i < catalog.size(); ++i)
        tasks.emplace_back(catalog.episode({i}));
    return tasks;
}

} // namespace

QString CheckBase::relativePath(EpisodeId id) const {
    return pathFrom(root, paths[static_cast<std::size_t>(id.value)]);
}

CheckTask::CheckTask(const Episode& episode, quint64 number)
    : id(episode.id())
    , ticket(number)
    , text(episode.sharedText())
    , path(episode.path())
    , show(episode.summary().show)
    , isGone(episode.isGone())
    , reason(episode.reason()) {}

Episode::DocumentPtr documentOf(const CheckTask& task) {
    if (!task.reason.isEmpty())
        return nullptr;
    auto document = format::Document::parse(task.text);
    return document ? std::make_shared<const format::Document>(std::move(document).value()) : nullptr;
}

std::vector<Issue> checkTask(const CheckBase& base, const CheckTask& task, const format::Document* document) {
    auto issues = document      ? checkEpisode({task.id, task.path, *document, base.registry, base.index,
                                                [&base](EpisodeId other) { return base.relativePath(other); },
                                                liesInShowFolder(task.path), &base.links, &base.media})
                  : task.isGone ? std::vector<Issue>()
                                : std::vector<Issue>{refusal(task)};
    applyPolicy(base.policy, task.show, pathFrom(base.policyFolder, task.path), issues);
    return issues;
}

void workOff(const CheckBase& base, const std::vector<CheckTask>& tasks, CheckWork work,
             const std::atomic<bool>& isCancelled,
             const std::function<void(std::vector<CheckOutcome>)>& handOver) {
    if (work == CheckWork::ReadFacts)
        Habits::prepare();
    std::vector<CheckOutcome> lot;
    QElapsedTimer age;
    age.start();
    for (const CheckTask& task : tasks) {
        if (isCancelled)
            return;
        CheckOutcome outcome{task.id, task.ticket, {}, {}};
        const auto document = documentOf(task);
        if (work == CheckWork::ReadFacts) {
            if (document)
                outcome.facts = factsOf(*document, task.path);
        } else {
            const QReadLocker locker(&base.lock);
            outcome.issues = checkTask(base, task, document.get());
        }
        lot.push_back(std::move(outcome));
        if (age.elapsed() >= lotMilliseconds) {
            handOver(std::exchange(lot, {}));
            age.restart();
        }
    }
    if (!lot.empty())
        handOver(std::move(lot));
}

std::vector<Issue> checkAll(const Catalog& catalog) {
    struct Work {
        CheckTask task;
        Episode::DocumentPtr document;
        std::optional<Facts> facts;
        std::vector<Issue> issues;
    };
    CheckBase base;
    base.root = catalog.root();
    base.policyFolder = policyFolderOf(base.root);
    base.registry = catalog.registry();
    base.policy = catalog.policy();
    std::vector<Work> all;
    for (CheckTask& task : tasksOf(catalog)) {
        base.paths.push_back(task.path);
        const Episode& episode = catalog.episode(task.id);
        all.push_back({std::move(task), episode.hasDocument() ? episode.document() : nullptr, {}, {}});
    }
    QtConcurrent::blockingMap(all, [](Work& one) {
        if (!one.document)
            one.document = documentOf(one.task);
        if (one.document)
            one.facts = factsOf(*one.document, one.task.path);
    });
    for (Work& one : all)
        if (one.facts)
            base.index.set(one.task.id, *std::exchange(one.facts, {}));
    (void)base.index.habits().snapshot(); // works out, before several threads read, what is kept lazily
    QtConcurrent::blockingMap(all, [&base](Work& one) {
        one.issues = checkTask(base, one.task, one.document.get());
        one.document.reset();
    });
    std::vector<Issue> issues;
    for (Work& one : all)
        issues.insert(issues.end(), std::make_move_iterator(one.issues.begin()),
                      std::make_move_iterator(one.issues.end()));
    return issues;
}

} // namespace catalog
