// SPDX-License-Identifier: MIT
// Every bulk action is one undo step: back gives every file's bytes, forth what it made.
#include "catalog/bulk/bulkedit.h"
#include "models/editsession.h"

#include "support/episodefixture.h"
#include "support/realcatalog.h"

#include <QTest>

using catalog::BulkAction;
using catalog::BulkEdit;
using catalog::EpisodeId;

class TestBulkUndo : public QObject {
    Q_OBJECT

    static std::vector<std::string> textsOf(const catalog::Catalog& all) {
        std::vector<std::string> texts;
        for (int i = 0; i < all.size(); ++i)
            texts.push_back(all.episode({i}).text());
        return texts;
    }
    /// An edit of the field that changes most episodes.
    static BulkEdit editOf(BulkAction action, const catalog::Field& field) {
        BulkEdit edit{action, std::string(field.key)};
        edit.text = field.kind == catalog::FieldKind::Boolean ? QStringLiteral("true")
                    : field.kind == catalog::FieldKind::Date  ? QStringLiteral("2031-05-06T07:08:09Z")
                    : field.kind == catalog::FieldKind::Bytes ? QStringLiteral("4711")
                    : action == BulkAction::ReplaceText       ? QStringLiteral("e")
                                                              : QStringLiteral("\"caf\u00e9\" \U0001F4FB");
        edit.replacement = QStringLiteral("\\\u00e8");
        edit.members = {QStringLiteral("m\u00fcller"), QStringLiteral("ada")};
        edit.numbers = {5'000, 3, catalog::Numbering::Order::ByDate};
        edit.shift = {-37, 5'400, true};
        edit.time = QTime(3, 4, 5);
        return edit;
    }
    static void addRows() {
        QTest::addColumn<int>("action");
        QTest::addColumn<QString>("key");
        for (const catalog::Field& field : catalog::fields())
            for (const BulkAction action : catalog::bulkActionsFor(field))
                QTest::addRow("%s: %s", field.key.data(), qPrintable(catalog::labelOf(action)))
                    << static_cast<int>(action) << QString::fromUtf8(field.key.data());
    }
    /// Applies the row's edit to every `step`th episode, back and forth; how many it changed.
    static int goesBackAndForth(catalog::Catalog& all, int step = 1) {
        QFETCH(int, action);
        QFETCH(QString, key);
        BulkEdit edit = editOf(static_cast<BulkAction>(action), *catalog::fieldOf(key.toStdString()));
        std::vector<EpisodeId> ids;
        for (int i = 0; i < all.size(); i += step)
            ids.push_back({i});
        if (edit.action == BulkAction::RemoveMembers && !ids.empty()) // somebody who is there
            edit.members += all.episode(ids.front()).valueText(edit.field).split(QStringLiteral(", "));
        const auto proposal = catalog::proposalFor(all, ids, catalog::bulkMaker(all, ids, edit));
        const auto gathered = catalog::gathered(proposal);
        if (gathered.edits.empty())
            return 0;
        const auto before = textsOf(all);
        models::EditSession session(all);
        const QString name = catalog::stepName(edit, gathered.made);
        if (!session.apply(gathered.edits, name) || session.undoStack().count() != 1)
            return -1;
        const auto after = textsOf(all);
        int changed = 0;
        for (std::size_t i = 0; i < before.size(); ++i)
            changed += before[i] != after[i] ? 1 : 0;
        if (changed != static_cast<int>(gathered.edits.size()))
            return -2;
        session.undoStack().undo();
        if (textsOf(all) != before)
            return -3;
        session.undoStack().redo();
        if (textsOf(all) != after)
            return -4;
        session.undoStack().undo();
        return changed;
    }

private slots:
    void ofAFewFiles_data() { addRows(); }
    void ofAFewFiles() {
        const EpisodeFixture site;
        catalog::Catalog all;
        site.openIn(all);
        QVERIFY(goesBackAndForth(all) >= 0);
    }

    void ofARealCatalogue_data() {
        QTest::addColumn<int>("action");
        QTest::addColumn<QString>("key");
        using enum BulkAction;
        for (const auto& [action, key] :
             {std::pair(Set, "podcast_bytes"), std::pair(Set, "tags"), std::pair(Clear, "podcast_chapters"),
              std::pair(Clear, "jb_url"), std::pair(Remove, "value"), std::pair(AddMembers, "tags"),
              std::pair(RemoveMembers, "hosts"), std::pair(ReplaceText, "description"),
              std::pair(ReplaceText, "tags"), std::pair(Number, "episode"), std::pair(ShiftDate, "date"),
              std::pair(SetTime, "date")})
            QTest::addRow("%s: %s", key, qPrintable(catalog::labelOf(action)))
                << static_cast<int>(action) << QString::fromUtf8(key);
    }
    void ofARealCatalogue() {
        const QString folder = realCatalog();
        if (folder.isEmpty())
            QSKIP("no catalogue to test on: set EPISODE_DESK_CATALOG");
        static catalog::Catalog all; // read once: undo leaves it as it was
        if (all.size() == 0) {
            const auto listing = catalog::listEpisodeFiles({folder});
            all.setRoot(listing.root);
            all.add(catalog::FolderLoader::loadAll(listing).episodes);
        }
        QVERIFY(all.size() > 0);
        constexpr int everyFifth = 5; // each action sees all the shows
        QVERIFY(goesBackAndForth(all, everyFifth) > 0);
        for (int i = 0; i < all.size(); ++i)
            all.episode({i}).releaseDocuments();
    }
};

QTEST_GUILESS_MAIN(TestBulkUndo)
#include "tst_bulkundo.moc"
