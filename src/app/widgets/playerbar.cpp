// SPDX-License-Identifier: MIT
#include "app/widgets/playerbar.h"

#include "app/playhead.h"
#include "app/settings.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/seekbar.h"
#include "audio/mediasniff.h"
#include "catalog/mediafolder.h"
#include "catalog/values.h"
#include "net/httpstream.h"

#include <QApplication>
#include <QComboBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSlider>
#include <QStyle>
#include <QToolButton>

#include <array>

namespace app {

namespace {

constexpr std::array rates{0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0};
constexpr qint64 worthRemembering = 10'000; ///< milliseconds from either end

const QString rateKey = QStringLiteral("player/rate");
const QString volumeKey = QStringLiteral("player/volume");

/// The theme's icon, or the style's own where no theme is installed.
QIcon iconNamed(const char* name) {
    static const QHash<QLatin1String, QStyle::StandardPixmap> ofStyle{
        {QLatin1String("media-playback-start"), QStyle::SP_MediaPlay},
        {QLatin1String("media-playback-pause"), QStyle::SP_MediaPause},
        {QLatin1String("media-seek-backward"), QStyle::SP_MediaSeekBackward},
        {QLatin1String("media-seek-forward"), QStyle::SP_MediaSeekForward},
        {QLatin1String("audio-volume-high"), QStyle::SP_MediaVolume},
        {QLatin1String("audio-volume-muted"), QStyle::SP_MediaVolumeMuted}};
    const QLatin1String key(name);
    return QIcon::fromTheme(key, QApplication::style()->standardIcon(ofStyle.value(key)));
}

QLabel* makeLabel(const char* name) {
    auto* label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

PlayerBar::PlayerBar(const EditorContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context) {
    setObjectName(QStringLiteral("playerBar"));
    build();
    connectPlayer();
    m_player.setVolume(context.settings.value(volumeKey, 0.8).toDouble());
    m_player.setRate(context.settings.value(rateKey, 1.0).toDouble());
    m_volume->setValue(qRound(m_player.volume() * 100));
    for (std::size_t i = 0; i < rates.size(); ++i)
        if (qFuzzyCompare(rates[i], m_player.rate()))
            m_rate->setCurrentIndex(static_cast<int>(i));
    refresh();
}

PlayerBar::~PlayerBar() {
    rememberPosition();
    m_player.disconnect(this); // the widgets go first
}

QToolButton* PlayerBar::makeButton(const char* name, const char* icon, const QString& text,
                                   const QString& keys) {
    auto* button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setIcon(iconNamed(icon));
    button->setAccessibleName(text);
    button->setToolTip(keys.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, keys));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void PlayerBar::build() {
    m_play = makeButton("playButton", "media-playback-start", tr("Play"), tr("Space or K"));
    auto* backButton = makeButton("backButton", "media-seek-backward", tr("Back 10 s"), QStringLiteral("J"));
    auto* forwardButton =
        makeButton("forwardButton", "media-seek-forward", tr("On 30 s"), QStringLiteral("L"));
    m_mute = makeButton("muteButton", "audio-volume-high", tr("Mute"), {});
    m_mute->setCheckable(true);
    m_seek = new SeekBar;
    m_elapsed = makeLabel("elapsedLabel");
    m_total = makeLabel("totalLabel");
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    for (QLabel* label : {m_elapsed, m_total}) {
        label->setFont(fixed);
        label->setMinimumWidth(QFontMetrics(fixed).horizontalAdvance(QStringLiteral("0:00:00")));
        label->setAlignment(Qt::AlignCenter);
    }
    m_rate = new QComboBox;
    m_rate->setObjectName(QStringLiteral("rateButton"));
    m_rate->setAccessibleName(tr("Speed"));
    m_rate->setToolTip(tr("Speed (< and >)"));
    m_rate->setFocusPolicy(Qt::TabFocus);
    for (const double rate : rates)
        m_rate->addItem(QLocale().toString(rate) + QStringLiteral("×"));
    m_volume = new QSlider(Qt::Horizontal);
    m_volume->setObjectName(QStringLiteral("volumeSlider"));
    m_volume->setAccessibleName(tr("Volume"));
    m_volume->setRange(0, 100);
    m_volume->setFixedWidth(fontMetrics().averageCharWidth() * 12);
    m_source = new ElidedLabel(QStringLiteral("sourceLabel"));
    m_source->setAccessibleName(tr("What plays"));
    m_problem = new ElidedLabel(QStringLiteral("problemLabel"));
    m_problem->setAccessibleName(tr("What is wrong"));
    m_elapsed->setAccessibleName(tr("Elapsed time"));
    m_total->setAccessibleName(tr("Total time"));
    m_useDuration = new QPushButton;
    m_useDuration->setObjectName(QStringLiteral("useDurationButton"));
    m_useDuration->hide();

    auto* controls = new QHBoxLayout;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_play, backButton, forwardButton, m_elapsed})
        controls->addWidget(widget);
    controls->addWidget(m_seek, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_total, m_rate, m_mute, m_volume})
        controls->addWidget(widget);
    auto* words = new QHBoxLayout;
    words->addWidget(m_source, 1);
    words->addWidget(m_problem, 1);
    words->addWidget(m_useDuration);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 3, 9, 3);
    layout->setSpacing(0);
    layout->addLayout(controls);
    layout->addLayout(words);
    connect(m_play, &QToolButton::clicked, this, &PlayerBar::togglePlaying);
    connect(backButton, &QToolButton::clicked, this, &PlayerBar::back);
    connect(forwardButton, &QToolButton::clicked, this, &PlayerBar::forward);
    connect(m_useDuration, &QPushButton::clicked, this, &PlayerBar::useHeardDuration);
}

