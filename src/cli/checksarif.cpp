// SPDX-License-Identifier: MIT
#include "catalog/rules/explanations.h"
#include "cli/checkreport.h"
#include "cli/rulechoice.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace cli {

namespace {

using catalog::Issue;
using catalog::Severity;

const QString sourceRoot = QStringLiteral("%SRCROOT%");

QJsonObject message(const QString& text) {
    return {{QStringLiteral("text"), text}};
}

QString levelOf(Severity severity) {
    switch (severity) {
    case Severity::Error:
        return QStringLiteral("error");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Information:
        break;
    }
    return QStringLiteral("note");
}

/// What is said of a rule: the one place that knows where its texts are kept.
QJsonObject descriptorOf(const catalog::Rule& rule) {
    return {{QStringLiteral("id"), QLatin1String(rule.id)},
            {QStringLiteral("shortDescription"), message(catalog::ruleSummary(rule))},
            {QStringLiteral("fullDescription"), message(catalog::ruleExplanationText(rule.id))},
            {QStringLiteral("defaultConfiguration"),
             QJsonObject{{QStringLiteral("level"), levelOf(rule.severity)}}}};
}

/// The folder that paths begin at: the repository's where there is one, because services show a file by its
/// path from there, else the one that was opened.
QString sourceFolderOf(const QString& opened) {
    QDir folder(opened);
    do {
        if (QFileInfo::exists(folder.filePath(QStringLiteral(".git"))))
            return folder.path();
    } while (folder.cdUp());
    return opened;
}

/// Builds the document (SARIF 2.1.0) piece by piece; artifacts are numbered as they are named.
class Sarif {
public:
    explicit Sarif(const CheckReport& report)
        : m_report(report)
        , m_source(sourceFolderOf(report.opened.catalog.root())) {}

    QByteArray text();

private:
    QJsonObject driver();
    QJsonObject result(const Issue& issue);
    QJsonObject region(const Issue& issue) const;
    QString fingerprint(const Issue& issue);
    QJsonObject invocation();
    QJsonObject locationOf(const QString& path) const; ///< of an absolute path
    QJsonObject artifactOf(const Issue& issue);

    const CheckReport& m_report;
    QDir m_source;
    QHash<QString, int> m_ruleIndexes;
    QHash<catalog::EpisodeId, int> m_artifactIndexes;
    QJsonArray m_artifacts;
    QHash<QByteArray, int> m_seen; ///< how often a fingerprint's contents came before
};

QJsonObject Sarif::driver() {
    QJsonArray rules;
    for (const catalog::Rule* rule : catalog::allRules()) {
        m_ruleIndexes.insert(QLatin1String(rule->id), static_cast<int>(rules.size()));
        rules.append(descriptorOf(*rule));
    }
    return {{QStringLiteral("name"), QStringLiteral("Episode Desk")},
            {QStringLiteral("semanticVersion"), QStringLiteral(EPISODE_DESK_VERSION)},
            {QStringLiteral("informationUri"), QStringLiteral(EPISODE_DESK_HOMEPAGE)},
            {QStringLiteral("rules"), rules}};
}

QJsonObject Sarif::locationOf(const QString& path) const {
    const QString relative = m_source.relativeFilePath(path);
    if (QDir::isAbsolutePath(relative) || relative.startsWith(QLatin1String("../")))
        return {{QStringLiteral("uri"), QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded())}};
    return {{QStringLiteral("uri"), QString::fromLatin1(QUrl::toPercentEncoding(relative, "/"))},
            {QStringLiteral("uriBaseId"), sourceRoot}};
}

QJsonObject Sarif::artifactOf(const Issue& issue) {
    const catalog::Episode& episode = m_report.opened.catalog.episode(issue.episode);
    QJsonObject location = locationOf(episode.path());
    auto index = m_artifactIndexes.constFind(issue.episode);
    if (index == m_artifactIndexes.constEnd()) {
        index = m_artifactIndexes.insert(issue.episode, static_cast<int>(m_artifacts.size()));
        QJsonObject artifact{{QStringLiteral("location"), location},
                             {QStringLiteral("length"), static_cast<qint64>(episode.text().size())},
                             {QStringLiteral("mimeType"), QStringLiteral("text/markdown")},
                             {QStringLiteral("roles"), QJsonArray{QStringLiteral("analysisTarget")}}};
        if (format::firstInvalidUtf8(episode.text()) == std::string::npos)
            artifact.insert(QStringLiteral("encoding"), QStringLiteral("UTF-8"));
        m_artifacts.append(artifact);
    }
    location.insert(QStringLiteral("index"), *index);
    return location;
}

QJsonObject Sarif::region(const Issue& issue) const {
    const format::Position begin = m_report.positionOf(issue, issue.span.begin);
    const format::Position end = m_report.positionOf(issue, issue.span.end);
    return {{QStringLiteral("startLine"), begin.line},
            {QStringLiteral("startColumn"), begin.column},
            {QStringLiteral("endLine"), end.line},
            {QStringLiteral("endColumn"), end.column}};
}

