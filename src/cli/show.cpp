// SPDX-License-Identifier: MIT
#include "catalog/field.h"
#include "cli/command.h"
#include "cli/opening.h"
#include "cli/output.h"

namespace cli {

namespace {

const QStringList formats{QStringLiteral("text"), QStringLiteral("json")};

QString linkLine(const format::Row& row) {
    QString line =
        QStringLiteral("  %1 <%2>")
            .arg(QString::fromStdString(row.link.text).trimmed(), QString::fromStdString(row.link.url));
    if (!row.link.description.empty())
        line += QStringLiteral(" — ") + QString::fromStdString(row.link.description);
    return line;
}

void printText(const format::Document& document) {
    const auto& tree = document.json();
    for (const format::JsonId id : tree.node(tree.root()).children) {
        const format::JsonNode& node = tree.node(id);
        const catalog::Field* field = catalog::fieldOf(node.name);
        const QString label = field ? catalog::labelOf(*field) : QString::fromUtf8(node.name);
        const bool isNested = node.type == format::JsonType::Object;
        const QString value = isNested ? QStringLiteral("{…}") : catalog::valueText(document, node.name);
        print(QStringLiteral("%1  %2").arg(label, -18).arg(value));
    }
    print(std::string());
    for (const format::Row& row : document.links().rows()) {
        if (row.kind == format::RowKind::Link)
            print(linkLine(row));
        else if (row.kind != format::RowKind::Blank)
            print((row.kind == format::RowKind::Item ? QStringLiteral("  ") : QString()) +
                  QString::fromStdString(row.content));
    }
}

format::JsonValue jsonLinks(const format::Document& document) {
    std::string links = "[";
    for (const format::Row& row : document.links().rows()) {
        if (row.kind != format::RowKind::Link)
            continue;
        const auto quoted = [](const std::string& text) { return format::JsonValue::string(text).json(); };
        links += (links.size() > 1 ? ", " : "") + std::string("{\"text\": ") + quoted(row.link.text) +
                 ", \"url\": " + quoted(row.link.url) +
                 ", \"title\": " + (row.link.title ? quoted(*row.link.title) : std::string("null")) +
                 ", \"description\": " + quoted(row.link.description) + "}";
    }
    return format::JsonValue::parse(links + "]").valueOr(format::JsonValue::null());
}

int run(const QCommandLineParser& parser) {
    OutputFormat format{};
    Opened opened;
    if (!readFormat(parser, formats, format) || !open(parser.positionalArguments(), opened))
        return CouldNotRun;
    JsonRows rows;
    int failures = opened.catalog.size() == 0 ? 1 : 0;
    if (failures > 0)
        printError(QStringLiteral("There is no episode here."));
    for (int i = 0; i < opened.catalog.size(); ++i) {
        const QString file = opened.catalog.relativePath({i});
        const auto document = opened.catalog.episode({i}).document();
        if (!document) {
            printError(QStringLiteral("%1: %2").arg(file, opened.catalog.episode({i}).reason()));
            ++failures;
        } else if (format == OutputFormat::Json) {
            rows.add({{"file", jsonText(file)},
                      {"fields", document->value(document->json().node(document->json().root()))},
                      {"links", jsonLinks(*document)}});
        } else {
            print(file);
            printText(*document);
        }
    }
    if (format == OutputFormat::Json)
        rows.print();
    return failures == 0 ? Success : CouldNotRun;
}

void addOptions(QCommandLineParser& parser) {
    parser.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("An episode's file."),
                                 QStringLiteral("FILE"));
    addFormatOption(parser, formats);
}

} // namespace

const Command showCommand{"show", "Show one episode: its fields and its links.", addOptions, run};

} // namespace cli
