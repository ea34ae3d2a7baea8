// SPDX-License-Identifier: MIT
#include "catalog/feed/feedtext.h"

#include "format/htmlnotes.h"
#include "format/noteshtml.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace catalog {

format::Error feedError(std::size_t offset, const char* words, const QString& piece) {
    const QString text = QCoreApplication::translate("Feeds", words);
    return {(piece.isEmpty() ? text : text.arg(piece)).toStdString(), offset};
}

void settleTexts(FeedItem& item, const ItemTexts& texts) {
    const auto isHtml = [](const QString& text) { return format::looksLikeHtml(text.toStdString()); };
    item.notes = texts.content;
    if (item.notes.trimmed().isEmpty() && isHtml(texts.description))
        item.notes = texts.description;
    for (const QString& text : {texts.description, texts.subtitle, texts.summary})
        if (item.description.isEmpty() && text != item.notes && !isHtml(text))
            item.description = text.trimmed();
}

QString bareTitle(const QString& title, const QString& number) {
    QString bare = title.simplified();
    if (number.isEmpty())
        return bare;
    static const QRegularExpression front(
        QStringLiteral("\\A(?:ep(?:isode|\\.)?\\s*)?#?0*([\\w-]+)\\s*(?::|-|\u2013|\u2014|\\|)\\s+(?=\\S)"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = front.match(bare);
    const QString plain = plainNumber(number);
    if (match.hasMatch() && match.captured(1).compare(plain, Qt::CaseInsensitive) == 0)
        bare.remove(0, match.capturedLength(0));
    static const QRegularExpression tail(QStringLiteral("\\s+\\|\\s+[^|]*?(\\w+)\\z"));
    const auto end = tail.match(bare);
    if (end.hasMatch() && end.captured(1) == plain)
        bare.truncate(end.capturedStart(0));
    return bare;
}

QString plainNumber(const QString& number) {
    static const QRegularExpression zeros(QStringLiteral("\\A0+(?=\\d+\\z)"));
    return QString(number).remove(zeros);
}

QString numberInTitle(const QString& title) {
    static const QRegularExpression form(
        QStringLiteral("\\A\\s*(?:ep(?:isode|\\.)?\\s*)?#?(\\d{1,6})\\s*(?::|-|\u2013|\u2014|\\|)\\s"),
        QRegularExpression::CaseInsensitiveOption);
    const QString digits = form.match(title).captured(1);
    return plainNumber(digits);
}

} // namespace catalog
