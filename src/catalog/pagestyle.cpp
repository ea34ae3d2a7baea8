// SPDX-License-Identifier: MIT
// How a folder's pages are written, counted from them.
#include "catalog/episodestore.h"
#include "catalog/limits.h"
#include "catalog/personpage.h"

#include <QDir>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace catalog {

namespace {

using Quotes = PageStyle::Quotes;

constexpr int mostPages = 2'000; ///< more would tell nothing new
constexpr int leastAlike = 2;    ///< pages that must agree before what they say is called usual

/// What a page's front matter shows of the hand that wrote it.
struct Page {
    struct Line {
        QString key, separator, value; ///< value as it is spelled
    };
    QString id;
    std::vector<Line> lines;
    bool isToml = false;
    bool hasCarriageReturns = false;
    bool hasFinalNewline = false;
};

bool isNothing(const QString& value) {
    return value.isEmpty() || value == QLatin1String("null") || value == QLatin1String("~") ||
           value == QLatin1String("''") || value == QLatin1String("\"\"");
}

bool isQuotedBy(const QString& value, char quote) {
    return value.size() >= 2 && value.front() == QLatin1Char(quote) && value.back() == QLatin1Char(quote);
}

Quotes quotesOf(const QString& value) {
    return isQuotedBy(value, '"') ? Quotes::Double : isQuotedBy(value, '\'') ? Quotes::Single : Quotes::None;
}

/// False for a page without YAML or TOML front matter.
bool readPage(const QFileInfo& file, Page& page) {
    const ReadResult read = readFile(file.filePath(), limits::sitePageBytes);
    QString text = QString::fromUtf8(read.bytes.data(), static_cast<qsizetype>(read.bytes.size()));
    page.id = file.completeBaseName();
    page.hasCarriageReturns = text.contains(QLatin1String("\r\n"));
    page.hasFinalNewline = text.endsWith(QLatin1Char('\n'));
    page.isToml = text.startsWith(QLatin1String("+++"));
    if (!page.isToml && !text.startsWith(QLatin1String("---")))
        return false;
    text.remove(QLatin1Char('\r'));
    static const QRegularExpression plainKey(QStringLiteral("^([A-Za-z_][\\w-]*)([ \\t]*[:=][ \\t]*)(.*)$"));
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QString& line = lines[i];
        if (line.startsWith(text.left(3)) || line.startsWith(QLatin1Char('[')))
            break; // the fence, or a table, behind which TOML's plain keys end
        if (const auto match = plainKey.match(line); match.hasMatch())
            page.lines.push_back({match.captured(1), match.captured(2), match.captured(3).trimmed()});
    }
    return !page.lines.empty();
}

std::vector<Page> readPages(const QString& folder) {
    std::vector<Page> pages;
    const auto files = QDir(folder).entryInfoList({QStringLiteral("*.md")}, QDir::Files, QDir::Name);
    for (const QFileInfo& file : files) {
        Page page;
        if (file.fileName() != QLatin1String("_index.md") && pages.size() < mostPages && readPage(file, page))
            pages.push_back(std::move(page));
    }
    return pages;
}

/// Counts texts; the most frequent one, of equals the least.
class Votes {
public:
    void add(const QString& text) {
        ++m_counts[text];
        ++m_total;
    }
    int total() const { return m_total; }
    QString most(int* count = nullptr) const {
        QString best;
        int most = 0;
        for (auto vote = m_counts.begin(); vote != m_counts.end(); ++vote)
            if (vote.value() > most || (vote.value() == most && vote.key() < best)) {
                best = vote.key();
                most = vote.value();
            }
        if (count)
            *count = most;
        return best;
    }

private:
    QHash<QString, int> m_counts;
    int m_total = 0;
};

/// Nine in ten.
bool isNearlyAll(int some, std::size_t all) {
    return some > 0 && static_cast<std::size_t>(some) * 10 >= all * 9;
}

/// The value with the page's own id, where it stands as a word, as `{id}`.
QString templateOf(const QString& value, const QString& id) {
    const QString plain = quotesOf(value) == Quotes::None ? value : value.mid(1, value.size() - 2);
    const QRegularExpression word(
        QStringLiteral("(?<![A-Za-z0-9])%1(?![A-Za-z0-9])").arg(QRegularExpression::escape(id)));
    return QString(plain).replace(word, QStringLiteral("{id}"));
}

/// What the pages say of one key.
struct KeyVotes {
    int pages = 0;
    double places = 0; ///< the sum of its places
    Votes quotes, nothings, usual;
};

