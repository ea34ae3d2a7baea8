// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <string>
#include <vector>

class QButtonGroup;
class QPlainTextEdit;
class QStackedWidget;
class QTextEdit;
class QToolButton;

namespace catalog {
struct SideRow;
}
namespace format {
struct Span;
}

namespace app {

/// The difference of two texts, side by side or as a unified diff. Large texts are compared on another
/// thread.
class DiffView : public QWidget {
    Q_OBJECT
public:
    explicit DiffView(QWidget* parent = nullptr);
    ~DiffView() override;

    /// Compares two texts of the file at `path`; the same ones again change nothing.
    void setTexts(const std::string& saved, const std::string& now, const QString& path);
    void clear();
    /// Scrolls to a place, once the texts are compared: to `now` of the present text, where it is empty to
    /// `saved` of the saved one.
    void showPlace(format::Span saved, format::Span now);
    bool isUnified() const;
    void setUnified(bool isUnified);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Compared;
    static Compared compare(const std::string& saved, const std::string& now, const std::string& path);
    QToolButton* addSwitch(const QString& text, const char* name, int page);
    void compareSoon();
    void show(const Compared& compared);
    void paintRows();
    void fitColumns();
    QString rowHtml(const catalog::SideRow& row) const;
    void scrollToPlace();

    QButtonGroup* m_switch;
    QStackedWidget* m_stack;
    QTextEdit* m_sides;
    QPlainTextEdit* m_unified;
    std::string m_saved, m_now;
    QString m_path;
    std::vector<catalog::SideRow> m_rows;
    std::size_t m_place = 0; ///< byte of the text that m_isSavedPlace chooses
    bool m_isSavedPlace = false;
    int m_serial = 0; ///< an answer for older texts is dropped
};

} // namespace app
