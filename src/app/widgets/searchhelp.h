// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

namespace app {

/// The card of the search language: every term with what it finds and an example. A term that is chosen is
/// put into the search box.
class SearchHelp : public QFrame {
    Q_OBJECT
public:
    explicit SearchHelp(QWidget* parent);
    /// Shows it below a widget, within the screen; closes with Escape or a click elsewhere.
    void showBelow(const QWidget& widget);

signals:
    void chosen(const QString& term); ///< "guest:"
};

} // namespace app
