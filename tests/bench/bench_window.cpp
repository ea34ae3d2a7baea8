// SPDX-License-Identifier: MIT
// bench_window FOLDER: what a user does with a catalogue, in the real window, with the event loop watched:
// how many milliseconds each thing takes until the window shows it, and for how many at most the loop was
// away meanwhile. Unsaved only: nothing of FOLDER is written.
#include "app/widgets/searchedit.h"
#include "support/gaps.h"
#include "support/windowfixture.h"

#include <QHeaderView>
#include <QStandardPaths>

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

int bench(const QString& folder) {
    const QTemporaryDir home;
    Program program(home.filePath(QStringLiteral("settings.ini")));
    auto* table = qobject_cast<models::EpisodeTableModel*>(program.table()->model());
    auto* search = program.find<app::SearchEdit>("searchEdit");
    Gaps gaps;
    const auto isShown = [table] { return !table->isWorking(); };
    const auto type = [&](const char* words) {
        return [search, words] { search->setText(QString::fromLatin1(words)); };
    };
    measure(
        gaps, "open: first rows", [&] { program.window.open({folder}); },
        [&] { return table->rowCount() > 0; });
    measure(
        gaps, "open: all read", [] {}, [&] { return !program.window.isLoading(); });
    measure(
        gaps, "check: all rules, behind", [] {}, [&] { return !program.validator.isBusy(); });
    measure(gaps, "search: linux", type("linux"), isShown);
    measure(gaps, "search: linux har", type("linux har"), isShown);
    measure(gaps, "search: nothing holds it", type("zzyzx"), isShown);
    measure(gaps, "search: guest:ada", type("guest:ada"), isShown);
    measure(gaps, "search: -has:chapters (parses all)", type("-has:chapters"), isShown);
    measure(gaps, "search: cleared", type(""), isShown);
    for (const char* column : {"episode", "title", "podcast_duration", "date"})
        measure(
            gaps, (std::string("sort by ") + column).c_str(),
            [&] {
                program.table()->sortByColumn(
                    static_cast<int>(table->columns().indexOf(QLatin1String(column))), Qt::AscendingOrder);
            },
            isShown);
    program.select(0);
    measure(
        gaps, "type a letter of a title",
        [&] { QTest::keyClick(program.find<QLineEdit>("titleEdit"), Qt::Key_H); }, isShown);
    std::vector<catalog::Edit> edits;
    for (int id = 0; id < std::min(2000, program.catalog.size()); ++id)
        if (const auto document = program.catalog.episode({id}).document())
            if (const auto changes = document->set({std::string("draft")}, format::JsonValue::boolean(true)))
                edits.push_back({{id}, *changes});
    measure(
        gaps, "one undo step over 2,000 episodes",
        [&] { program.session.apply(edits, QStringLiteral("Set Draft")); }, isShown);
    measure(
        gaps, "undo it", [&] { program.session.undoStack().undo(); }, isShown);
    measure(
        gaps, "check behind it", [] {}, [&] { return !program.validator.isBusy(); });
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
