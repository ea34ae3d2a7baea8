// SPDX-License-Identifier: MIT
#include "app/editor/peoplepage.h"

#include "app/widgets/chipsfieldrow.h"

#include <QLabel>

namespace app {

PeoplePage::PeoplePage(const EditorContext& context, QWidget* parent)
    : FormPage(context, parent) {
    setObjectName(QStringLiteral("peoplePage"));
    for (const char* key : {"hosts", "guests", "sponsors", "tags"})
        addRow(new ChipsFieldRow(m_context, key, this));
    auto* keys =
        new QLabel(tr("Type to complete; Enter or a comma adds. On an entry: Alt+Left and Alt+Right move it, "
                      "Delete removes it, F2 or a double click changes it."),
                   this);
    keys->setObjectName(QStringLiteral("chipKeysHint"));
    keys->setWordWrap(true);
    keys->setEnabled(false);
    addWide(keys);
    finishForm();
}

} // namespace app
