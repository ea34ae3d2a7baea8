// SPDX-License-Identifier: MIT
// How the player bar is put together; what it does is in playerbar.cpp and playerbarplaces.cpp.
#include "app/widgets/playerbar.h"

#include "app/playhead.h"
#include "app/settings.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/playerbarparts.h"
#include "app/widgets/seekbar.h"

#include <QApplication>
#include <QComboBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QStyle>
#include <QToolButton>

#include <array>

namespace app {

namespace {

constexpr std::array rates{0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0};

QLabel* makeTime(const char* name, const QString& accessibleName) {
    auto* label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setAccessibleName(accessibleName);
    label->setTextFormat(Qt::PlainText);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    label->setFont(fixed);
    label->setMinimumWidth(QFontMetrics(fixed).horizontalAdvance(QStringLiteral("0:00:00")));
    label->setAlignment(Qt::AlignCenter);
    return label;
}

} // namespace

/// The theme's icon, or the style's own where no theme is installed.
QIcon iconNamed(const char* name) {
    static const QHash<QLatin1String, QStyle::StandardPixmap> ofStyle{
        {QLatin1String("media-playback-start"), QStyle::SP_MediaPlay},
        {QLatin1String("media-playback-pause"), QStyle::SP_MediaPause},
        {QLatin1String("media-seek-backward"), QStyle::SP_MediaSeekBackward},
        {QLatin1String("media-seek-forward"), QStyle::SP_MediaSeekForward},
        {QLatin1String("media-skip-backward"), QStyle::SP_MediaSkipBackward},
        {QLatin1String("media-skip-forward"), QStyle::SP_MediaSkipForward},
        {QLatin1String("audio-card"), QStyle::SP_ComputerIcon},
        {QLatin1String("audio-volume-high"), QStyle::SP_MediaVolume},
        {QLatin1String("audio-volume-muted"), QStyle::SP_MediaVolumeMuted}};
    const QLatin1String key(name);
    return QIcon::fromTheme(key, QApplication::style()->standardIcon(ofStyle.value(key)));
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
    m_previousChapter = makeButton("previousChapterButton", "media-skip-backward", tr("Previous chapter"),
                                   QStringLiteral("P"));
    m_nextChapter =
        makeButton("nextChapterButton", "media-skip-forward", tr("Next chapter"), QStringLiteral("N"));
    auto* backButton = makeButton("backButton", "media-seek-backward", tr("Back 10 s"), QStringLiteral("J"));
    auto* forwardButton =
        makeButton("forwardButton", "media-seek-forward", tr("On 30 s"), QStringLiteral("L"));
    m_mute = makeButton("muteButton", "audio-volume-high", tr("Mute"), {});
    m_mute->setCheckable(true);
    m_seek = new SeekBar;
    m_elapsed = makeTime("elapsedLabel", tr("Elapsed time"));
    m_total = makeTime("totalLabel", tr("Total time"));
    m_rate = new QComboBox;
    m_rate->setObjectName(QStringLiteral("rateButton"));
    m_rate->setAccessibleName(tr("Speed"));
    m_rate->setToolTip(tr("Speed (< and >, Backspace for 1×)"));
    m_rate->setFocusPolicy(Qt::TabFocus);
    for (const double rate : rates)
        m_rate->addItem(QLocale().toString(rate) + QStringLiteral("×"), rate);
    m_volume = new QSlider(Qt::Horizontal);
    m_volume->setObjectName(QStringLiteral("volumeSlider"));
    m_volume->setAccessibleName(tr("Volume"));
    m_volume->setRange(0, 100);
    m_volume->setFixedWidth(fontMetrics().averageCharWidth() * 12);
    buildDeviceMenu();
    auto* deviceButton = makeButton("deviceButton", "audio-card", tr("Sound device"), {});
    deviceButton->setMenu(m_deviceMenu);
    deviceButton->setPopupMode(QToolButton::InstantPopup);

    auto* controls = new QHBoxLayout;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_previousChapter, backButton, m_play,
                                                           forwardButton, m_nextChapter, m_elapsed})
        controls->addWidget(widget);
    controls->addWidget(m_seek, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_total, m_rate, m_mute, m_volume, deviceButton})
        controls->addWidget(widget);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 3, 9, 3);
    layout->setSpacing(0);
    layout->addLayout(controls);
    layout->addWidget(buildWords());
    connect(m_play, &QToolButton::clicked, this, &PlayerBar::togglePlaying);
    connect(backButton, &QToolButton::clicked, this, &PlayerBar::back);
    connect(forwardButton, &QToolButton::clicked, this, &PlayerBar::forward);
    connect(m_previousChapter, &QToolButton::clicked, this, &PlayerBar::previousChapter);
    connect(m_nextChapter, &QToolButton::clicked, this, &PlayerBar::nextChapter);
}

