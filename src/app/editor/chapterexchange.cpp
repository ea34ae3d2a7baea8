// SPDX-License-Identifier: MIT
#include "app/editor/chapterexchange.h"

#include "app/dialogs/chapterdetailsdialog.h"
#include "app/dialogs/chapterexportdialog.h"
#include "app/dialogs/chapterimportdialog.h"
#include "catalog/chapternotes.h"

#include <QMimeData>
#include <QUrl>
#include <utility>

namespace app {

ChapterExchange::ChapterExchange(const EditorContext& context, models::ChapterTableModel& model,
                                 QWidget* page)
    : QObject(page)
    , m_context(context)
    , m_model(model)
    , m_page(page) {}

bool ChapterExchange::mayHoldChapters(const QMimeData& data) {
    const QList<QUrl> urls = data.urls();
    if (!urls.isEmpty()) {
        const QString name =
            urls.size() == 1 && urls.front().isLocalFile() ? urls.front().fileName() : QString();
        return name.endsWith(QLatin1String(".mp3"), Qt::CaseInsensitive) ||
               catalog::chapterFormatByName(name).has_value();
    }
    if (!data.hasText())
        return false;
    const QByteArray text = data.text().toUtf8();
    const std::string_view bytes(text.data(), static_cast<std::size_t>(text.size()));
    return catalog::detectChapterFormat(bytes, {}).has_value();
}

QByteArray ChapterExchange::notes() const {
    const auto document = m_context.session.catalog().episode(m_model.episode()).document();
    return document && !document->isBodyLocked()
               ? QByteArray(document->body().data(), static_cast<qsizetype>(document->body().size()))
               : QByteArray();
}

QString ChapterExchange::importInto(models::EditSession& session, catalog::EpisodeId id,
                                    catalog::Chapters shown, ChapterImportDialog& dialog,
                                    const QString& name) {
    // A copy of its own: what it was taken from may change while the dialog is open.
    const catalog::Chapters before = std::move(shown);
    if (dialog.exec() != QDialog::Accepted)
        return {};
    const auto document = session.catalog().contains(id) ? session.catalog().episode(id).document() : nullptr;
    if (!document || catalog::chaptersOf(*document) != before)
        return tr("The episode's chapters became others meanwhile; nothing was imported.");
    const catalog::Chapters chosen = dialog.chosen();
    if (chosen == before)
        return tr("The chapters are these already.");
    if (!session.setChapters(id, {chosen, catalog::matchChapters(before, chosen)}, name))
        return {};
    return tr("%n chapter(s) now.", nullptr, static_cast<int>(chosen.size()));
}

void ChapterExchange::take(ChapterImportDialog& dialog) {
    const QString said =
        importInto(m_context.session, m_model.episode(), m_model.chapters(), dialog, tr("Import Chapters"));
    if (!said.isEmpty())
        emit message(said);
}

void ChapterExchange::importChapters() {
    ChapterImportDialog dialog(m_model.chapters(), m_model.duration(), notes(), m_page);
    take(dialog);
}

void ChapterExchange::importFrom(const QMimeData& data) {
    ChapterImportDialog dialog(m_model.chapters(), m_model.duration(), notes(), m_page);
    if (!data.urls().isEmpty())
        dialog.takeFile(data.urls().front().toLocalFile());
    else
        dialog.takeText(data.text().toUtf8());
    take(dialog);
}

void ChapterExchange::importNotes() {
    ChapterImportDialog dialog(m_model.chapters(), m_model.duration(), notes(), m_page);
    dialog.takeNotes();
    take(dialog);
}

void ChapterExchange::exportChapters() {
    const catalog::Catalog& all = m_context.session.catalog();
    const catalog::Episode& episode = all.episode(m_model.episode());
    const catalog::Summary& summary = episode.summary();
    const QString file = episode.valueText("podcast_file");
    const catalog::WriteOptions options{m_model.duration(), summary.title,
                                        all.registry().shows.value(summary.show).name, QUrl(file).fileName(),
                                        catalog::chapterDetailsOf(*episode.document())};
    ChapterExportDialog(m_model.chapters(), options, m_page).exec();
}

bool ChapterExchange::hasDetails() const {
    const catalog::Catalog& all = m_context.session.catalog();
    const auto document =
        all.contains(m_model.episode()) ? all.episode(m_model.episode()).document() : nullptr;
    return document && catalog::hasChapterDetails(*document);
}

void ChapterExchange::editDetails() {
    const catalog::EpisodeId id = m_model.episode();
    const catalog::Catalog& all = m_context.session.catalog();
    const auto before = all.contains(id) ? all.episode(id).document() : nullptr;
    if (!before || !catalog::hasChapterDetails(*before))
        return;
    ChapterDetailsDialog dialog(catalog::chapterDetailsOf(*before), catalog::oddChapterDetails(*before),
                                m_page);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const auto document = all.contains(id) ? all.episode(id).document() : nullptr;
    if (!document || catalog::chapterDetailsOf(*document) != catalog::chapterDetailsOf(*before))
        return emit message(tr("The chapters' details became others meanwhile; nothing was changed."));
    const auto edits = catalog::setChapterDetails(*document, dialog.details());
    if (!edits)
        return emit message(QString::fromStdString(edits.error().message));
    if (!edits->empty())
        m_context.session.apply({{id, *edits}}, tr("Change Chapters' Details"));
}

void ChapterExchange::writeNotes() {
    const auto document = m_context.session.catalog().episode(m_model.episode()).document();
    const auto text =
        catalog::withChaptersInNotes(*document, m_model.chapters(), tr("Chapters").toStdString());
    if (!text)
        return emit message(QString::fromStdString(text.error().message));
    if (*text == document->text())
        return emit message(tr("The show notes list these chapters already."));
    if (m_context.session.setText(m_model.episode(), *text, models::EditSession::Merge::No,
                                  tr("Put Chapters into Show Notes")))
        emit message(tr("The show notes list the chapters."));
}

} // namespace app
