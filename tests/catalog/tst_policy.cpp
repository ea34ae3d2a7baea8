// SPDX-License-Identifier: MIT
#include "catalog/policy.h"
#include "catalog/validator.h"
#include "support/episodefixture.h"

#include <QTest>

using catalog::Policy;
using catalog::PolicyScope;
using catalog::Severity;
using catalog::Weight;

class TestPolicy : public QObject {
    Q_OBJECT

    static Policy read(const std::string& text) {
        auto policy = Policy::parse(text);
        if (!policy)
            qFatal("%s", policy.error().message.c_str());
        return *policy;
    }
    static inline const QString rule = QStringLiteral("date-invalid");
    static inline const QString show = QStringLiteral("night-desk");
    static inline const QString path = EpisodeFixture::path(2);

private slots:
    void theNearestScopeCounts() {
        const Policy policy = read(R"({"rules": {"date-invalid": "off", "x": "information"},
            "shows": {"night-desk": {"date-invalid": "warning"}},
            "episodes": {"content/show/night-desk/0002.md": {"date-invalid": "error"}}, "other": [1]})");
        QCOMPARE(policy.weightOf(rule, show, path), Weight::Error);
        QCOMPARE(policy.weightOf(rule, show, EpisodeFixture::path(3)), Weight::Warning);
        QCOMPARE(policy.weightOf(rule, QStringLiteral("other"), QString()), Weight::Off);
        QVERIFY(!policy.weightOf(QStringLiteral("y"), show, path));
        QCOMPARE(policy.entries().size(), std::size_t(4));
    }

    void whatIsWrongIsNamedWithItsPlace_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("offset");
        QTest::newRow("no JSON") << QByteArray("{\"rules\": }") << 10;
        QTest::newRow("no object") << QByteArray("{\"rules\": []}") << 10;
        QTest::newRow("no weight") << QByteArray("{\"rules\": {\"x\": \"loud\"}}") << 16;
        QTest::newRow("number") << QByteArray("{\"rules\": {\"x\": 1}}") << 16;
        QTest::newRow("shows") << QByteArray("{\"shows\": 1}") << 10;
        QTest::newRow("a show") << QByteArray("{\"shows\": {\"a\": 1}}") << 16;
    }
    void whatIsWrongIsNamedWithItsPlace() {
        QFETCH(QByteArray, text);
        QFETCH(int, offset);
        const auto policy = Policy::parse(text.toStdString());
        QVERIFY(!policy);
        QCOMPARE(static_cast<int>(policy.error().offset), offset);
        QVERIFY(!policy.error().message.empty());
    }

    void editsKeepWhatElseStandsThere() {
        const std::string text = "{\n\t\"comment\": \"ours\",\n\t\"rules\": {\"a\": \"off\"}\n}";
        const Policy policy = read(text);
        const auto with = policy.withWeight({}, QStringLiteral("b"), Weight::Error);
        QVERIFY(with);
        QCOMPARE(
            *with,
            std::string("{\n\t\"comment\": \"ours\",\n\t\"rules\": {\"a\": \"off\", \"b\": \"error\"}\n}"));
        QCOMPARE(read(*with).withWeight({}, QStringLiteral("b"), std::nullopt).valueOr(""), text);
        QCOMPARE(policy.withWeight({}, QStringLiteral("c"), std::nullopt).valueOr(""), text);
    }

    void aNewFileIsMadeAndEmptiedAgain() {
        const PolicyScope scope{PolicyScope::Kind::Episode, path};
        const auto first = Policy().withWeight(scope, rule, Weight::Off);
        QVERIFY(first);
        QCOMPARE(read(*first).weightOf(rule, show, path), Weight::Off);
        const auto again =
            read(*first).withWeight({PolicyScope::Kind::Show, show}, rule, Weight::Information);
        QVERIFY(again);
        QCOMPARE(read(*again).entries().size(), std::size_t(2));
        const auto less = read(*again).withWeight(scope, rule, std::nullopt);
        QVERIFY(less && less->find("episodes") == std::string::npos);
        const auto none = read(*less).withWeight({PolicyScope::Kind::Show, show}, rule, std::nullopt);
        QVERIFY(none && read(*none).isEmpty());
    }

    void mutedAndWeighedFindings() {
        EpisodeFixture site;
        site.write(path, EpisodeFixture::episode(2).replace("2024-03-02T18:00:00-08:00", "soon"));
        catalog::Catalog catalog;
        site.openIn(catalog);
        catalog::Validator validator(catalog);
        const auto severity = [&]() -> std::optional<Severity> {
            validator.finish();
            for (const catalog::Issue& issue : validator.issuesOf({1}))
                if (issue.rule == rule)
                    return issue.severity;
            return std::nullopt;
        };
        QCOMPARE(severity(), Severity::Error);
        catalog.setPolicy(read(R"({"shows": {"night-desk": {"date-invalid": "information"}}})"));
        QCOMPARE(severity(), Severity::Information);
        QCOMPARE(validator.count(Severity::Error), 0);
        catalog.setPolicy(read(R"({"rules": {"date-invalid": "off"}})"));
        QVERIFY(!severity());
        for (const catalog::Issue& issue : checkAll(catalog))
            QVERIFY(issue.rule != rule);
        catalog.setPolicy({});
        QCOMPARE(severity(), Severity::Error);
    }

    void holdsForAPartOfTheSiteToo() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(2),
                   EpisodeFixture::episode(2).replace("2024-03-02T", "yesterday, T"));
        const QString folder = site.absolute(QStringLiteral("content/show/night-desk"));
        QCOMPARE(catalog::policyFolderOf(folder), site.root());
        const auto listing = catalog::listEpisodeFiles({folder});
        catalog::Catalog catalog;
        catalog.setRoot(listing.root);
        catalog.add(catalog::FolderLoader::loadAll(listing).episodes);
        const auto finds = [&] {
            const auto issues = checkAll(catalog);
            return std::any_of(issues.begin(), issues.end(),
                               [](const catalog::Issue& issue) { return issue.rule == rule; });
        };
        QVERIFY(finds());
        const catalog::PolicyScope scope{
            catalog::PolicyScope::Kind::Episode,
            catalog.policyPath(catalog.idOfPath(site.absolute(EpisodeFixture::path(2))))};
        QCOMPARE(scope.name, EpisodeFixture::path(2));
        QCOMPARE(catalog::writePolicy(folder, {}, *Policy().withWeight(scope, rule, Weight::Off)), QString());
        QVERIFY(QFile::exists(site.absolute(Policy::fileName)));
        QString error;
        catalog.setPolicy(catalog::readPolicy(folder, &error));
        QCOMPARE(error, QString());
        QVERIFY(!finds());
    }

    void isReadAndWrittenBesideTheEpisodes() {
        const EpisodeFixture site;
        QString error;
        QVERIFY(catalog::readPolicy(site.root(), &error).isEmpty());
        QVERIFY(error.isEmpty());
        const auto text = Policy().withWeight({}, rule, Weight::Off);
        QCOMPARE(catalog::writePolicy(site.root(), {}, *text), QString());
        const Policy policy = catalog::readPolicy(site.root(), &error);
        QCOMPARE(policy.text(), *text);
        // Somebody else's change is not overwritten.
        site.write(Policy::fileName, "{\"rules\": {\"theirs\": \"off\"}}");
        const auto mine = policy.withWeight({}, QStringLiteral("mine"), Weight::Off);
        QVERIFY(!catalog::writePolicy(site.root(), policy.text(), *mine).isEmpty());
        QCOMPARE(site.read(Policy::fileName), QByteArray("{\"rules\": {\"theirs\": \"off\"}}"));
        site.write(Policy::fileName, "{\"rules\": {\"x\": 3}}");
        QVERIFY(catalog::readPolicy(site.root(), &error).isEmpty());
        QVERIFY(error.contains(QStringLiteral("line 1, column 17")));
        catalog::Catalog catalog;
        site.openIn(catalog);
        QCOMPARE(catalog.size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestPolicy)
#include "tst_policy.moc"
