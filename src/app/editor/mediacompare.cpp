// SPDX-License-Identifier: MIT
#include "app/editor/mediacompare.h"

#include "catalog/episode.h"
#include "catalog/mediafolder.h"
#include "catalog/values.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int step = 9;
constexpr int columnGap = 18;

QString orDash(const QString& text) {
    return text.isEmpty() ? QStringLiteral("–") : text;
}

QString rateInWords(qint64 bitsPerSecond) {
    constexpr qint64 kilo = 1000;
    return bitsPerSecond <= 0 ? QString()
                              : MediaCompare::tr("%1 kbit/s").arg((bitsPerSecond + kilo / 2) / kilo);
}

qint64 statedRate(const format::Document& document) {
    const auto seconds = catalog::parseDuration(catalog::valueText(document, "podcast_duration"));
    const qint64 bytes = catalog::valueText(document, "podcast_bytes").toLongLong();
    return seconds && *seconds > 0 ? bytes * 8 / *seconds : 0;
}

qsizetype statedChapters(const format::Document& document) {
    const format::JsonNode* all = document.at({std::string("podcast_chapters"), std::string("chapters")});
    return all != nullptr ? static_cast<qsizetype>(all->children.size()) : 0;
}

QLabel* plainLabel(QWidget* parent, const QString& name) {
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString whereFrom(const catalog::MediaFinding& finding) {
    const QString when = QLocale().toString(finding.when.toLocalTime(), QLocale::ShortFormat);
    return finding.file.isEmpty() ? MediaCompare::tr("The server was asked on %1.").arg(when)
                                  : MediaCompare::tr("The local file was measured on %1.").arg(when);
}

} // namespace

MediaCompare::MediaCompare(QWidget* parent)
    : QWidget(parent)
    , m_measure(new QPushButton(tr("Measure"), this))
    , m_ask(new QPushButton(tr("Ask the Server"), this))
    , m_all(new QPushButton(tr("Use All Measured"), this))
    , m_status(plainLabel(this, QStringLiteral("measureStatus")))
    , m_table(new QWidget(this))
    , m_grid(new QGridLayout(m_table))
    , m_useBytes(new QToolButton(m_table))
    , m_useDuration(new QToolButton(m_table))
    , m_takeChapters(new QToolButton(m_table)) {
    setObjectName(QStringLiteral("mediaCompare"));
    m_measure->setObjectName(QStringLiteral("measureButton"));
    m_measure->setToolTip(tr("Read the local audio file"));
    m_ask->setObjectName(QStringLiteral("askServerButton"));
    m_ask->setToolTip(tr("Ask the server for the size and the type of the enclosure"));
    m_all->setObjectName(QStringLiteral("useAllMeasuredButton"));
    m_status->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("measuredTable"));
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_measure, m_ask, m_all})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(step);
    layout->addLayout(buttons);
    layout->addWidget(m_status);
    layout->addWidget(m_table);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(columnGap);
    m_grid->addWidget(new QLabel(tr("Stated"), m_table), 0, 1);
    m_grid->addWidget(new QLabel(tr("Measured"), m_table), 0, 2);
    m_grid->setColumnStretch(4, 1);
    addLine(Bytes, tr("Bytes"));
    addLine(Duration, tr("Duration"));
    addLine(Type, tr("Type"));
    addLine(BitRate, tr("Bit rate"));
    addLine(Title, tr("Title"));
    addLine(Artwork, tr("Artwork inside"));
    addLine(Chapters, tr("Chapters"));
    const auto addUse = [this](QToolButton* button, Line line, const char* name, const QString& what) {
        button->setObjectName(QLatin1String(name));
        button->setText(tr("Use Measured"));
        button->setAccessibleName(what);
        button->setToolTip(what);
        m_grid->addWidget(button, line + 1, 3);
    };
    addUse(m_useBytes, Bytes, "useMeasuredBytesButton", tr("State the measured size"));
    addUse(m_useDuration, Duration, "useMeasuredDurationButton", tr("State the measured duration"));
    addUse(m_takeChapters, Chapters, "takeChaptersButton",
           tr("Take the chapters inside the MP3, after a look at them"));
    m_takeChapters->setText(tr("Take Chapters…"));
    connect(m_takeChapters, &QToolButton::clicked, this, &MediaCompare::chaptersWanted);
    connect(m_measure, &QPushButton::clicked, this, &MediaCompare::measureRequested);
    connect(m_ask, &QPushButton::clicked, this, &MediaCompare::serverRequested);
    connect(m_all, &QPushButton::clicked, this, &MediaCompare::allWanted);
    connect(m_useBytes, &QToolButton::clicked, this, &MediaCompare::bytesWanted);
    connect(m_useDuration, &QToolButton::clicked, this, &MediaCompare::durationWanted);
}

