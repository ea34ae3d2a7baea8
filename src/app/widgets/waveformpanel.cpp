// SPDX-License-Identifier: MIT
#include "app/widgets/waveformpanel.h"

#include "app/playhead.h"
#include "app/settings.h"
#include "app/widgets/seekbar.h"
#include "app/widgets/waveformview.h"
#include "audio/mediasniff.h"
#include "catalog/chapteredit.h"
#include "catalog/mediafolder.h"
#include "catalog/values.h"
#include "net/limits.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QUrl>

#include <algorithm>
#include <numeric>

namespace app {

namespace {

constexpr int laterMilliseconds = 120;
constexpr int scrollSteps = 10'000; ///< the scroll bar counts parts of the whole

QString sizeText(qint64 bytes) {
    return QLocale().formattedDataSize(bytes, 0, QLocale::DataSizeTraditionalFormat);
}

} // namespace

WaveformPanel::WaveformPanel(const EditorContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_cache(context.settings)
    , m_loader(m_cache.waveformFolder()) {
    setObjectName(QStringLiteral("waveformPanel"));
    build();
    connectView();
    m_later.setSingleShot(true);
    m_later.setInterval(laterMilliseconds);
    connect(&m_later, &QTimer::timeout, this, &WaveformPanel::load);
    connect(&m_loader, &audio::WaveformLoader::changed, this, &WaveformPanel::showState);
    connect(&context.playhead, &Playhead::changed, this, &WaveformPanel::showPosition);
    connect(&m_download, &net::Download::finished, this, &WaveformPanel::takeDownload);
    connect(&m_download, &net::Download::progressed, this, [this](qint64 received, qint64 total) {
        m_received = received;
        m_total = total;
        showWork();
    });
    const catalog::Catalog& catalog = context.session.catalog();
    connect(&catalog, &catalog::Catalog::cleared, this, [this] {
        m_download.cancel();
        m_loop.reset();
        setEpisode({});
    });
    connect(&catalog, &catalog::Catalog::episodeChanged, this, [this](catalog::EpisodeId id) {
        if (id != m_episode)
            return;
        showChapters();
        m_later.start();
    });
    load();
}

WaveformPanel::~WaveformPanel() = default;

void WaveformPanel::build() {
    m_view = new WaveformView;
    m_scroll = new QScrollBar(Qt::Horizontal);
    m_scroll->setObjectName(QStringLiteral("waveformScrollBar"));
    m_scroll->setAccessibleName(tr("Part of the waveform that is shown"));
    m_scroll->hide();
    auto* overlay = new QHBoxLayout(m_view);
    overlay->setContentsMargins(6, 3, 6, 3);
    overlay->addStretch(1);
    overlay->addWidget(buildWork(), 0, Qt::AlignBottom);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 3, 9, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_scroll);
    fitTo(0);
}

/// What is under way, over the waveform's corner, so that nothing moves when it begins or ends.
QWidget* WaveformPanel::buildWork() {
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("waveformProgress"));
    m_progress->setAccessibleName(tr("Progress of the waveform"));
    m_progress->setFixedWidth(fontMetrics().averageCharWidth() * 30);
    m_cancel = new QToolButton;
    m_cancel->setObjectName(QStringLiteral("cancelWaveformButton"));
    m_cancel->setText(tr("Cancel"));
    m_downloadButton = new QPushButton(tr("&Download for the Waveform"));
    m_downloadButton->setObjectName(QStringLiteral("downloadWaveformButton"));
    auto* work = new QWidget;
    work->setCursor(Qt::ArrowCursor);
    auto* layout = new QHBoxLayout(work);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_progress, m_cancel, m_downloadButton}) {
        layout->addWidget(widget);
        widget->hide();
    }
    connect(m_cancel, &QToolButton::clicked, this, &WaveformPanel::stop);
    connect(m_downloadButton, &QPushButton::clicked, this, &WaveformPanel::download);
    return work;
}

void WaveformPanel::connectView() {
    connect(m_view, &WaveformView::seekRequested, this,
            [this](qint64 time) { m_context.playhead.ask(m_episode, time, false); });
    connect(m_view, &WaveformView::playRequested, this,
            [this](qint64 time) { m_context.playhead.ask(m_episode, time, true); });
    connect(m_view, &WaveformView::chapterMoved, this, &WaveformPanel::moveChapter);
    connect(m_view, &WaveformView::loopRangeChanged, this, [this](qint64 from, qint64 to) {
        m_loop = {m_episode, from, to};
        emit loopRangeChanged(m_episode, from, to);
    });
    connect(m_view, &WaveformView::loopCleared, this, [this] {
        m_loop.reset();
        emit loopCleared();
    });
    connect(m_view, &WaveformView::scaleChanged, this, &WaveformPanel::showScale);
    connect(m_scroll, &QScrollBar::valueChanged, this, [this](int value) {
        m_view->scrollTo(static_cast<double>(value) / scrollSteps *
                         static_cast<double>(m_view->scale().duration()));
    });
}

