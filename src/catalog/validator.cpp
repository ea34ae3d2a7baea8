// SPDX-License-Identifier: MIT
#include "catalog/validator.h"

#include "catalog/catalog.h"
#include "catalog/linkresults.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QThreadPool>
#include <QTimer>
#include <QWriteLocker>
#include <QtConcurrent>

#include <array>
#include <map>
#include <optional>
#include <utility>

namespace catalog {

namespace {

/// Episodes that one run on the other thread takes: few enough that what is edited meanwhile is not checked
/// in vain.
constexpr std::size_t mostTasks = 256;
/// Episodes that are checked at once when they change together; a step of thousands must not stop the window.
constexpr int mostAtOnce = 8;
/// Milliseconds that end a step of thousands.
constexpr qint64 pause = 100;

} // namespace

struct Validator::Private {
    Private(Validator& validator, Catalog& c)
        : q(validator)
        , catalog(c) {
        pool.setMaxThreadCount(1);
        timer.setSingleShot(true);
        turn.setSingleShot(true);
        base.root = catalog.root();
        base.policyFolder = policyFolderOf(base.root);
        base.registry = catalog.registry();
        base.policy = catalog.policy();
    }
    ~Private() { stop(); }

    using Tickets = std::map<EpisodeId, quint64>;

    Validator& q;
    Catalog& catalog;
    CheckBase base;
    Tickets unread;    ///< whose facts are not in the index yet
    Tickets unchecked; ///< whose issues are not those of today
    quint64 lastTicket = 0;
    std::optional<Habits::Snapshot> habitsBefore; ///< while facts come in: the habits before the first
    std::vector<std::vector<Issue>> issues;
    std::array<int, 3> counts{};
    int most = 0; ///< the most that were unchecked since it was idle
    QTimer timer;
    QTimer turn;           ///< ends when the events have been worked off
    int changedInTurn = 0; ///< episodes
    bool isOneOfMany = false;
    QElapsedTimer sinceChange;
    QThreadPool pool;
    QFutureWatcher<void> run;
    std::shared_ptr<std::atomic<bool>> isCancelled;

