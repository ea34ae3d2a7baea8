// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/tableexport.h"
#include "catalog/validator.h"

#include <QFutureWatcher>
#include <QObject>

namespace app {

/// The table of these episodes and columns, to be written; columns are named as EpisodeTableModel does.
catalog::TableExport tableOf(const catalog::Catalog& catalog, const catalog::Validator& validator,
                             const std::vector<catalog::EpisodeId>& episodes, const QStringList& columns);
/// The file's name and every field, in the order in which files have them.
QStringList allFieldColumns();

/// Writes tables into files in a thread of its own.
class TableExporter : public QObject {
    Q_OBJECT
public:
    explicit TableExporter(QObject* parent = nullptr);
    ~TableExporter() override;

    bool isRunning() const { return m_watcher.isRunning(); }
    void start(catalog::TableExport table);
    void cancel();

signals:
    void progress(int done, int total); ///< total 0: over
    void message(const QString& text);
    void failed(const QString& why);

private:
    void finish();

    QFutureWatcher<QString> m_watcher; ///< of why it could not be written
    QString m_path;
    int m_rows = 0;
};

} // namespace app
