// SPDX-License-Identifier: MIT
#include "app/widgets/dateedit.h"

#include <QCalendarWidget>
#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimeEdit>

#include <array>

namespace app {

namespace {

constexpr int step = 6;
constexpr int secondsInMinute = 60;
// The offsets that are in use on whole and half hours where podcasts are made; the stored one is always
// added.
constexpr std::array offeredMinutes{-600, -540, -480, -420, -360, -300, -240, -210, -180,
                                    0,    60,   120,  180,  210,  240,  300,  330,  345,
                                    420,  480,  540,  570,  600,  630,  660,  720,  780};

QString offsetLabel(int seconds) {
    if (seconds == 0)
        return DateEdit::tr("UTC");
    return DateEdit::tr("UTC%1").arg(catalog::offsetText(seconds).replace(QLatin1Char('-'), QChar(0x2212)));
}

catalog::EpisodeDate withOffset(catalog::EpisodeDate date, int seconds, bool keepsMoment) {
    if (keepsMoment) {
        const QDateTime there = date.moment().addSecs(seconds);
        date.date = there.date();
        date.time = there.time();
    }
    date.offsetSeconds = seconds;
    date.usesZ = date.usesZ && seconds == 0;
    return date;
}

} // namespace

DateEdit::DateEdit(QWidget* parent)
    : QWidget(parent)
    , m_raw(new QLineEdit(this))
    , m_parts(new QWidget(this))
    , m_date(new QDateEdit(m_parts))
    , m_time(new QTimeEdit(m_parts))
    , m_offset(new QComboBox(m_parts))
    , m_addTime(new QPushButton(tr("Add Time"), m_parts))
    , m_useCalendar(new QPushButton(tr("Set Date"), this))
    , m_question(new QWidget(this))
    , m_questionText(new QLabel(m_question))
    , m_sameMoment(new QPushButton(m_question))
    , m_sameWallTime(new QPushButton(m_question))
    , m_keepOffset(new QPushButton(tr("Cancel"), m_question))
    , m_words(new QLabel(this)) {
    buildParts();
    buildQuestion();
    auto* line = new QHBoxLayout;
    line->setSpacing(step);
    line->addWidget(m_parts);
    line->addWidget(m_raw, 1);
    line->addWidget(m_useCalendar);
    line->addWidget(m_words, 1);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(step);
    whole->addLayout(line);
    whole->addWidget(m_question);
    m_question->hide();
    m_raw->installEventFilter(this);
    connectParts();
    setFocusProxy(m_date);
    setStored({}, false);
}

void DateEdit::buildParts() {
    m_raw->setObjectName(QStringLiteral("dateRawEdit"));
    m_raw->setAccessibleName(tr("Date as the file has it"));
    m_date->setObjectName(QStringLiteral("dateEdit"));
    m_date->setAccessibleName(tr("Date"));
    m_date->setCalendarPopup(true);
    m_date->setTimeSpec(Qt::UTC); // no time zone of this computer may move what is shown
    m_date->setMinimumDate(QDate(1000, 1, 1));
    m_date->setDisplayFormat(QStringLiteral("d MMM yyyy"));
    m_time->setObjectName(QStringLiteral("timeEdit"));
    m_time->setAccessibleName(tr("Time in the offset beside it"));
    m_time->setTimeSpec(Qt::UTC);
    m_time->setDisplayFormat(QStringLiteral("HH:mm:ss"));
    m_time->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_offset->setObjectName(QStringLiteral("offsetCombo"));
    m_offset->setAccessibleName(tr("UTC offset"));
    m_offset->setToolTip(tr("The offset from UTC that the file states. Choosing another one asks what stays: "
                            "the moment of publishing, "
                            "or the time on the clock, which moves the moment."));
    m_addTime->setObjectName(QStringLiteral("addTimeButton"));
    m_addTime->setAutoDefault(false);
    m_addTime->setToolTip(tr("The file has a date alone, which the site reads as midnight UTC. This writes "
                             "that time out, to be changed."));
    m_useCalendar->setObjectName(QStringLiteral("setDateButton"));
    m_useCalendar->setAutoDefault(false);
    m_useCalendar->setToolTip(
        tr("Replaces what the file has with the present moment in UTC, to be changed."));
    m_words->setObjectName(QStringLiteral("dateWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    auto* line = new QHBoxLayout(m_parts);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(step);
    for (QWidget* part : std::initializer_list<QWidget*>{m_date, m_time, m_offset, m_addTime}) {
        line->addWidget(part);
        part->setFocusPolicy(Qt::StrongFocus);
        part->installEventFilter(this);
    }
}

void DateEdit::buildQuestion() {
    m_question->setObjectName(QStringLiteral("offsetQuestion"));
    m_questionText->setObjectName(QStringLiteral("offsetQuestionText"));
    m_questionText->setTextFormat(Qt::PlainText);
    m_questionText->setWordWrap(true);
    m_sameMoment->setObjectName(QStringLiteral("sameMomentButton"));
    m_sameMoment->setToolTip(
        tr("The episode is published at the same moment; date and time are written in the new offset."));
    m_sameWallTime->setObjectName(QStringLiteral("sameWallTimeButton"));
    m_sameWallTime->setToolTip(tr("Date and time stay as written, so the moment of publishing moves. Right "
                                  "only where the offset was wrong."));
    m_keepOffset->setObjectName(QStringLiteral("keepOffsetButton"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(step);
    for (QPushButton* button : {m_sameMoment, m_sameWallTime, m_keepOffset}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* whole = new QVBoxLayout(m_question);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(step);
    whole->addWidget(m_questionText);
    whole->addLayout(buttons);
}

void DateEdit::connectParts() {
    connect(m_raw, &QLineEdit::textEdited, this, [this](const QString& text) { emit edited(text, true); });
    connect(m_date, &QDateEdit::dateChanged, this, [this](const QDate& date) {
        if (!m_value)
            return;
        catalog::EpisodeDate changed = *m_value;
        changed.date = date;
        emitDate(changed, true);
    });
    connect(m_time, &QTimeEdit::timeChanged, this, [this](const QTime& time) {
        if (!m_value || !m_value->time)
            return;
        catalog::EpisodeDate changed = *m_value;
        changed.time = time;
        emitDate(changed, true);
    });
    connect(m_offset, &QComboBox::activated, this, &DateEdit::askOffset);
    connect(m_addTime, &QPushButton::clicked, this, [this] {
        if (!m_value)
            return;
        catalog::EpisodeDate changed = *m_value;
        changed.time = QTime(0, 0);
        changed.offsetSeconds = 0;
        emitDate(changed, false);
    });
    connect(m_useCalendar, &QPushButton::clicked, this, [this] {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        emitDate({now.date(), QTime(now.time().hour(), now.time().minute()), 0, false}, false);
    });
    connect(m_sameMoment, &QPushButton::clicked, this, [this] { changeOffset(true); });
    connect(m_sameWallTime, &QPushButton::clicked, this, [this] { changeOffset(false); });
    connect(m_keepOffset, &QPushButton::clicked, this, [this] {
        m_question->hide();
        showOffsets();
        m_offset->setFocus();
    });
}

void DateEdit::setStored(const QString& stored, bool isText) {
    const bool isOther = stored != m_stored;
    m_stored = stored;
    m_isText = isText;
    m_value = isText ? catalog::parseEpisodeDate(stored) : std::nullopt;
    if (m_value && m_value->date < m_date->minimumDate())
        m_value.reset();
    if (isOther || !m_value)
        m_question->hide();
    // While a raw date is being typed it stays raw, so that the control does not change under the hands.
    const bool staysRaw = m_raw->isVisible() && m_raw->hasFocus();
    const bool showsParts = m_value && !staysRaw;
    m_parts->setVisible(showsParts);
    m_raw->setVisible(!showsParts);
    m_useCalendar->setVisible(!showsParts);
    if (m_raw->text() != stored) {
        const int cursor = m_raw->cursorPosition();
        m_raw->setText(stored);
        m_raw->setCursorPosition(cursor);
    }
    m_raw->setPlaceholderText(isText ? QString() : tr("none"));
    setFocusProxy(focusTarget());
    if (m_value)
        showParts();
    showWords();
}

void DateEdit::setReadOnly(bool readOnly) {
    for (QWidget* part : std::initializer_list<QWidget*>{m_date, m_time, m_offset, m_addTime, m_useCalendar})
        part->setEnabled(!readOnly);
    m_raw->setReadOnly(readOnly);
}

QWidget* DateEdit::focusTarget() const {
    return m_parts->isHidden() ? static_cast<QWidget*>(m_raw) : m_date;
}

QList<QWidget*> DateEdit::textControls() const {
    return {m_raw, m_date, m_time, m_date->findChild<QLineEdit*>(), m_time->findChild<QLineEdit*>()};
}

void DateEdit::showParts() {
    const QSignalBlocker dateBlocker(m_date);
    const QSignalBlocker timeBlocker(m_time);
    if (m_date->date() != m_value->date)
        m_date->setDate(m_value->date);
    m_time->setVisible(m_value->time.has_value());
    m_offset->setVisible(m_value->time.has_value());
    m_addTime->setVisible(!m_value->time);
    if (m_value->time && m_time->time() != *m_value->time)
        m_time->setTime(*m_value->time);
    if (m_question->isHidden())
        showOffsets();
}

void DateEdit::showOffsets() {
    const QSignalBlocker blocker(m_offset);
    m_offset->clear();
    if (!m_value || !m_value->time)
        return;
    std::vector<int> offsets;
    offsets.reserve(std::size(offeredMinutes) + 1);
    for (const int minutes : offeredMinutes)
        offsets.push_back(minutes * secondsInMinute);
    if (m_value->offsetSeconds)
        offsets.push_back(*m_value->offsetSeconds);
    std::sort(offsets.begin(), offsets.end());
    offsets.erase(std::unique(offsets.begin(), offsets.end()), offsets.end());
    if (!m_value->offsetSeconds)
        m_offset->addItem(tr("no offset"));
    for (const int offset : offsets)
        m_offset->addItem(offsetLabel(offset), offset);
    m_offset->setCurrentIndex(m_value->offsetSeconds ? m_offset->findData(*m_value->offsetSeconds) : 0);
}

void DateEdit::showWords() {
    const QLocale locale;
    if (!m_value) {
        m_words->setText(m_stored.isEmpty() || m_raw->isHidden() ? QString()
                                                                 : tr("Not a date that the site can read."));
        return;
    }
    const QString weekday = locale.dayName(m_value->date.dayOfWeek(), QLocale::ShortFormat);
    if (!m_value->isComplete()) {
        m_words->setText(m_value->time ? tr("%1 · no offset, read as UTC").arg(weekday)
                                       : tr("%1 · no time, read as midnight UTC").arg(weekday));
        return;
    }
    const QDateTime here = m_value->moment().toLocalTime();
    const QString time = locale.toString(here.time(), QStringLiteral("HH:mm"));
    m_words->setText(
        here.date() == m_value->date
            ? tr("%1 · %2 your time").arg(weekday, time)
            : tr("%1 · %2 %3 your time")
                  .arg(weekday, locale.dayName(here.date().dayOfWeek(), QLocale::ShortFormat), time));
}

void DateEdit::askOffset(int index) {
    const QVariant offset = m_offset->itemData(index);
    if (!m_value || !m_value->time || !offset.isValid() || m_value->offsetSeconds == offset.toInt()) {
        m_question->hide();
        return;
    }
    m_wantedOffset = offset.toInt();
    const auto sameMoment = withOffset(*m_value, m_wantedOffset, true);
    const auto sameWall = withOffset(*m_value, m_wantedOffset, false);
    const QString form = QStringLiteral("d MMM HH:mm:ss");
    const auto words = [&](const catalog::EpisodeDate& date) {
        return QLocale().toString(QDateTime(date.date, *date.time, Qt::UTC), form);
    };
    const auto moved = m_value->moment().secsTo(sameWall.moment()) / secondsInMinute;
    m_questionText->setText(
        tr("Write the date in %1. What stays the same?").arg(offsetLabel(m_wantedOffset)));
    m_sameMoment->setText(tr("Same Moment: %1").arg(words(sameMoment)));
    m_sameWallTime->setText((moved < 0 ? tr("Same Wall Time: %1, published %2 min earlier")
                                       : tr("Same Wall Time: %1, published %2 min later"))
                                .arg(words(sameWall))
                                .arg(qAbs(moved)));
    m_question->show();
    m_sameMoment->setFocus();
}

void DateEdit::changeOffset(bool keepsMoment) {
    m_question->hide();
    if (m_value && m_value->time)
        emitDate(withOffset(*m_value, m_wantedOffset, keepsMoment), false);
    m_offset->setFocus();
}

void DateEdit::emitDate(const catalog::EpisodeDate& date, bool isTyping) {
    if (!m_value || !(date == *m_value))
        emit edited(date.toString(), isTyping);
}

bool DateEdit::eventFilter(QObject* watched, QEvent* event) {
    // Scrolling the page must not change a date that the pointer happens to pass.
    if (event->type() == QEvent::Wheel && watched != m_raw && !static_cast<QWidget*>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    // What was typed raw and is a date now is shown as one once the typing is over.
    if (event->type() == QEvent::FocusOut && watched == m_raw)
        QMetaObject::invokeMethod(
            this, [this] { setStored(m_stored, m_isText); }, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

} // namespace app
