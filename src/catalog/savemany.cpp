// SPDX-License-Identifier: MIT
#include "catalog/savemany.h"

#include <QThreadPool>
#include <QtConcurrent>

namespace catalog {

std::vector<SaveResult> saveMany(const std::vector<SaveRequest>& requests) {
    constexpr int sideBySide = 8; // more than processors: they wait for the disk
    QThreadPool pool;
    pool.setMaxThreadCount(sideBySide);
    return QtConcurrent::blockingMapped<std::vector<SaveResult>>(&pool, requests, saveFile);
}

} // namespace catalog