void PlayerBar::connectPlayer() {
    connect(m_seek, &SeekBar::seekRequested, &m_player, &audio::Player::seek);
    connect(&m_player, &audio::Player::stateChanged, this, &PlayerBar::refresh);
    connect(&m_player, &audio::Player::positionChanged, this, [this](qint64 position) {
        m_seek->setPosition(position);
        m_elapsed->setText(timeText(position));
        if (std::abs(position - m_remembered) >= worthRemembering)
            rememberPosition();
    });
    connect(&m_player, &audio::Player::durationChanged, this, [this](qint64 duration) {
        m_seek->setDuration(duration);
        m_total->setText(timeText(duration));
        compareDurations();
    });
    connect(m_rate, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_player.setRate(rates[static_cast<std::size_t>(index)]);
        m_context.settings.setValue(rateKey, m_player.rate());
    });
    const auto applyVolume = [this] {
        m_player.setVolume(m_mute->isChecked() ? 0 : m_volume->value() / 100.0);
        m_mute->setIcon(iconNamed(m_mute->isChecked() ? "audio-volume-muted" : "audio-volume-high"));
        m_context.settings.setValue(volumeKey, m_volume->value() / 100.0);
    };
    connect(m_volume, &QSlider::valueChanged, this, applyVolume);
    connect(m_mute, &QToolButton::toggled, this, applyVolume);
    connect(&m_context.playhead, &Playhead::asked, this, &PlayerBar::askedTo);
    for (const auto signal : {&audio::Player::positionChanged, &audio::Player::durationChanged})
        connect(&m_player, signal, this, &PlayerBar::tellPlayhead);
    connect(&m_player, &audio::Player::stateChanged, this, &PlayerBar::tellPlayhead);
    connect(&m_probe, &net::EnclosureProbe::finished, this, &PlayerBar::takeProbe);
    connect(&m_context.session.catalog(), &catalog::Catalog::cleared, this, [this] {
        m_probe.cancel();
        m_isProbing = false;
        m_selected = m_loaded = {};
        m_positionKey.clear();
        m_player.unload();
    });
    connect(&m_context.session.catalog(), &catalog::Catalog::episodeChanged, this,
            [this](catalog::EpisodeId id) {
                if (id == m_loaded)
                    compareDurations();
            });
}

