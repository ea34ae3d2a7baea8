// SPDX-License-Identifier: MIT
#include "app/links/episodetasks.h"

#include "app/bulk/bulkdialog.h"
#include "app/dialogs/mendingdialog.h"
#include "app/dialogs/peopledialog.h"
#include "app/editor/episodeeditor.h"
#include "app/editor/linkspage.h"
#include "app/editor/mediapage.h"
#include "app/editor/severalpage.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QSet>
#include <QStandardPaths>
#include <QUrl>

namespace app {

namespace {

/// So many addresses are asked without a question.
constexpr qsizetype fewAddresses = 60;

} // namespace

EpisodeTasks::EpisodeTasks(const EditorContext& context, EpisodeEditor& editor, QWidget* window)
    : QObject(window)
    , m_context(context)
    , m_editor(editor)
    , m_window(window)
    , m_links(context, window)
    , m_media(context, window)
    , m_bulk(context, this) {
    context.validator.setLinkResults(context.links);
    connect(&m_links, &LinkTasks::progress, this, &EpisodeTasks::progress);
    connect(&m_links, &LinkTasks::message, this, &EpisodeTasks::message);
    connect(&m_media, &MediaTasks::progress, this, &EpisodeTasks::progress);
    connect(&m_media, &MediaTasks::message, this, &EpisodeTasks::message);
    connect(&m_bulk, &BulkRunner::progress, this, &EpisodeTasks::progress);
    connect(&m_bulk, &BulkRunner::message, this, &EpisodeTasks::message);
    SeveralPage& several = editor.severalPage();
    connect(&several, &SeveralPage::editRequested, this,
            [this, &several](const catalog::BulkEdit& edit) { m_bulk.run(several.episodes(), edit); });
    connect(&m_bulk, &BulkRunner::over, &several, &SeveralPage::refresh);
    connect(&m_bulk, &BulkRunner::over, this, &EpisodeTasks::changed);
    editor.mediaPage().setResults(m_media.results());
    connect(&editor.mediaPage(), &MediaPage::measureRequested, this,
            [this](catalog::EpisodeId id, bool isServerAsked) { m_media.measure({id}, isServerAsked); });
    LinksPage& page = editor.linksPage();
    connect(&page, &LinksPage::checkRequested, &m_links, &LinkTasks::check);
    connect(&page, &LinksPage::titlesRequested, &m_links, &LinkTasks::fetchTitles);
    connect(&page, &LinksPage::repairRequested, this, [this](catalog::EpisodeId id) { mend({id}, true); });
}

void EpisodeTasks::openResults(const QString& root) {
    const QByteArray name =
        QCryptographicHash::hash(QDir::cleanPath(root).toUtf8(), QCryptographicHash::Sha1);
    const QString place = QStringLiteral("%1/%3/%2.json")
                              .arg(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation),
                                   QString::fromLatin1(name.toHex()));
    m_context.links.open(place.arg(QLatin1String("links")));
    m_media.results().open(place.arg(QLatin1String("media")));
}

void EpisodeTasks::checkLinks(const std::vector<catalog::EpisodeId>& ids) {
    const QStringList urls = m_links.urlsOf(ids);
    const QSet<QString> different(urls.begin(), urls.end());
    if (different.size() > fewAddresses) {
        QSet<QString> hosts;
        for (const QString& url : different)
            hosts.insert(QUrl(url).host());
        QMessageBox question(QMessageBox::Question, tr("Check Links"),
                             tr("Ask %1 servers about %2 addresses?")
                                 .arg(QLocale().toString(hosts.size()), QLocale().toString(different.size())),
                             QMessageBox::Cancel, m_window);
        question.setObjectName(QStringLiteral("checkLinksBox"));
        question.setInformativeText(tr(
            "No more than 16 are asked at once, and two of one server. You can go on working, and cancel at "
            "any time; what was found until then is kept."));
        auto* check = question.addButton(tr("Chec&k"), QMessageBox::AcceptRole);
        check->setObjectName(QStringLiteral("checkLinksButton"));
        question.setDefaultButton(check);
        question.exec();
        if (question.clickedButton() != check)
            return;
    }
    m_links.check(urls);
}

