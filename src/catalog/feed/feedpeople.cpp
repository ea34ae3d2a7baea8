// SPDX-License-Identifier: MIT
#include "catalog/feed/feedpeople.h"

#include "catalog/search/searchfold.h"
#include "catalog/xmltext.h"

#include <QSet>

namespace catalog {

namespace {

QString folded(const QString& name) {
    return QString::fromStdString(foldForSearch(xmlText(name).simplified().toStdString()));
}

QStringList namesOfRoles(const FeedItem& item, const QStringList& roles) {
    QStringList names;
    for (const FeedPerson& person : item.people)
        if (roles.contains(person.role) && !names.contains(person.name))
            names += person.name;
    return names;
}

} // namespace

QStringList hostNames(const FeedItem& item) {
    return namesOfRoles(
        item, {QString(), QStringLiteral("host"), QStringLiteral("co-host"), QStringLiteral("cohost")});
}

QStringList guestNames(const FeedItem& item) {
    return namesOfRoles(item, {QStringLiteral("guest"), QStringLiteral("guest host")});
}

PeopleByName::PeopleByName(const Registry& registry, const QHash<QString, int>& uses)
    : m_isKnown(registry.knowsPeople) {
    const auto isBetter = [&](const QString& id, const QString& other) {
        const int more = uses.value(id) - uses.value(other);
        return more > 0 || (more == 0 && id < other);
    };
    for (const Person& person : registry.people) {
        const QString name = folded(person.name.isEmpty() ? person.id : person.name);
        m_names.insert(person.id, name);
        for (const QString& word : {name, folded(person.id)})
            if (const auto known = m_ids.constFind(word);
                known == m_ids.constEnd() || isBetter(person.id, *known))
                m_ids.insert(word, person.id);
    }
}

QStringList PeopleByName::idsOf(const QStringList& names) const {
    QStringList ids;
    for (const QString& name : names)
        if (const QString id = m_ids.value(folded(name)); !id.isEmpty() && !ids.contains(id))
            ids += id;
    return ids;
}

bool PeopleByName::haveNames(const QStringList& ids, const QStringList& names) const {
    QSet<QString> mine, theirs;
    for (const QString& id : ids)
        mine.insert(m_names.value(id, folded(id)));
    for (const QString& name : names)
        theirs.insert(folded(name));
    return mine == theirs;
}

QStringList PeopleByName::unknownIn(const FeedItem& item) const {
    QStringList unknown;
    if (!m_isKnown)
        return unknown;
    for (const QString& name : hostNames(item) + guestNames(item))
        if (!m_ids.contains(folded(name)))
            unknown += name;
    return unknown;
}

} // namespace catalog
