// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrl>

#include <optional>

class QWidget;

namespace app {

/// A link of an episode that may be handed to the desktop: what opens, and where it leads as people can read
/// it.
struct OpenableLink {
    QUrl url;
    QString destination; ///< the ASCII host, or the mail address
    bool isMail = false;
};

/// What `text` opens: an absolute http or https URL with a host, no user info, no control or bidi characters;
/// or a mailto link, cut down to its address. Nothing else is ever opened.
std::optional<OpenableLink> openableLink(const QString& text);

/// Asks with the destination shown, then opens; says why where the link cannot be opened. Does not block.
void openLink(const QString& text, QWidget* parent);

} // namespace app