PageStyle::Key keyOf(const QString& name, const KeyVotes& votes, const Votes& allNothings, bool isToml) {
    PageStyle::Key key;
    key.name = name;
    key.quotes = static_cast<Quotes>(votes.quotes.most().toInt());
    const Votes& nothings = votes.nothings.total() > 0 ? votes.nothings : allNothings;
    key.empty = nothings.total() > 0 ? nothings.most() : isToml ? QStringLiteral("\"\"") : key.empty;
    int alike = 0;
    const QString usual = votes.usual.most(&alike);
    if (alike >= leastAlike && isNearlyAll(alike, static_cast<std::size_t>(votes.pages)))
        key.usual = usual;
    return key;
}

/// Keys that a page must have, whatever others do.
void addMissing(PageStyle& style, bool isSponsor, bool isSorted) {
    const QStringList needed =
        isSponsor ? QStringList{QStringLiteral("title")}
                  : QStringList{QStringLiteral("title"), QStringLiteral("type"), QStringLiteral("username")};
    for (const QString& name : needed) {
        const auto isIt = [&name](const PageStyle::Key& key) { return key.name == name; };
        if (std::any_of(style.keys.begin(), style.keys.end(), isIt))
            continue;
        PageStyle::Key key;
        key.name = name;
        key.quotes = style.isToml ? Quotes::Double : Quotes::None;
        style.keys.push_back(key);
    }
    if (isSorted)
        std::sort(style.keys.begin(), style.keys.end(),
                  [](const auto& left, const auto& right) { return left.name < right.name; });
    for (PageStyle::Key& key : style.keys)
        if (key.usual.isEmpty() && !isSponsor && key.name == QLatin1String("username"))
            key.usual = QStringLiteral("{id}");
}

/// All that is counted over a folder's pages.
struct Count {
    explicit Count(const std::vector<Page>& pages) {
        for (const Page& page : pages) {
            (page.hasCarriageReturns ? carriageReturns : lineFeeds) += 1;
            finalNewlines += page.hasFinalNewline ? 1 : -1;
            const bool inOrder = std::is_sorted(page.lines.begin(), page.lines.end(),
                                                [](const auto& a, const auto& b) { return a.key < b.key; });
            sorted += inOrder ? 1 : -1;
            for (std::size_t i = 0; i < page.lines.size(); ++i)
                add(page, i);
        }
    }

    void add(const Page& page, std::size_t at) {
        const Page::Line& line = page.lines[at];
        KeyVotes& votes = keys[line.key];
        ++votes.pages;
        votes.places += static_cast<double>(at) / static_cast<double>(page.lines.size());
        if (isNothing(line.value)) {
            votes.nothings.add(line.value);
            nothings.add(line.value);
            return;
        }
        separators.add(line.separator);
        votes.quotes.add(QString::number(static_cast<int>(quotesOf(line.value))));
        votes.usual.add(templateOf(line.value, page.id));
    }

    int carriageReturns = 0;
    int lineFeeds = 0;
    int finalNewlines = 0; ///< more than 0: most have one
    int sorted = 0;        ///< likewise
    Votes separators, nothings;
    QHash<QString, KeyVotes> keys;
};

} // namespace

PageStyle pageStyleOf(const QString& folder, bool isSponsor) {
    std::vector<Page> pages = readPages(folder);
    const auto tomls = std::count_if(pages.begin(), pages.end(), [](const Page& p) { return p.isToml; });
    PageStyle style;
    style.isToml = static_cast<std::size_t>(tomls) * 2 > pages.size();
    // The ways of the other kind must not get into this one.
    std::erase_if(pages, [&](const Page& page) { return page.isToml != style.isToml; });
    const Count count(pages);
    if (!pages.empty()) {
        style.hasFinalNewline = count.finalNewlines > 0;
        style.lineEnd =
            count.carriageReturns > count.lineFeeds ? QStringLiteral("\r\n") : QStringLiteral("\n");
    }
    style.separator = count.separators.total() > 0 ? count.separators.most()
                      : style.isToml               ? QStringLiteral(" = ")
                                                   : style.separator;
    QHash<QString, double> places;
    for (auto key = count.keys.begin(); key != count.keys.end(); ++key)
        if (isNearlyAll(key->pages, pages.size())) {
            style.keys.push_back(keyOf(key.key(), key.value(), count.nothings, style.isToml));
            places.insert(key.key(), key->places / key->pages);
        }
    std::sort(style.keys.begin(), style.keys.end(),
              [&](const auto& left, const auto& right) { return places[left.name] < places[right.name]; });
    addMissing(style, isSponsor, pages.empty() || count.sorted > 0);
    return style;
}

} // namespace catalog
