// SPDX-License-Identifier: MIT
#include "app/widgets/showchoice.h"

#include "catalog/showlabel.h"

#include <QComboBox>
#include <QMap>

namespace app {

void fillShowChoice(QComboBox& box, const catalog::Catalog& catalog, const QStringList& preferred) {
    QMap<QString, QString> shows;
    for (int i = 0; i < catalog.size(); ++i) {
        const catalog::Episode& episode = catalog.episode({i});
        const QString& slug = episode.summary().show;
        if (episode.isRefused() || shows.contains(slug))
            continue;
        shows.insert(slug, catalog::showLabel(catalog.registry(), slug));
    }
    for (const QString& show : preferred)
        if (shows.contains(show) && box.count() == 0)
            box.addItem(shows.take(show), show);
    for (auto show = shows.begin(); show != shows.end(); ++show)
        box.addItem(show.value(), show.key());
}

} // namespace app
