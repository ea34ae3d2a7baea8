// SPDX-License-Identifier: MIT
#include "app/editor/mediapage.h"

#include "app/widgets/textfieldrow.h"
#include "catalog/values.h"

#include <QLocale>

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
    addSection(tr("Other files"));
    for (const char* key :
         {"podcast_alt_file", "podcast_ogg_file", "video_file", "video_hd_file", "video_mobile_file"})
        addUrl(key);
    addSection(tr("Pages"));
    for (const char* key : {"youtube_link", "jb_url", "fireside_url"})
        addUrl(key);
    finishForm();
}

} // namespace app
