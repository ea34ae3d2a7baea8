// SPDX-License-Identifier: MIT
#include "cli/writing.h"

#include "catalog/episodestore.h"
#include "catalog/unifieddiff.h"

#include <QDir>

namespace cli {

using format::JsonValue;

Writing::Writing(const Opened& opened, const QCommandLineParser& parser, OutputFormat format)
    : m_opened(opened)
    , m_format(format)
    , m_isDryRun(parser.isSet(QStringLiteral("dry-run"))) {}

void Writing::addOptions(QCommandLineParser& parser) {
    parser.addOption({QStringLiteral("dry-run"), QStringLiteral("Write nothing; print a unified diff.")});
}

Writing::Outcome Writing::outcomeOf(catalog::EpisodeId id, const std::string& base,
                                    const format::Result<std::string>& text) const {
    const catalog::Episode& episode = m_opened.catalog.episode(id);
    if (!text)
        return {"failed", QString::fromStdString(text.error().message), {}};
    if (*text == base)
        return {"unchanged", {}, {}};
    const std::string diff =
        catalog::unifiedDiff(base, *text, m_opened.catalog.relativePath(id).toStdString());
    if (m_isDryRun)
        return {"would change", {}, diff};
    const auto saved = catalog::saveFile({episode.path(), m_opened.catalog.root(), *text, base, false});
    return {saved.isSaved() ? "saved" : "failed", saved.message, diff};
}

bool Writing::write(catalog::EpisodeId id, const std::string& base, const format::Result<std::string>& text,
                    const JsonRows::Row& more) {
    const QString file = m_opened.catalog.relativePath(id);
    const Outcome outcome = outcomeOf(id, base, text);
    const bool isFailed = outcome.status == std::string_view("failed");
    m_failures += isFailed ? 1 : 0;
    if (m_format == OutputFormat::Json) {
        JsonRows::Row row{
            {"file", jsonText(file)},
            {"status", JsonValue::string(outcome.status)},
            {"message", outcome.message.isEmpty() ? JsonValue::null() : jsonText(outcome.message)},
            {"diff", outcome.diff.empty() ? JsonValue::null() : JsonValue::string(outcome.diff)}};
        row.insert(row.end(), more.begin(), more.end());
        m_rows.add(row);
        return !isFailed;
    }
    if (!outcome.message.isEmpty())
        printError(QStringLiteral("%1: %2").arg(file, outcome.message));
    if (m_isDryRun && !outcome.diff.empty())
        print(outcome.diff);
    else if (outcome.status == std::string_view("saved"))
        print(QStringLiteral("%1: saved").arg(file));
    return !isFailed;
}

bool Writing::create(const QString& path, const format::Result<std::string>& text,
                     const JsonRows::Row& more) {
    const QString file = QDir(m_opened.catalog.root()).relativeFilePath(path);
    QString message = text ? QString() : QString::fromStdString(text.error().message);
    if (text && !m_isDryRun)
        message = catalog::createFile(path, *text);
    tell(file, !message.isEmpty() ? "failed" : m_isDryRun ? "would be made" : "made", message, more);
    return message.isEmpty();
}

void Writing::tell(const QString& file, const char* status, const QString& message,
                   const JsonRows::Row& more) {
    const bool isFailed = status == std::string_view("failed");
    m_failures += isFailed ? 1 : 0;
    if (m_format == OutputFormat::Json) {
        JsonRows::Row row{{"file", file.isEmpty() ? JsonValue::null() : jsonText(file)},
                          {"status", JsonValue::string(status)},
                          {"message", message.isEmpty() ? JsonValue::null() : jsonText(message)}};
        row.insert(row.end(), more.begin(), more.end());
        m_rows.add(row);
        return;
    }
    QStringList parts{file, QLatin1String(status), message};
    parts.removeAll(QString());
    const QString line = parts.join(QStringLiteral(": "));
    isFailed ? printError(line) : print(line);
}

int Writing::finish() const {
    if (m_format == OutputFormat::Json)
        m_rows.print();
    return m_failures == 0 ? Success : Findings;
}

} // namespace cli
