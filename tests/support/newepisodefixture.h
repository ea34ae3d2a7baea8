// SPDX-License-Identifier: MIT
#pragma once

#include "app/dialogs/newepisodedialog.h"
#include "support/soundfixture.h"
#include "support/windowfixture.h"

#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>

using app::NewEpisodeDialog;

inline constexpr int seconds = 7;

/// An MP3 with a title, an artist and two chapters.
inline QByteArray episodeMp3() {
    return id3TagOf(id3Text("TIT2", "Wicks and wax") + id3Text("TPE1", "Ada Quill") +
                    id3Chapter("a", 0, 3000, id3Text("TIT2", "Wicks")) +
                    id3Chapter("b", 3000, 7000, id3Text("TIT2", "Wax"))) +
           silentMp3(seconds);
}

template <typename Widget>
Widget* part(const QWidget& dialog, const char* name) {
    auto* widget = dialog.findChild<Widget*>(QLatin1String(name));
    if (!widget)
        qFatal("no widget named %s", name);
    return widget;
}

/// What the tests of the dialog for new episodes share.
class NewEpisodeTest : public QObject {
protected:
    QTemporaryDir m_folder;
    int m_count = 0;
    QString newIni() { return m_folder.filePath(QStringLiteral("settings-%1.ini").arg(++m_count)); }
    QString writeMp3(const QString& name, const QByteArray& bytes) const {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the MP3");
        return file.fileName();
    }
    static void drop(QWidget& window, const QString& path) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&window, &event);
    }
    static NewEpisodeDialog* openDialog() {
        return qobject_cast<NewEpisodeDialog*>(QApplication::activeModalWidget());
    }
    static bool isMeasured(const QWidget& dialog) {
        return !part<QLabel>(dialog, "newEpisodeWords")->text().contains(QLatin1String("measured"));
    }
    static QString words(const QWidget& dialog) { return part<QLabel>(dialog, "newEpisodeWords")->text(); }
    static bool canCreate(const QWidget& dialog) {
        return part<QPushButton>(dialog, "newEpisodeCreateButton")->isEnabled();
    }

    /// Runs `act` when the dialog over the window has measured the file.
    template <typename Act>
    static void whenMeasured(QObject& owner, Act act) {
        auto* timer = new QTimer(&owner);
        QObject::connect(timer, &QTimer::timeout, &owner, [timer, act] {
            NewEpisodeDialog* dialog = openDialog();
            if (!dialog || !isMeasured(*dialog))
                return;
            timer->stop();
            act(*dialog);
        });
        timer->start(20);
    }

    /// The third episode's file with the fourth's values.
    static QByteArray expectedFile(const QByteArray& made, qint64 bytes) {
        QByteArray expected = EpisodeFixture::episode(3);
        const auto document = format::Document::parse(made.toStdString());
        const QString guid =
            document ? catalog::valueText(*document, "episode_guid") : QStringLiteral("unreadable");
        const std::pair<const char*, QByteArray> changes[] = {
            {"\"draft\": false", "\"draft\": true"},
            {"\"episode\": 3", "\"episode\": 4"},
            {"\"0003\"", "\"0004\""},
            {"6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0003", guid.toLatin1()},
            {"\"slug\": \"3\"", "\"slug\": \"4\""},
            {"Lanterns, part 3", "Wicks and wax"},
            {"\"We caf\\u00e9 and \\\"talk\\\".\"", "\"\""},
            {"2024-03-03T", "2024-03-04T"}, // the show is daily
            {"\"tags\": [\n    \"lamps\",\n    \"oil\"\n  ]", "\"tags\": []"},
            {"00:31:03", "00:00:07"},
            {"night-desk-3.mp3", "night-desk-4.mp3"}, // the pattern of all three
            {"14000003", QByteArray::number(bytes)},
            {"\"fireside_url\": \"/3\"", "\"fireside_url\": null"},
        };
        for (const auto& [from, to] : changes)
            expected.replace(from, to);
        return expected.left(expected.indexOf("  * ["));
    }
};
