// SPDX-License-Identifier: MIT
#include "app/saver.h"

#include "app/outside/outsidechanges.h"
#include "catalog/savemany.h"

#include <QElapsedTimer>
#include <QMessageBox>
#include <QProgressDialog>
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
    m_session.settle();
    if (const QString git = m_outside ? m_outside->gitWarning() : QString();
        !git.isEmpty() && !askConsent(git + QLatin1Char(' ') + tr("Saving now may mix your changes with it."),
                                      tr("&Save Anyway")))
        return false;
    std::vector<Failure> failures;
    int count = 0;
    const bool isCancelled = !saveEach(episodes, count, failures);
    if (count > 0)
        emit saved(count);
    if (!failures.empty())
        report(count, failures);
    return areAllWritten(failures) && !isCancelled;
}

/// Hundreds take seconds, for each is confirmed by the disk: the window is painted meanwhile, shows how far
/// it is and can be told to stop. False: it was; what is not saved yet stays unsaved.
bool Saver::saveEach(const std::vector<EpisodeId>& episodes, int& count, std::vector<Failure>& failures) {
    QProgressDialog progress(tr("Saving episodes…"), tr("&Cancel"), 0, static_cast<int>(episodes.size()),
                             m_window);
    progress.setObjectName(QStringLiteral("savingProgress"));
    progress.setWindowTitle(tr("Save"));
    progress.setWindowModality(Qt::WindowModal);
    constexpr std::size_t few = 50;
    constexpr qint64 turn = 25; // milliseconds
    constexpr std::size_t fewest = 8, most = 64;
    if (episodes.size() > few)
        progress.setMinimumDuration(0);
    std::size_t batch = episodes.size() > few ? fewest : 1;
    QElapsedTimer since;
    since.start();
    for (std::size_t i = 0; i < episodes.size();) {
        const std::size_t end = std::min(i + batch, episodes.size());
        const std::vector<EpisodeId> part(episodes.begin() + static_cast<std::ptrdiff_t>(i),
                                          episodes.begin() + static_cast<std::ptrdiff_t>(end));
        for (const EpisodeId id : part.size() > 1 ? saveSideBySide(part, count, failures) : part)
            if (m_session.catalog().episode(id).isChanged())
                count += saveOne(id, failures) ? 1 : 0;
        i = end;
        if (since.elapsed() < turn) {
            batch = batch > 1 ? std::min(batch * 2, most) : 1;
            continue;
        }
        batch = batch > 1 ? std::max(batch / 2, fewest) : 1;
        progress.setValue(static_cast<int>(i)); // works the events off, too
        since.restart();
        if (progress.wasCanceled())
            return false;
    }
    return true;
}

/// Saves those that can simply be written; returns what is to be done one by one: asked about, brought
/// together, told of.
std::vector<EpisodeId> Saver::saveSideBySide(const std::vector<EpisodeId>& episodes, int& count,
                                             std::vector<Failure>& failures) {
    catalog::Catalog& catalog = m_session.catalog();
    std::vector<EpisodeId> plain, others;
    std::vector<catalog::SaveRequest> requests;
    for (const EpisodeId id : episodes) {
        const catalog::Episode& episode = catalog.episode(id);
        if (episode.isReadOnly() || !episode.isChanged() || (m_outside && !m_outside->mayWrite(id))) {
            others.push_back(id);
            continue;
        }
        plain.push_back(id);
        requests.push_back({episode.path(), catalog.root(), episode.text(), episode.savedText(), false});
    }
    const auto results = catalog::saveMany(requests);
    for (std::size_t i = 0; i < plain.size(); ++i)
        if (results[i].isSaved()) {
            catalog.markSaved(plain[i], requests[i].text);
            ++count;
            if (results[i].status == Status::DurabilityNotConfirmed)
                failures.push_back({catalog.relativePath(plain[i]), results[i].message, true});
        } else {
            others.push_back(plain[i]);
        }
    return others;
}

bool Saver::areAllWritten(const std::vector<Failure>& failures) {
    return std::all_of(failures.begin(), failures.end(), [](const Failure& one) { return one.isWritten; });
}

catalog::SaveResult Saver::write(EpisodeId id, bool hasConsent) {
    catalog::Catalog& catalog = m_session.catalog();
    const catalog::Episode& episode = catalog.episode(id);
    const catalog::SaveRequest request{episode.path(), catalog.root(), episode.text(), episode.savedText(),
                                       hasConsent};
    catalog::SaveResult result = catalog::saveFile(request);
    if (result.isSaved())
        catalog.markSaved(id, request.text);
    return result;
}

bool Saver::saveOne(EpisodeId id, std::vector<Failure>& failures) {
    catalog::Catalog& catalog = m_session.catalog();
    const auto fail = [&](const QString& why) {
        failures.push_back({catalog.relativePath(id), why});
        return false;
    };
    if (catalog.episode(id).isReadOnly())
        return fail(catalog.episode(id).readOnlyReason());
    if (m_outside && !m_outside->mayWrite(id))
        return fail(tr("Another program changed the same places; your version is still here, unsaved."));
    if (!catalog.episode(id).isChanged())
        return true; // theirs was chosen
    catalog::SaveResult result = write(id, false);
    if (result.status == Status::NeedsConsent && askConsent(result.message, tr("&Save Anyway")))
        result = write(id, true);
    constexpr int mostRepeats = 5; // somebody writes it again and again
    for (int repeat = 0; repeat < mostRepeats && result.status == Status::ChangedOnDisk && m_outside;
         ++repeat) {
        if (const QString why = m_outside->bringTogether(id, result.diskText); !why.isEmpty())
            return fail(format::Document::parse(result.diskText) ? why : keepCopy(id, why));
        if (!catalog.episode(id).isChanged())
            return true;
        result = write(id, false);
    }
    if (result.status == Status::Deleted && m_outside && askConsent(result.message, tr("&Save It Anew"))) {
        const QString why = m_outside->saveAnew(id);
        return why.isEmpty() || fail(why);
    }
    if (!result.isSaved())
        return fail(result.message);
    if (result.status == Status::DurabilityNotConfirmed)
        failures.push_back({catalog.relativePath(id), result.message, true});
    return true;
}

/// The file on the disk cannot be opened: nothing is written over it, but mine can be put beside it.
QString Saver::keepCopy(EpisodeId id, const QString& why) {
    if (!askConsent(why, tr("&Keep Mine as a Copy")))
        return why;
    const catalog::Episode& episode = m_session.catalog().episode(id);
    const auto copy = catalog::saveCopyBeside(episode.path(), episode.text());
    return copy.error.isEmpty() ? tr("%1 Your version is in %2.").arg(why, copy.path)
                                : tr("The copy could not be written: %1").arg(copy.error);
}

bool Saver::askConsent(const QString& message, const QString& button) const {
    QMessageBox box(QMessageBox::Question, tr("Save"), message, QMessageBox::Cancel, m_window);
    box.setObjectName(QStringLiteral("consentDialog"));
    box.setTextFormat(Qt::PlainText);
    auto* save = box.addButton(button, QMessageBox::AcceptRole);
    save->setObjectName(QStringLiteral("consentButton"));
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
