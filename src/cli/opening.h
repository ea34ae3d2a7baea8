// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/folderloader.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <string>
#include <vector>

namespace cli {

/// The episodes of the paths named on the command line, and what could not be opened.
struct Opened {
    catalog::Catalog catalog;
    std::vector<catalog::SkippedFile> skipped;
    std::vector<catalog::LoadBatch::Row> rows; ///< of each episode, where rows were asked for
    QString policyError;                       ///< why the catalogue's own weights are not heeded; else empty

    /// One that stays until the program ends: to give back what thousands of files take, piece by piece, is a
    /// good part of a short run.
    static Opened& lasting();
};

/// Makes an episode's row, on several threads at a time; `file` is its name from the opened folder.
using RowMaker = std::function<std::string(const QString& file, const format::Document& document)>;
/// Opens folders and files as the window does; files that are skipped are said on standard error. With a
/// `makeRow` there are rows instead of episodes, each made while its file is read; people, sponsors and shows
/// stay unread.
bool open(const QStringList& paths, Opened& opened, const RowMaker& makeRow = {});

} // namespace cli
