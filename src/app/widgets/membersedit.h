// SPDX-License-Identifier: MIT
#pragma once

#include "models/completionmodel.h"

#include <QLineEdit>

class QCompleter;

namespace app {

/// A list in one line, commas between its members; the member at the cursor is completed with people,
/// sponsors or tags.
class MembersEdit : public QLineEdit {
    Q_OBJECT
public:
    MembersEdit(const catalog::Catalog& catalog, catalog::FieldKind kind, const QString& show,
                QWidget* parent = nullptr);

private:
    void complete();
    void take(const QString& id);

    models::CompletionModel m_completion;
    QCompleter* m_completer;
};

} // namespace app
