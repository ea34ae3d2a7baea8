// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "audio/player.h"
#include "net/enclosureprobe.h"

#include <QWidget>

class QComboBox;
class QLabel;
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

public slots:
    void togglePlaying();
    void back();    ///< 10 seconds
    void forward(); ///< 30 seconds
    void slower();
    void faster();

private:
    void askedTo(catalog::EpisodeId episode, qint64 position, bool play);
    void tellPlayhead();
    void build();
    QToolButton* makeButton(const char* name, const char* icon, const QString& text, const QString& keys);
    void connectPlayer();
    void load();
    void takeProbe(const net::EnclosureFacts& facts);
    void start();
    void refresh();
    void compareDurations();
    void useHeardDuration();
    void rememberPosition();
    void stepRate(int step);

    EditorContext m_context;
    audio::Player m_player;
    net::EnclosureProbe m_probe;
    catalog::EpisodeId m_selected;
    catalog::EpisodeId m_loaded;
    QString m_from;
    QString m_positionKey; ///< kept apart: the catalogue may be empty when the position is remembered
    qint64 m_remembered = 0;
    qint64 m_startAt = -1; ///< milliseconds asked for before anything was loaded; -1: where it was left
    bool m_isProbing = false;
    int m_streams = 0; ///< counts loads, so that a stream that is gone is not heard of any more
    QToolButton* m_play = nullptr;
    QToolButton* m_mute = nullptr;
    SeekBar* m_seek = nullptr;
    QLabel* m_elapsed = nullptr;
    QLabel* m_total = nullptr;
    QComboBox* m_rate = nullptr;
    QSlider* m_volume = nullptr;
    ElidedLabel* m_source = nullptr;
    ElidedLabel* m_problem = nullptr;
    QPushButton* m_useDuration = nullptr;
};

} // namespace app
