// SPDX-License-Identifier: MIT
#include "support/sarifrules.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

namespace {

enum class Type { Text, Uri, Number, Boolean, Object, Map, List };

/// A member of an object: of what type, and what it holds: an object's name, or the words or the least number
/// that are allowed.
struct Member {
    const char* object;
    const char* name;
    Type type;
    bool isRequired = false;
    const char* of = ""; ///< the object's name; "text" in lists and maps of strings
    const char* allowed = "";
    int least = 0;
};

constexpr bool required = true;
constexpr auto levels = "none|note|warning|error";

const Member members[] = {
    {"log", "$schema", Type::Uri},
    {"log", "version", Type::Text, required, "", "2.1.0"},
    {"log", "runs", Type::List, required, "run"},
    {"run", "tool", Type::Object, required, "tool"},
    {"run", "columnKind", Type::Text, false, "", "utf16CodeUnits|unicodeCodePoints"},
    {"run", "newlineSequences", Type::List, false, "text"},
    {"run", "originalUriBaseIds", Type::Map, false, "artifactLocation"},
    {"run", "invocations", Type::List, false, "invocation"},
    {"run", "artifacts", Type::List, false, "artifact"},
    {"run", "results", Type::List, false, "result"},
    {"tool", "driver", Type::Object, required, "driver"},
    {"driver", "name", Type::Text, required},
    {"driver", "semanticVersion", Type::Text},
    {"driver", "informationUri", Type::Uri},
    {"driver", "rules", Type::List, false, "rule"},
    {"rule", "id", Type::Text, required},
    {"rule", "shortDescription", Type::Object, false, "message"},
    {"rule", "fullDescription", Type::Object, false, "message"},
    {"rule", "help", Type::Object, false, "message"},
    {"rule", "helpUri", Type::Uri},
    {"rule", "defaultConfiguration", Type::Object, false, "configuration"},
    {"configuration", "level", Type::Text, false, "", levels},
    {"message", "text", Type::Text, required},
    {"invocation", "executionSuccessful", Type::Boolean, required},
    {"invocation", "toolExecutionNotifications", Type::List, false, "notification"},
    {"invocation", "toolConfigurationNotifications", Type::List, false, "notification"},
    {"notification", "message", Type::Object, required, "message"},
    {"notification", "level", Type::Text, false, "", levels},
    {"notification", "locations", Type::List, false, "location"},
    {"artifact", "location", Type::Object, false, "artifactLocation"},
    {"artifact", "length", Type::Number},
    {"artifact", "mimeType", Type::Text},
    {"artifact", "encoding", Type::Text},
    {"artifact", "roles", Type::List, false, "text"},
    {"artifactLocation", "uri", Type::Uri},
    {"artifactLocation", "uriBaseId", Type::Text},
    {"artifactLocation", "index", Type::Number},
    {"result", "ruleId", Type::Text},
    {"result", "ruleIndex", Type::Number},
    {"result", "level", Type::Text, false, "", levels},
    {"result", "message", Type::Object, required, "message"},
    {"result", "locations", Type::List, false, "location"},
    {"result", "partialFingerprints", Type::Map, false, "text"},
    {"location", "physicalLocation", Type::Object, false, "physicalLocation"},
    {"location", "logicalLocations", Type::List, false, "logicalLocation"},
    {"physicalLocation", "artifactLocation", Type::Object, false, "artifactLocation"},
    {"physicalLocation", "region", Type::Object, false, "region"},
    {"logicalLocation", "name", Type::Text},
    {"logicalLocation", "kind", Type::Text},
    {"region", "startLine", Type::Number, false, "", "", 1},
    {"region", "startColumn", Type::Number, false, "", "", 1},
    {"region", "endLine", Type::Number, false, "", "", 1},
    {"region", "endColumn", Type::Number, false, "", "", 1},
};

/// A reference (RFC 3986) with nothing in it that wants to be percent-encoded.
bool isUriReference(const QString& text) {
    static const QRegularExpression allowed(
        QStringLiteral("^([A-Za-z0-9._~:/?#@!$&'()*+,;=\\[\\]-]|%[0-9A-Fa-f]{2})+$"));
    return allowed.match(text).hasMatch() && QUrl(text, QUrl::StrictMode).isValid();
}

class Checker {
public:
    QStringList faults;

    void checkObject(const QJsonValue& value, const QString& name, const QString& place) {
        if (!value.isObject()) {
            fault(place, "is no object");
            return;
        }
        const QJsonObject object = value.toObject();
        QSet<QString> known;
        for (const Member& member : members) {
            if (name != QLatin1String(member.object))
                continue;
            const QString key = QLatin1String(member.name);
            known.insert(key);
            if (object.contains(key))
                checkMember(object[key], member, place + QLatin1Char('.') + key);
            else if (member.isRequired)
                fault(place + QLatin1Char('.') + key, "is missing");
        }
        for (const QString& key : object.keys())
            if (!known.contains(key))
                fault(place + QLatin1Char('.') + key, "is no member");
    }

