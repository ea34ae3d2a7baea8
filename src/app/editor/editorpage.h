// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/linkresults.h"
#include "catalog/search/searchmarks.h"
#include "catalog/validator.h"
#include "models/editsession.h"

#include <QWidget>

namespace app {

class Playhead;
class Settings;

/// What every page of the editor works with.
struct EditorContext {
    models::EditSession& session;
    catalog::Validator& validator;
    Settings& settings;
    catalog::LinkResults& links;
    Playhead& playhead;
};

/// A page of the episode editor. Pages follow Catalog::episodeChanged and Validator::issuesChanged by
/// themselves and change the episode only through the session.
class EditorPage : public QWidget {
    Q_OBJECT
public:
    explicit EditorPage(const EditorContext& context, QWidget* parent = nullptr)
        : QWidget(parent)
        , m_context(context) {}

    /// Shows an episode; an invalid id shows nothing. Widgets keep focus and cursor where the id is the same.
    virtual void setEpisode(catalog::EpisodeId id) = 0;
    /// Puts the focus where an issue is: on the field's control (and the characters of `span`, where it has
    /// text). False where this page does not show that field.
    virtual bool goTo(const QString& field, format::Span span) = 0;
    /// Marks what is searched for.
    virtual void setSearch(const catalog::SearchMarks&) {}
    /// Commits what is being typed (called before saving, switching and closing).
    virtual void commit() {}

signals:
    /// Something for the status bar.
    void message(const QString& text);

protected:
    EditorContext m_context;
};

} // namespace app