void PlayerBar::setEpisode(catalog::EpisodeId id) {
    m_selected = id;
    const bool isBusy = m_isProbing || m_player.state() == audio::Player::State::Playing ||
                        m_player.state() == audio::Player::State::Loading;
    if (id != m_loaded && !isBusy) {
        rememberPosition();
        m_loaded = {};
        m_player.unload();
    }
    refresh();
}

void PlayerBar::togglePlaying() {
    if (m_isProbing) {
        m_probe.cancel();
        m_isProbing = false;
        m_loaded = {};
        return refresh();
    }
    const auto state = m_player.state();
    if (state == audio::Player::State::Loading) { // given up, as with a question to a server
        m_loaded = {};
        m_player.unload();
    } else if (state == audio::Player::State::Playing)
        m_player.pause();
    else if (m_selected.isValid() && (m_selected != m_loaded || state == audio::Player::State::Failed ||
                                      state == audio::Player::State::Empty))
        load();
    else
        m_player.play();
    refresh();
}

void PlayerBar::load() {
    rememberPosition();
    m_loaded = m_selected;
    m_positionKey.clear();
    const auto document = m_context.session.catalog().episode(m_loaded).document();
    if (!document)
        return m_player.fail(tr("This file cannot be opened as an episode."));
    const QString guid = catalog::valueText(*document, "episode_guid");
    if (catalog::guidStateOf(guid) == catalog::GuidState::Valid)
        m_positionKey = QStringLiteral("position/") + guid.toLower();
    const QString local = catalog::localMediaFile(*document, m_context.settings.mediaFolder());
    ++m_streams;
    if (!local.isEmpty()) {
        m_from = tr("local file");
        m_player.load(QUrl::fromLocalFile(local));
        return start();
    }
    const QString url = catalog::playableUrl(*document);
    if (url.isEmpty())
        return m_player.fail(tr("This episode has no audio file."));
    if (!catalog::isWebUrl(url))
        return m_player.fail(tr("The enclosure's address is not a complete http or https address."));
    m_player.unload();
    m_isProbing = true;
    m_from = tr("asking %1…").arg(QUrl(url).host());
    m_probe.probe(QUrl(url));
}

void PlayerBar::takeProbe(const net::EnclosureFacts& facts) {
    m_isProbing = false;
    if (!facts.error.isEmpty())
        return m_player.fail(facts.error);
    const std::string_view bytes(facts.firstBytes.constData(),
                                 static_cast<std::size_t>(facts.firstBytes.size()));
    if (audio::sniffMedia(bytes) == audio::MediaType::Unknown)
        return m_player.fail(tr("The address does not answer with audio but with %1.")
                                 .arg(facts.type.isEmpty() ? tr("something else") : facts.type));
    m_from = tr("stream from %1").arg(facts.finalUrl.host());
    auto stream = std::make_unique<net::HttpStream>(
        net::HttpStream::Source{facts.finalUrl, facts.bytes, facts.acceptsRanges, facts.firstBytes});
    connect(stream.get(), &net::HttpStream::failed, this, [this, number = ++m_streams](const QString& why) {
        if (number == m_streams)
            m_player.fail(why);
    });
    auto interrupt = stream->interrupter();
    m_player.loadStream(facts.finalUrl, std::move(stream), std::move(interrupt));
    start();
}

void PlayerBar::start() {
    if (const qint64 asked = std::exchange(m_startAt, -1); asked >= 0)
        m_player.seek(asked);
    else if (const qint64 position = m_context.settings.catalogValue(m_positionKey, 0).toLongLong();
             position > 0)
        m_player.seek(position);
    m_player.play();
    refresh();
}

/// What marks places in the sound goes to one of them.
void PlayerBar::askedTo(catalog::EpisodeId episode, qint64 position, bool play) {
    const bool isReady = episode == m_loaded && (m_player.state() == audio::Player::State::Playing ||
                                                 m_player.state() == audio::Player::State::Paused);
    if (isReady) {
        m_player.seek(position);
        if (play)
            m_player.play();
    } else if (episode == m_selected && play) {
        m_startAt = position;
        load();
        refresh();
    }
}