void WaveformPanel::fitTo(int windowHeight) {
    constexpr int shareOfWindow = 12, leastLines = 3, mostLines = 6;
    const int line = fontMetrics().lineSpacing();
    setFixedHeight(std::clamp(windowHeight / shareOfWindow, leastLines * line, mostLines * line) + 3);
}

void WaveformPanel::setEpisode(catalog::EpisodeId id) {
    if (id != m_episode)
        m_problem.clear();
    m_episode = id;
    m_loader.load({});
    m_later.start();
    showChapters();
    showPosition();
    m_view->clearLoop();
    if (m_loop && m_loop->episode == id)
        m_view->setLoop(m_loop->from, m_loop->to);
}

void WaveformPanel::refresh() {
    m_later.start();
}

void WaveformPanel::showLoop(catalog::EpisodeId id, qint64 from, qint64 to) {
    m_loop = {id, from, to};
    if (id == m_episode)
        m_view->setLoop(from, to);
}

void WaveformPanel::hideLoop() {
    m_loop.reset();
    m_view->clearLoop();
}

void WaveformPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_later.start();
}

void WaveformPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_loader.stop();
}

/// Why there is no local file, in words.
QString WaveformPanel::whyNoFile(const format::Document& document) const {
    const QString url = catalog::playableUrl(document);
    if (url.isEmpty())
        return tr("This episode has no audio file.");
    if (!catalog::isWebUrl(url))
        return tr("The enclosure's address is not a complete http or https address.");
    if (!m_problem.isEmpty())
        return m_problem;
    return tr("The waveform is drawn from a local file.");
}

void WaveformPanel::load() {
    m_url.clear();
    QString path, words = tr("No episode is selected.");
    const catalog::Catalog& catalog = m_context.session.catalog();
    if (catalog.contains(m_episode)) {
        if (const auto document = catalog.episode(m_episode).document()) {
            path = soundFileOf(*document, m_context.settings);
            words = path.isEmpty() ? whyNoFile(*document) : tr("Looking at the audio file…");
            if (path.isEmpty() && catalog::isWebUrl(catalog::playableUrl(*document)))
                m_url = catalog::playableUrl(*document);
        } else {
            words = tr("This file cannot be opened as an episode.");
        }
    }
    m_view->setWords(words);
    const bool isThere = path == m_loader.path() &&
                         m_loader.state().stage != audio::WaveformState::Stage::Empty &&
                         m_loader.state().stage != audio::WaveformState::Stage::Stopped;
    if (isVisible() && !isThere)
        m_loader.load(path);
    showWork();
    showPosition();
}

void WaveformPanel::showState() {
    const audio::WaveformState& state = m_loader.state();
    m_view->setState(state);
    m_view->setNote(state.problem);
    if (state.stage == audio::WaveformState::Stage::Failed)
        m_view->setWords(state.problem);
    showWork();
}

void WaveformPanel::showPosition() {
    const Playhead& playhead = m_context.playhead;
    const bool isHeard = m_episode.isValid() && playhead.episode() == m_episode;
    qint64 duration = isHeard ? playhead.duration() : 0;
    const catalog::Catalog& catalog = m_context.session.catalog();
    if (duration <= 0 && catalog.contains(m_episode))
        duration = catalog::parseDuration(catalog.episode(m_episode).summary().duration).value_or(0) * 1000;
    m_view->setDuration(duration);
    m_view->setPosition(playhead.positionIn(m_episode), isHeard && playhead.isPlaying());
}

void WaveformPanel::showChapters() {
    constexpr qint64 second = 1000, tenth = 100;
    std::vector<ChapterMark> marks;
    m_places.clear();
    qint64 step = second;
    const catalog::Catalog& catalog = m_context.session.catalog();
    const auto document = catalog.contains(m_episode) ? catalog.episode(m_episode).document() : nullptr;
    if (document) {
        const catalog::Chapters chapters = catalog::chaptersOf(*document);
        m_places.resize(chapters.size());
        std::iota(m_places.begin(), m_places.end(), std::size_t{0});
        std::stable_sort(m_places.begin(), m_places.end(), [&chapters](std::size_t one, std::size_t other) {
            return chapters[one].start < chapters[other].start;
        });
        for (const std::size_t place : m_places) {
            marks.push_back({chapters[place].start, chapters[place].title});
            if (chapters[place].start % second != 0)
                step = tenth;
        }
    }
    m_view->setChapters(marks, step);
}

