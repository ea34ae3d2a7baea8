// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/linkresults.h"
#include "catalog/mediaresults.h"
#include "catalog/rules/explanations.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <map>
#include <tuple>

/// Thirty invented episodes of one show that agree in all habits, so that a rule about the show's habits has
/// something to go by, and as many as make a habit of another one. Episode 12 of the first is the one that
/// tests break; as it is, no rule finds anything in it.
class RuleFixture {
public:
    static constexpr int size = 30, broken = 12;

    RuleFixture() {
        m_registry.knowsImages = true;
        m_registry.images.insert(QStringLiteral("/images/shows/harbour-hour.png"));
        m_registry.images.insert(QStringLiteral("/images/storm.png"));
        m_registry.knowsPeople = m_registry.knowsSponsors = true;
        for (const char* id : {"ada", "ben"})
            m_registry.people.insert(QLatin1String(id), {QLatin1String(id), QLatin1String(id)});
        for (const char* id : {"rope.example-hh", "tar.example-hh", "rope.example-lt"})
            m_registry.sponsors.insert(QLatin1String(id), {QLatin1String(id), {}, {}});
        m_registry.shows[QStringLiteral("harbour-hour")].name = QStringLiteral("Harbour Hour");
        for (int number = 1; number <= size; ++number)
            set(number, episode(number));
        for (int number = 101; number <= 125; ++number)
            set(number, episode(number).replace("-hh\"", "-lt\"").replace("harbour-hour", "light-tower"),
                QStringLiteral("/site/content/show/light-tower/%1.md").arg(number));
        answer("gone", catalog::LinkOutcome::Gone);
        answer("moved", catalog::LinkOutcome::Moved);
        answer("slow", catalog::LinkOutcome::TimedOut);
        answer("shut", catalog::LinkOutcome::Refused);
        measured("hh/12", media(29'760'000, "audio/mpeg", 1'860'400, true));
        measured("header", media(29'760'000, "audio/mpeg", 1'700'000, false));
        measured("page", media(-1, "text/html", -1, false));
        measured("aac", media(29'760'000, "audio/mp4", -1, false));
        catalog::MediaFinding gone;
        gone.isGone = true;
        gone.problem = QStringLiteral("It is gone.");
        measured("gone", gone);
    }

    /// Puts another text in an episode's place; for rules that look at other episodes.
    void set(int number, const QByteArray& text, const QString& path = {}) {
        const auto document = format::Document::parse(text.toStdString());
        if (!document)
            qFatal("the fixture does not parse: %s", document.error().message.c_str());
        m_index.set({number}, catalog::factsOf(*document, path.isEmpty() ? pathOf(number) : path));
    }

    std::vector<catalog::Issue> check(const QByteArray& text, int number = broken) {
        set(number, text);
        const auto document = format::Document::parse(text.toStdString());
        return catalog::checkEpisode(
            {{number},
             pathOf(number),
             *document,
             m_registry,
             m_index,
             [](catalog::EpisodeId id) { return QStringLiteral("%1.md").arg(id.value); },
             true,
             &m_links,
             &m_media});
    }
    std::vector<catalog::Issue> check(const QByteArray& text, const QString& rule) {
        auto issues = check(text);
        std::erase_if(issues, [&rule](const auto& issue) { return issue.rule != rule; });
        return issues;
    }

    static QString pathOf(int number) {
        return QStringLiteral("/site/content/show/harbour-hour/%1.md").arg(number, 4, 10, QLatin1Char('0'));
    }

    static QByteArray episode(int number = broken) {
        const QDateTime when(QDate(2023, 1, 4).addDays(14 * number), QTime(18, 0),
                             QTimeZone("Europe/Berlin"));
        QString text = QString::fromUtf8(page);
        return text
            .replace(QLatin1String("~date"), when.toOffsetFromUtc(when.offsetFromUtc()).toString(Qt::ISODate))
            .replace(QLatin1String("~padded"), QString::number(number).rightJustified(4, QLatin1Char('0')))
            .replace(QLatin1String("~"), QString::number(number))
            .toUtf8();
    }

    /// The sound episode's text from `first` to `last`, with both.
    static QByteArray piece(const QByteArray& first, const QByteArray& last) {
        const QByteArray text = episode();
        const auto from = text.indexOf(first);
        const auto to = text.indexOf(last, from);
        if (from < 0 || to < 0)
            qFatal("the fixture does not hold this");
        return text.mid(from, to + last.size() - from);
    }

private:
    /// What asking https://NAME.example.org/ came to.
    void answer(const char* name, catalog::LinkOutcome outcome) {
        const QString url = QStringLiteral("https://%1.example.org/").arg(QLatin1String(name));
        m_links.take(url, {outcome,
                           outcome == catalog::LinkOutcome::Moved ? QStringLiteral("https://new.example.org/")
                                                                  : QString(),
                           QStringLiteral("It answered."), QDateTime(QDate(2024, 1, 2), QTime(3, 4))});
    }

