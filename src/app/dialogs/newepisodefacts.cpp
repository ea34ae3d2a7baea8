// SPDX-License-Identifier: MIT
#include "app/dialogs/newepisodefacts.h"

#include "app/dialogs/id3chapters.h"
#include "app/widgets/elidedlabel.h"
#include "catalog/mediaresults.h"
#include "catalog/values.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QtConcurrent>

namespace app {

namespace {

constexpr int columnGap = 18;

QString orDash(const QString& text) {
    return text.isEmpty() ? QStringLiteral("–") : text;
}

} // namespace

NewEpisodeFacts::NewEpisodeFacts(QString mp3, QWidget* parent)
    : QGroupBox(tr("What is taken from the MP3"), parent)
    , m_mp3(std::move(mp3)) {
    setObjectName(QStringLiteral("newEpisodeFacts"));
    build();
    connect(m_ticks[Title], &QCheckBox::toggled, this, &NewEpisodeFacts::titleToggled);
    connect(&m_measuring, &QFutureWatcherBase::finished, this, &NewEpisodeFacts::showMeasured);
    m_measuring.setFuture(QtConcurrent::run(audio::measureFile, m_mp3));
}

void NewEpisodeFacts::build() {
    auto* grid = new QGridLayout(this);
    grid->setHorizontalSpacing(columnGap);
    grid->setColumnStretch(1, 1);
    const auto add = [&](Fact fact, const char* name, QWidget* label) {
        m_values[fact] = new ElidedLabel(QStringLiteral("newEpisode%1Value").arg(QLatin1String(name)));
        m_values[fact]->setText(orDash({}));
        grid->addWidget(label, fact, 0);
        grid->addWidget(m_values[fact], fact, 1);
    };
    const auto addTick = [&](Fact fact, const char* name, const QString& text) {
        m_ticks[fact] = new QCheckBox(text);
        m_ticks[fact]->setObjectName(QStringLiteral("newEpisode%1Tick").arg(QLatin1String(name)));
        m_ticks[fact]->setChecked(true);
        m_ticks[fact]->setEnabled(false);
        add(fact, name, m_ticks[fact]);
    };
    addTick(Duration, "Duration", tr("D&uration"));
    addTick(Bytes, "Bytes", tr("&Bytes"));
    addTick(Title, "TagTitle", tr("T&itle"));
    add(Artist, "Artist", new QLabel(tr("Artist (only shown)")));
    addTick(Chapters, "Chapters", tr("C&hapters"));
}

void NewEpisodeFacts::setFact(Fact fact, const QString& value) {
    m_values[fact]->say(orDash(value));
    if (QCheckBox* tick = m_ticks[fact]) {
        tick->setEnabled(!value.isEmpty());
        tick->setChecked(!value.isEmpty());
    }
}

void NewEpisodeFacts::showMeasured() {
    m_facts = m_measuring.result();
    m_isMeasured = true;
    const bool hasDuration = m_facts.durationMs >= 0;
    setFact(Duration,
            hasDuration ? catalog::durationText(catalog::wholeSeconds(m_facts.durationMs)) : QString());
    setFact(Bytes, m_facts.bytes < 0 ? QString() : QLocale().toString(m_facts.bytes));
    setFact(Artist, m_facts.tags.artist);
    const auto chapters = static_cast<int>(m_facts.tags.chapters.size());
    setFact(Chapters, chapters == 0 ? QString() : tr("%n chapter(s)", nullptr, chapters));
    const QSignalBlocker blocker(m_ticks[Title]); // measured() says it
    setFact(Title, title());
    emit measured();
}

void NewEpisodeFacts::setTakesTitle(bool takes) {
    const QSignalBlocker blocker(m_ticks[Title]);
    m_ticks[Title]->setChecked(takes);
}

QList<QWidget*> NewEpisodeFacts::controls() const {
    QList<QWidget*> all;
    for (QCheckBox* tick : m_ticks)
        if (tick)
            all += tick;
    return all;
}

bool NewEpisodeFacts::isTaken(Fact fact) const {
    return m_ticks[fact]->isEnabled() && m_ticks[fact]->isChecked();
}

void NewEpisodeFacts::take(catalog::NewEpisode& episode) const {
    episode.bytes = isTaken(Bytes) ? m_facts.bytes : -1;
    episode.seconds = isTaken(Duration) ? catalog::wholeSeconds(m_facts.durationMs) : -1;
    episode.chapters = isTaken(Chapters) ? fromId3(m_facts.tags.chapters) : catalog::Chapters();
}

QString NewEpisodeFacts::whyNot() const {
    const QString name = QFileInfo(m_mp3).fileName();
    if (!m_isMeasured)
        return tr("%1 is being measured.").arg(name);
    if (!m_facts.error.isEmpty())
        return m_facts.error;
    return m_facts.type == audio::typeName(audio::MediaType::Mp3) ? QString() : tr("%1 is no MP3.").arg(name);
}

} // namespace app