void WaveformPanel::moveChapter(int mark, qint64 milliseconds) {
    const auto document = m_context.session.catalog().episode(m_episode).document();
    const std::size_t place = m_places.at(static_cast<std::size_t>(mark));
    if (!document)
        return;
    const catalog::Chapters chapters = catalog::chaptersOf(*document);
    if (place >= chapters.size())
        return;
    catalog::Chapter chapter = chapters[place];
    chapter.start = milliseconds;
    const auto edits = catalog::setChapter(*document, place, chapter);
    if (edits)
        m_context.session.apply({{m_episode, *edits}}, tr("Move Chapter to %1").arg(timeText(milliseconds)));
}

bool WaveformPanel::isDownloading() const {
    return m_download.isRunning() && m_downloaded == m_episode;
}

void WaveformPanel::showWork() {
    const audio::WaveformState& state = m_loader.state();
    const bool isDrawing = state.stage == audio::WaveformState::Stage::Rough;
    const bool isLoading = isDownloading();
    m_progress->setVisible(isDrawing || isLoading);
    m_cancel->setVisible(isDrawing || isLoading);
    m_downloadButton->setVisible(!m_url.isEmpty() && !isLoading);
    m_downloadButton->setEnabled(!m_download.isRunning());
    m_downloadButton->setToolTip(
        m_download.isRunning()
            ? tr("Another episode's audio is being downloaded.")
            : tr("Fetches %1 from %2 into the cache, outside the catalogue; at most %3")
                  .arg(QUrl(m_url).fileName(), QUrl(m_url).host(), sizeText(net::limits::downloadBytes))
                  .toHtmlEscaped());
    if (isLoading) {
        constexpr int parts = 1000;
        m_progress->setRange(0, m_total > 0 ? parts : 0);
        m_progress->setValue(m_total > 0 ? static_cast<int>(m_received * parts / m_total) : 0);
        m_progress->setFormat(m_total > 0 ? tr("%1 of %2").arg(sizeText(m_received), sizeText(m_total))
                                          : sizeText(m_received));
        m_view->setWords(tr("Downloading from %1…").arg(QUrl(m_url).host()));
        m_cancel->setToolTip(
            tr("Stop the download; the next one goes on from here where the server allows it"));
    } else if (isDrawing) {
        constexpr int percent = 100;
        m_progress->setRange(0, percent);
        m_progress->setValue(static_cast<int>(state.progress * percent));
        m_progress->setFormat(tr("Drawing exactly: %p%"));
        m_cancel->setToolTip(tr("Stop here; the waveform stays rough"));
    }
}

void WaveformPanel::showScale() {
    const WaveformScale& scale = m_view->scale();
    const QSignalBlocker blocker(m_scroll);
    m_scroll->setVisible(scale.isZoomed());
    if (scale.duration() <= 0)
        return;
    const auto part = [&scale](double time) {
        return static_cast<int>(time / static_cast<double>(scale.duration()) * scrollSteps);
    };
    m_scroll->setRange(0, scrollSteps - part(scale.span()));
    m_scroll->setPageStep(std::max(part(scale.span()), 1));
    m_scroll->setSingleStep(std::max(part(scale.span()) / 10, 1));
    m_scroll->setValue(part(scale.from()));
}

void WaveformPanel::download() {
    if (m_url.isEmpty() || m_download.isRunning())
        return;
    m_problem.clear();
    m_downloaded = m_episode;
    m_downloadName = SoundCache::nameOf(m_url);
    m_received = 0;
    m_total = -1;
    m_download.start(QUrl(m_url), m_cache.media().pathOf(SoundCache::nameOf(m_url)),
                     net::limits::downloadBytes, [](const QByteArray& bytes) {
                         const std::string_view view(bytes.constData(),
                                                     static_cast<std::size_t>(bytes.size()));
                         return audio::sniffMedia(view) == audio::MediaType::Unknown
                                    ? tr("The address does not answer with audio.")
                                    : QString();
                     });
    showWork();
}

void WaveformPanel::takeDownload(const QString& error) {
    m_cache.media().makeRoom(m_downloadName); // also for what a broken one left
    if (m_downloaded == m_episode)
        m_problem = error;
    load();
}

void WaveformPanel::stop() {
    if (isDownloading()) {
        m_download.cancel();
        m_cache.media().makeRoom(m_downloadName);
        m_problem = tr("The download was cancelled.");
        return load();
    }
    m_loader.stop();
}

} // namespace app
