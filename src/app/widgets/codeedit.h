// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/bytetext.h"
#include "catalog/issue.h"
#include "catalog/search/searchmarks.h"
#include "format/span.h"

#include <QPlainTextEdit>
#include <QStringList>

#include <utility>
#include <vector>

namespace app {

/// A part of the text that something is wrong with.
struct TextProblem {
    format::Span span; ///< bytes of the edited text
    catalog::Severity severity = catalog::Severity::Warning;
    QString message;
};

/// Where folded words stand in a part of a text that begins at `begin`, as positions and lengths.
std::vector<std::pair<int, int>> placesOf(const QString& part, int begin, const catalog::FoundTerms& terms);

/// A text editor with line numbers that knows the bytes behind its characters. It keeps no undo of its own:
/// what is typed goes to edited(), and what becomes of it comes back by showText().
class CodeEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit CodeEdit(QWidget* parent = nullptr);

    /// Replaces only the characters that differ, so that cursor, selection and scroll stay.
    void showText(const std::string& bytes);
    const ByteText& text() const { return m_text; }
    /// The number of the first line, where the text is a part of a file.
    void setFirstLine(int line);
    void select(format::Span span);

    void setChangedLines(const std::vector<int>& lines);
    void setProblems(std::vector<TextProblem> problems);
    /// Places that were found, by position and length.
    void setMatches(const std::vector<std::pair<int, int>>& matches);
    /// Places that the search of the catalogue finds, likewise.
    void setSearched(std::vector<std::pair<int, int>> places);

    /// Puts texts in the place of several matches at once; each keeps to its own bytes.
    void replaceAll(const std::vector<std::pair<int, int>>& matches, const QStringList& replacements);

    int numbersWidth() const;
    void paintNumbers(QPaintEvent* event);

signals:
    /// The bytes that the text shall have. `isTyping`: follows the edit before.
    void edited(const std::string& bytes, bool isTyping);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    QMimeData* createMimeDataFromSelection() const override;

private:
    void take(int position);
    void placeNumbers();
    void showMarks();

    ByteText m_text;
    bool m_isShowing = false;
    int m_firstLine = 1;
    QWidget* m_numbers;
    std::vector<int> m_changedLines;
    std::vector<TextProblem> m_problems;
    std::vector<std::pair<int, int>> m_matches;
    std::vector<std::pair<int, int>> m_searched;
};

} // namespace app
