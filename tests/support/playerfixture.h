// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/playerbar.h"
#include "catalog/chapteredit.h"
#include "support/pagefixture.h"
#include "support/soundfixture.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>

/// A site with a media folder, and the bar below it.
struct PlayerFixture : PageFixture {
    PlayerFixture() {
        settings.setCatalog(site.root());
        settings.setMediaFolder(media.path());
        bar = std::make_unique<app::PlayerBar>(context());
        bar->resize(1024, 80);
    }
    static QString guid(int number) {
        return QStringLiteral("6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c00%1").arg(number, 2, 10, QLatin1Char('0'));
    }
    void addLocal(int number, int seconds) const {
        QFile file(media.filePath(guid(number) + QStringLiteral(".mp3")));
        if (!file.open(QIODevice::WriteOnly) || file.write(silentMp3(seconds)) <= 0)
            qFatal("cannot write the fixture");
    }
    void setValue(const char* key, const QString& value) {
        if (!session.setValue({0}, {std::string(key)}, format::JsonValue::string(value.toStdString())))
            qFatal("cannot set up the fixture");
    }
    QString label(const char* name) const { return child<QLabel>(*bar, name)->text(); }
    void play(int id) const {
        bar->setEpisode({id});
        child<QToolButton>(*bar, "playButton")->click();
    }
    bool offersDuration() const {
        return child<QPushButton>(*bar, "useDurationButton")->isVisibleTo(bar.get());
    }
    void setChapters(const catalog::Chapters& chapters) {
        const auto document = catalog.episode({0}).document();
        const auto edits = catalog::setChapters(*document, chapters);
        if (!edits || !session.apply({{{0}, edits.value()}}, QStringLiteral("Chapters")))
            qFatal("cannot set up the fixture");
    }
    /// Loaded, open and standing at its start.
    audio::Player& opened() {
        play(0);
        audio::Player& player = bar->player();
        if (!QTest::qWaitFor([&] { return player.state() == audio::Player::State::Playing; }, 60'000))
            qFatal("the fixture does not play");
        bar->togglePlaying();
        player.seek(0);
        return player;
    }
    QTemporaryDir media;
    std::unique_ptr<app::PlayerBar> bar;
};
inline catalog::Chapters threeChapters() {
    catalog::Chapters chapters(3);
    chapters[0].title = QStringLiteral("Opening");
    chapters[1].start = 20'000;
    chapters[1].title = QStringLiteral("The harbour");
    chapters[2].start = 40'000;
    chapters[2].title = QStringLiteral("Letters");
    return chapters;
}
