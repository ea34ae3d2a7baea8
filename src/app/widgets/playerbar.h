// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "app/widgets/playerloader.h"
#include "audio/player.h"
#include "catalog/chapter.h"

#include <QWidget>

class QActionGroup;
class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QSlider;
class QToolButton;

namespace app {

class ElidedLabel;
class SeekBar;

/// Hears the enclosure of the selected episode. Nothing is loaded and no server is asked before Play.
class PlayerBar : public QWidget {
    Q_OBJECT
public:
    explicit PlayerBar(const EditorContext& context, QWidget* parent = nullptr);
    ~PlayerBar() override;

    void setEpisode(catalog::EpisodeId id);
    audio::Player& player() { return m_player; }
    catalog::EpisodeId heard() const { return m_loaded; } ///< invalid: none
    catalog::EpisodeId selected() const { return m_selected; }
    bool isBusy() const; ///< playing, or on its way to it
    bool isOpen() const; ///< something is loaded that can be sought
    const catalog::Chapters& chapters() const { return m_chapters; }
    /// Where the sound comes out, to choose from.
    QMenu* deviceMenu() const { return m_deviceMenu; }
    void setVolume(double volume); ///< 0 to 1
    void setRate(double rate);     ///< the nearest of the steps

public slots:
    void togglePlaying();
    void stop();    ///< where it was left is remembered
    void back();    ///< 10 seconds
    void forward(); ///< 30 seconds
    void slower();
    void faster();
    void normalSpeed();
    void loopFromHere();
    void loopToHere();
    void loopChapter();
    void previousChapter(); ///< the start of the one heard; within three seconds of it, the one before
    void nextChapter();
    void goToTime(); ///< asks which
    /// Goes to a place of the episode heard, or else of the selected one, which is loaded then.
    void goTo(qint64 milliseconds);

signals:
    void placesChanged(); ///< what is heard, its chapters or its loop

private:
    void askedTo(catalog::EpisodeId episode, qint64 position, bool play);
    void tellPlayhead();
    void build();
    QToolButton* makeButton(const char* name, const char* icon, const QString& text, const QString& keys);
    QWidget* buildWords();
    void buildDeviceMenu();
    void connectPlayer();
    void connectLevels();
    void load(qint64 startAt = -1);
    void leave();
    void start();
    void refresh();
    void refreshPlaces();
    void showPosition(qint64 position);
    void showChapter();
    void showLoop();
    void fillDeviceMenu();
    void chooseDevice(const audio::SoundDevice& device);
    void compareDurations();
    void useHeardDuration();
    void rememberPosition();
    void stepRate(int step);

    EditorContext m_context;
    audio::Player m_player;
    PlayerLoader m_loader;
    catalog::EpisodeId m_selected;
    catalog::EpisodeId m_loaded;
    catalog::Chapters m_chapters; ///< of what is loaded
    QString m_positionKey;        ///< kept apart: the catalogue may be empty when the position is remembered
    qint64 m_remembered = 0;
    qint64 m_startAt = -1; ///< milliseconds asked for before anything was loaded; -1: where it was left
    struct Wish {
        catalog::EpisodeId episode;
        qint64 position = 0;
    } m_wish; ///< a place that was pointed at before anything was loaded
    QToolButton* m_play = nullptr;
    QToolButton* m_previousChapter = nullptr;
    QToolButton* m_nextChapter = nullptr;
    QToolButton* m_mute = nullptr;
    QToolButton* m_loop = nullptr;
    QMenu* m_deviceMenu = nullptr;
    SeekBar* m_seek = nullptr;
    QLabel* m_elapsed = nullptr;
    QLabel* m_total = nullptr;
    QComboBox* m_rate = nullptr;
    QSlider* m_volume = nullptr;
    ElidedLabel* m_source = nullptr;
    ElidedLabel* m_chapter = nullptr;
    ElidedLabel* m_problem = nullptr;
    QPushButton* m_useDuration = nullptr;
};

} // namespace app