/// The same as long as the same rule finds the same text in the same field of the same file, wherever that
/// stands; where it is found twice, the first and the second differ. The message is left out: it may tell a
/// line.
QString Sarif::fingerprint(const Issue& issue) {
    const std::string& text = m_report.opened.catalog.episode(issue.episode).text();
    const std::string_view found = issue.span.end <= text.size() ? issue.span.in(text) : std::string_view();
    const QByteArray contents = (issue.rule + QLatin1Char('\n') + m_report.fileOf(issue) + QLatin1Char('\n') +
                                 issue.field + QLatin1Char('\n'))
                                    .toUtf8() +
                                QByteArray(found.data(), static_cast<qsizetype>(found.size()));
    const QByteArray hash = QCryptographicHash::hash(contents, QCryptographicHash::Sha256);
    const QByteArray number = QByteArray::number(m_seen[hash]++);
    return QString::fromLatin1(hash.toHex() + ':' + number);
}

QJsonObject Sarif::result(const Issue& issue) {
    QJsonObject location{{QStringLiteral("physicalLocation"),
                          QJsonObject{{QStringLiteral("artifactLocation"), artifactOf(issue)},
                                      {QStringLiteral("region"), region(issue)}}}};
    if (!issue.field.isEmpty())
        location.insert(QStringLiteral("logicalLocations"),
                        QJsonArray{QJsonObject{{QStringLiteral("name"), issue.field},
                                               {QStringLiteral("kind"), QStringLiteral("property")}}});
    QJsonObject result{{QStringLiteral("ruleId"), issue.rule},
                       {QStringLiteral("level"), levelOf(issue.severity)},
                       {QStringLiteral("message"), message(issue.message)},
                       {QStringLiteral("locations"), QJsonArray{location}},
                       {QStringLiteral("partialFingerprints"),
                        QJsonObject{{QStringLiteral("episodeDeskFinding/v1"), fingerprint(issue)}}}};
    if (const auto index = m_ruleIndexes.constFind(issue.rule); index != m_ruleIndexes.constEnd())
        result.insert(QStringLiteral("ruleIndex"), *index);
    return result;
}

QJsonObject Sarif::invocation() {
    const auto notification = [](const QString& text) {
        return QJsonObject{{QStringLiteral("level"), QStringLiteral("warning")},
                           {QStringLiteral("message"), message(text)}};
    };
    QJsonArray skipped;
    for (const catalog::SkippedFile& file : m_report.opened.skipped) {
        QJsonObject one = notification(QStringLiteral("The file was not checked: %1").arg(file.reason));
        one.insert(QStringLiteral("locations"),
                   QJsonArray{QJsonObject{
                       {QStringLiteral("physicalLocation"),
                        QJsonObject{{QStringLiteral("artifactLocation"), locationOf(file.path)}}}}});
        skipped.append(one);
    }
    QJsonObject invocation{{QStringLiteral("executionSuccessful"), true},
                           {QStringLiteral("toolExecutionNotifications"), skipped}};
    if (!m_report.opened.policyError.isEmpty())
        invocation.insert(QStringLiteral("toolConfigurationNotifications"),
                          QJsonArray{notification(m_report.opened.policyError)});
    return invocation;
}

QByteArray Sarif::text() {
    const QJsonObject tool{{QStringLiteral("driver"), driver()}};
    QJsonArray results;
    for (const Issue& issue : m_report.issues)
        results.append(result(issue));
    const QString source = QString::fromLatin1(QUrl::fromLocalFile(m_source.path()).toEncoded());
    const QJsonObject run{
        {QStringLiteral("tool"), tool},
        {QStringLiteral("columnKind"), QStringLiteral("unicodeCodePoints")},
        {QStringLiteral("newlineSequences"),
         QJsonArray{QStringLiteral("\r\n"), QStringLiteral("\n"), QStringLiteral("\r")}},
        {QStringLiteral("originalUriBaseIds"),
         QJsonObject{{sourceRoot, QJsonObject{{QStringLiteral("uri"), source.endsWith(QLatin1Char('/'))
                                                                          ? source
                                                                          : source + QLatin1Char('/')}}}}},
        {QStringLiteral("invocations"), QJsonArray{invocation()}},
        {QStringLiteral("artifacts"), m_artifacts},
        {QStringLiteral("results"), results}};
    return QJsonDocument(QJsonObject{{QStringLiteral("$schema"),
                                      QStringLiteral("https://docs.oasis-open.org/sarif/sarif/v2.1.0/"
                                                     "errata01/os/schemas/sarif-schema-2.1.0.json")},
                                     {QStringLiteral("version"), QStringLiteral("2.1.0")},
                                     {QStringLiteral("runs"), QJsonArray{run}}})
        .toJson();
}

} // namespace

void printSarif(const CheckReport& report) {
    print(Sarif(report).text().toStdString());
}

} // namespace cli
