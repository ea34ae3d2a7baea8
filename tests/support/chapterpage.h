// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/chapterscommands.h"
#include "app/editor/chapterspage.h"
#include "catalog/chapterstyle.h"
#include "support/chapterfixture.h"
#include "support/pagefixture.h"

#include <QApplication>
#include <QLineEdit>
#include <QTableView>
#include <QTimer>

/// A Chapters page that is shown, with what its tests do to it.
struct OpenedChapters : PageFixture {
    explicit OpenedChapters(int episode = 1)
        : PageFixture(writeChapters)
        , id{episode} {
        page.resize(900, 400);
        page.show();
        page.setEpisode(id);
        QApplication::setActiveWindow(&page);
        view->setFocus();
    }
    void select(const QList<int>& rows, int column = models::ChapterTableModel::TitleColumn) {
        QApplication::setActiveWindow(&page); // offscreen, nobody gives it back after a dialog
        view->setCurrentIndex(view->model()->index(rows.value(0), column));
        page.commands().selectRows(rows);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(view, key, modifiers);
    }
    void typeInto(const QString& words, Qt::Key end = Qt::Key_Return) {
        auto* edit = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        if (!edit)
            qFatal("no cell is being edited");
        edit->selectAll();
        QTest::keyClicks(edit, words);
        QTest::keyClick(edit, end);
        QCoreApplication::processEvents(); // the cell is committed when the key's event is over
    }
    void hear(qint64 position) { playhead.report(id, position, 1'862'000, true); }
    /// "0:00:00 Intro | 0:01:30 Wicks"
    QString rows() const {
        QStringList all;
        for (int row = 0; row < view->model()->rowCount(); ++row)
            all += view->model()->index(row, models::ChapterTableModel::StartColumn).data().toString() +
                   QLatin1Char(' ') +
                   view->model()->index(row, models::ChapterTableModel::TitleColumn).data().toString();
        return all.join(QStringLiteral(" | "));
    }
    QList<int> selected() const { return const_cast<app::ChaptersPage&>(page).commands().selectedRows(); }
    /// The text without the value of the chapters.
    static std::string around(const std::string& text) {
        const auto document = format::Document::parse(text);
        const format::Span span = document->member(catalog::chaptersKey)->span;
        return text.substr(0, span.begin) + text.substr(span.end);
    }
    catalog::EpisodeId id;
    app::ChaptersPage page{context()};
    QTableView* view = child<QTableView>(page, "chaptersView");
};

/// Answers the next dialog.
template <typename Act>
void whenModal(const Act& act) {
    QTimer::singleShot(0, qApp, [act] { act(QApplication::activeModalWidget()); });
}
