// SPDX-License-Identifier: MIT
#include "catalog/validator.h"

#include "catalog/catalog.h"
#include "catalog/linkresults.h"
#include "catalog/rules/encoding.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QRegularExpression>

#include <QCoreApplication>

#include <array>

namespace catalog {

namespace {

/// The event loop is held no longer than this by checking in the background.
constexpr qint64 sliceMilliseconds = 8;

bool liesInShowFolder(const QString& path) {
    static const QRegularExpression place(QStringLiteral("/content/show/[^/]+/[^/]+\\.md$"));
    return place.match(path).hasMatch();
}

/// A refused file's only issue: why it cannot be read.
Issue refusal(const Episode& episode) {
    Issue issue;
    issue.episode = episode.id();
    issue.severity = Severity::Error;
    issue.rule = QStringLiteral("json-invalid");
    issue.message =
        QCoreApplication::translate("Rules", "The file cannot be opened: %1").arg(episode.reason());
    // Back from line and column to the byte, so that the source can be shown there.
    if (const auto document = format::Document::parse(episode.text()); !document) {
        issue.span = {document.error().offset, document.error().offset};
        if (format::firstInvalidUtf8(episode.text()) == document.error().offset) {
            issue.rule = QStringLiteral("file-not-utf8"); // the reason's words may be translated
            issue.message = notUtf8Message(episode.text());
        }
    }
    return issue;
}

/// What the rules and the catalogue's policy say of an episode; `document` is null where it is refused.
std::vector<Issue> check(const Catalog& catalog, const CatalogIndex& index, EpisodeId id,
                         const format::Document* document, const LinkResults* links = nullptr) {
    const Episode& episode = catalog.episode(id);
    auto issues = document
                      ? checkEpisode({id, episode.path(), *document, catalog.registry(), index,
                                      [&catalog](EpisodeId other) { return catalog.relativePath(other); },
                                      liesInShowFolder(episode.path()), links})
                      : std::vector<Issue>{refusal(episode)};
    applyPolicy(catalog.policy(), episode.summary().show, catalog.relativePath(id), issues);
    return issues;
}

/// The episode's document; made for this one look where the episode does not hold it, to save memory.
Episode::DocumentPtr documentFor(const Episode& episode) {
    auto document = format::Document::parse(episode.text());
    return document ? std::make_shared<const format::Document>(std::move(document).value()) : nullptr;
}

} // namespace

struct Validator::Private {
    explicit Private(Catalog& c)
        : catalog(c) {}

    Catalog& catalog;
    CatalogIndex index;
    const LinkResults* links = nullptr;
    std::vector<std::vector<Issue>> issues;
    std::set<EpisodeId> pending;
    std::array<int, 3> counts{};
    QTimer timer;