    static catalog::MediaFinding media(qint64 bytes, const char* type, qint64 durationMs, bool isExact) {
        catalog::MediaFinding finding;
        finding.bytes = bytes;
        finding.type = QLatin1String(type);
        finding.durationMs = durationMs;
        finding.isExact = isExact;
        return finding;
    }
    /// What measuring https://media.example.org/NAME.mp3 came to.
    void measured(const char* name, catalog::MediaFinding finding) {
        finding.when = QDateTime(QDate(2024, 1, 2), QTime(3, 4));
        m_media.take(QStringLiteral("https://media.example.org/%1.mp3").arg(QLatin1String(name)), finding);
    }

    static constexpr const char* page = R"({
  "type": "episode",
  "draft": false,
  "show_slug": "harbour-hour",
  "show_name": "Harbour Hour",
  "episode": ~,
  "episode_padded": "~padded",
  "episode_guid": "6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c~padded",
  "slug": "~",
  "title": "Ships, part ~",
  "description": "We look at ships.",
  "date": "~date",
  "header_image": "/images/shows/harbour-hour.png",
  "categories": [
    "Harbour Hour"
  ],
  "tags": [
    "pier",
    "ships",
    "tide"
  ],
  "hosts": [
    "ada"
  ],
  "guests": [],
  "sponsors": [
    "rope.example-hh"
  ],
  "podcast_duration": "00:31:00",
  "podcast_file": "https://media.example.org/hh/~.mp3",
  "podcast_bytes": 29760000,
  "podcast_chapters": {
    "version": "1.2.0",
    "chapters": [
      {
        "startTime": 0,
        "title": "Welcome"
      },
      {
        "startTime": 300,
        "title": "Ropes",
        "endTime": 600
      },
      {
        "startTime": 900,
        "title": "Farewell"
      }
    ],
    "title": "~: Ships, part ~",
    "podcastName": "Harbour Hour"
  },
  "podcast_alt_file": "https://mirror.example.net/hh/~.mp3",
  "podcast_ogg_file": null,
  "video_file": null,
  "video_hd_file": null,
  "video_mobile_file": null,
  "youtube_link": null,
  "jb_url": "https://site.example.org/show/harbour-hour/~",
  "fireside_url": "/~",
  "transcripts": [
    {
      "url": "https://media.example.org/hh/~.vtt",
      "type": "text/vtt",
      "language": "de",
      "rel": "captions"
    }
  ],
  "value": {
    "type": "lightning",
    "recipients": [
      {
        "name": "ada",
        "type": "node",
        "address": "02aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "customKey": null,
        "customValue": null,
        "split": 60
      },
      {
        "name": "ben",
        "type": "lnaddress",
        "address": "ben@example.org",
        "customKey": "7",
        "customValue": "9",
        "split": 40
      }
    ],
    "timesplits": [
      {
        "startTime": 60,
        "duration": 120,
        "remoteItem": {
          "feedGuid": "f",
          "itemGuid": "i"
        }
      }
    ]
  }
}


