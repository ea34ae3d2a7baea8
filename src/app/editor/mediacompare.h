// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/mediaresults.h"
#include "format/document.h"

#include <QWidget>

#include <array>

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace app {

/// What is stated of an enclosure beside what measuring it found, line by line, and the buttons that measure
/// and take what was measured.
class MediaCompare : public QWidget {
    Q_OBJECT
public:
    explicit MediaCompare(QWidget* parent = nullptr);

    /// `finding` null: nothing was measured. Without `canEdit` nothing can be taken.
    void show(const format::Document* document, bool hasFile, const catalog::MediaFinding* finding,
              bool canEdit);

signals:
    void measureRequested();
    void serverRequested();
    void bytesWanted();
    void durationWanted();
    void allWanted();
    void chaptersWanted();

private:
    enum Line { Bytes, Duration, Type, BitRate, Title, Artwork, Chapters, LineCount };
    void addLine(Line line, const QString& name);
    void setLine(Line line, const QString& stated, const QString& measured, bool differs);
    void showFinding(const format::Document& document, const catalog::MediaFinding& finding, bool canEdit);

    QPushButton* m_measure;
    QPushButton* m_ask;
    QPushButton* m_all;
    QLabel* m_status;
    QWidget* m_table;
    QGridLayout* m_grid;
    std::array<QLabel*, LineCount> m_stated{};
    std::array<QLabel*, LineCount> m_measured{};
    QToolButton* m_useBytes;
    QToolButton* m_useDuration;
    QToolButton* m_takeChapters;
};

} // namespace app