    void store(EpisodeId id, std::vector<Issue> found) {
        auto& place = issues[static_cast<std::size_t>(id.value)];
        for (const Issue& issue : place)
            --counts[static_cast<std::size_t>(issue.severity)];
        place = std::move(found);
        for (const Issue& issue : place)
            ++counts[static_cast<std::size_t>(issue.severity)];
    }
    void checkNow(EpisodeId id, const Episode::DocumentPtr& document) {
        store(id, check(catalog, index, id, document.get(), links));
    }
    /// Those that an episode touches by what it is called, and its neighbours by number.
    void queueSharers(const Facts& facts) {
        constexpr qsizetype many = 1000;
        for (const auto& [identity, value] : facts.names)
            if (const auto sharers = index.with(identity, value); sharers.size() < many)
                pending.insert(sharers.begin(), sharers.end());
        if (!facts.number)
            return;
        for (const EpisodeId next :
             {index.before(facts.show, *facts.number), index.after(facts.show, *facts.number)})
            for (const EpisodeId same :
                 index.with(Identity::Number, index.facts(next).name(Identity::Number)))
                pending.insert(same);
    }
    void queueAll() {
        for (std::size_t i = 0; i < issues.size(); ++i)
            pending.insert({static_cast<int>(i)});
    }
    void add(int first, int count) {
        issues.resize(static_cast<std::size_t>(first) + static_cast<std::size_t>(count));
        const auto habits = index.habits().snapshot();
        for (int i = first; i < first + count; ++i) {
            if (const auto document = documentFor(catalog.episode({i}))) {
                const Facts facts = factsOf(*document, catalog.episode({i}).path());
                index.set({i}, facts);
                queueSharers(facts);
            }
            pending.insert({i});
        }
        if (index.habits().snapshot() != habits)
            queueAll();
    }
    void change(EpisodeId id) {
        const auto document = catalog.episode(id).document();
        const Facts before = index.facts(id);
        const Facts after = document ? factsOf(*document, catalog.episode(id).path()) : Facts{};
        if (before != after) {
            const auto habits = index.habits().snapshot();
            queueSharers(before);
            index.set(id, after);
            queueSharers(after);
            if (index.habits().snapshot() != habits)
                queueAll();
        }
        pending.erase(id);
        checkNow(id, document);
    }
};

Validator::Validator(Catalog& catalog, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(catalog)) {
    d->timer.setSingleShot(true);
    connect(&d->timer, &QTimer::timeout, this, [this] {
        QElapsedTimer slice;
        slice.start();
        while (!d->pending.empty() && slice.elapsed() < sliceMilliseconds) {
            const EpisodeId id = *d->pending.begin();
            d->pending.erase(d->pending.begin());
            d->checkNow(id, documentFor(d->catalog.episode(id)));
            emit issuesChanged(id);
        }
        if (!d->pending.empty())
            d->timer.start(0);
        emit countsChanged();
    });
    connect(&catalog, &Catalog::cleared, this, [this] {
        d->index = {};
        d->issues.clear();
        d->pending.clear();
        d->counts = {};
        emit countsChanged();
    });
    connect(&catalog, &Catalog::episodesAdded, this, [this](int first, int count) {
        d->add(first, count);
        d->timer.start(0);
    });
    connect(&catalog, &Catalog::episodeChanged, this, [this](EpisodeId id) {
        d->change(id);
        emit issuesChanged(id);
        emit countsChanged();
        if (!d->pending.empty())
            d->timer.start(0);
    });
    const auto checkAnew = [this] {
        d->queueAll();
        d->timer.start(0);
    };
    connect(&catalog, &Catalog::registryChanged, this, checkAnew);
    connect(&catalog, &Catalog::policyChanged, this, checkAnew);
    if (catalog.size() > 0) {
        d->add(0, catalog.size());
        d->timer.start(0);
    }
}

Validator::~Validator() = default;

const std::vector<Issue>& Validator::issuesOf(EpisodeId id) const {
    static const std::vector<Issue> none;
    const auto place = static_cast<std::size_t>(id.value);
    return id.isValid() && place < d->issues.size() ? d->issues[place] : none;
}

void Validator::setLinkResults(const LinkResults& results) {
    d->links = &results;
    connect(&results, &LinkResults::settled, this, [this] {
        d->queueAll();
        d->timer.start(0);
    });
}

int Validator::count(Severity severity) const {
    return d->counts[static_cast<std::size_t>(severity)];
}

bool Validator::isBusy() const {
    return !d->pending.empty();
}

void Validator::finish() {
    while (!d->pending.empty()) {
        const EpisodeId id = *d->pending.begin();
        d->pending.erase(d->pending.begin());
        d->checkNow(id, documentFor(d->catalog.episode(id)));
        emit issuesChanged(id);
    }
    emit countsChanged();
}

std::vector<Issue> checkAll(const Catalog& catalog) {
    CatalogIndex index;
    std::vector<Episode::DocumentPtr> documents;
    for (int i = 0; i < catalog.size(); ++i) {
        documents.push_back(documentFor(catalog.episode({i})));
        if (documents.back())
            index.set({i}, factsOf(*documents.back(), catalog.episode({i}).path()));
    }
    std::vector<Issue> issues;
    for (int i = 0; i < catalog.size(); ++i) {
        auto found = check(catalog, index, {i}, documents[static_cast<std::size_t>(i)].get());
        issues.insert(issues.end(), std::make_move_iterator(found.begin()),
                      std::make_move_iterator(found.end()));
        documents[static_cast<std::size_t>(i)].reset();
    }
    return issues;
}

} // namespace catalog