    void fault(const QString& place, const char* what) {
        faults += place + QLatin1Char(' ') + QLatin1String(what);
    }

private:
    void checkMember(const QJsonValue& value, const Member& member, const QString& place) {
        switch (member.type) {
        case Type::Text:
        case Type::Uri:
            checkText(value, member, place);
            break;
        case Type::Number:
            if (!value.isDouble() || value.toDouble() != value.toInt(-1) || value.toInt() < member.least)
                fault(place, "is no number of the range");
            break;
        case Type::Boolean:
            if (!value.isBool())
                fault(place, "is neither true nor false");
            break;
        case Type::Object:
            checkObject(value, QLatin1String(member.of), place);
            break;
        case Type::Map:
            if (!value.isObject())
                fault(place, "is no object");
            for (const QString& key : value.toObject().keys())
                checkItem(value.toObject()[key], member, place + QLatin1Char('.') + key);
            break;
        case Type::List:
            if (!value.isArray())
                fault(place, "is no array");
            for (int i = 0; i < value.toArray().size(); ++i)
                checkItem(value.toArray()[i], member, QStringLiteral("%1[%2]").arg(place).arg(i));
            break;
        }
    }

    void checkItem(const QJsonValue& value, const Member& member, const QString& place) {
        if (QLatin1String(member.of) != QLatin1String("text"))
            checkObject(value, QLatin1String(member.of), place);
        else if (!value.isString())
            fault(place, "is no text");
    }

    void checkText(const QJsonValue& value, const Member& member, const QString& place) {
        const QStringList allowed =
            QString::fromLatin1(member.allowed).split(QLatin1Char('|'), Qt::SkipEmptyParts);
        if (!value.isString())
            fault(place, "is no text");
        else if (!allowed.isEmpty() && !allowed.contains(value.toString()))
            fault(place, "is none of the words");
        else if (member.type == Type::Uri && !isUriReference(value.toString()))
            fault(place, "is no URI");
    }
};

/// What no type can say: indexes and ids that must fit together, and an order of places.
class References {
public:
    References(Checker& checker, const QJsonObject& run)
        : m_checker(checker)
        , m_artifacts(run[QStringLiteral("artifacts")].toArray())
        , m_bases(run[QStringLiteral("originalUriBaseIds")].toObject())
        , m_rules(run[QStringLiteral("tool")][QStringLiteral("driver")][QStringLiteral("rules")].toArray()) {
        QSet<QString> ids;
        for (const QJsonValue& rule : m_rules)
            ids.insert(rule[QStringLiteral("id")].toString());
        if (ids.size() != m_rules.size())
            m_checker.fault(QStringLiteral("rules"), "has an id twice");
        for (const QString& base : m_bases.keys())
            if (!m_bases[base][QStringLiteral("uri")].toString().endsWith(QLatin1Char('/')))
                m_checker.fault(base, "does not end in a slash");
        for (const QJsonValue& artifact : m_artifacts)
            checkLocation(artifact[QStringLiteral("location")].toObject(), QStringLiteral("artifact"));
    }

    void checkResult(const QJsonObject& result, const QString& place) {
        if (const QJsonValue index = result[QStringLiteral("ruleIndex")]; !index.isUndefined())
            if (m_rules.at(index.toInt())[QStringLiteral("id")] != result[QStringLiteral("ruleId")])
                m_checker.fault(place + QStringLiteral(".ruleIndex"), "is another rule's");
        for (const QJsonValue& location : result[QStringLiteral("locations")].toArray()) {
            const QJsonObject physical = location[QStringLiteral("physicalLocation")].toObject();
            checkLocation(physical[QStringLiteral("artifactLocation")].toObject(), place);
            const QJsonObject region = physical[QStringLiteral("region")].toObject();
            const auto at = [&](const char* line, const char* column) {
                return std::pair(region[QLatin1String(line)].toInt(), region[QLatin1String(column)].toInt());
            };
            if (at("endLine", "endColumn") < at("startLine", "startColumn"))
                m_checker.fault(place + QStringLiteral(".region"), "ends before it begins");
        }
        for (const QJsonValue& print : result[QStringLiteral("partialFingerprints")].toObject()) {
            if (m_prints.contains(print.toString()))
                m_checker.fault(place + QStringLiteral(".partialFingerprints"), "is another result's");
            m_prints.insert(print.toString());
        }
    }

private:
    void checkLocation(const QJsonObject& location, const QString& place) {
        const QString uri = location[QStringLiteral("uri")].toString();
        const QJsonValue base = location[QStringLiteral("uriBaseId")];
        if (!base.isUndefined() && !m_bases.contains(base.toString()))
            m_checker.fault(place + QStringLiteral(".uriBaseId"), "is not defined");
        if (QUrl(uri).isRelative() == base.isUndefined())
            m_checker.fault(place + QStringLiteral(".uri"), "is relative to nothing");
        if (const QJsonValue index = location[QStringLiteral("index")]; !index.isUndefined())
            if (m_artifacts.at(index.toInt())[QStringLiteral("location")][QStringLiteral("uri")] != uri)
                m_checker.fault(place + QStringLiteral(".index"), "is another artifact's");
    }

    Checker& m_checker;
    QJsonArray m_artifacts;
    QJsonObject m_bases;
    QJsonArray m_rules;
    QSet<QString> m_prints;
};

} // namespace

QStringList sarifFaults(const QJsonObject& log) {
    Checker checker;
    checker.checkObject(log, QStringLiteral("log"), QStringLiteral("log"));
    for (const QJsonValue& run : log[QStringLiteral("runs")].toArray()) {
        References references(checker, run.toObject());
        const QJsonArray results = run[QStringLiteral("results")].toArray();
        for (int i = 0; i < results.size(); ++i)
            references.checkResult(results[i].toObject(), QStringLiteral("results[%1]").arg(i));
    }
    return checker.faults;
}
