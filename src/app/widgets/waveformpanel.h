// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "app/soundcache.h"
#include "audio/waveformloader.h"
#include "net/download.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QProgressBar;
class QPushButton;
class QScrollBar;
class QToolButton;

namespace app {

class WaveformView;

/// The selected episode's waveform over the player: drawn from the local file, or from the enclosure once it
/// was downloaded, on request. Seeks go through the playhead, moved chapters through the session.
class WaveformPanel : public QWidget {
    Q_OBJECT
public:
    explicit WaveformPanel(const EditorContext& context, QWidget* parent = nullptr);
    ~WaveformPanel() override;

    void setEpisode(catalog::EpisodeId id);
    /// Looks for the sound file anew: another media folder, or the cache was emptied.
    void refresh();
    /// Higher in a high window.
    void fitTo(int windowHeight);
    WaveformView& view() { return *m_view; }

public slots:
    /// What the player loops, milliseconds; from elsewhere than here.
    void showLoop(catalog::EpisodeId id, qint64 from, qint64 to);
    void hideLoop();

signals:
    void loopRangeChanged(catalog::EpisodeId id, qint64 from, qint64 to);
    void loopCleared();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Loop {
        catalog::EpisodeId episode;
        qint64 from, to;
    };

    void build();
    QWidget* buildWork();
    void connectView();
    void load();
    void showState();
    void showPosition();
    void showChapters();
    void showWork();
    void showScale();
    QString whyNoFile(const format::Document& document) const;
    bool isDownloading() const;
    void download();
    void takeDownload(const QString& error);
    void stop();
    void moveChapter(int mark, qint64 milliseconds);

    EditorContext m_context;
    SoundCache m_cache;
    audio::WaveformLoader m_loader;
    net::Download m_download;
    QTimer m_later; ///< who walks through the table does not stop at every episode
    catalog::EpisodeId m_episode;
    catalog::EpisodeId m_downloaded;   ///< whose enclosure is being downloaded
    QString m_downloadName;            ///< of its file in the cache
    QString m_problem;                 ///< of the last download for m_episode
    QString m_url;                     ///< of m_episode's enclosure, where it can be downloaded
    std::vector<std::size_t> m_places; ///< of the marks in the file's list
    std::optional<Loop> m_loop;
    WaveformView* m_view = nullptr;
    QScrollBar* m_scroll = nullptr;
    QProgressBar* m_progress = nullptr;
    QToolButton* m_cancel = nullptr;
    QPushButton* m_downloadButton = nullptr;
    qint64 m_received = 0, m_total = -1;
};

} // namespace app
