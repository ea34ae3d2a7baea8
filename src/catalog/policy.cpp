// SPDX-License-Identifier: MIT
#include "catalog/policy.h"

#include "catalog/episodestore.h"
#include "catalog/limits.h"
#include "catalog/registry.h"
#include "format/document.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <array>

namespace catalog {

namespace {

using format::Document;
using format::JsonNode;
using format::JsonPath;
using format::JsonType;
using format::JsonValue;

constexpr std::array names{"error", "warning", "information", "off"};

QString tr(const char* text) {
    return QCoreApplication::translate("Policy", text);
}

format::Error errorAt(std::size_t offset, const QString& message) {
    return {message.toStdString(), offset};
}

std::optional<Weight> weightNamed(std::string_view name) {
    const auto* const found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt
                                : std::optional<Weight>(static_cast<Weight>(found - names.begin()));
}

JsonPath pathOf(const PolicyScope& scope) {
    switch (scope.kind) {
    case PolicyScope::Kind::Show:
        return {std::string("shows"), scope.name.toStdString()};
    case PolicyScope::Kind::Episode:
        return {std::string("episodes"), scope.name.toStdString()};
    case PolicyScope::Kind::Catalogue:
        break;
    }
    return {std::string("rules")};
}

/// Reads one object of rules; the error's place where one is not as it should be.
using Weights = std::map<std::pair<PolicyScope, QString>, Weight>;
std::optional<format::Error> readRules(const Document& document, const JsonNode& object,
                                       const PolicyScope& scope, Weights& weights) {
    if (object.type != JsonType::Object)
        return errorAt(object.span.begin, tr("An object of rules and their weights belongs here."));
    for (const format::JsonId id : object.children) {
        const JsonNode& rule = document.json().node(id);
        const auto weight = rule.type == JsonType::String ? weightNamed(rule.string) : std::nullopt;
        if (!weight)
            return errorAt(rule.span.begin,
                           tr("A weight is \"error\", \"warning\", \"information\" or \"off\"."));
        weights[{scope, QString::fromUtf8(rule.name)}] = *weight;
    }
    return std::nullopt;
}

std::optional<format::Error> readScopes(const Document& document, const char* key, PolicyScope::Kind kind,
                                        Weights& weights) {
    const JsonNode* scopes = document.member(key);
    if (!scopes)
        return std::nullopt;
    if (scopes->type != JsonType::Object)
        return errorAt(scopes->span.begin, tr("An object belongs here."));
    for (const format::JsonId id : scopes->children) {
        const JsonNode& scope = document.json().node(id);
        if (auto error = readRules(document, scope, {kind, QString::fromUtf8(scope.name)}, weights))
            return error;
    }
    return std::nullopt;
}

/// Sets a value, and makes the objects on the way to it where they are missing.
format::Result<Document> withValue(const Document& document, const JsonPath& path, const JsonValue& value) {
    for (std::size_t depth = 1; depth < path.size(); ++depth) {
        const JsonPath above(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(depth));
        if (document.at(above))
            continue;
        const JsonPath parent(above.begin(), above.end() - 1);
        const auto edits = document.jsonEditor().insertMember(
            parent, std::get<std::string>(above.back()), JsonValue::parse("{}").valueOr(JsonValue::null()));
        if (!edits)
            return edits.error();
        const auto with = document.withEdits(*edits);
        return with ? withValue(*with, path, value) : with;
    }
    const JsonPath object(path.begin(), path.end() - 1);
    const auto edits =
        document.at(path)
            ? document.jsonEditor().set(path, value)
            : document.jsonEditor().insertMember(object, std::get<std::string>(path.back()), value);
    return edits ? document.withEdits(*edits) : format::Result<Document>(edits.error());
}

/// Takes a value out, and the objects that are empty without it.
format::Result<Document> without(const Document& document, JsonPath path) {
    const JsonPath object(path.begin(), path.end() - 1);
    if (!object.empty() && document.at(object) && document.at(object)->children.size() == 1)
        return without(document, object);
    const auto edits = document.jsonEditor().remove(path);
    return edits ? document.withEdits(*edits) : format::Result<Document>(edits.error());
}

} // namespace

format::Result<Policy> Policy::parse(std::string text) {
    Policy policy;
    policy.m_text = std::move(text);
    if (policy.m_text.find_first_not_of(" \t\r\n") == std::string::npos)
        return policy;
    const auto document = Document::parse(policy.m_text);
    if (!document)
        return document.error();
    std::optional<format::Error> error;
    if (const JsonNode* rules = document->member("rules"))
        error = readRules(*document, *rules, {}, policy.m_weights);
    if (!error)
        error = readScopes(*document, "shows", PolicyScope::Kind::Show, policy.m_weights);
    if (!error)
        error = readScopes(*document, "episodes", PolicyScope::Kind::Episode, policy.m_weights);
    if (error)
        return *error;
    return policy;
}

std::optional<Weight> Policy::weightOf(const QString& rule, const QString& show, const QString& path) const {
    for (const PolicyScope& scope : {PolicyScope{PolicyScope::Kind::Episode, path},
                                     PolicyScope{PolicyScope::Kind::Show, show}, PolicyScope{}})
        if (const auto found = m_weights.find({scope, rule}); found != m_weights.end())
            return found->second;
    return std::nullopt;
}

std::vector<Policy::Entry> Policy::entries() const {
    std::vector<Entry> all;
    for (const auto& [key, weight] : m_weights)
        all.push_back({key.first, key.second, weight});
    return all;
}

format::Result<std::string> Policy::withWeight(const PolicyScope& scope, const QString& rule,
                                               std::optional<Weight> weight) const {
    const bool isNew = m_text.find_first_not_of(" \t\r\n") == std::string::npos;
    const auto document = Document::parse(isNew ? "{\n}\n" : m_text);
    if (!document)
        return document.error();
    JsonPath path = pathOf(scope);
    path.emplace_back(rule.toStdString());
    if (!weight && !document->at(path))
        return m_text;
    const auto changed =
        weight ? withValue(*document, path, JsonValue::string(names[static_cast<std::size_t>(*weight)]))
               : without(*document, path);
    return changed ? format::Result<std::string>(changed->text()) : changed.error();
}

void applyPolicy(const Policy& policy, const QString& show, const QString& path, std::vector<Issue>& issues) {
    if (policy.isEmpty())
        return;
    std::erase_if(issues, [&](Issue& issue) {
        const auto weight = policy.weightOf(issue.rule, show, path);
        if (weight && *weight != Weight::Off)
            issue.severity = static_cast<Severity>(*weight);
        return weight == Weight::Off;
    });
}

QString policyFolderOf(const QString& root) {
    if (QFileInfo::exists(root + QLatin1Char('/') + Policy::fileName))
        return root;
    const QString content = contentFolderOf(root);
    return content.isEmpty() ? root : QFileInfo(content).absolutePath();
}

Policy readPolicy(const QString& root, QString* error) {
    const QString path = policyFolderOf(root) + QLatin1Char('/') + Policy::fileName;
    if (!QFileInfo::exists(path))
        return {};
    const ReadResult read = readFile(path, limits::policyBytes);
    if (!read.error.isEmpty()) {
        *error = read.error;
        return {};
    }
    auto policy = Policy::parse(read.bytes);
    if (policy)
        return *policy;
    const format::Position at = format::positionAt(read.bytes, policy.error().offset);
    *error = tr("%1, line %2, column %3: %4 The rules are used as they are.")
                 .arg(Policy::fileName, QString::number(at.line), QString::number(at.column),
                      QString::fromStdString(policy.error().message));
    return {};
}

QString writePolicy(const QString& root, const std::string& base, const std::string& text) {
    const QString folder = policyFolderOf(root);
    const QString path = folder + QLatin1Char('/') + Policy::fileName;
    if (QFileInfo::exists(path)) {
        const SaveResult saved = saveFile({path, folder, text, base, false});
        return saved.isSaved() ? QString() : saved.message;
    }
    const QString error = createFile(path, text);
    return error.isEmpty() ? QString() : tr("%1 could not be written: %2").arg(path, error);
}

} // namespace catalog