### Episode Links

  * [The pier](https://pier.example.org/ "The pier") — Open at night.
  * [Ropes](https://ropes.example.org/)
  * [Tides](https://tides.example.org/ "Tides") — Up and down.


)";

    catalog::Registry m_registry;
    catalog::CatalogIndex m_index;
    catalog::LinkFindings m_links;
    catalog::MediaFindings m_media;
};

/// The columns of a table of rules: in episode 12, `from` is replaced by `to`.
inline void addRuleColumns() {
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("found");        // how often the rule must find it
    QTest::addColumn<QByteArray>("after"); // what the fix makes of `to`; null: no fix
    QTest::addColumn<bool>("needsLook");
}
inline QTestData& addRuleRow(const char* rule, const QByteArray& from, const QByteArray& to, int found,
                             const QByteArray& after, bool needsLook) {
    static int row = 0;
    return QTest::addRow("%s %s %d", rule, found > 0 ? "finds" : "leaves", ++row)
           << QString::fromLatin1(rule) << from << to << found << after << needsLook;
}
/// The rule finds it, and there is no fix.
inline void finds(const char* rule, const QByteArray& from, const QByteArray& to) {
    addRuleRow(rule, from, to, 1, {}, false);
}
/// The rule finds it, and its fix makes `after` of it.
inline void mends(const char* rule, const QByteArray& from, const QByteArray& to, const QByteArray& after) {
    addRuleRow(rule, from, to, 1, after, false);
}
/// The same for a fix that needs a look.
inline void offers(const char* rule, const QByteArray& from, const QByteArray& to, const QByteArray& after) {
    addRuleRow(rule, from, to, 1, after, true);
}
/// The rule must not find anything here.
inline void leaves(const char* rule, const QByteArray& from, const QByteArray& to) {
    addRuleRow(rule, from, to, 0, {}, false);
}

/// A fix is what the rule's explanation says of it.
inline bool isAsExplained(const catalog::Issue& issue) {
    const auto* explanation = catalog::ruleExplanation(issue.rule.toStdString());
    return explanation && (!issue.fix || explanation->fix == (issue.fix->needsLook ? catalog::FixKind::Look
                                                                                   : catalog::FixKind::Safe));
}

/// How often each finding is there; where it stands does not matter.
using Findings = std::map<std::tuple<QString, QString, QString>, int>;
inline Findings findingsOf(const std::vector<catalog::Issue>& issues) {
    Findings findings;
    for (const auto& issue : issues)
        ++findings[{issue.rule, issue.field, issue.message}];
    return findings;
}
/// What a fix may bring to light, and why.
struct BroughtToLight {
    const char* fixed;
    const char* found;
};
constexpr BroughtToLight broughtToLight[] = {
    // A guess: "Intro" is as short as the first start is early.
    {"chapter-first-not-zero", "chapter-too-short"},
    // The row is a link only now, and is looked at as one.
    {"link-title-unescaped-quote", "link-description-trailing-whitespace"},
    {"link-title-unescaped-quote", "link-text-outer-whitespace"},
    // Found before, too; the message quotes the address.
    {"link-url-stray-quote", "link-url-no-scheme"},
};

/// What a fix of `rule` made worse: findings that were not there before, or less often.
inline QStringList newFindings(const QString& rule, const Findings& before, const Findings& after) {
    QStringList found;
    for (const auto& [finding, count] : after) {
        const auto old = before.find(finding);
        const bool isKnown =
            std::any_of(std::begin(broughtToLight), std::end(broughtToLight),
                        [&rule, &name = std::get<0>(finding)](const BroughtToLight& pair) {
                            return rule == QLatin1String(pair.fixed) && name == QLatin1String(pair.found);
                        });
        if (!isKnown && count > (old == before.end() ? 0 : old->second))
            found += std::get<0>(finding) + QLatin1String(": ") + std::get<2>(finding);
    }
    return found;
}

/// Checks one row of the table.
inline void checkRuleRow() {
    QFETCH(QString, rule);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(int, found);
    QFETCH(QByteArray, after);
    QFETCH(bool, needsLook);
    static const RuleFixture unbroken;
    RuleFixture fixture = unbroken;
    const QByteArray sound = RuleFixture::episode();
    const auto at = sound.indexOf(from);
    QVERIFY2(at >= 0, from.constData());
    const QByteArray text = QByteArray(sound).replace(at, from.size(), to);
    const auto issues = fixture.check(text, rule);
    QCOMPARE(static_cast<int>(issues.size()), found);
    if (found == 0)
        return;
    const catalog::Issue& issue = issues.front();
    QVERIFY(isAsExplained(issue));
    QVERIFY(!issue.message.isEmpty() && !issue.message.contains(QLatin1Char('%') + QLatin1String("1")));
    QVERIFY(issue.span.end <= static_cast<std::size_t>(text.size()));
    QCOMPARE(issue.fix.has_value(), !after.isNull());
    if (after.isNull())
        return;
    QCOMPARE(issue.fix->needsLook, needsLook);
    QVERIFY(!issue.fix->label.isEmpty());
    const auto fixed = format::applyEdits(text.toStdString(), issue.fix->edit.changes);
    QVERIFY(fixed.hasValue());
    const QByteArray mended = QByteArray::fromStdString(*fixed);
    QCOMPARE(mended, QByteArray(sound).replace(at, from.size(), after));
    // The fix ends it, and nothing is found that was not found before.
    const Findings before = findingsOf(fixture.check(text));
    QVERIFY(fixture.check(mended, rule).empty());
    QCOMPARE(newFindings(rule, before, findingsOf(fixture.check(mended))), QStringList());
}
