// SPDX-License-Identifier: MIT
#include "app/widgets/membersedit.h"

#include "catalog/celltext.h"

#include <QAbstractItemView>
#include <QCompleter>

#include <algorithm>

namespace app {

namespace {

constexpr int shownCompletions = 12;

/// So that names can be read beside their ids.
int leastWidth(const QWidget& edit) {
    constexpr int characters = 40;
    return edit.fontMetrics().averageCharWidth() * characters;
}

/// Where the member at the cursor begins.
qsizetype memberStart(const QString& before) {
    qsizetype start = before.lastIndexOf(QLatin1Char(',')) + 1;
    while (start < before.size() && before[start].isSpace())
        ++start;
    return start;
}

} // namespace

MembersEdit::MembersEdit(const catalog::Catalog& catalog, catalog::FieldKind kind, const QString& show,
                         QWidget* parent)
    : QLineEdit(parent)
    , m_completion(catalog, kind)
    , m_completer(new QCompleter(this)) {
    m_completion.setShow(show);
    m_completer->setModel(&m_completion);
    m_completer->setCompletionRole(Qt::DisplayRole); // found by id and by name
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setMaxVisibleItems(shownCompletions);
    m_completer->setWidget(this);
    connect(this, &QLineEdit::textEdited, this, &MembersEdit::complete);
    connect(&m_completion, &QAbstractItemModel::modelReset, this, [this] {
        if (isModified() && hasFocus()) // typed before the catalogue was counted
            complete();
    });
    connect(
        m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
        [this](const QModelIndex& index) { take(index.data(models::CompletionModel::IdRole).toString()); });
}

void MembersEdit::complete() {
    const QString before = text().left(cursorPosition());
    const QString typed = before.mid(memberStart(before));
    m_completer->setCompletionPrefix(typed);
    m_completer->popup()->setObjectName(objectName() + QStringLiteral("Completions"));
    if (typed.isEmpty() || m_completer->completionCount() == 0)
        m_completer->popup()->hide();
    else
        m_completer->complete(QRect(0, 0, std::max(width(), leastWidth(*this)), height()));
}

void MembersEdit::take(const QString& id) {
    const QString before = text().left(cursorPosition());
    const qsizetype start = memberStart(before);
    const QString member = catalog::joinMembers({id});
    setText(before.left(start) + member + text().mid(cursorPosition()));
    setCursorPosition(static_cast<int>(start + member.size()));
    setModified(true);
}

} // namespace app
