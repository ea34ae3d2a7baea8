// SPDX-License-Identifier: MIT
#include "app/episodelist/tableexporter.h"

#include "catalog/field.h"
#include "models/episodetablemodel.h"

#include <QDir>
#include <QtConcurrentRun>

#include <algorithm>

namespace app {

namespace {

int problemsOf(const std::vector<catalog::Issue>& issues) {
    return static_cast<int>(std::count_if(issues.begin(), issues.end(), [](const catalog::Issue& issue) {
        return issue.severity != catalog::Severity::Information;
    }));
}

} // namespace

catalog::TableExport tableOf(const catalog::Catalog& catalog, const catalog::Validator& validator,
                             const std::vector<catalog::EpisodeId>& episodes, const QStringList& columns) {
    catalog::TableExport table;
    table.root = catalog.root();
    for (const QString& column : columns) // "@file" is named "file" outside of this program
        table.columns += column.startsWith(QLatin1Char('@')) ? column.mid(1) : column;
    table.rows.reserve(episodes.size());
    for (const catalog::EpisodeId id : episodes) {
        const catalog::Episode& episode = catalog.episode(id);
        table.rows.push_back(
            {episode.sharedText(), episode.path(), problemsOf(validator.issuesOf(id)), episode.isChanged()});
    }
    return table;
}

QStringList allFieldColumns() {
    QStringList columns{models::EpisodeTableModel::fileColumn};
    for (const catalog::Field& field : catalog::fields())
        columns += QString::fromUtf8(field.key.data(), static_cast<qsizetype>(field.key.size()));
    return columns;
}

TableExporter::TableExporter(QObject* parent)
    : QObject(parent) {
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this](int done) { emit progress(done, m_rows); });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &TableExporter::finish);
}

TableExporter::~TableExporter() {
    m_watcher.disconnect(this);
    m_watcher.cancel();
    m_watcher.waitForFinished();
}

void TableExporter::start(catalog::TableExport table) {
    m_path = table.path;
    m_rows = static_cast<int>(table.rows.size());
    emit progress(0, m_rows);
    m_watcher.setFuture(QtConcurrent::run([table = std::move(table)](QPromise<QString>& promise) {
        promise.setProgressRange(0, static_cast<int>(table.rows.size()));
        promise.addResult(catalog::exportTable(table, [&promise](int done) {
            promise.setProgressValue(done);
            return !promise.isCanceled();
        }));
    }));
}

void TableExporter::cancel() {
    m_watcher.cancel();
}

void TableExporter::finish() {
    emit progress(0, 0);
    if (m_watcher.isCanceled())
        emit message(tr("Cancelled: no table was written."));
    else if (const QString why = m_watcher.result(); !why.isEmpty())
        emit failed(why);
    else
        emit message(
            tr("%n episode(s) written to %1.", nullptr, m_rows).arg(QDir::toNativeSeparators(m_path)));
}

} // namespace app
