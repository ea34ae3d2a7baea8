// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "app/playhead.h"
#include "app/settings.h"
#include "support/episodefixture.h"

#include <QTemporaryDir>
#include <QTest>

/// An opened site with everything that an editor page works with.
class PageFixture {
public:
    /// `prepare` may write other files before the site is opened.
    explicit PageFixture(void (*prepare)(const EpisodeFixture&) = nullptr) {
        if (prepare)
            prepare(site);
        site.openIn(catalog);
    }

    app::EditorContext context() { return {session, validator, settings, links, playhead}; }
    const std::string& text(int id = 0) const { return catalog.episode({id}).text(); }
    const std::string& savedText(int id = 0) const { return catalog.episode({id}).savedText(); }
    /// The saved text with one piece of it replaced: what an edit should give, byte for byte.
    std::string savedWith(const std::string& piece, const std::string& replacement) const {
        std::string expected = savedText();
        const auto at = expected.find(piece);
        if (at == std::string::npos || expected.find(piece, at + 1) != std::string::npos)
            qFatal("the fixture does not hold this piece once: %s", piece.c_str());
        return expected.replace(at, piece.size(), replacement);
    }
    void undoAll() {
        while (session.undoStack().canUndo())
            session.undoStack().undo();
    }
    template <typename T>
    static T* child(QWidget& page, const char* name) {
        T* found = page.findChild<T*>(QString::fromLatin1(name));
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }

    EpisodeFixture site;
    QTemporaryDir folder;
    catalog::Catalog catalog;
    catalog::Validator validator{catalog};
    models::EditSession session{catalog};
    catalog::LinkResults links;
    app::Playhead playhead;
    app::Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
};
