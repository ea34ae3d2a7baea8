// SPDX-License-Identifier: MIT
#include "catalog/celltext.h"
#include "cli/command.h"
#include "cli/opening.h"
#include "cli/output.h"
#include "cli/selection.h"

namespace cli {

namespace {

const QStringList formats{QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("json")};
const QString fileColumn = QStringLiteral("file");

/// The columns asked for; empty, after saying so, where one is no field.
QStringList readFields(const QCommandLineParser& parser) {
    QStringList fields = parser.value(QStringLiteral("fields")).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& name : std::as_const(fields)) {
        if (name == fileColumn || catalog::fieldOf(name.toStdString()))
            continue;
        QStringList known{fileColumn};
        for (const catalog::Field& field : catalog::fields())
            known += QString::fromUtf8(field.key.data(), static_cast<qsizetype>(field.key.size()));
        printError(
            QStringLiteral("\"%1\" is no field. Fields: %2.").arg(name, known.join(QStringLiteral(", "))));
        return {};
    }
    if (fields.isEmpty())
        printError(QStringLiteral("No field is named."));
    return fields;
}

catalog::TableFormat tableFormat(OutputFormat format) {
    return format == OutputFormat::Json  ? catalog::TableFormat::Json
           : format == OutputFormat::Tsv ? catalog::TableFormat::Tsv
                                         : catalog::TableFormat::Csv;
}

std::string rowOf(const QString& file, const format::Document& document, const QStringList& fields,
                  const catalog::TableWriter& table) {
    QStringList cells;
    std::vector<format::JsonValue> values;
    for (const QString& name : fields) {
        const std::string key = name.toStdString();
        if (table.isJson())
            values.push_back(name == fileColumn ? jsonText(file) : catalog::cellJson(document, key));
        else
            cells += name == fileColumn ? file : catalog::cellText(document, key);
    }
    return table.row(cells, values);
}

int run(const QCommandLineParser& parser) {
    OutputFormat format{};
    Opened& opened = Opened::lasting();
    Selection selection;
    const QStringList fields = readFields(parser);
    if (fields.isEmpty() || !readFormat(parser, formats, format))
        return CouldNotRun;
    catalog::TableWriter table(tableFormat(format), fields);
    const auto makeRow = [&](const QString& file, const format::Document& document) {
        return rowOf(file, document, fields, table);
    };
    // Most that is listed is listed whole; what a search needs of the parsed forms is known only later.
    const bool isWhole = !Selection::isAsked(parser);
    if (!open(parser.positionalArguments(), opened, isWhole ? RowMaker(makeRow) : RowMaker()) ||
        !selection.read(parser, opened))
        return CouldNotRun;
    printPart(table.begin());
    for (const auto& row : opened.rows) {
        if (row.refusal.isEmpty())
            printPart(table.next(row.text));
        else
            printError(QStringLiteral("%1: %2").arg(catalog::pathFrom(opened.catalog.root(), row.path),
                                                    row.refusal));
    }
    for (int i = 0; i < opened.catalog.size(); ++i) {
        if (!selection.holds({i}))
            continue;
        const catalog::Episode& episode = opened.catalog.episode({i});
        const QString file = opened.catalog.relativePath({i});
        if (episode.isRefused()) {
            printError(QStringLiteral("%1: %2").arg(file, episode.reason()));
            continue;
        }
        printPart(table.next(makeRow(file, *episode.document())));
        episode.releaseDocuments();
    }
    printPart(table.end());
    return Success;
}

void addOptions(QCommandLineParser& parser) {
    parser.addPositionalArgument(QStringLiteral("PATH"), QStringLiteral("Folders or files."),
                                 QStringLiteral("PATH…"));
    parser.addOption({QStringLiteral("fields"), QStringLiteral("The columns, by their keys and \"file\"."),
                      QStringLiteral("a,b"),
                      QStringLiteral("file,show_slug,episode,title,date,podcast_duration,guests")});
    Selection::addShowOption(parser);
    addFormatOption(parser, formats);
}

} // namespace

const Command listCommand{"list", "List the episodes with any of their fields.", addOptions, run};

} // namespace cli
