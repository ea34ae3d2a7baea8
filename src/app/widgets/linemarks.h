// SPDX-License-Identifier: MIT
#pragma once

#include <QTextCharFormat>

#include <vector>

class QLineEdit;

namespace app {

/// Some characters of a line edit that look otherwise.
struct LineMark {
    qsizetype position = 0, length = 0;
    QTextCharFormat format;
};

/// Shows these marks, and no others, until the text changes.
void setLineMarks(QLineEdit& edit, const std::vector<LineMark>& marks);
/// A wavy line below what is wrong.
QTextCharFormat errorFormat(const QLineEdit& edit);

} // namespace app