/// The line below the controls: what plays, where in it, and what is wrong.
QWidget* PlayerBar::buildWords() {
    m_source = new ElidedLabel(QStringLiteral("sourceLabel"));
    m_source->setAccessibleName(tr("What plays"));
    m_chapter = new ElidedLabel(QStringLiteral("chapterLabel"));
    m_chapter->setAccessibleName(tr("Chapter"));
    m_loop = new QToolButton;
    m_loop->setObjectName(QStringLiteral("loopButton"));
    m_loop->setToolTip(tr("Clear the loop (\\)"));
    m_loop->setAutoRaise(true);
    m_loop->setFocusPolicy(Qt::TabFocus);
    m_problem = new ElidedLabel(QStringLiteral("problemLabel"));
    m_problem->setAccessibleName(tr("What is wrong"));
    m_useDuration = new QPushButton;
    m_useDuration->setObjectName(QStringLiteral("useDurationButton"));
    m_useDuration->hide();
    auto* line = new QWidget;
    auto* words = new QHBoxLayout(line);
    words->setContentsMargins(0, 0, 0, 0);
    words->addWidget(m_source, 2);
    words->addWidget(m_chapter, 3);
    words->addWidget(m_loop);
    words->addWidget(m_problem, 2);
    words->addWidget(m_useDuration);
    connect(m_loop, &QToolButton::clicked, &m_player, &audio::Player::clearLoop);
    connect(m_useDuration, &QPushButton::clicked, this, &PlayerBar::useHeardDuration);
    return line;
}

void PlayerBar::buildDeviceMenu() {
    m_deviceMenu = new QMenu(tr("Sound &Device"), this);
    m_deviceMenu->setObjectName(QStringLiteral("soundDeviceMenu"));
    connect(m_deviceMenu, &QMenu::aboutToShow, this, &PlayerBar::fillDeviceMenu);
    connect(&m_player, &audio::Player::devicesChanged, this, &PlayerBar::fillDeviceMenu);
    fillDeviceMenu();
}

void PlayerBar::connectPlayer() {
    connect(m_seek, &SeekBar::seekRequested, &m_player, &audio::Player::seek);
    connect(m_seek, &SeekBar::scrubbed, &m_player, &audio::Player::scrub);
    connect(&m_loader, &PlayerLoader::loaded, this, &PlayerBar::start);
    connect(&m_player, &audio::Player::stateChanged, this, &PlayerBar::refresh);
    connect(&m_player, &audio::Player::positionChanged, this, &PlayerBar::showPosition);
    connect(&m_player, &audio::Player::loopChanged, this, &PlayerBar::showLoop);
    connect(&m_player, &audio::Player::durationChanged, this, [this](qint64 duration) {
        m_seek->setDuration(duration);
        m_total->setText(timeText(duration));
        compareDurations();
    });
    connect(&m_context.playhead, &Playhead::asked, this, &PlayerBar::askedTo);
    for (const auto signal : {&audio::Player::positionChanged, &audio::Player::durationChanged})
        connect(&m_player, signal, this, &PlayerBar::tellPlayhead);
    connect(&m_player, &audio::Player::stateChanged, this, &PlayerBar::tellPlayhead);
    connect(&m_context.session.catalog(), &catalog::Catalog::cleared, this, [this] {
        m_selected = {};
        leave();
    });
    connect(&m_context.session.catalog(), &catalog::Catalog::episodeChanged, this,
            [this](catalog::EpisodeId id) {
                if (id != m_loaded)
                    return;
                compareDurations();
                refreshPlaces();
            });
}

void PlayerBar::connectLevels() {
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
}

} // namespace app