void EpisodeTasks::measure(const std::vector<catalog::EpisodeId>& ids) {
    const int remote = m_media.withoutFile(ids);
    bool isServerAsked = false;
    if (remote > 0) {
        QMessageBox question(QMessageBox::Question, tr("Measure Enclosures"),
                             tr("%n episode(s) have no local file. Ask their servers?", nullptr, remote),
                             QMessageBox::Cancel, m_window);
        question.setObjectName(QStringLiteral("measureBox"));
        question.setInformativeText(tr(
            "A server tells the size and the type, not the duration. No more than two are asked at once."));
        auto* ask = question.addButton(tr("&Ask the Servers"), QMessageBox::AcceptRole);
        ask->setObjectName(QStringLiteral("askServersButton"));
        auto* files = question.addButton(tr("&Local Files Only"), QMessageBox::AcceptRole);
        files->setObjectName(QStringLiteral("localFilesButton"));
        files->setEnabled(remote < static_cast<int>(ids.size()));
        question.exec();
        if (question.clickedButton() != ask && question.clickedButton() != files)
            return;
        isServerAsked = question.clickedButton() == ask;
    }
    m_media.measure(ids, isServerAsked);
}

void EpisodeTasks::changeSeveral(const std::vector<catalog::EpisodeId>& selected,
                                 const std::vector<catalog::EpisodeId>& shown, const std::string& field) {
    if (m_bulk.isRunning())
        return emit message(tr("Another change of many episodes is under way; cancel it first."));
    BulkDialog dialog(m_context, selected, shown, m_window);
    if (!field.empty())
        dialog.chooseField(field);
    if (dialog.exec() == QDialog::Accepted)
        m_bulk.apply(dialog.gathered(), dialog.stepName(), dialog.leftOut());
}

void EpisodeTasks::change(const catalog::Gathered& gathered, const QString& name) {
    m_bulk.apply(gathered, name, {});
}

void EpisodeTasks::cancel() {
    m_bulk.cancel();
    m_links.cancel();
    m_media.cancel();
}

void EpisodeTasks::mend(const std::vector<catalog::EpisodeId>& ids, bool onlyNotes) {
    mendIssues(mendableIssues(m_context, ids, onlyNotes));
}

void EpisodeTasks::mendIssues(std::vector<catalog::Issue> issues) {
    const catalog::Catalog& all = m_context.session.catalog();
    std::erase_if(issues, [&all](const catalog::Issue& issue) {
        return !issue.fix || all.episode(issue.episode).isReadOnly();
    });
    if (issues.empty())
        return emit message(tr("There is no problem here that could be mended by itself."));
    if (m_bulk.isRunning())
        return emit message(tr("Another change of many episodes is under way; cancel it first."));
    MendingDialog dialog(m_context, std::move(issues), m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    catalog::Mending mending = dialog.mending();
    m_bulk.apply({std::move(mending.edits), mending.made, mending.leftOut},
                 tr("Mend %n Problem(s)", nullptr, mending.made), {});
}

void EpisodeTasks::showPeople() {
    if (!m_people) {
        m_people = new PeopleDialog(m_context, m_window);
        m_people->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_people, &PeopleDialog::goToRequested, this, &EpisodeTasks::goToRequested);
        connect(m_people, &PeopleDialog::message, this, &EpisodeTasks::message);
        connect(m_people, &PeopleDialog::changeRequested, &m_bulk, &BulkRunner::make);
        connect(m_people, &PeopleDialog::changing, this, [this] { m_editor.commit(); });
    }
    m_people->show();
    m_people->raise();
    m_people->activateWindow();
}

} // namespace app