void MediaCompare::addLine(Line line, const QString& name) {
    const auto place = static_cast<std::size_t>(line);
    m_stated[place] = plainLabel(m_table, QStringLiteral("stated%1").arg(line));
    m_measured[place] = plainLabel(m_table, QStringLiteral("measured%1").arg(line));
    m_grid->addWidget(new QLabel(name, m_table), line + 1, 0);
    m_grid->addWidget(m_stated[place], line + 1, 1);
    m_grid->addWidget(m_measured[place], line + 1, 2);
}

void MediaCompare::setLine(Line line, const QString& stated, const QString& measured, bool differs) {
    const auto place = static_cast<std::size_t>(line);
    m_stated[place]->setText(orDash(stated));
    m_measured[place]->setText(orDash(measured));
    QFont font = this->font();
    font.setBold(differs);
    m_measured[place]->setFont(font);
}

void MediaCompare::show(const format::Document* document, bool hasFile, const catalog::MediaFinding* finding,
                        bool canEdit) {
    const bool hasUrl = document != nullptr && catalog::isWebUrl(catalog::playableUrl(*document));
    m_measure->setVisible(hasFile);
    m_ask->setVisible(!hasFile);
    m_ask->setEnabled(hasUrl);
    m_table->setVisible(finding != nullptr && document != nullptr);
    m_all->setVisible(m_table->isVisibleTo(this));
    m_takeChapters->setVisible(hasFile && finding != nullptr && finding->chapters > 0);
    m_takeChapters->setEnabled(canEdit);
    if (finding != nullptr && document != nullptr)
        return showFinding(*document, *finding, canEdit);
    m_status->setText(hasFile ? tr("There is a local file, which was not measured yet.")
                      : hasUrl
                          ? tr("There is no local file in the media folder. A server tells the size and the "
                               "type, not the duration.")
                          : tr("There is no enclosure to measure."));
}

void MediaCompare::showFinding(const format::Document& document, const catalog::MediaFinding& finding,
                               bool canEdit) {
    const QString bytes = catalog::valueText(document, "podcast_bytes");
    const QString duration = catalog::valueText(document, "podcast_duration");
    const QString title = catalog::valueText(document, "title");
    const QString type = catalog::typeOfAddress(catalog::playableUrl(document));
    const auto seconds = catalog::parseDuration(duration);
    const bool bytesDiffer = finding.bytes > 0 && bytes != QString::number(finding.bytes);
    const bool durationDiffers =
        finding.durationMs > 0 && (!seconds || catalog::durationDiffers(*seconds, finding.durationMs));
    const QString measured =
        finding.durationMs < 0 ? QString() : catalog::durationText(catalog::wholeSeconds(finding.durationMs));
    setLine(Bytes, bytes, finding.bytes < 0 ? QString() : QString::number(finding.bytes), bytesDiffer);
    setLine(Duration, duration,
            finding.isExact || measured.isEmpty() ? measured : tr("%1 (as its header states)").arg(measured),
            durationDiffers);
    setLine(Type, type, finding.type, !type.isEmpty() && !finding.type.isEmpty() && type != finding.type);
    setLine(BitRate, rateInWords(statedRate(document)), rateInWords(finding.bitRate), false);
    setLine(Title, title, finding.title, false);
    const bool isLookedAt = finding.chapters >= 0;
    setLine(Artwork, {}, !isLookedAt ? QString() : finding.hasPicture ? tr("yes") : tr("none"), false);
    setLine(Chapters, QString::number(statedChapters(document)),
            isLookedAt ? QString::number(finding.chapters) : QString(), false);
    m_useBytes->setVisible(bytesDiffer);
    m_useDuration->setVisible(durationDiffers);
    for (QWidget* button : {static_cast<QWidget*>(m_useBytes), static_cast<QWidget*>(m_useDuration)})
        button->setEnabled(canEdit);
    m_all->setEnabled(canEdit && (bytesDiffer || durationDiffers));
    m_status->setText(finding.problem.isEmpty() ? whereFrom(finding)
                                                : whereFrom(finding) + QLatin1Char(' ') + finding.problem);
}

} // namespace app
