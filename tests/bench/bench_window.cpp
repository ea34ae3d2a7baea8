// SPDX-License-Identifier: MIT
// bench_window FOLDER: what a user does with a catalogue, in the real window, with the event loop watched:
// how many milliseconds each thing takes until the window shows it, and for how many at most the loop was
// away meanwhile. Unsaved only: nothing of FOLDER is written.
#include "app/bulk/bulkrunner.h"
#include "app/dialogs/peopledialog.h"
#include "app/widgets/searchedit.h"
#include "support/gaps.h"
#include "support/windowfixture.h"

#include <QClipboard>
#include <QDialog>
#include <QHeaderView>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QTreeView>

#include <cstdio>
#include <cstdlib>
#include <functional>

namespace {

constexpr int patience = 600'000;

/// One row of the table that is printed.
void measure(Gaps& gaps, const char* what, const std::function<void()>& act,
             const std::function<bool()>& isDone) {
    QTest::qWait(200); // what the last one left to do
    gaps.forget();
    QElapsedTimer since;
    since.start();
    act();
    const bool done = QTest::qWaitFor(isDone, patience);
    const qint64 shown = since.elapsed();
    QTest::qWait(300);
    std::printf("%s\t%lld\t%lld\n", what, static_cast<long long>(shown),
                static_cast<long long>(gaps.worst()));
    if (!done)
        std::exit(1);
    std::fflush(stdout);
}

/// The window under measurement.
struct Bench {
    explicit Bench(const QString& ini)
        : program(ini) {}

    bool isShown() const { return !table->isWorking(); }
    bool isSettled() { return isShown() && !program.session.isSettling(); }
    int steps() { return program.session.undoStack().index(); }
    void measure(const char* what, const std::function<void()>& act, const std::function<bool()>& isDone) {
        ::measure(gaps, what, act, isDone);
    }
    /// Something that becomes one undo step, then undo and redo of it.
    void measureStep(const char* what, const std::function<void()>& act) {
        const int before = steps();
        measure(what, act, [&] { return steps() > before && isSettled(); });
        measure(
            "undo it", [&] { program.session.undo(); }, [&] { return isSettled(); });
        measure(
            "redo it", [&] { program.session.redo(); }, [&] { return isSettled(); });
        measure(
            "check behind it", [] {}, [&] { return !program.validator.isBusy(); });
    }

    Program program;
    models::EpisodeTableModel* table = qobject_cast<models::EpisodeTableModel*>(program.table()->model());
    app::SearchEdit* search = program.find<app::SearchEdit>("searchEdit");
    Gaps gaps;
};

/// Does `act` with the next modal dialog of that name as soon as `isReady`; it must close it.
void whenShown(const char* name, const std::function<bool(QDialog&)>& isReady,
               const std::function<void(QDialog&)>& act) {
    auto* timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [=] {
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        if (!dialog || dialog->objectName() != QLatin1String(name) || !isReady(*dialog))
            return;
        timer->stop();
        timer->deleteLater();
        act(*dialog);
    });
    timer->start(10);
}

/// Presses that button of the next dialog of that name when it can be pressed.
void pressWhenShown(const char* dialog, const char* button) {
    const auto of = [button](QDialog& shown) { return shown.findChild<QPushButton*>(QLatin1String(button)); };
    whenShown(
        dialog, [of](QDialog& shown) { return of(shown)->isEnabled(); },
        [of](QDialog& shown) { of(shown)->click(); });
}

void open(Bench& bench, const QString& folder) {
    Program& program = bench.program;
    bench.measure(
        "open: first rows", [&] { program.window.open({folder}); },
        [&] { return bench.table->rowCount() > 0; });
    bench.measure(
        "open: all read", [] {}, [&] { return !program.window.isLoading(); });
    bench.measure(
        "check: all rules, behind", [] {}, [&] { return !program.validator.isBusy(); });
}

void find(Bench& bench) {
    const auto isShown = [&bench] { return bench.isShown(); };
    const auto type = [&](const char* words) {
        return [&bench, words] { bench.search->setText(QString::fromLatin1(words)); };
    };
    bench.measure("search: linux", type("linux"), isShown);
    bench.measure("search: linux har", type("linux har"), isShown);
    bench.measure("search: nothing holds it", type("zzyzx"), isShown);
    bench.measure("search: guest:ada", type("guest:ada"), isShown);
    bench.measure("search: -has:chapters (parses all)", type("-has:chapters"), isShown);
    bench.measure("search: cleared", type(""), isShown);
    for (const char* column : {"episode", "title", "podcast_duration", "date"})
        bench.measure((std::string("sort by ") + column).c_str(),
                      [&] {
                          bench.program.table()->sortByColumn(
                              static_cast<int>(bench.table->columns().indexOf(QLatin1String(column))),
                              Qt::AscendingOrder);
                      },
                      isShown);
}

