// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/episodeeditor.h"
#include "app/mainwindow.h"
#include "app/playhead.h"
#include "app/settings.h"
#include "support/episodefixture.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QMessageBox>
#include <QTableView>
#include <QTest>

/// Answers the next message box by the object name, or else the standard button, of the button to press.
class Answer : public QObject {
public:
    explicit Answer(QMessageBox::StandardButton button)
        : Answer(QString(), button) {}
    explicit Answer(const QString& name, QMessageBox::StandardButton button = QMessageBox::NoButton)
        : m_name(name)
        , m_button(button) {
        startTimer(20);
    }
    QString text;
    int asked = 0;

protected:
    void timerEvent(QTimerEvent*) override {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (!box)
            return;
        ++asked;
        text = box->text() + QLatin1Char('\n') + box->informativeText();
        QAbstractButton* button =
            m_name.isEmpty() ? box->button(m_button) : box->findChild<QAbstractButton*>(m_name);
        if (!button)
            button = box->escapeButton() ? box->escapeButton() : box->buttons().constFirst();
        button->click();
    }

private:
    QString m_name;
    QMessageBox::StandardButton m_button;
};

/// A program on a site of its own.
struct Program {
    explicit Program(const QString& ini)
        : settings(ini)
        , session(catalog)
        , validator(catalog)
        , window({session, validator, settings, links, playhead}) {
        window.resize(1280, 860);
        window.show();
    }
    void open(const EpisodeFixture& site) {
        window.open({site.root()});
        QTRY_VERIFY_WITH_TIMEOUT(!window.isLoading() && catalog.size() == 3, 10'000);
        QTRY_VERIFY(editor()->episode().isValid());
    }
    template <typename Widget>
    Widget* find(const char* name) const {
        auto* widget = window.findChild<Widget*>(QLatin1String(name));
        if (!widget)
            qFatal("no widget named %s", name);
        return widget;
    }
    app::EpisodeEditor* editor() const { return window.findChild<app::EpisodeEditor*>(); }
    QTableView* table() const { return find<QTableView>("episodeTable"); }
    void trigger(const char* action) const { find<QAction>(action)->trigger(); }
    void typeTitle(const QString& title) const {
        auto* edit = find<QLineEdit>("titleEdit");
        edit->selectAll();
        QTest::keyClicks(edit, title);
    }
    void select(int row) const { table()->setCurrentIndex(table()->model()->index(row, 0)); }
    QString titleAt(int row) const { return table()->model()->index(row, 1).data().toString(); }

    app::Settings settings;
    catalog::Catalog catalog;
    models::EditSession session;
    catalog::Validator validator;
    catalog::LinkResults links;
    app::Playhead playhead;
    app::MainWindow window;
};
