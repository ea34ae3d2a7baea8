// SPDX-License-Identifier: MIT
#pragma once

#include "app/recovery/losttext.h"
#include "catalog/catalog.h"
#include "catalog/leftovers.h"

#include <QFutureWatcher>
#include <QObject>

#include <vector>

namespace app {

/// Looks for what interrupted saves left in the opened folder, off the UI thread, once it is loaded.
class LeftoverSearch : public QObject {
    Q_OBJECT
public:
    explicit LeftoverSearch(const catalog::Catalog& catalog, QObject* parent = nullptr);

    void start();
    /// Deletes those files in a moment; says of each that stays why.
    void discard(const std::vector<LostText>& lost);

signals:
    /// What holds a text that is in no episode's file.
    void found(const std::vector<app::LostText>& lost);
    void message(const QString& text);

private:
    void take();
    void remove(const std::vector<LostText>& lost);

    const catalog::Catalog& m_catalog;
    QString m_root;
    std::vector<catalog::Leftover> m_leftovers;
    QFutureWatcher<catalog::Sweep> m_sweep;
};

} // namespace app
