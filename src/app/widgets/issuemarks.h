// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/issue.h"

#include <vector>

class QAbstractItemView;
class QHelpEvent;
class QStyleOptionViewItem;

namespace app {

using RowIssues = std::vector<const catalog::Issue*>; ///< the worst first

/// A sign before a cell: an error's or a warning's.
void signAs(QStyleOptionViewItem& option, catalog::Severity severity);
/// The worst issue's sign before a cell that something is wrong with; none for information.
void signIssues(QStyleOptionViewItem& option, const RowIssues& issues);
/// What is wrong, each sentence once.
void showIssues(const QHelpEvent& event, QAbstractItemView& view, const RowIssues& issues);

} // namespace app
