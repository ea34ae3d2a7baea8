// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "audio/player.h"
#include "net/enclosureprobe.h"

namespace app {

/// Brings an episode's enclosure into the player: the local file, or else the stream, after its server was
/// asked what it is.
class PlayerLoader : public QObject {
    Q_OBJECT
public:
    PlayerLoader(const EditorContext& context, audio::Player& player, QObject* parent = nullptr);

    /// What is wrong is told by the player.
    void load(catalog::EpisodeId id);
    void cancel();
    bool isAsking() const { return m_isAsking; } ///< a server
    QString from() const { return m_from; }      ///< where the sound comes from, in words

signals:
    void loaded(); ///< the player has it; it may still be opening it

private:
    void takeProbe(const net::EnclosureFacts& facts);

    EditorContext m_context;
    audio::Player& m_player;
    net::EnclosureProbe m_probe;
    QString m_from;
    bool m_isAsking = false;
    int m_streams = 0; ///< counts loads, so that a stream that is gone is not heard of any more
};

/// Under which key a catalogue remembers where an episode was left: by its GUID, which outlives a renaming;
/// by its path where it has none that is valid. Empty where there is no episode.
QString positionKey(const catalog::Catalog& catalog, catalog::EpisodeId id);

} // namespace app
