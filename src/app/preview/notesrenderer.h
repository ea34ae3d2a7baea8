// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QString>
#include <QTextDocument>

#include <memory>

namespace app {

/// Whether Markdown is small and simple enough to be rendered and laid out within the time that typing
/// leaves.
bool isCheapToRender(const QString& markdown);

/// Show notes as they stand, but with long lines broken, so that they are laid out in no time.
QString plainNotes(const QString& markdown);

/// Show notes as the site shows them (CommonMark; typographer off, HTML not taken over), as a document that
/// loads nothing. Links that are none for CommonMark are coloured `broken`. To be called in a worker; the
/// document belongs to `home` afterwards.
std::unique_ptr<QTextDocument> renderNotes(const QString& markdown, const QColor& broken, QThread* home);

} // namespace app
