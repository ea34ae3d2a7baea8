// SPDX-License-Identifier: MIT
#pragma once

#include "models/showlistmodel.h"

#include <QListView>

namespace app {

/// The sidebar: shows and smart lists with their counts.
class ShowListView : public QListView {
    Q_OBJECT
public:
    explicit ShowListView(models::ShowListModel& model, QWidget* parent = nullptr);

    models::EpisodeFilter filter() const;
    void choose(models::EpisodeFilter::Kind kind, const QString& show);
    QSize sizeHint() const override { return {200, 300}; }

signals:
    void filterChosen();

private:
    models::ShowListModel& m_model;
    models::EpisodeFilter::Kind m_kind = models::EpisodeFilter::Kind::All;
    QString m_show;
};

} // namespace app
