// SPDX-License-Identifier: MIT
#include "app/editor/chapterexchange.h"

#include "app/dialogs/chapterexportdialog.h"
#include "app/dialogs/chapterimportdialog.h"
#include "catalog/chapternotes.h"

#include <QMimeData>
#include <QUrl>

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

void ChapterExchange::take(ChapterImportDialog& dialog) {
    if (dialog.exec() != QDialog::Accepted)
        return;
    const catalog::Chapters chosen = dialog.chosen();
    if (chosen == m_model.chapters())
        return emit message(tr("The chapters are these already."));
    const auto origins = catalog::matchChapters(m_model.chapters(), chosen);
    if (m_model.change({chosen, origins}, tr("Import Chapters")))
        emit message(tr("%n chapter(s) now.", nullptr, static_cast<int>(chosen.size())));
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
                                        all.registry().shows.value(summary.show).name, QUrl(file).fileName()};
    ChapterExportDialog(m_model.chapters(), options, m_page).exec();
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
