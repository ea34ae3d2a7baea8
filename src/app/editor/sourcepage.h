// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"

#include <QHash>

#include <string>
#include <vector>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace app {

/// The exact text of the file. Typing changes only the bytes typed at; what does not parse stays here,
/// unwritten.
class SourcePage : public EditorPage {
    Q_OBJECT
public:
    explicit SourcePage(const EditorContext& context, QWidget* parent = nullptr);

    void setEpisode(catalog::EpisodeId id) override;
    bool goTo(const QString& field, format::Span span) override;

private:
    void show(const std::string& text);
    void take(int position, int removed, int added);
    void tell(const std::string& text);
    void markChanges();
    void select(format::Span span);

    catalog::EpisodeId m_id;
    std::string m_text;                               ///< what the editor shows, as bytes
    QString m_shown;                                  ///< the same as the editor's characters
    std::vector<std::size_t> m_offsets;               ///< the byte of each character, and the end
    QHash<catalog::EpisodeId, std::string> m_pending; ///< texts that do not parse yet
    std::size_t m_errorOffset = 0;
    bool m_isShowing = false;
    QPlainTextEdit* m_edit;
    QLabel* m_problem;
    QPushButton* m_goThere;
    QPushButton* m_discard;
};

} // namespace app