    void store(EpisodeId id, std::vector<Issue> found) {
        auto& place = issues[static_cast<std::size_t>(id.value)];
        for (const Issue& issue : place)
            --counts[static_cast<std::size_t>(issue.severity)];
        place = std::move(found);
        for (const Issue& issue : place)
            ++counts[static_cast<std::size_t>(issue.severity)];
    }
    void queue(EpisodeId id) { unchecked[id] = ++lastTicket; }
    void queueAll() {
        for (std::size_t i = 0; i < issues.size(); ++i)
            queue({static_cast<int>(i)});
    }
    /// Those that an episode touches by what it is called, and its neighbours by number.
    void queueSharers(const Facts& facts) {
        constexpr qsizetype many = 1000;
        const auto queueEach = [this](const QList<EpisodeId>& ids) {
            for (const EpisodeId id : ids)
                queue(id);
        };
        for (const auto& [identity, value] : facts.names)
            if (const auto sharers = base.index.with(identity, value); sharers.size() < many)
                queueEach(sharers);
        if (!facts.number)
            return;
        for (const EpisodeId next :
             {base.index.before(facts.show, *facts.number), base.index.after(facts.show, *facts.number)})
            queueEach(base.index.with(Identity::Number, base.index.facts(next).name(Identity::Number)));
    }
    /// Runs a change of what the rules look at; all are checked anew where a habit changes by it.
    template <typename Change>
    void changeBase(const Change& change) {
        const auto habits = base.index.habits().snapshot();
        QWriteLocker locker(&base.lock);
        change();
        const auto after =
            base.index.habits().snapshot(); // works out, before others read, what is kept lazily
        locker.unlock();
        if (after != habits)
            queueAll();
    }
    /// Habits are worked out when the facts of all are there, not lot by lot: until then no rule is asked on
    /// the other thread.
    void settleHabits() {
        if (!unread.empty() || !habitsBefore)
            return;
        QWriteLocker locker(&base.lock);
        const auto after = base.index.habits().snapshot();
        locker.unlock();
        if (after != *std::exchange(habitsBefore, std::nullopt))
            queueAll();
    }
    void setFacts(EpisodeId id, const Facts& facts) {
        const Facts before = base.index.facts(id);
        if (before == facts)
            return;
        queueSharers(before);
        base.index.set(id, facts);
        queueSharers(facts);
    }
    void add(int first, int count);
    bool change(EpisodeId id);
    void changeLater(EpisodeId id);
    void takePath(EpisodeId id);
    void clear();
    void work();
    void stop();
    void take(std::vector<CheckOutcome> lot);
    void takeFacts(const std::vector<CheckOutcome>& lot);
    void checkHere(EpisodeId id);
    void tell();
    void finish();
    std::vector<CheckOutcome> factsHere() const;
    /// Runs a change of what is no episode; all are checked anew.
    template <typename Change>
    void checkAnew(const Change& change);
};

void Validator::Private::add(int first, int count) {
    issues.resize(static_cast<std::size_t>(first) + static_cast<std::size_t>(count));
    {
        const QWriteLocker locker(&base.lock);
        base.root = catalog.root();
        base.policyFolder = policyFolderOf(base.root);
        for (int i = first; i < first + count; ++i)
            base.paths.push_back(catalog.episode({i}).path());
    }
    for (int i = first; i < first + count; ++i) {
        unread[{i}] = ++lastTicket;
        queue({i});
    }
    timer.start(0);
}

void Validator::Private::takePath(EpisodeId id) {
    const QString& now = catalog.episode(id).path();
    if (auto& path = base.paths[static_cast<std::size_t>(id.value)]; path != now) {
        const QWriteLocker locker(&base.lock);
        path = now;
    }
}

/// What was found in the old text is not true of the new one, least of all where it stands.
void Validator::Private::changeLater(EpisodeId id) {
    takePath(id);
    store(id, {});
    unread[id] = ++lastTicket;
    queue(id);
    timer.start(0);
}

/// Checks it, or, where many change together, has it checked; whether the first.
bool Validator::Private::change(EpisodeId id) {
    if (!turn.isActive()) {
        // A large step comes in many turns: those behind the first are all checked behind it.
        isOneOfMany = changedInTurn > mostAtOnce && sinceChange.isValid() && sinceChange.elapsed() < pause;
        changedInTurn = 0;
        turn.start(0);
    }
    sinceChange.start();
    if (++changedInTurn > mostAtOnce || isOneOfMany || catalog.isChangingMany()) {
        changeLater(id);
        return false;
    }
    const CheckTask task(catalog.episode(id));
    const auto document = catalog.episode(id).document();
    const Facts after = document ? factsOf(*document, task.path) : Facts{};
    unread.erase(id);
    takePath(id);
    if (base.index.facts(id) != after)
        changeBase([&] { setFacts(id, after); });
    settleHabits();
    unchecked.erase(id);
    store(id, checkTask(base, task, document.get()));
    if (!unchecked.empty())
        timer.start(0);
    return true;
}

void Validator::Private::clear() {
    stop();
    base.root.clear();
    base.policyFolder.clear();
    base.paths.clear();
    base.index = {};
    base.registry = catalog.registry();
    base.policy = catalog.policy();
    issues.clear();
    unread.clear();
    habitsBefore.reset();
    unchecked.clear();
    counts = {};
    tell();
}

/// Starts the next run on the other thread; facts go first, because every rule may look at them.
void Validator::Private::work() {
    if (run.isRunning())
        return; // its end calls again
    const Tickets& due = unread.empty() ? unchecked : unread;
    std::vector<CheckTask> tasks;
    for (auto one = due.begin(); one != due.end() && tasks.size() < mostTasks; ++one)
        tasks.emplace_back(catalog.episode(one->first), one->second);
    if (tasks.empty())
        return;
    isCancelled = std::make_shared<std::atomic<bool>>(false);
    const CheckWork kind = unread.empty() ? CheckWork::CheckRules : CheckWork::ReadFacts;
    run.setFuture(QtConcurrent::run(&pool, [this, tasks = std::move(tasks), kind, cancelled = isCancelled] {
        workOff(base, tasks, kind, *cancelled, [this, cancelled](std::vector<CheckOutcome> lot) {
            // Those that are on their way while a run is stopped are dropped: their tickets stay open.
            QMetaObject::invokeMethod(
                &q,
                [this, cancelled, lot = std::move(lot)]() mutable {
                    if (!*cancelled)
                        take(std::move(lot));
                },
                Qt::QueuedConnection);
        });
    }));
}

void Validator::Private::stop() {
    if (isCancelled)
        *isCancelled = true;
    run.waitForFinished();
}

void Validator::Private::take(std::vector<CheckOutcome> lot) {
    const auto isLate = [](const CheckOutcome& outcome, const Tickets& open) {
        const auto ticket = open.find(outcome.id);
        return ticket == open.end() || ticket->second != outcome.ticket;
    };
    if (!unread.empty())
        std::erase_if(lot, [&](const CheckOutcome& outcome) { return isLate(outcome, unread); });
    else
        std::erase_if(lot, [&](const CheckOutcome& outcome) { return isLate(outcome, unchecked); });
    if (!unread.empty())
        return takeFacts(lot);
    for (CheckOutcome& outcome : lot) {
        unchecked.erase(outcome.id);
        store(outcome.id, std::move(outcome.issues));
        emit q.issuesChanged(outcome.id);
    }
    tell();
}

void Validator::Private::takeFacts(const std::vector<CheckOutcome>& lot) {
    if (lot.empty())
        return;
    if (!habitsBefore)
        habitsBefore = base.index.habits().snapshot();
    {
        const QWriteLocker locker(&base.lock);
        for (const CheckOutcome& outcome : lot) {
            unread.erase(outcome.id);
            setFacts(outcome.id, outcome.facts.value_or(Facts{})); // none of a file that went
        }
    }
    settleHabits();
}

void Validator::Private::checkHere(EpisodeId id) {
    const CheckTask task(catalog.episode(id));
    unchecked.erase(id);
    store(id, checkTask(base, task, documentOf(task).get()));
    emit q.issuesChanged(id);
}

void Validator::Private::tell() {
    const int left = static_cast<int>(unchecked.size());
    most = std::max(most, left);
    emit q.progressed(most - left, most);
    if (left == 0)
        most = 0;
    emit q.countsChanged();
}
template <typename Change>
void Validator::Private::checkAnew(const Change& change) {
    {
        const QWriteLocker locker(&base.lock);
        change();
    }
    queueAll();
    timer.start(0);
}

void Validator::Private::finish() {
    stop();
    if (!unread.empty())
        takeFacts(factsHere());
    while (!unchecked.empty())
        checkHere(unchecked.begin()->first);
    tell();
}

std::vector<CheckOutcome> Validator::Private::factsHere() const {
    std::vector<CheckOutcome> lot;
    for (const auto& [id, ticket] : unread) {
        const CheckTask task(catalog.episode(id), ticket);
        const auto document = documentOf(task);
        lot.push_back(
            {id, ticket, document ? std::optional(factsOf(*document, task.path)) : std::nullopt, {}});
    }
    return lot;
}

Validator::Validator(Catalog& catalog, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, catalog)) {
    connect(&d->timer, &QTimer::timeout, this, [this] { d->work(); });
    connect(&d->run, &QFutureWatcherBase::finished, this, [this] { d->work(); });
    connect(&catalog, &Catalog::cleared, this, [this] { d->clear(); });
    connect(&catalog, &Catalog::episodesAdded, this, [this](int first, int count) { d->add(first, count); });
    connect(&catalog, &Catalog::episodeChanged, this, [this](EpisodeId id) {
        const bool isChecked = d->change(id);
        emit issuesChanged(id);
        if (isChecked)
            d->tell();
    });
    connect(&catalog, &Catalog::registryChanged, this,
            [this] { d->checkAnew([this] { d->base.registry = d->catalog.registry(); }); });
    connect(&catalog, &Catalog::policyChanged, this,
            [this] { d->checkAnew([this] { d->base.policy = d->catalog.policy(); }); });
    if (catalog.size() > 0)
        d->add(0, catalog.size());
}

Validator::~Validator() = default;

const std::vector<Issue>& Validator::issuesOf(EpisodeId id) const {
    static const std::vector<Issue> none;
    const auto place = static_cast<std::size_t>(id.value);
    return id.isValid() && place < d->issues.size() ? d->issues[place] : none;
}

void Validator::setLinkResults(const LinkResults& results) {
    const auto takeOver = [this, &results] { d->checkAnew([&] { d->base.links = results.findings(); }); };
    connect(&results, &LinkResults::settled, this, takeOver);
    if (results.count() > 0)
        takeOver();
}

void Validator::setMediaResults(const MediaResults& results) {
    const auto takeOver = [this, &results] {
        d->checkAnew([&] { d->base.media = results.findings().current(); });
    };
    connect(&results, &MediaResults::settled, this, takeOver);
    if (results.findings().count() > 0)
        takeOver();
}

int Validator::count(Severity severity) const {
    return d->counts[static_cast<std::size_t>(severity)];
}

bool Validator::isBusy() const {
    return !d->unchecked.empty();
}

void Validator::finish() {
    d->finish();
}

} // namespace catalog
