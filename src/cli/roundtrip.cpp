// SPDX-License-Identifier: MIT
#include "cli/command.h"
#include "cli/opening.h"
#include "cli/output.h"

namespace cli {

namespace {

const QStringList formats{QStringLiteral("text"), QStringLiteral("json")};

/// A value printed back from its parts: what stands between them, and each part in turn.
void reassemble(const format::Document& document, format::JsonId id, std::string& out) {
    const format::JsonNode& node = document.json().node(id);
    const std::string_view text = document.text();
    std::size_t at = node.span.begin;
    for (const format::JsonId child : node.children) {
        const format::Span value = document.json().node(child).span;
        out += text.substr(at, value.begin - at);
        reassemble(document, child, out);
        at = value.end;
    }
    out += text.substr(at, node.span.end - at);
}

/// The whole file printed back from its JSON values and its rows.
std::string printBack(const format::Document& document) {
    const format::FrontMatter& front = document.frontMatter();
    std::string out = document.text().substr(0, front.object.begin);
    reassemble(document, document.json().root(), out);
    if (document.isBodyLocked())
        out += document.body();
    else
        for (const format::Row& row : document.links().rows())
            out += row.span.in(document.text());
    return out;
}

int run(const QCommandLineParser& parser) {
    OutputFormat format{};
    Opened opened;
    if (!readFormat(parser, formats, format) || !open(parser.positionalArguments(), opened))
        return CouldNotRun;
    int identical = 0, refused = 0;
    JsonRows rows;
    for (int i = 0; i < opened.catalog.size(); ++i) {
        const catalog::Episode& episode = opened.catalog.episode({i});
        const QString file = opened.catalog.relativePath({i});
        const auto document = episode.document();
        const bool same = document && printBack(*document) == episode.text();
        episode.releaseDocuments();
        identical += same ? 1 : 0;
        refused += episode.isRefused() ? 1 : 0;
        rows.add({{"file", jsonText(file)},
                  {"identical", format::JsonValue::boolean(same)},
                  {"error", episode.isRefused() ? jsonText(episode.reason()) : format::JsonValue::null()}});
        if (format == OutputFormat::Text && !same)
            print(episode.isRefused() ? QStringLiteral("%1: not opened: %2").arg(file, episode.reason())
                                      : QStringLiteral("%1: differs").arg(file));
    }
    const int readable = opened.catalog.size() - refused;
    if (format == OutputFormat::Json)
        rows.print();
    else
        print(QStringLiteral("%1 of %2 files identical; %3 not opened, %4 other pages")
                  .arg(identical)
                  .arg(readable)
                  .arg(refused)
                  .arg(opened.catalog.otherPages()));
    return identical == readable ? Success : Findings;
}

void addOptions(QCommandLineParser& parser) {
    parser.addPositionalArgument(QStringLiteral("PATH"), QStringLiteral("Folders or files."),
                                 QStringLiteral("PATH…"));
    addFormatOption(parser, formats);
}

} // namespace

const Command roundtripCommand{
    "roundtrip", "Read every episode, print it back in memory and compare the bytes.", addOptions, run};

} // namespace cli
