// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/folderloader.h"

#include <QDialog>

#include <vector>

namespace app {

/// The files of an opened folder that are no episodes and cannot be looked into, each with why.
class SkippedDialog : public QDialog {
    Q_OBJECT
public:
    SkippedDialog(const std::vector<catalog::SkippedFile>& files, const QString& root,
                  QWidget* parent = nullptr);
};

} // namespace app
