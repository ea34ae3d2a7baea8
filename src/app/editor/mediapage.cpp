// SPDX-License-Identifier: MIT
#include "app/editor/mediapage.h"

#include "app/dialogs/chapterimportdialog.h"
#include "app/editor/chapterexchange.h"
#include "app/editor/mediacompare.h"
#include "app/settings.h"
#include "app/widgets/textfieldrow.h"
#include "catalog/chapteredit.h"
#include "catalog/mediafolder.h"
#include "catalog/values.h"

#include <QLocale>

#include <algorithm>

namespace app {

namespace {

constexpr int numberWidth = 14;

QString sizeInWords(const QString& bytes) {
    bool isNumber = false;
    const qint64 size = bytes.toLongLong(&isNumber);
    if (!isNumber || size < 0)
        return {};
    constexpr double megabyte = 1e6;
    return MediaPage::tr("%1 MB").arg(QLocale().toString(static_cast<double>(size) / megabyte, 'f', 1));
}

QString durationInWords(const QString& duration) {
    const auto seconds = catalog::parseDuration(duration);
    if (!seconds)
        return duration.isEmpty() ? QString()
                                  : MediaPage::tr("Not read as hours, minutes and seconds (HH:MM:SS).");
    constexpr qint64 minute = 60;
    return MediaPage::tr("%1 min").arg((*seconds + minute / 2) / minute);
}

} // namespace

MediaPage::MediaPage(const EditorContext& context, QWidget* parent)
    : FormPage(context, parent) {
    setObjectName(QStringLiteral("mediaPage"));
    const auto addUrl = [&](const char* key) {
        auto* row = new TextFieldRow(m_context, key, 0, this);
        row->addOpenButton();
        addRow(row);
    };
    const auto addNumber = [&](const char* key, QString (*hintOf)(const QString&)) {
        auto* row = new TextFieldRow(m_context, key, numberWidth, this);
        row->setHint(hintOf);
        row->endLine();
        addRow(row);
    };
    addUrl("podcast_file");
    addNumber("podcast_bytes", sizeInWords);
    addNumber("podcast_duration", durationInWords);
    m_compare = new MediaCompare(this);
    addWide(m_compare);
    connect(m_compare, &MediaCompare::measureRequested, this,
            [this] { emit measureRequested(episode(), false); });
    connect(m_compare, &MediaCompare::serverRequested, this,
            [this] { emit measureRequested(episode(), true); });
    connect(m_compare, &MediaCompare::bytesWanted, this, &MediaPage::useBytes);
    connect(m_compare, &MediaCompare::durationWanted, this, &MediaPage::useDuration);
    connect(m_compare, &MediaCompare::allWanted, this, [this] {
        m_context.session.undoStack().beginMacro(tr("Use what was measured"));
        useBytes();
        useDuration();
        m_context.session.undoStack().endMacro();
    });
    connect(m_compare, &MediaCompare::chaptersWanted, this, &MediaPage::takeChapters);
    addSection(tr("Other files"));
    for (const char* key :
         {"podcast_alt_file", "podcast_ogg_file", "video_file", "video_hd_file", "video_mobile_file"})
        addUrl(key);
    addSection(tr("Pages"));
    for (const char* key : {"youtube_link", "jb_url", "fireside_url"})
        addUrl(key);
    finishForm();
}

void MediaPage::setResults(const catalog::MediaResults& results) {
    m_results = &results;
    connect(&results, &catalog::MediaResults::changed, this, &MediaPage::showMeasured);
    showMeasured();
}

void MediaPage::episodeShown() {
    showMeasured();
}

const catalog::MediaFinding* MediaPage::finding() const {
    const catalog::Catalog& all = m_context.session.catalog();
    const auto document = all.contains(episode()) ? all.episode(episode()).document() : nullptr;
    return document && m_results ? m_results->find(catalog::mediaKey(*document)) : nullptr;
}

void MediaPage::showMeasured() {
    const catalog::Catalog& all = m_context.session.catalog();
    const auto document = all.contains(episode()) ? all.episode(episode()).document() : nullptr;
    const bool canEdit = document && !all.episode(episode()).isReadOnly();
    const bool hasFile =
        document && !catalog::localMediaFile(*document, m_context.settings.mediaFolder()).isEmpty();
    m_compare->show(document.get(), hasFile, finding(), canEdit);
}

void MediaPage::useBytes() {
    if (const catalog::MediaFinding* found = finding(); found != nullptr && found->bytes > 0)
        m_context.session.setValue(episode(), {std::string("podcast_bytes")},
                                   format::JsonValue::integer(found->bytes));
}

void MediaPage::useDuration() {
    if (const catalog::MediaFinding* found = finding(); found != nullptr && found->durationMs > 0) {
        const QString duration = catalog::durationText(catalog::wholeSeconds(found->durationMs));
        m_context.session.setValue(episode(), {std::string("podcast_duration")},
                                   format::JsonValue::string(duration.toStdString()));
    }
}

/// The dialog shows them and asks what becomes of those that are there.
void MediaPage::takeChapters() {
    const catalog::EpisodeId id = episode();
    const auto document = m_context.session.catalog().episode(id).document();
    const catalog::MediaFinding* found = finding();
    if (!document || found == nullptr)
        return;
    const catalog::Chapters before = catalog::chaptersOf(*document);
    ChapterImportDialog dialog(before, std::max<qint64>(found->durationMs, 0), {}, this);
    dialog.takeFile(catalog::localMediaFile(*document, m_context.settings.mediaFolder()));
    const QString said =
        ChapterExchange::importInto(m_context.session, id, before, dialog, tr("Take Chapters from the MP3"));
    if (!said.isEmpty())
        emit message(said);
}

} // namespace app
