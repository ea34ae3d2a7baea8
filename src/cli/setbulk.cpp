// SPDX-License-Identifier: MIT
#include "cli/setbulk.h"

#include "cli/output.h"

#include <QRegularExpression>

#include <array>

namespace cli {

namespace {

using catalog::BulkAction;
using catalog::BulkEdit;

struct Way {
    const char* option;
    BulkAction action;
    const char* field; ///< where no --field is named; empty: it must be
};
constexpr std::array ways{
    Way{"add", BulkAction::AddMembers, ""},
    Way{"take-out", BulkAction::RemoveMembers, ""},
    Way{"clear", BulkAction::Clear, ""},
    Way{"replace", BulkAction::ReplaceText, ""},
    Way{"number-from", BulkAction::Number, "episode"},
    Way{"shift-date", BulkAction::ShiftDate, "date"},
    Way{"set-time", BulkAction::SetTime, "date"},
};

/// "1w", "-2d", "3h30m": how far dates go.
bool readShift(const QString& typed, catalog::DateShift& shift) {
    static const QRegularExpression form(
        QStringLiteral("\\A([+-]?)(?:(\\d{1,4})w)?(?:(\\d{1,5})d)?(?:(\\d{1,5})h)?(?:(\\d{1,6})m)?\\z"));
    const auto match = form.match(typed);
    if (!match.hasMatch())
        return false;
    constexpr int daysInWeek = 7;
    constexpr qint64 minute = 60;
    const int sign = match.captured(1) == QLatin1String("-") ? -1 : 1;
    const auto number = [&match](int group) { return match.captured(group).toInt(); };
    shift.days = sign * (number(2) * daysInWeek + number(3));
    shift.seconds = sign * (number(4) * minute + number(5)) * minute;
    return true;
}

bool readNumber(const QCommandLineParser& parser, const QString& option, qint64& number) {
    if (!parser.isSet(option))
        return true;
    bool isNumber = false;
    number = parser.value(option).toLongLong(&isNumber);
    if (!isNumber)
        printError(QStringLiteral("--%1: \"%2\" is no number.").arg(option, parser.value(option)));
    return isNumber;
}

bool readNumbers(const QCommandLineParser& parser, catalog::Numbering& numbers) {
    numbers.order = parser.isSet(QStringLiteral("by-date")) ? catalog::Numbering::Order::ByDate
                                                            : catalog::Numbering::Order::AsListed;
    return readNumber(parser, QStringLiteral("number-from"), numbers.first) &&
           readNumber(parser, QStringLiteral("step"), numbers.step);
}

QTime timeOf(const QString& typed) {
    const QTime time = QTime::fromString(typed, QStringLiteral("HH:mm:ss"));
    return time.isValid() ? time : QTime::fromString(typed, QStringLiteral("HH:mm"));
}

bool readArguments(const QCommandLineParser& parser, const QString& typed, BulkEdit& edit) {
    switch (edit.action) {
    case BulkAction::AddMembers:
    case BulkAction::RemoveMembers:
        for (const QString& member : typed.split(QLatin1Char(','), Qt::SkipEmptyParts))
            if (!member.trimmed().isEmpty())
                edit.members += member.trimmed();
        return true;
    case BulkAction::ReplaceText:
        edit.text = typed;
        edit.replacement = parser.value(QStringLiteral("by"));
        edit.matchesCase = !parser.isSet(QStringLiteral("ignore-case"));
        return true;
    case BulkAction::Number:
        return readNumbers(parser, edit.numbers);
    case BulkAction::ShiftDate:
        edit.shift.keepsWallTime = !parser.isSet(QStringLiteral("elapsed"));
        if (readShift(typed, edit.shift))
            return true;
        printError(QStringLiteral("--shift-date: \"%1\" is not like 1w, -2d or 3h30m.").arg(typed));
        return false;
    case BulkAction::SetTime:
        edit.time = timeOf(typed);
        return true;
    default:
        return true;
    }
}

} // namespace

void addBulkOptions(QCommandLineParser& parser) {
    const auto text = [](const char* words) { return QString::fromLatin1(words); };
    parser.addOptions({
        {text("add"),
         text("Add these members to a list, with commas between them; those that are there stay."),
         text("members")},
        {text("take-out"), text("Take these members out of a list."), text("members")},
        {text("clear"), text("Leave null, an empty text or an empty list, as other episodes have it.")},
        {text("replace"), text("Replace this text in the field, by --by."), text("text")},
        {text("by"), text("What --replace puts there; nothing unless named."), text("text")},
        {text("ignore-case"), text("--replace finds the text in any case.")},
        {text("number-from"),
         text("Number the episodes from here, in the order of their files; padded number and slug go along."),
         text("number")},
        {text("step"), text("The step of --number-from; 1 unless named."), text("number")},
        {text("by-date"), text("--number-from goes by date, oldest first.")},
        {text("shift-date"),
         text("Shift the dates: 1w, -2d, 3h30m. The time on the clock stays over summer time."),
         text("amount")},
        {text("elapsed"), text("--shift-date goes by elapsed time instead.")},
        {text("set-time"), text("Set the dates' time of day, HH:MM or HH:MM:SS, in the show's time zone."),
         text("time")},
    });
}

int bulkWays(const QCommandLineParser& parser) {
    int count = 0;
    for (const Way& way : ways)
        count += parser.isSet(QLatin1String(way.option)) ? 1 : 0;
    return count;
}

std::optional<BulkEdit> readBulkEdit(const QCommandLineParser& parser) {
    for (const Way& way : ways) {
        const QString option = QLatin1String(way.option);
        if (!parser.isSet(option))
            continue;
        const QString field = parser.value(QStringLiteral("field"));
        BulkEdit edit{way.action, field.isEmpty() ? std::string(way.field) : field.toStdString()};
        if (edit.field.empty()) {
            printError(QStringLiteral("--%1: name one --field.").arg(option));
            return std::nullopt;
        }
        if (!readArguments(parser, parser.value(option), edit))
            return std::nullopt;
        if (const QString why = catalog::whyNoBulkEdit(edit); !why.isEmpty()) {
            printError(QStringLiteral("--%1: %2").arg(option, why));
            return std::nullopt;
        }
        return edit;
    }
    return std::nullopt;
}

} // namespace cli
