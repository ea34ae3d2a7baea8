// SPDX-License-Identifier: MIT
#include "app/widgets/playerloader.h"

#include "app/settings.h"
#include "app/soundcache.h"
#include "audio/mediasniff.h"
#include "catalog/mediafolder.h"
#include "catalog/values.h"
#include "net/httpstream.h"

#include <utility>

namespace app {

PlayerLoader::PlayerLoader(const EditorContext& context, audio::Player& player, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_player(player) {
    connect(&m_probe, &net::EnclosureProbe::finished, this, &PlayerLoader::takeProbe);
}

void PlayerLoader::cancel() {
    m_probe.cancel();
    m_isAsking = false;
}

void PlayerLoader::load(catalog::EpisodeId id) {
    cancel();
    ++m_streams;
    const auto document = m_context.session.catalog().episode(id).document();
    if (!document)
        return m_player.fail(tr("This file cannot be opened as an episode."));
    const QString local = soundFileOf(*document, m_context.settings);
    if (!local.isEmpty()) {
        m_from = tr("local file");
        m_player.load(QUrl::fromLocalFile(local));
        emit loaded();
        return;
    }
    const QString url = catalog::playableUrl(*document);
    if (url.isEmpty())
        return m_player.fail(tr("This episode has no audio file."));
    if (!catalog::isWebUrl(url))
        return m_player.fail(tr("The enclosure's address is not a complete http or https address."));
    m_player.unload();
    m_isAsking = true;
    m_from = tr("asking %1…").arg(QUrl(url).host());
    m_probe.probe(QUrl(url));
}

void PlayerLoader::takeProbe(const net::EnclosureFacts& facts) {
    m_isAsking = false;
    if (!facts.error.isEmpty())
        return m_player.fail(facts.error);
    const std::string_view bytes(facts.firstBytes.constData(),
                                 static_cast<std::size_t>(facts.firstBytes.size()));
    if (audio::sniffMedia(bytes) == audio::MediaType::Unknown)
        return m_player.fail(tr("The address does not answer with audio but with %1.")
                                 .arg(facts.type.isEmpty() ? tr("something else") : facts.type));
    m_from = tr("stream from %1").arg(facts.finalUrl.host());
    auto stream =
        std::make_unique<net::HttpStream>(net::HttpStream::Source{.url = facts.finalUrl,
                                                                  .size = facts.bytes,
                                                                  .acceptsRanges = facts.acceptsRanges,
                                                                  .head = facts.firstBytes,
                                                                  .address = facts.checkedAddress});
    connect(stream.get(), &net::HttpStream::failed, this, [this, number = ++m_streams](const QString& why) {
        if (number == m_streams)
            m_player.fail(why);
    });
    auto interrupt = stream->interrupter();
    m_player.loadStream(facts.finalUrl, std::move(stream), std::move(interrupt));
    emit loaded();
}

QString positionKey(const catalog::Catalog& catalog, catalog::EpisodeId id) {
    if (!catalog.contains(id))
        return {};
    const auto document = catalog.episode(id).document();
    const QString guid = document ? catalog::valueText(*document, "episode_guid") : QString();
    if (catalog::guidStateOf(guid) == catalog::GuidState::Valid)
        return QStringLiteral("position/") + guid.toLower();
    const QByteArray path = QUrl::toPercentEncoding(catalog.relativePath(id));
    return QStringLiteral("position/path:") + QString::fromLatin1(path);
}

} // namespace app
