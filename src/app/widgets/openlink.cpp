// SPDX-License-Identifier: MIT
#include "app/widgets/openlink.h"

#include "catalog/values.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>

namespace app {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("OpenLink", text);
}

std::optional<OpenableLink> openableMail(const QString& text) {
    // Only the address: a mailto link's headers can attach files in some mail programs.
    static const QRegularExpression form(
        QStringLiteral("\\Amailto:([A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)(?:\\?.*)?\\z"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString address = match.captured(1);
    return OpenableLink{QUrl(QStringLiteral("mailto:") + address), address, true};
}

} // namespace

std::optional<OpenableLink> openableLink(const QString& text) {
    if (auto mail = openableMail(text))
        return mail;
    if (!catalog::isWebUrl(text))
        return std::nullopt;
    const QUrl url(text, QUrl::TolerantMode);
    const QString host = QString::fromLatin1(QUrl::toAce(url.host()));
    // An empty user ("http://@host") is user info as well.
    if (host.isEmpty() || url.authority().contains(QLatin1Char('@')))
        return std::nullopt;
    return OpenableLink{url, host, false};
}

void openLink(const QString& text, QWidget* parent) {
    auto* box = new QMessageBox(parent);
    box->setObjectName(QStringLiteral("openLinkQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(say(QT_TRANSLATE_NOOP("OpenLink", "Open Link")));
    const auto link = openableLink(text);
    if (!link) {
        box->setIcon(QMessageBox::Information);
        box->setText(say(QT_TRANSLATE_NOOP("OpenLink", "This link cannot be opened from here.")));
        box->setInformativeText(say(QT_TRANSLATE_NOOP(
            "OpenLink",
            "Only complete http and https addresses without a user name, and mail addresses, are opened. "
            "Correct the link, or copy it to look at it elsewhere.")));
        box->setStandardButtons(QMessageBox::Close);
        box->open();
        return;
    }
    box->setIcon(QMessageBox::Question);
    box->setText(link->isMail
                     ? say(QT_TRANSLATE_NOOP("OpenLink", "Write a mail to %1?")).arg(link->destination)
                     : say(QT_TRANSLATE_NOOP("OpenLink", "Open a page of %1?")).arg(link->destination));
    box->setInformativeText(QString::fromLatin1(link->url.toEncoded()));
    auto* open = box->addButton(say(QT_TRANSLATE_NOOP("OpenLink", "Open")), QMessageBox::AcceptRole);
    open->setObjectName(QStringLiteral("openLinkButton"));
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(open);
    QObject::connect(open, &QPushButton::clicked, box, [url = link->url] { QDesktopServices::openUrl(url); });
    box->open();
}

} // namespace app
