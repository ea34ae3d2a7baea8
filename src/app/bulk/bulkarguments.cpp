// SPDX-License-Identifier: MIT
#include "app/bulk/bulkarguments.h"

#include "app/widgets/chipedit.h"
#include "app/widgets/dateedit.h"
#include "catalog/values.h"
#include "models/completionmodel.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTimeEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

namespace {

constexpr int step = 6;
constexpr int wallTime = 1; // id of its radio button; the moment's is 0
constexpr qint64 secondsInMinute = 60;
constexpr qint64 secondsInHour = 60 * secondsInMinute;

QHBoxLayout* lineOf(QWidget* page) {
    auto* line = new QHBoxLayout(page);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(step);
    return line;
}

} // namespace

BulkArguments::BulkArguments(const EditorContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_stack(new QStackedWidget) {
    // In the order of Page.
    m_stack->addWidget(new QWidget);
    m_stack->addWidget(buildTexts(Page::Text));
    m_stack->addWidget(buildTexts(Page::LongText));
    for (QWidget* page : {buildYesNo(), buildDate(), buildMembers(), buildReplace(), buildNumber(),
                          buildShift(), buildTime()})
        m_stack->addWidget(page);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

QWidget* BulkArguments::buildTexts(Page page) {
    if (page == Page::LongText) {
        m_longText = new QPlainTextEdit;
        m_longText->setObjectName(QStringLiteral("bulkLongTextEdit"));
        m_longText->setAccessibleName(tr("New text"));
        m_longText->setTabChangesFocus(true);
        m_longText->setFixedHeight(m_longText->fontMetrics().lineSpacing() * 4);
        connect(m_longText, &QPlainTextEdit::textChanged, this, &BulkArguments::changed);
        auto* room = new QWidget; // the stack asks no more room for it than the other pages need
        lineOf(room)->addWidget(m_longText);
        return room;
    }
    m_text = new QLineEdit;
    m_text->setObjectName(QStringLiteral("bulkTextEdit"));
    m_text->setAccessibleName(tr("New value"));
    m_text->setPlaceholderText(tr("New value"));
    connect(m_text, &QLineEdit::textChanged, this, &BulkArguments::changed);
    return m_text;
}

QWidget* BulkArguments::buildYesNo() {
    auto* page = new QWidget;
    m_yesNo = new QComboBox;
    m_yesNo->setObjectName(QStringLiteral("bulkYesNoChoice"));
    m_yesNo->setAccessibleName(tr("New value"));
    m_yesNo->addItem(tr("Yes"), QStringLiteral("true"));
    m_yesNo->addItem(tr("No"), QStringLiteral("false"));
    connect(m_yesNo, &QComboBox::currentIndexChanged, this, &BulkArguments::changed);
    auto* line = lineOf(page);
    line->addWidget(m_yesNo);
    line->addStretch(1);
    return page;
}

QWidget* BulkArguments::buildDate() {
    m_date = new DateEdit;
    m_date->setObjectName(QStringLiteral("bulkDateEdit"));
    connect(m_date, &DateEdit::edited, this, [this](const QString& stored) {
        m_stored = stored;
        m_date->setStored(stored, true);
        emit changed();
    });
    return m_date;
}

QWidget* BulkArguments::buildMembers() {
    auto* page = new QWidget;
    m_membersLayout = new QVBoxLayout(page);
    m_membersLayout->setContentsMargins(0, 0, 0, 0);
    return page;
}

/// Each field completes with its own.
void BulkArguments::makeChips(const catalog::Field& field) {
    if (m_chips && m_chipsField == field.key)
        return;
    if (m_chips)
        delete m_chips;
    m_chipsField = std::string(field.key);
    auto* completion = new models::CompletionModel(m_context.session.catalog(), field.kind, this);
    completion->setShow(m_show);
    m_chips = new ChipEdit(*completion);
    m_chips->setObjectName(QStringLiteral("bulkMembersChips"));
    m_chips->lineEdit()->setObjectName(QStringLiteral("bulkMembersEdit"));
    m_chips->lineEdit()->setAccessibleName(tr("Members"));
    connect(m_chips->lineEdit(), &QLineEdit::textChanged, this, &BulkArguments::changed);
    m_membersLayout->addWidget(m_chips);
    const auto put = [this](const QStringList& items) {
        m_chips->setItems(items);
        emit changed();
    };
    connect(m_chips, &ChipEdit::addRequested, this, [this, put](const QStringList& added) {
        QStringList items = m_chips->items() + added;
        items.removeDuplicates();
        put(items);
    });
    connect(m_chips, &ChipEdit::removeRequested, this, [this, put](int index) {
        QStringList items = m_chips->items();
        items.removeAt(index);
        put(items);
    });
    connect(m_chips, &ChipEdit::moveRequested, this, [this, put](int from, int to) {
        QStringList items = m_chips->items();
        items.move(from, to);
        put(items);
    });
    connect(m_chips, &ChipEdit::changeRequested, this, [this, put](int index, const QString& text) {
        QStringList items = m_chips->items();
        items[index] = text;
        put(items);
    });
}

QWidget* BulkArguments::buildReplace() {
    auto* page = new QWidget;
    m_find = new QLineEdit;
    m_find->setObjectName(QStringLiteral("bulkFindEdit"));
    m_find->setAccessibleName(tr("Text to replace"));
    m_find->setPlaceholderText(tr("Text to replace"));
    m_replacement = new QLineEdit;
    m_replacement->setObjectName(QStringLiteral("bulkReplacementEdit"));
    m_replacement->setAccessibleName(tr("Replacement"));
    m_replacement->setPlaceholderText(tr("Replacement; empty: taken out"));
    m_matchesCase = new QCheckBox(tr("&Match case"));
    m_matchesCase->setObjectName(QStringLiteral("bulkCaseBox"));
    m_matchesCase->setChecked(true);
    auto* line = lineOf(page);
    line->addWidget(m_find, 1);
    line->addWidget(new QLabel(QStringLiteral("→")));
    line->addWidget(m_replacement, 1);
    line->addWidget(m_matchesCase);
    connect(m_find, &QLineEdit::textChanged, this, &BulkArguments::changed);
    connect(m_replacement, &QLineEdit::textChanged, this, &BulkArguments::changed);
    connect(m_matchesCase, &QCheckBox::toggled, this, &BulkArguments::changed);
    return page;
}

QSpinBox* BulkArguments::spin(const char* name, const QString& words, int least, int most) {
    auto* box = new QSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(words);
    box->setRange(least, most);
    connect(box, &QSpinBox::valueChanged, this, &BulkArguments::changed);
    return box;
}

QWidget* BulkArguments::buildNumber() {
    auto* page = new QWidget;
    constexpr int most = 9'999'999;
    m_first = spin("bulkFirstSpin", tr("First number"), 0, most);
    m_step = spin("bulkStepSpin", tr("Step"), -1'000, 1'000);
    m_step->setValue(1);
    m_order = new QComboBox;
    m_order->setObjectName(QStringLiteral("bulkOrderChoice"));
    m_order->setAccessibleName(tr("Order"));
    m_order->addItem(tr("oldest first"));
    m_order->addItem(tr("as the table lists them"));
    connect(m_order, &QComboBox::currentIndexChanged, this, &BulkArguments::changed);
    auto* line = lineOf(page);
    const auto add = [line](const QString& words, QWidget* control) {
        auto* label = new QLabel(words);
        label->setBuddy(control);
        line->addWidget(label);
        line->addWidget(control);
    };
    add(tr("&From"), m_first);
    add(tr("in steps &of"), m_step);
    line->addWidget(m_order);
    line->addStretch(1);
    return page;
}

QWidget* BulkArguments::buildShift() {
    auto* page = new QWidget;
    auto* whole = new QVBoxLayout(page);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(step);
    auto* amounts = new QHBoxLayout;
    amounts->setSpacing(step);
    constexpr int years = 100;
    m_weeks = spin("bulkWeeksSpin", tr("Weeks"), -52 * years, 52 * years);
    m_days = spin("bulkDaysSpin", tr("Days"), -366 * years, 366 * years);
    m_hours = spin("bulkHoursSpin", tr("Hours"), -1'000, 1'000);
    m_minutes = spin("bulkMinutesSpin", tr("Minutes"), -10'000, 10'000);
    for (const auto& [box, words] : {std::pair(m_weeks, tr("weeks")), std::pair(m_days, tr("days")),
                                     std::pair(m_hours, tr("hours")), std::pair(m_minutes, tr("minutes"))}) {
        amounts->addWidget(box);
        amounts->addWidget(new QLabel(words));
    }
    amounts->addStretch(1);
    whole->addLayout(amounts);
    auto* wall = new QRadioButton(tr("&Keep the time on the clock: the offset follows summer time"));
    auto* moment =
        new QRadioButton(tr("By &elapsed time: over the change of the clocks it shows another time"));
    wall->setObjectName(QStringLiteral("bulkWallTimeRadio"));
    moment->setObjectName(QStringLiteral("bulkElapsedRadio"));
    m_keeps = new QButtonGroup(this);
    m_keeps->addButton(wall, wallTime);
    m_keeps->addButton(moment, 0);
    wall->setChecked(true);
    whole->addWidget(wall);
    whole->addWidget(moment);
    connect(m_keeps, &QButtonGroup::idClicked, this, &BulkArguments::changed);
    return page;
}

QWidget* BulkArguments::buildTime() {
    auto* page = new QWidget;
    m_time = new QTimeEdit(QTime(12, 0));
    m_time->setObjectName(QStringLiteral("bulkTimeEdit"));
    m_time->setAccessibleName(tr("Time of day"));
    m_time->setTimeSpec(Qt::UTC);
    m_time->setDisplayFormat(QStringLiteral("HH:mm:ss"));
    connect(m_time, &QTimeEdit::timeChanged, this, &BulkArguments::changed);
    auto* line = lineOf(page);
    line->addWidget(m_time);
    line->addWidget(new QLabel(tr("on the clock where the show is made")));
    line->addStretch(1);
    return page;
}

BulkArguments::Page BulkArguments::pageFor(const catalog::Field& field, catalog::BulkAction action) {
    using catalog::BulkAction;
    using catalog::FieldKind;
    switch (action) {
    case BulkAction::Set:
        return field.kind == FieldKind::Boolean    ? Page::YesNo
               : field.kind == FieldKind::Date     ? Page::Date
               : field.kind == FieldKind::LongText ? Page::LongText
               : catalog::isList(field.kind)       ? Page::Members
                                                   : Page::Text;
    case BulkAction::AddMembers:
    case BulkAction::RemoveMembers:
        return Page::Members;
    case BulkAction::ReplaceText:
        return Page::Replace;
    case BulkAction::Number:
        return Page::Number;
    case BulkAction::ShiftDate:
        return Page::Shift;
    case BulkAction::SetTime:
        return Page::Time;
    case BulkAction::Clear:
    case BulkAction::Remove:
        break;
    }
    return Page::None;
}

void BulkArguments::setAction(const catalog::Field& field, catalog::BulkAction action) {
    m_page = pageFor(field, action);
    if (m_page == Page::Members)
        makeChips(field);
    m_stack->setCurrentIndex(static_cast<int>(m_page));
    for (int page = 0; page < m_stack->count(); ++page) // the tallest page must not stretch the others
        m_stack->widget(page)->setSizePolicy(QSizePolicy::Preferred, page == m_stack->currentIndex()
                                                                         ? QSizePolicy::Preferred
                                                                         : QSizePolicy::Ignored);
    m_stack->setVisible(m_page != Page::None);
    m_stack->adjustSize();
}

void BulkArguments::suggest(qint64 firstNumber, const QString& date) {
    m_first->setValue(static_cast<int>(std::clamp<qint64>(firstNumber, 0, m_first->maximum())));
    m_stored = date;
    m_date->setStored(date, true);
    if (const auto parsed = catalog::parseEpisodeDate(date); parsed && parsed->time)
        m_time->setTime(*parsed->time);
}

void BulkArguments::fillText(catalog::BulkEdit& edit) const {
    if (m_page == Page::Text)
        edit.text = m_text->text();
    else if (m_page == Page::LongText)
        edit.text = m_longText->toPlainText();
    else if (m_page == Page::YesNo)
        edit.text = m_yesNo->currentData().toString();
    else if (m_page == Page::Date)
        edit.text = m_stored;
}

void BulkArguments::fill(catalog::BulkEdit& edit) const {
    fillText(edit);
    if (m_page == Page::Members && m_chips) {
        edit.members = m_chips->items();
        if (const QString typed = m_chips->lineEdit()->text().trimmed(); !typed.isEmpty())
            edit.members += typed; // not yet a chip
        std::vector<std::string> all;
        for (const QString& member : edit.members)
            all.push_back(member.toStdString());
        if (edit.action == catalog::BulkAction::Set)
            edit.value = format::JsonValue::strings(all);
    } else if (m_page == Page::Replace) {
        edit.text = m_find->text();
        edit.replacement = m_replacement->text();
        edit.matchesCase = m_matchesCase->isChecked();
    } else if (m_page == Page::Number) {
        edit.numbers = {m_first->value(), m_step->value(),
                        m_order->currentIndex() == 0 ? catalog::Numbering::Order::ByDate
                                                     : catalog::Numbering::Order::AsListed};
    } else if (m_page == Page::Shift) {
        constexpr int daysInWeek = 7;
        edit.shift = {m_weeks->value() * daysInWeek + m_days->value(),
                      m_hours->value() * secondsInHour + m_minutes->value() * secondsInMinute,
                      m_keeps->checkedId() == wallTime};
    } else if (m_page == Page::Time) {
        edit.time = m_time->time();
    }
}

} // namespace app