void edit(Bench& bench) {
    Program& program = bench.program;
    program.select(0);
    bench.measure(
        "type a letter of a title", [&] { QTest::keyClick(program.find<QLineEdit>("titleEdit"), Qt::Key_H); },
        [&] { return bench.isShown(); });
    auto* table = program.table();
    bench.measureStep("paste 2,000 cells", [&] {
        QStringList titles;
        for (int i = 0; i < std::min(2000, program.catalog.size()); ++i)
            titles += QStringLiteral("Harbour %1").arg(i);
        QApplication::clipboard()->setText(titles.join(QLatin1Char('\n')));
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 1));
        pressWhenShown("pasteCellsDialog", "pasteCellsButton");
        program.trigger("pasteCellsAction");
    });
    bench.measureStep("a field of all episodes", [&] {
        catalog::BulkEdit draft{catalog::BulkAction::Set, "draft"};
        draft.text = QStringLiteral("true");
        auto* runner = program.window.findChild<app::BulkRunner*>();
        runner->run(bench.table->shownEpisodes(), draft);
    });
    bench.measureStep("mend what is ticked of all episodes", [&] {
        pressWhenShown("mendingDialog", "mendButton");
        program.trigger("mendShownAction");
    });
}

void people(Bench& bench) {
    Program& program = bench.program;
    app::PeopleDialog* dialog = nullptr;
    bench.measure(
        "people: open",
        [&] {
            program.trigger("peopleAction");
            dialog = program.window.findChild<app::PeopleDialog*>();
        },
        [&] {
            return dialog->findChild<QAbstractItemView*>(QStringLiteral("peopleView"))->model()->rowCount() >
                   0;
        });
    QTest::qWait(3000);
    bench.measureStep("people: rename the first of them", [&] {
        auto* button = dialog->findChild<QPushButton*>(QStringLiteral("renamePersonButton"));
        whenShown(
            "peopleChangeDialog",
            [](QDialog& shown) {
                shown.findChild<QLineEdit*>(QStringLiteral("newIdEdit"))
                    ->setText(QStringLiteral("somebody-else"));
                return shown.findChild<QPushButton*>(QStringLiteral("peopleChangeButton"))->isEnabled();
            },
            [](QDialog& shown) {
                shown.findChild<QPushButton*>(QStringLiteral("peopleChangeButton"))->click();
            });
        button->click();
    });
    dialog->close();
}

void replace(Bench& bench) {
    bench.measureStep("find and replace: linux", [&] {
        const auto isFound = [](QDialog& shown) {
            auto* text = shown.findChild<QLineEdit*>(QStringLiteral("replaceFindEdit"));
            if (text->text().isEmpty()) {
                text->setText(QStringLiteral("linux"));
                shown.findChild<QLineEdit*>(QStringLiteral("replaceWithEdit"))
                    ->setText(QStringLiteral("Linux"));
            }
            return shown.findChild<QPushButton*>(QStringLiteral("replaceMatchesButton"))->isEnabled();
        };
        whenShown("replaceDialog", isFound, [](QDialog& shown) {
            shown.findChild<QPushButton*>(QStringLiteral("replaceMatchesButton"))->click();
        });
        bench.program.trigger("replaceAction");
    });
}

/// A feed of 5,000 new items, looked at and given up: nothing is written.
void feed(Bench& bench) {
    QTemporaryFile file(QDir::tempPath() + QLatin1String("/feed-XXXXXX.xml"));
    if (!file.open())
        return;
    QByteArray rss = "<rss version=\"2.0\" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\">"
                     "<channel><title>Bench</title>";
    for (int i = 0; i < 5000; ++i) {
        const QByteArray n = QByteArray::number(100'000 + i);
        rss +=
            "<item><title>New " + n + "</title><itunes:episode>" + n + "</itunes:episode><guid>new-" + n +
            "</guid><pubDate>Fri, 01 Mar 2024 18:00:00 GMT</pubDate><enclosure url=\"https://m.example.org/" +
            n + ".mp3\" length=\"1\" type=\"audio/mpeg\"/></item>";
    }
    file.write(rss + "</channel></rss>");
    file.close();
    bool isOver = false;
    bench.measure(
        "feed of 5,000 new items: read and planned",
        [&] {
            whenShown(
                "feedImportDialog",
                [&](QDialog& shown) {
                    auto* source = shown.findChild<QLineEdit*>(QStringLiteral("feedSource"));
                    if (source->text().isEmpty()) {
                        source->setText(file.fileName());
                        shown.findChild<QPushButton*>(QStringLiteral("feedReadButton"))->click();
                    }
                    return shown.findChild<QPushButton*>(QStringLiteral("feedImportButton"))->isEnabled();
                },
                [&](QDialog& shown) {
                    isOver = true;
                    shown.reject();
                });
            bench.program.trigger("importFeedAction");
        },
        [&] { return isOver; });
}

int bench(const QString& folder) {
    const QTemporaryDir home;
    Bench bench(home.filePath(QStringLiteral("settings.ini")));
    open(bench, folder);
    find(bench);
    edit(bench);
    replace(bench);
    people(bench);
    feed(bench);
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    if (argc != 2) {
        std::fputs("usage: bench_window FOLDER\n", stderr);
        return 2;
    }
    return bench(QString::fromLocal8Bit(argv[1]));
}
