// SPDX-License-Identifier: MIT
#include "app/links/linktasks.h"

#include "app/links/titlesdialog.h"

#include <QUrl>
#include <QWidget>

#include <utility>

namespace app {

namespace {

QUrl webUrl(const QString& written) {
    return QUrl(written.trimmed(), QUrl::TolerantMode);
}

catalog::LinkOutcome outcomeOf(net::LinkResult::Outcome outcome) {
    using Outcome = net::LinkResult::Outcome;
    switch (outcome) {
    case Outcome::Ok:
        return catalog::LinkOutcome::Ok;
    case Outcome::Moved:
        return catalog::LinkOutcome::Moved;
    case Outcome::Gone:
        return catalog::LinkOutcome::Gone;
    case Outcome::Refused:
        return catalog::LinkOutcome::Refused;
    case Outcome::TimedOut:
        return catalog::LinkOutcome::TimedOut;
    case Outcome::Failed:
        return catalog::LinkOutcome::Failed;
    case Outcome::Skipped:
        break;
    }
    return catalog::LinkOutcome::Skipped;
}

} // namespace

LinkTasks::LinkTasks(const EditorContext& context, QWidget* window)
    : QObject(window)
    , m_context(context)
    , m_window(window) {
    connect(&m_checker, &net::LinkChecker::checked, this, &LinkTasks::take);
    connect(&m_checker, &net::LinkChecker::progress, this,
            [this](int done, int total) { emit progress(tr("Checking links"), done, total); });
    connect(&m_checker, &net::LinkChecker::finished, this, &LinkTasks::endCheck);
    connect(&m_fetcher, &net::PageTitleFetcher::fetched, this,
            [this](const net::FetchedTitle& title) { m_titles.push_back(title); });
    connect(&m_fetcher, &net::PageTitleFetcher::progress, this,
            [this](int done, int total) { emit progress(tr("Fetching titles"), done, total); });
    connect(&m_fetcher, &net::PageTitleFetcher::finished, this, &LinkTasks::offerTitles);
    connect(&context.session.catalog(), &catalog::Catalog::cleared, this, [this] {
        m_titlesFor = {};
        cancel();
    });
}

bool LinkTasks::isRunning() const {
    return m_checker.isRunning() || m_fetcher.isRunning();
}

void LinkTasks::cancel() {
    m_isCancelled = true;
    if (m_checker.isRunning())
        m_checker.cancel();
    if (m_fetcher.isRunning())
        m_fetcher.cancel();
}

void LinkTasks::check(const QStringList& urls) {
    if (!m_checker.isRunning()) {
        m_bad = m_done = 0;
        m_written.clear();
    }
    m_isCancelled = false;
    if (urls.isEmpty())
        return emit message(tr("There is no link to check."));
    QList<QUrl> asked;
    for (const QString& url : urls) {
        asked.append(webUrl(url));
        if (QStringList& written = m_written[asked.last()]; !written.contains(url))
            written.append(url);
    }
    m_checker.check(asked);
}

QStringList LinkTasks::urlsOf(const std::vector<catalog::EpisodeId>& ids) const {
    QStringList urls;
    for (const catalog::EpisodeId id : ids) {
        const catalog::Episode& episode = m_context.session.catalog().episode(id);
        const auto document = episode.isRefused() ? nullptr : episode.document();
        if (!document)
            continue;
        for (const format::Row& row : document->links().rows())
            if (row.kind == format::RowKind::Link)
                urls += QString::fromStdString(row.link.url);
    }
    return urls;
}

void LinkTasks::take(const net::LinkResult& result) {
    const catalog::LinkOutcome outcome = outcomeOf(result.outcome);
    ++m_done;
    m_bad += outcome == catalog::LinkOutcome::Ok || outcome == catalog::LinkOutcome::Skipped ? 0 : 1;
    // Results are found again by the address as the notes have it, however it is spelled.
    for (const QString& url : m_written.value(result.url))
        m_context.links.take(
            url, {outcome, QString::fromLatin1(result.movedTo.toEncoded()), result.message, result.when});
}

void LinkTasks::endCheck() {
    emit progress({}, 0, 0);
    if (const QString error = m_context.links.save(); !error.isEmpty())
        return emit message(error);
    const QString checked = tr("%n link(s) checked", nullptr, m_done);
    const QString bad =
        m_bad == 0 ? tr("all of them answer") : tr("%n do(es) not answer as before", nullptr, m_bad);
    emit message(m_isCancelled ? tr("Cancelled: %1, %2.").arg(checked, bad)
                               : tr("%1, %2.").arg(checked, bad));
}

void LinkTasks::fetchTitles(catalog::EpisodeId id, const QStringList& urls) {
    if (m_fetcher.isRunning())
        return emit message(tr("Titles are being fetched already."));
    m_isCancelled = false;
    m_titles.clear();
    m_titlesFor = id;
    QList<QUrl> asked;
    for (const QString& url : urls)
        asked.append(webUrl(url));
    m_fetcher.fetch(asked);
}

void LinkTasks::offerTitles() {
    emit progress({}, 0, 0);
    const auto titles = std::exchange(m_titles, {});
    const bool isAny = std::any_of(titles.begin(), titles.end(), [](const net::FetchedTitle& title) {
        return !title.page.title.isEmpty();
    });
    if (!m_context.session.catalog().contains(m_titlesFor) || titles.empty())
        return;
    if (!isAny)
        return emit message(tr("No page gave a title. %1").arg(titles.front().page.error));
    TitlesDialog dialog(titles, m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const int changed = giveTitles(m_context.session, m_titlesFor, dialog.chosen());
    emit message(tr("%n row(s) took the title of their page.", nullptr, changed));
}

} // namespace app
