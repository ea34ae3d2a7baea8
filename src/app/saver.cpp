// SPDX-License-Identifier: MIT
#include "app/saver.h"

#include <QMessageBox>
#include <QPushButton>
#include <QWidget>

#include <algorithm>

namespace app {

using catalog::EpisodeId;
using Status = catalog::SaveResult::Status;

Saver::Saver(models::EditSession& session, QWidget* window)
    : QObject(window)
    , m_session(session)
    , m_window(window) {}

bool Saver::save(const std::vector<EpisodeId>& episodes) {
    std::vector<Failure> failures;
    int count = 0;
    for (const EpisodeId id : episodes)
        if (m_session.catalog().episode(id).isChanged())
            count += saveOne(id, failures) ? 1 : 0;
    if (count > 0)
        emit saved(count);
    if (!failures.empty())
        report(count, failures);
    return areAllWritten(failures);
}

bool Saver::areAllWritten(const std::vector<Failure>& failures) {
    return std::all_of(failures.begin(), failures.end(), [](const Failure& one) { return one.isWritten; });
}

bool Saver::saveOne(EpisodeId id, std::vector<Failure>& failures) {
    catalog::Catalog& catalog = m_session.catalog();
    const catalog::Episode& episode = catalog.episode(id);
    if (episode.isReadOnly()) {
        failures.push_back({catalog.relativePath(id), episode.readOnlyReason()});
        return false;
    }
    catalog::SaveRequest request{episode.path(), catalog.root(), episode.text(), episode.savedText(), false};
    catalog::SaveResult result = catalog::saveFile(request);
    if (result.status == Status::NeedsConsent && askConsent(result.message)) {
        request.hasConsent = true;
        result = catalog::saveFile(request);
    }
    if (!result.isSaved())
        return resolve(id, result, failures);
    catalog.markSaved(id, request.text);
    if (result.status == Status::DurabilityNotConfirmed)
        failures.push_back({catalog.relativePath(id), result.message, true});
    return true;
}

bool Saver::resolve(EpisodeId id, const catalog::SaveResult& result, std::vector<Failure>& failures) {
    const QString file = m_session.catalog().relativePath(id);
    if (result.status != Status::ChangedOnDisk) {
        failures.push_back({file, result.message});
        return false;
    }
    switch (askConflict(id)) {
    case Conflict::Cancel:
        failures.push_back(
            {file, tr("Another program changed the file; your version is still here, unsaved.")});
        return false;
    case Conflict::KeepMineAsCopy: {
        const auto copy = catalog::saveCopyBeside(m_session.catalog().episode(id).path(),
                                                  m_session.catalog().episode(id).text());
        if (!copy.error.isEmpty()) {
            failures.push_back({file, tr("The copy could not be written: %1").arg(copy.error)});
            return false;
        }
        return takeTheirs(id, result.diskText, failures);
    }
    case Conflict::TakeTheirs:
        return takeTheirs(id, result.diskText, failures);
    }
    return false;
}

bool Saver::takeTheirs(EpisodeId id, const std::string& theirs, std::vector<Failure>& failures) {
    const auto reloaded = m_session.catalog().reload(id, theirs);
    if (!reloaded) {
        failures.push_back({m_session.catalog().relativePath(id),
                            tr("The file on the disk cannot be opened: %1")
                                .arg(QString::fromStdString(reloaded.error().message))});
        return false;
    }
    // The steps before were made for a text that is no more.
    m_session.undoStack().clear();
    return true;
}

Saver::Conflict Saver::askConflict(EpisodeId id) const {
    QMessageBox box(m_window);
    box.setObjectName(QStringLiteral("conflictDialog"));
    box.setIcon(QMessageBox::Warning);
    box.setWindowTitle(tr("Changed on the Disk"));
    box.setTextFormat(Qt::PlainText);
    box.setText(
        tr("Another program changed %1 since it was opened.").arg(m_session.catalog().relativePath(id)));
    box.setInformativeText(
        tr("Nothing was written. Your version can be kept as a copy beside the file, where the site "
           "does not publish it; or their version can take the place of yours."));
    auto* copy = box.addButton(tr("&Keep Mine as a Copy"), QMessageBox::AcceptRole);
    auto* theirs = box.addButton(tr("&Take Theirs"), QMessageBox::DestructiveRole);
    auto* cancel = box.addButton(QMessageBox::Cancel);
    copy->setObjectName(QStringLiteral("keepCopyButton"));
    theirs->setObjectName(QStringLiteral("takeTheirsButton"));
    box.setDefaultButton(cancel);
    box.setEscapeButton(cancel);
    box.exec();
    if (box.clickedButton() == copy)
        return Conflict::KeepMineAsCopy;
    return box.clickedButton() == theirs ? Conflict::TakeTheirs : Conflict::Cancel;
}

bool Saver::askConsent(const QString& message) const {
    QMessageBox box(QMessageBox::Question, tr("Save Anyway"), message, QMessageBox::Cancel, m_window);
    box.setObjectName(QStringLiteral("consentDialog"));
    box.setTextFormat(Qt::PlainText);
    auto* save = box.addButton(tr("&Save Anyway"), QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == save;
}

void Saver::report(int savedCount, const std::vector<Failure>& failures) {
    QMessageBox box(m_window);
    box.setObjectName(QStringLiteral("saveReport"));
    box.setIcon(QMessageBox::Warning);
    const bool isWritten = areAllWritten(failures);
    box.setWindowTitle(isWritten ? tr("Saved, but Not Confirmed") : tr("Not Everything Was Saved"));
    box.setTextFormat(Qt::PlainText);
    QString text =
        savedCount > 0 ? tr("%n episode(s) saved.", nullptr, savedCount) + QLatin1Char(' ') : QString();
    text += tr("%n file(s) need attention:", nullptr, static_cast<int>(failures.size()));
    QString details;
    constexpr std::size_t shown = 5;
    for (std::size_t i = 0; i < failures.size(); ++i) {
        const QString line = QStringLiteral("%1: %2").arg(failures[i].file, failures[i].reason);
        details += line + QLatin1Char('\n');
        if (i < shown)
            text += QStringLiteral("\n\n") + line;
    }
    box.setText(text);
    box.setInformativeText(isWritten ? tr("Keep the computer running, and save a copy on another disk.")
                                     : tr("Nothing is lost: what was not saved stays open."));
    if (failures.size() > shown)
        box.setDetailedText(details);
    box.setStandardButtons(QMessageBox::Ok);
    auto* review = box.addButton(tr("&Review Changes…"), QMessageBox::ActionRole);
    review->setObjectName(QStringLiteral("reviewChangesButton"));
    box.setDefaultButton(QMessageBox::Ok);
    box.setEscapeButton(QMessageBox::Ok);
    box.exec();
    if (box.clickedButton() == review)
        emit reviewRequested();
}

bool Saver::mayClose() {
    const auto changed = m_session.catalog().changedEpisodes();
    if (changed.empty())
        return true;
    QStringList names;
    for (const EpisodeId id : changed) {
        const auto& summary = m_session.catalog().episode(id).summary();
        names += QStringLiteral("%1 %2 · %3").arg(summary.show, summary.number, summary.title);
    }
    constexpr qsizetype shown = 8;
    QMessageBox box(m_window);
    box.setObjectName(QStringLiteral("closeDialog"));
    box.setIcon(QMessageBox::Question);
    box.setWindowTitle(tr("Unsaved Changes"));
    box.setTextFormat(Qt::PlainText);
    box.setText(tr("%n episode(s) have unsaved changes.", nullptr, static_cast<int>(names.size())));
    box.setInformativeText(
        names.mid(0, shown).join(QLatin1Char('\n')) +
        (names.size() > shown ? tr("\nand %1 more").arg(names.size() - shown) : QString()));
    box.setStandardButtons(QMessageBox::SaveAll | QMessageBox::Discard | QMessageBox::Cancel);
    box.setDefaultButton(QMessageBox::SaveAll);
    auto* review = box.addButton(tr("&Review Changes…"), QMessageBox::ActionRole);
    review->setObjectName(QStringLiteral("reviewChangesButton"));
    connect(review, &QPushButton::clicked, this, &Saver::reviewRequested, Qt::QueuedConnection);
    switch (box.exec()) {
    case QMessageBox::SaveAll:
        return save(changed);
    case QMessageBox::Discard:
        return true;
    default:
        return false;
    }
}

} // namespace app
