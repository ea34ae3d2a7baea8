// SPDX-License-Identifier: MIT
#include "models/searchcompletion.h"

#include "catalog/rules/rule.h"
#include "catalog/search/searchfold.h"
#include "catalog/search/searchterm.h"

#include <algorithm>
#include <utility>

namespace models {

namespace {

using Offer = SearchOffers::Offer;
constexpr std::size_t mostOffers = 12;

bool isMeant(const QString& candidate, const QString& begun) {
    return catalog::foldForSearch(candidate.toStdString())
               .find(catalog::foldForSearch(begun.toStdString())) != std::string::npos;
}

QString quoted(const QString& value) {
    const bool isPlain = std::none_of(value.begin(), value.end(), [](QChar c) {
        return c.isSpace() || c == QLatin1Char('"') || c == QLatin1Char(')');
    });
    return isPlain ? value : QLatin1Char('"') + QString(value).remove(QLatin1Char('"')) + QLatin1Char('"');
}

/// Where the word at the cursor begins: behind a space, a parenthesis or a minus that stand outside quotes.
qsizetype wordBegin(const QString& typed, qsizetype cursor) {
    qsizetype begin = 0;
    bool isQuoted = false;
    for (qsizetype at = 0; at < cursor; ++at) {
        const QChar c = typed[at];
        if (c == QLatin1Char('"'))
            isQuoted = !isQuoted;
        else if (!isQuoted &&
                 (c.isSpace() || c == QLatin1Char('(') || (c == QLatin1Char('-') && at == begin)))
            begin = at + 1;
    }
    return begin;
}

void addWords(std::vector<Offer>& offers, const QStringList& words, const QString& name,
              const QString& begun) {
    for (const QString& word : words)
        if (isMeant(word, begun))
            offers.push_back({name + QLatin1Char(':') + quoted(word), {}});
}

} // namespace

SearchCompletion::SearchCompletion(const catalog::Catalog& catalog, QObject* parent)
    : QObject(parent)
    , m_catalog(catalog) {
    const auto forget = [this] {
        m_isWaiting = false;
        m_used.clear();
    };
    for (const auto signal : {&catalog::Catalog::cleared, &catalog::Catalog::registryChanged})
        connect(&catalog, signal, this, forget);
    connect(&catalog, &catalog::Catalog::episodesAdded, this, forget);
}

CompletionModel& SearchCompletion::used(catalog::FieldKind kind) {
    auto& model = m_used[kind];
    if (!model) {
        model = std::make_unique<CompletionModel>(m_catalog, kind);
        model->setShow({});
        connect(model.get(), &QAbstractItemModel::modelReset, this, [this] {
            if (std::exchange(m_isWaiting, false))
                emit counted();
        });
    }
    return *model;
}

std::vector<Offer> SearchCompletion::terms(const QString& begun) const {
    std::vector<Offer> offers;
    for (const catalog::SearchTerm& term : catalog::searchTerms())
        if (QLatin1String name(term.name); QString(name).startsWith(begun, Qt::CaseInsensitive))
            offers.push_back({name + QLatin1Char(':'), catalog::helpOf(term)});
    return offers;
}

std::vector<Offer> SearchCompletion::values(const QString& name, const QString& begun) {
    std::vector<Offer> offers;
    const catalog::SearchTerm* term = catalog::searchTermOf(name);
    if (!term)
        return offers;
    if (term->kind == catalog::SearchKind::State)
        addWords(offers, catalog::searchStates(), name, begun);
    if (term->kind == catalog::SearchKind::Presence)
        addWords(offers, catalog::searchPresences(), name, begun);
    if (term->kind == catalog::SearchKind::Problem) {
        QStringList rules{QStringLiteral("error"), QStringLiteral("warning")};
        for (const catalog::Rule* rule : catalog::allRules())
            rules += QLatin1String(rule->id);
        addWords(offers, rules, name, begun);
    }
    const QString key = QLatin1String(term->key);
    if (key == QLatin1String("show_slug")) {
        QStringList slugs = m_catalog.registry().shows.keys();
        slugs.sort();
        addWords(offers, slugs, name, begun);
    }
    const catalog::Field* field = catalog::fieldOf(term->key);
    if (field && catalog::isList(field->kind) && field->kind != catalog::FieldKind::TextList) {
        const CompletionModel& model = used(field->kind);
        m_isWaiting = model.isCounting();
        for (int row = 0; row < model.rowCount() && offers.size() < mostOffers; ++row) {
            const QModelIndex index = model.index(row);
            const QString id = index.data(CompletionModel::IdRole).toString();
            const QString said = index.data(CompletionModel::NameRole).toString();
            if (isMeant(id, begun) || isMeant(said, begun))
                offers.push_back({name + QLatin1Char(':') + quoted(id), said == id ? QString() : said});
        }
    }
    return offers;
}

SearchOffers SearchCompletion::offersAt(const QString& typed, qsizetype cursor) {
    SearchOffers found;
    m_isWaiting = false;
    found.position = wordBegin(typed, cursor);
    found.length = cursor - found.position;
    QString word = typed.mid(found.position, found.length);
    const qsizetype colon = word.indexOf(QLatin1Char(':'));
    if (word.isEmpty() || word.startsWith(QLatin1Char('"')) || word.startsWith(QLatin1Char('/')))
        return found;
    if (colon < 0)
        found.offers = terms(word);
    else
        found.offers = values(word.left(colon), word.mid(colon + 1).remove(QLatin1Char('"')));
    if (found.offers.size() > mostOffers)
        found.offers.resize(mostOffers);
    if (found.offers.size() == 1 && found.offers.front().text == word)
        found.offers.clear(); // nothing is left to offer
    return found;
}

} // namespace models
