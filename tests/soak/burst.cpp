// SPDX-License-Identifier: MIT
// burst [EPISODES]: other programs change all files of an opened catalogue at once, as `git checkout` does,
// while somebody has one of them changed. Every change must be taken, and the window's event loop watched:
// prints the worst gap between two turns of it.
#include "support/gaps.h"
#include "support/windowfixture.h"

#include <QElapsedTimer>
#include <QStandardPaths>

#include <cstdio>

namespace {

QByteArray episode(int number, const QByteArray& title) {
    QByteArray text = EpisodeFixture::episode(number % 10);
    const auto put = [&text](const QByteArray& key, const QByteArray& value) {
        const qsizetype at = text.indexOf("\"" + key + "\": ") + key.size() + 4;
        text.replace(at, text.indexOf(",\n", at) - at, value);
    };
    const QByteArray n = QByteArray::number(number);
    put("episode", n);
    put("episode_padded", "\"" + n.rightJustified(4, '0') + "\"");
    put("slug", "\"" + n + "\"");
    put("episode_guid", "\"6f0c2f5e-3f7a-4c55-9a51-0b6f" + n.rightJustified(8, '0') + "\"");
    put("title", "\"" + title + " " + n + "\"");
    return text;
}

int burst(int count) {
    const EpisodeFixture site;
    for (int number = 1; number <= count; ++number)
        site.write(EpisodeFixture::path(number), episode(number, "Before"));
    Program program(site.absolute(QStringLiteral("settings.ini")));
    Gaps gaps;
    program.window.open({site.root()});
    const auto isReady = [&] {
        return !program.window.isLoading() && program.catalog.size() == count && !program.validator.isBusy();
    };
    if (!QTest::qWaitFor(isReady, 120'000))
        return 3;
    program.select(0);
    program.typeTitle(QStringLiteral("Mine"));
    const catalog::EpisodeId mine = program.editor()->episode();
    QTest::qWait(1000);
    gaps.forget();
    QElapsedTimer since;
    since.start();
    std::unique_ptr<QThread> checkout(QThread::create([&] {
        for (int number = 1; number <= count; ++number)
            site.write(EpisodeFixture::path(number), episode(number, "After"));
    }));
    checkout->start();
    const auto isTaken = [&] {
        for (int i = 0; i < count; ++i)
            if (program.catalog.episode({i}).savedText().find("\"After ") == std::string::npos)
                return false;
        return checkout->isFinished();
    };
    const bool taken = QTest::qWaitFor(isTaken, 120'000);
    const qint64 lasted = since.elapsed();
    QTest::qWait(500);
    checkout->wait();
    const bool isKept = program.catalog.episode(mine).summary().title == QStringLiteral("Mine");
    std::printf("%d files changed at once: %s in %lld ms; the unsaved title is %s; worst gap of the event "
                "loop %lld ms\n",
                count, taken ? "all taken" : "NOT ALL TAKEN", static_cast<long long>(lasted),
                isKept ? "kept" : "LOST", static_cast<long long>(gaps.worst()));
    return taken && isKept ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    return burst(argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 1000);
}
