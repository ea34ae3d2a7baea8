// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace app {

/// Says which fields disagree with what they are made from (number, show), and sets them in one step.
class FollowNotice : public QWidget {
    Q_OBJECT
public:
    explicit FollowNotice(const EditorContext& context, QWidget* parent = nullptr);
    void setEpisode(catalog::EpisodeId id);
    void refresh();

private:
    struct Derived {
        std::string key;
        QString now; ///< as people read it
        QString expected;
        format::JsonValue value;
    };
    std::vector<Derived> disagreements() const;
    QString fileNameWords() const;
    void follow();

    EditorContext m_context;
    catalog::EpisodeId m_id;
    QLabel* m_words;
    QPushButton* m_follow;
};

} // namespace app
