// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/renameplan.h"

#include <QDialog>

#include <array>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace app {

/// Asks what one episode shall be called: number, padded number, slug and file name, which go together as far
/// as they do today, each to be left out. Changes nothing itself.
class RenameDialog : public QDialog {
    Q_OBJECT
public:
    RenameDialog(const catalog::Catalog& catalog, catalog::EpisodeId id, QWidget* parent = nullptr);

    catalog::RenamePlan plan() const { return {m_catalog, {renaming()}}; }

private:
    enum Name { Number, Padded, Slug, File, NameCount };
    struct Row {
        QCheckBox* tick = nullptr;
        QLineEdit* line = nullptr;
        QString now;
    };
    void build();
    void buildRows(QGridLayout& grid);
    void buildPlaces();
    void fill();
    void follow();
    void showTicked(Name name);
    catalog::Renaming renaming() const;
    void refresh();

    const catalog::Catalog& m_catalog;
    catalog::EpisodeId m_id;
    std::array<Row, NameCount> m_rows;
    QLabel* m_placesLabel;
    QPlainTextEdit* m_places;
    QLabel* m_words;
    QPushButton* m_rename = nullptr;
};

} // namespace app
