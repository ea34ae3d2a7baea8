// SPDX-License-Identifier: MIT
// bench_table FOLDER: the episode table beside what Qt has for it, QSortFilterProxyModel and the default
// delegate over the same model: from a keystroke, a click on a column, an edit to the painted page.
#include "app/episodelist/episodetableview.h"
#include "app/settings.h"
#include "bench/rounds.h"
#include "catalog/folderloader.h"
#include "models/editsession.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>

namespace {

constexpr int rounds = 7;

/// Rows whose file holds the words, upper case or lower.
class TextFilter : public QSortFilterProxyModel {
public:
    explicit TextFilter(const catalog::Catalog& catalog) {
        m_texts.reserve(static_cast<std::size_t>(catalog.size()));
        for (int i = 0; i < catalog.size(); ++i)
            m_texts.push_back(QString::fromStdString(catalog.episode({i}).text()));
    }
    void look(const QString& words) {
        m_words = words;
        invalidateFilter();
    }
    int contained(const QString& words) const {
        int count = 0;
        for (const QString& text : m_texts)
            count += text.contains(words, Qt::CaseInsensitive) ? 1 : 0;
        return count;
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex&) const override {
        const auto id = static_cast<const models::EpisodeTableModel*>(sourceModel())->episodeAt(row);
        return m_texts[static_cast<std::size_t>(id.value)].contains(m_words, Qt::CaseInsensitive);
    }

private:
    std::vector<QString> m_texts;
    QString m_words;
};

/// A view on the screen's place, of twelve columns.
void show(QTableView& view) {
    view.resize(1400, 860);
    view.show();
    QCoreApplication::processEvents();
}

struct Ours {
    Ours(catalog::Catalog& catalog, catalog::Validator& validator, models::EditSession& session,
         app::Settings& settings)
        : model(catalog, validator)
        , view(catalog, model, settings) {
        model.setSession(&session);
        model.setColumns(models::EpisodeTableModel::allColumns().mid(0, 12));
        model.refresh();
        model.settle();
        show(view);
    }
    void look(const QString& words) {
        models::EpisodeFilter filter;
        filter.query = catalog::SearchQuery(words);
        model.setFilter(filter);
        paint();
    }
    void sort(const char* column, Qt::SortOrder order) {
        view.sortByColumn(static_cast<int>(model.columns().indexOf(QLatin1String(column))), order);
        paint();
    }
    void paint() {
        while (model.isWorking())
            QCoreApplication::processEvents();
        view.viewport()->update();
        QCoreApplication::processEvents();
    }
    models::EpisodeTableModel model;
    app::EpisodeTableView view;
};

struct Theirs {
    Theirs(catalog::Catalog& catalog, catalog::Validator& validator)
        : model(catalog, validator)
        , proxy(catalog) {
        model.setColumns(models::EpisodeTableModel::allColumns().mid(0, 12));
        model.refresh();
        model.settle();
        proxy.setSortRole(models::EpisodeTableModel::SortRole);
        proxy.setSourceModel(&model);
        view.setModel(&proxy);
        view.setSortingEnabled(true);
        view.verticalHeader()->hide();
        view.setWordWrap(false);
        show(view);
    }
    void look(const QString& words) {
        proxy.look(words);
        paint();
    }
    void sort(const char* column, Qt::SortOrder order) {
        view.sortByColumn(static_cast<int>(model.columns().indexOf(QLatin1String(column))), order);
        paint();
    }
    void paint() {
        view.viewport()->update();
        QCoreApplication::processEvents();
    }
    models::EpisodeTableModel model;
    TextFilter proxy;
    QTableView view;
};

/// What a task left for later, the default view's second layout say, is not the next one's.
void finishEvents() {
    while (QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents)) {
    }
}

int foundBy(const QString& words, const catalog::Catalog& catalog) {
    const catalog::SearchQuery query(words);
    const catalog::SearchIndex index(catalog);
    std::vector<catalog::EpisodeId> ids;
    for (int i = 0; i < catalog.size(); ++i)
        ids.push_back({i});
    int found = 0;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        index.lookAhead(ids, i, query);
        found += index.matches(ids[i], query) ? 1 : 0;
    }
    return found;
}

void bench(const QString& folder) {
    const QTemporaryDir home;
    app::Settings settings(home.filePath(QStringLiteral("settings.ini")));
    const auto listing = catalog::listEpisodeFiles({folder});
    catalog::Catalog catalog;
    auto batch = catalog::FolderLoader::loadAll(listing);
    catalog.setRoot(listing.root);
    catalog.add(std::move(batch.episodes));
    catalog::Validator validator(catalog);
    models::EditSession session(catalog);
    Ours ours(catalog, validator, session, settings);
    Theirs theirs(catalog, validator);
    ours.look(QStringLiteral("warm"));

    int turn = 0;
    qsizetype found = 0;
    // Typed letter by letter, and in most texts: nothing tells beforehand that it is not. What it hides is
    // scattered over the whole table.
    const QStringList typed{QStringLiteral("v"),    QStringLiteral("vi"),    QStringLiteral("vio"),
                            QStringLiteral("viol"), QStringLiteral("violi"), QStringLiteral("violin")};
    const auto settle = [&] { // what the edit before left to check
        while (validator.isBusy())
            QCoreApplication::processEvents();
        finishEvents();
    };
    const auto next = [&] {
        ++turn;
        settle();
    };
    const auto word = [&] { return typed[turn % typed.size()]; };
    int sorts = 0; // another column each time: a view does not sort again by the same one
    const auto column = [&] { return sorts % 2 == 0 ? "title" : "podcast_duration"; };
    Rounds all;
    all.add(
        "QString::contains", [&] { found += theirs.proxy.contained(word()); }, next);
    all.add("search alone", [&] { found += foundBy(word(), catalog); });
    all.add("search alone, a word that is nowhere",
            [&] { found += foundBy(QStringLiteral("zebra"), catalog); });
    all.add(
        "keystroke to painted table", [&] { ours.look(word()); }, finishEvents);
    all.add(
        "keystroke, QSortFilterProxyModel", [&] { theirs.look(word()); }, finishEvents);
    const auto showAll = [&] {
        settle();
        ours.look({});
        theirs.look({});
        finishEvents();
        ++sorts;
    };
    all.add(
        "sort, painted", [&] { ours.sort(column(), Qt::AscendingOrder); }, showAll);
    all.add(
        "sort, QSortFilterProxyModel", [&] { theirs.sort(column(), Qt::AscendingOrder); }, finishEvents);
    all.add("paint a page", [&] { ours.view.viewport()->repaint(); });
    all.add("paint a page, default delegate", [&] { theirs.view.viewport()->repaint(); });
    all.add(
        "one edit, checked and painted",
        [&] {
            session.setValue({turn % catalog.size()}, {std::string("title")},
                             format::JsonValue::string("Typed " + std::to_string(turn)));
            ours.paint();
        },
        next);
    all.run(rounds);
    all.print();
    std::fprintf(stderr, "%d episodes, %lld found\n", catalog.size(), static_cast<long long>(found));
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    if (argc != 2) {
        std::fputs("usage: bench_table FOLDER\n", stderr);
        return 2;
    }
    bench(QString::fromLocal8Bit(argv[1]));
    return 0;
}
