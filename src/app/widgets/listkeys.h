// SPDX-License-Identifier: MIT
#pragma once

class QEvent;
class QWidget;

namespace app {

/// Up, down and whole pages move in the list while what is typed into keeps the focus: for the event filter
/// of the line above it. True: the event was the list's.
bool giveToList(QWidget& list, QEvent& event);

} // namespace app
