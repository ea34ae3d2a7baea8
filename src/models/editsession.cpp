// SPDX-License-Identifier: MIT
#include "models/editsession.h"

#include "catalog/chapterstyle.h"
#include "catalog/field.h"
#include "catalog/showlinks.h"
#include "models/editcommand.h"

#include <algorithm>

namespace models {

namespace {

QString fieldLabel(const format::JsonPath& path) {
    const auto* key = path.empty() ? nullptr : std::get_if<std::string>(&path.front());
    if (!key)
        return {};
    const catalog::Field* field = catalog::fieldOf(*key);
    return field ? catalog::labelOf(*field) : QString::fromStdString(*key);
}

std::string topLevelKey(const format::JsonPath& path) {
    const auto* key = path.empty() ? nullptr : std::get_if<std::string>(&path.front());
    return key ? *key : std::string();
}

std::vector<std::string_view> keysOf(const format::Document& document) {
    std::vector<std::string_view> keys;
    for (const format::JsonId member : document.json().node(document.json().root()).children)
        keys.push_back(document.json().node(member).name);
    return keys;
}

/// The edits that give what equals the saved text again its saved spelling.
format::TextEdits savedSpelling(const format::Document& now, const format::Document& saved,
                                const std::string& key) {
    if (key == "body")
        return now.restoreBody(saved);
    format::TextEdits edits = now.restoreSpelling(saved, key);
    return edits.empty() && key == catalog::chaptersKey ? catalog::restoreChapters(now, saved) : edits;
}

/// The document that chapters look like where there are none to look at: the saved one, else the show's last.
catalog::Episode::DocumentPtr chaptersLike(const catalog::Catalog& all, const catalog::Episode& episode) {
    auto saved = episode.savedDocument();
    if (saved && !catalog::chapterSpans(*saved).empty())
        return saved;
    if (!catalog::chapterSpans(*episode.document()).empty())
        return nullptr;
    for (const catalog::EpisodeId other : catalog::lastEpisodes(all, episode.id())) {
        auto parsed = format::Document::parse(all.episode(other).text());
        if (parsed && !catalog::chapterSpans(*parsed).empty())
            return std::make_shared<const format::Document>(std::move(parsed).value());
    }
    return nullptr;
}

} // namespace

EditSession::EditSession(catalog::Catalog& catalog, QObject* parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_turns(catalog) {
    connect(&m_catalog, &catalog::Catalog::cleared, &m_undo, &QUndoStack::clear);
    connect(&m_turns, &TextTurns::progressed, this, &EditSession::settling);
}

void EditSession::undo() {
    go(true);
}

void EditSession::redo() {
    go(false);
}

void EditSession::go(bool isBack) {
    settle();
    if (!(isBack ? m_undo.canUndo() : m_undo.canRedo()))
        return;
    const int place = isBack ? m_undo.index() - 1 : m_undo.index();
    const auto* step = dynamic_cast<const EpisodeCommand*>(m_undo.command(place));
    const int count = m_undo.count();
    const QString name = isBack ? m_undo.undoText() : m_undo.redoText();
    bool isSaid = false; // by the step itself, which knows more
    const auto listening = connect(this, &EditSession::refused, this, [&isSaid] { isSaid = true; });
    isBack ? m_undo.undo() : m_undo.redo();
    disconnect(listening);
    if (m_undo.count() < count && !isSaid)
        emit refused(tr("%1: the text was changed since by other means.").arg(name));
    else if (m_undo.count() == count && step && step->hasFailed()) // it stays on its side: nothing was done
        isBack ? m_undo.redo() : m_undo.undo();
}

bool EditSession::settleUnder(const std::vector<catalog::Edit>& edits) {
    if (!isSettling())
        return true;
    std::vector<std::shared_ptr<const std::string>> texts;
    texts.reserve(edits.size());
    for (const catalog::Edit& edit : edits)
        texts.push_back(m_catalog.episode(edit.episode).sharedText());
    settle();
    for (std::size_t i = 0; i < edits.size(); ++i)
        if (m_catalog.episode(edits[i].episode).sharedText() != texts[i])
            return refuse(edits[i].episode, tr("it was changed meanwhile."));
    return true;
}

bool EditSession::refuse(catalog::EpisodeId id, const QString& why) {
    emit refused(tr("%1 was not changed: %2").arg(m_catalog.relativePath(id), why));
    return false;
}

bool EditSession::change(catalog::EpisodeId id, const QString& name, const QString& mergeKey,
                         const std::string& restoreKey, const EditMaker& make) {
    settle();
    const catalog::Episode& episode = m_catalog.episode(id);
    if (episode.isReadOnly())
        return refuse(id, episode.readOnlyReason());
    const auto before = episode.document();
    auto made = make(*before);
    if (!made)
        return refuse(id, QString::fromStdString(made.error().message));
    if (made->empty())
        return true;
    const catalog::Edit edit{id, std::move(made).value()};
    auto inverse = m_catalog.apply(edit);
    if (!inverse)
        return refuse(id, QString::fromStdString(inverse.error().message));

    std::vector<catalog::Edit> edits{edit};
    std::vector<catalog::Edit> inverses{std::move(inverse).value()};
    // A value that equals the saved one again is spelled as it was, so that the file is as before.
    const auto after = m_catalog.episode(id).document();
    if (const auto saved = m_catalog.episode(id).savedDocument(); saved && !restoreKey.empty()) {
        const catalog::Edit settle{id, savedSpelling(*after, *saved, restoreKey)};
        if (!settle.isEmpty()) {
            if (auto back = m_catalog.apply(settle)) {
                edits.push_back(settle);
                inverses.push_back(std::move(back).value());
            }
        }
    }
    const QString key = mergeKey.isEmpty() ? QString() : QStringLiteral("%1/%2").arg(id.value).arg(mergeKey);
    m_undo.push(new EditCommand(m_catalog, name, std::move(edits), std::move(inverses), key));
    return true;
}

bool EditSession::setValue(catalog::EpisodeId id, const format::JsonPath& path,
                           const format::JsonValue& value, Merge merge) {
    const QString key = merge == Merge::Typing ? QString::fromStdString(format::toPointer(path)) : QString();
    return change(
        id, tr("Change %1").arg(fieldLabel(path)), key, topLevelKey(path),
        [&](const format::Document& document) { return document.set(path, value, catalog::keyOrder()); });
}

bool EditSession::removeValue(catalog::EpisodeId id, const format::JsonPath& path) {
    return change(id, tr("Remove from %1").arg(fieldLabel(path)), {}, topLevelKey(path),
                  [&](const format::Document& document) { return document.jsonEditor().remove(path); });
}

bool EditSession::insertElement(catalog::EpisodeId id, const format::JsonPath& array, std::size_t at,
                                const format::JsonValue& value) {
    return change(id, tr("Add to %1").arg(fieldLabel(array)), {}, topLevelKey(array),
                  [&](const format::Document& document) {
                      return document.jsonEditor().insertElement(array, at, value);
                  });
}

bool EditSession::insertMember(catalog::EpisodeId id, const format::JsonPath& object, std::string_view key,
                               const format::JsonValue& value) {
    if (object.empty())
        return setValue(id, {std::string(key)}, value);
    return change(id, tr("Add to %1").arg(fieldLabel(object)), {}, topLevelKey(object),
                  [&](const format::Document& document) {
                      return document.jsonEditor().insertMember(object, key, value);
                  });
}

bool EditSession::moveElement(catalog::EpisodeId id, const format::JsonPath& element, std::size_t to) {
    return change(id, tr("Reorder %1").arg(fieldLabel(element)), {}, topLevelKey(element),
                  [&](const format::Document& document) { return document.jsonEditor().move(element, to); });
}

bool EditSession::revertField(catalog::EpisodeId id, std::string_view key) {
    const auto saved = m_catalog.episode(id).savedDocument();
    if (!saved)
        return refuse(id, m_catalog.episode(id).readOnlyReason());
    const format::JsonPath path{std::string(key)};
    const format::JsonNode* node = saved->member(key);
    return change(id, tr("Revert %1").arg(fieldLabel(path)), {}, std::string(key),
                  [&](const format::Document& document) -> format::Result<format::TextEdits> {
                      if (!node)
                          return document.member(key)
                                     ? document.jsonEditor().remove(path)
                                     : format::Result<format::TextEdits>(format::TextEdits{});
                      if (document.member(key))
                          return document.jsonEditor().setRaw(path, saved->raw(*node));
                      return document.set(path, saved->value(*node), keysOf(*saved));
                  });
}

bool EditSession::setChapters(catalog::EpisodeId id, const catalog::ChapterChange& change,
                              const QString& name, Merge merge) {
    settle();
    const catalog::Episode& episode = m_catalog.episode(id);
    if (episode.isReadOnly())
        return refuse(id, episode.readOnlyReason());
    const auto like = chaptersLike(m_catalog, episode);
    const auto saved = episode.savedDocument();
    const bool wasNull = saved && saved->member(catalog::chaptersKey) &&
                         saved->member(catalog::chaptersKey)->type == format::JsonType::Null;
    const QString key = merge == Merge::Typing ? QLatin1String(catalog::chaptersKey) + name : QString();
    return this->change(id, name, key, catalog::chaptersKey, [&](const format::Document& document) {
        // The last one takes along the object that the first one brought.
        return change.chapters.empty() && wasNull && document.member(catalog::chaptersKey)
                   ? document.set({std::string(catalog::chaptersKey)}, format::JsonValue::null())
                   : catalog::setChapters(document, change.chapters, change.origins, like.get(),
                                          change.absorbed);
    });
}

bool EditSession::setText(catalog::EpisodeId id, std::string_view text, Merge merge, const QString& name) {
    return change(id, name.isEmpty() ? tr("Change Source") : name,
                  merge == Merge::Typing ? QStringLiteral("source") : QString(), {},
                  [&](const format::Document& document) -> format::Result<format::TextEdits> {
                      return format::differenceOf(document.text(), text);
                  });
}

bool EditSession::readAs(catalog::EpisodeId id, const std::string& text) {
    settle();
    const QString name = tr("Read %1 Otherwise").arg(m_catalog.relativePath(id));
    if (!m_catalog.readOnlyReason().isEmpty())
        return refuse(id, m_catalog.readOnlyReason());
    if (!m_catalog.episode(id).isRefused())
        return setText(id, text, Merge::No, name);
    if (const auto document = format::Document::parse(text); !document)
        return refuse(id, QString::fromStdString(document.error().message));
    m_undo.push(new ReadingCommand(m_catalog, name, id, std::nullopt, text));
    return true;
}

bool EditSession::revert(catalog::EpisodeId id) {
    settle();
    const catalog::Episode& episode = m_catalog.episode(id);
    if (!episode.isChanged())
        return true;
    if (!episode.savedDocument()) { // the file itself cannot be read: it is refused again
        m_undo.push(new ReadingCommand(m_catalog, tr("Revert %1").arg(m_catalog.relativePath(id)), id,
                                       episode.text(), std::nullopt));
        return true;
    }
    const std::string saved = episode.savedText();
    return change(id, tr("Revert %1").arg(m_catalog.relativePath(id)), {}, {},
                  [&](const format::Document& document) -> format::Result<format::TextEdits> {
                      return format::differenceOf(document.text(), saved);
                  });
}

bool EditSession::apply(const std::vector<catalog::Edit>& edits, const QString& name) {
    if (!settleUnder(edits))
        return false;
    std::vector<catalog::Edit> done;
    std::vector<catalog::Edit> inverses;
    for (const catalog::Edit& edit : edits) {
        const catalog::Episode& episode = m_catalog.episode(edit.episode);
        auto inverse =
            episode.isReadOnly()
                ? format::Result<catalog::Edit>(format::Error{episode.readOnlyReason().toStdString(), 0})
                : m_catalog.apply(edit);
        if (!inverse) {
            // All or nothing: what was applied goes back.
            for (auto back = inverses.rbegin(); back != inverses.rend(); ++back)
                (void)m_catalog.apply(*back);
            return refuse(edit.episode, QString::fromStdString(inverse.error().message));
        }
        done.push_back(edit);
        inverses.push_back(std::move(inverse).value());
    }
    if (!done.empty())
        m_undo.push(new EditCommand(m_catalog, name, std::move(done), std::move(inverses), {}));
    return true;
}

bool EditSession::applyPrepared(std::vector<catalog::PreparedEdit> edits, const QString& name) {
    settle();
    for (const catalog::PreparedEdit& edit : edits) {
        const catalog::Episode& episode = m_catalog.episode(edit.id);
        if (episode.isReadOnly())
            return refuse(edit.id, episode.readOnlyReason());
        if (episode.sharedText() != edit.before.text)
            return refuse(edit.id, tr("it was changed meanwhile."));
    }
    if (!edits.empty())
        m_undo.push(new TextsCommand(m_catalog, m_turns, name, std::move(edits)));
    return true;
}

bool EditSession::hasSteps(catalog::EpisodeId id) const {
    for (int i = 0; i < m_undo.count(); ++i)
        if (const auto* step = dynamic_cast<const EpisodeCommand*>(m_undo.command(i));
            step && step->concerns(id))
            return true;
    return false;
}

std::vector<std::pair<catalog::EpisodeId, QString>>
EditSession::takeFromDisk(const std::vector<FromDisk>& files) {
    settle();
    std::vector<std::pair<catalog::EpisodeId, QString>> failed;
    std::vector<catalog::PreparedEdit> edits; // texts as they are: undoing thousands of them parses nothing
    const auto present = [this](catalog::EpisodeId id) {
        const catalog::Episode& episode = m_catalog.episode(id);
        return catalog::PreparedText{episode.sharedText(), episode.summary()};
    };
    for (const FromDisk& file : files) {
        const catalog::Episode& episode = m_catalog.episode(file.id);
        const bool isStep = !episode.isRefused() && (episode.isChanged() || hasSteps(file.id));
        const catalog::PreparedText before = present(file.id);
        if (const auto taken = m_catalog.rebase(file.id, file.disk, file.text); !taken)
            failed.emplace_back(file.id, QString::fromStdString(taken.error().message));
        else if (isStep && *before.text != episode.text())
            edits.push_back({file.id, before, present(file.id)});
    }
    if (!edits.empty())
        m_undo.push(new TextsCommand(m_catalog, m_turns, tr("Changes by Another Program"), std::move(edits),
                                     TextsCommand::Texts::Taken));
    return failed;
}

} // namespace models
