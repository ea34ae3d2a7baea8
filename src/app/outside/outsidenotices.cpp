// SPDX-License-Identifier: MIT
// What the window says of other programs' changes.
#include "app/outside/outsidechanges.h"
#include "app/widgets/noticebar.h"

#include <QMessageBox>
#include <QPushButton>
#include <QTime>
#include <QUndoStack>

#include <algorithm>

namespace app {

using catalog::EpisodeId;
using catalog::GitOperation;

void OutsideChanges::log(const QString& file, const QString& what) {
    constexpr qsizetype longest = 5'000; // lines; the oldest go
    m_log += QStringLiteral("%1  %2: %3")
                 .arg(QTime::currentTime().toString(QStringLiteral("HH:mm:ss")), file, what);
    if (m_log.size() > longest)
        m_log.removeFirst();
}

void OutsideChanges::showLog() {
    QMessageBox box(m_window);
    box.setObjectName(QStringLiteral("outsideLog"));
    box.setIcon(QMessageBox::Information);
    box.setWindowTitle(tr("Changes by Other Programs"));
    box.setTextFormat(Qt::PlainText);
    constexpr qsizetype shown = 12;
    const QStringList last = m_log.mid(std::max<qsizetype>(m_log.size() - shown, 0));
    box.setText(m_log.isEmpty() ? tr("No other program changed a file since the catalogue was opened.")
                                : last.join(QLatin1Char('\n')));
    if (m_log.size() > shown)
        box.setDetailedText(m_log.join(QLatin1Char('\n')));
    box.exec();
}

void OutsideChanges::sayMerged(const std::vector<MergeDesk::Taken>& merged) {
    if (merged.empty())
        return;
    const MergeDesk::Taken& first = merged.front();
    const QString text = merged.size() == 1 ? tr("%1 was merged with changes on the disk: %2")
                                                  .arg(name(first.id), wordsFor(first.merge.taken))
                                            : tr("%n episode(s) were merged with changes on the disk",
                                                 nullptr, static_cast<int>(merged.size()));
    const int index = m_session.undoStack().index();
    m_notices.show({QStringLiteral("mergedNotice"),
                    Notice::Kind::Information,
                    text,
                    {{tr("&Show"), [this, id = first.id] { emit showRequested(id); }},
                     {tr("&Undo"), [this, index] { undoMerge(index); }}}});
}

void OutsideChanges::undoMerge(int index) {
    if (m_session.undoStack().index() == index && index > 0)
        m_session.undo();
    else
        emit message(tr("You edited since then: take the later steps back first."));
}

void OutsideChanges::sayConflicts() {
    const QString key = QStringLiteral("conflictNotice");
    const auto open = m_desk.conflicted();
    emit conflictsChanged();
    if (open.empty()) {
        m_notices.withdraw(key);
        return;
    }
    const EpisodeId first = open.front();
    const QString text = open.size() == 1
                             ? tr("You and another program changed the same places of %1").arg(name(first))
                             : tr("You and another program changed the same places of %n episode(s)", nullptr,
                                  static_cast<int>(open.size()));
    if (m_notices.textOf(key) == text)
        return;
    m_notices.show({key, Notice::Kind::Warning, text, {{tr("&Resolve…"), [this, first] {
                                                            emit showRequested(first);
                                                            resolve(first);
                                                            sayConflicts();
                                                        }}}});
}

void OutsideChanges::sayDeleted(EpisodeId id) {
    const auto saveNow = [this, id] {
        if (const QString error = saveAnew(id); !error.isEmpty()) {
            sayDeleted(id);
            emit message(error);
        }
    };
    m_notices.show({QStringLiteral("deletedNotice%1").arg(id.value),
                    Notice::Kind::Warning,
                    tr("Another program deleted %1. Your version is still here, unsaved.").arg(name(id)),
                    {{tr("Save It &Anew"), saveNow}, {tr("&Close It"), [this, id] { closeDeleted(id); }}}});
}

void OutsideChanges::closeDeleted(EpisodeId id) {
    QMessageBox box(QMessageBox::Question, tr("Close It"),
                    tr("Your unsaved changes of %1 will be lost.").arg(name(id)), QMessageBox::Cancel,
                    m_window);
    box.setObjectName(QStringLiteral("closeDeletedDialog"));
    box.setTextFormat(Qt::PlainText);
    auto* close = box.addButton(tr("&Close It"), QMessageBox::DestructiveRole);
    close->setObjectName(QStringLiteral("closeDeletedButton"));
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() != close)
        return sayDeleted(id);
    m_session.catalog().forget(id);
    emit discarded(id);
}

namespace {

QString gitText(GitOperation operation) {
    switch (operation) {
    case GitOperation::Merge:
        return OutsideChanges::tr("A git merge is under way in this folder.");
    case GitOperation::Rebase:
        return OutsideChanges::tr("A git rebase is under way in this folder.");
    case GitOperation::CherryPick:
        return OutsideChanges::tr("A git cherry-pick is under way in this folder.");
    case GitOperation::Revert:
        return OutsideChanges::tr("A git revert is under way in this folder.");
    case GitOperation::None:
        break;
    }
    return {};
}

} // namespace

QString OutsideChanges::gitWarning() const {
    return gitText(catalog::gitOperation(catalog::gitFolderOf(m_session.catalog().root())));
}

void OutsideChanges::sayGit(GitOperation operation) {
    const QString key = QStringLiteral("gitNotice");
    const QString text = gitText(operation);
    if (text.isEmpty())
        m_notices.withdraw(key);
    else if (!m_notices.has(key))
        m_notices.show({key,
                        Notice::Kind::Warning,
                        text + QLatin1Char(' ') + tr("Saving asks until it is ended."),
                        {},
                        false});
}

void OutsideChanges::sayUnwatched() {
    m_notices.show(
        {QStringLiteral("watchNotice"),
         Notice::Kind::Warning,
         tr("The system cannot watch all files of this folder: changes by other programs are noticed "
            "when this window gets the focus, or with F5."),
         {}});
}

} // namespace app