void PlayerBar::tellPlayhead() {
    const auto state = m_player.state();
    const bool isOpen = state == audio::Player::State::Playing || state == audio::Player::State::Paused;
    m_context.playhead.report(isOpen ? m_loaded : catalog::EpisodeId(), isOpen ? m_player.position() : 0,
                              isOpen ? m_player.duration() : 0, state == audio::Player::State::Playing);
}

void PlayerBar::back() {
    m_player.seekBy(-10'000);
}
void PlayerBar::forward() {
    m_player.seekBy(30'000);
}
void PlayerBar::slower() {
    stepRate(-1);
}
void PlayerBar::faster() {
    stepRate(1);
}

void PlayerBar::stepRate(int step) {
    m_rate->setCurrentIndex(std::clamp(m_rate->currentIndex() + step, 0, m_rate->count() - 1));
}

void PlayerBar::refresh() {
    using State = audio::Player::State;
    const State state = m_player.state();
    const bool isRunning = state == State::Playing || state == State::Loading || m_isProbing;
    m_play->setIcon(iconNamed(isRunning ? "media-playback-pause" : "media-playback-start"));
    m_play->setAccessibleName(isRunning ? tr("Pause") : tr("Play"));
    m_play->setToolTip(isRunning ? tr("Pause (Space or K)") : tr("Play (Space or K)"));
    m_play->setEnabled(m_selected.isValid() || m_loaded.isValid());
    if (state == State::Empty || state == State::Failed) {
        m_seek->setDuration(0);
        m_elapsed->setText(QStringLiteral("--:--"));
        m_total->setText(QStringLiteral("--:--"));
        m_useDuration->hide();
    }
    const QString problem = m_player.problem();
    m_problem->say(problem);
    const bool isOther = m_loaded.isValid() && m_loaded != m_selected;
    const auto& catalog = m_context.session.catalog();
    QString source = m_loaded.isValid() && state != State::Failed ? m_from : QString();
    if (isOther && catalog.contains(m_loaded) && state != State::Failed)
        source = tr("%1 %2, %3")
                     .arg(catalog.episode(m_loaded).summary().show,
                          catalog.episode(m_loaded).summary().number, source);
    if (source.isEmpty() && problem.isEmpty())
        source = m_selected.isValid() ? tr("Play loads the local file, or else the stream.")
                                      : tr("No episode is selected.");
    m_source->say(source);
    compareDurations();
}

/// What was heard and what is stated must agree to the second.
void PlayerBar::compareDurations() {
    m_useDuration->hide();
    if (m_player.duration() <= 0 || !m_context.session.catalog().contains(m_loaded))
        return;
    const QString stated = m_context.session.catalog().episode(m_loaded).summary().duration;
    const auto seconds = catalog::parseDuration(stated);
    const qint64 heard = (m_player.duration() + 500) / 1000;
    if (seconds && std::abs(*seconds - heard) <= 1)
        return;
    const QString heardText = catalog::durationText(heard);
    const QString words = stated.isEmpty() ? tr("Heard %1; no duration is stated.").arg(heardText)
                                           : tr("Heard %1, stated %2.").arg(heardText, stated);
    const QString problem = m_player.problem();
    m_problem->say(problem.isEmpty() ? words : QStringLiteral("%1 %2").arg(words, problem));
    m_useDuration->setText(tr("&Use %1").arg(heardText));
    m_useDuration->setVisible(m_loaded == m_selected);
}

void PlayerBar::useHeardDuration() {
    const qint64 heard = (m_player.duration() + 500) / 1000;
    m_context.session.setValue(m_loaded, {std::string("podcast_duration")},
                               format::JsonValue::string(catalog::durationText(heard).toStdString()));
    refresh();
}

void PlayerBar::rememberPosition() {
    if (m_positionKey.isEmpty() || m_player.duration() <= 0)
        return;
    m_remembered = m_player.position();
    const bool isMiddle =
        m_remembered > worthRemembering && m_remembered < m_player.duration() - worthRemembering;
    m_context.settings.setCatalogValue(m_positionKey, isMiddle ? m_remembered : 0);
}

} // namespace app
