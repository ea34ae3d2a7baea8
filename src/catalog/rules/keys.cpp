// SPDX-License-Identifier: MIT
#include "catalog/rules/report.h"

namespace catalog {

namespace {

QString tr(const char* text) {
    return Report::tr(text);
}

void missingKeys(Report& report) {
    for (const Field& field : fields()) {
        if (!field.isRequired || report.node(field.key))
            continue;
        const QString key = QString::fromUtf8(field.key.data(), static_cast<qsizetype>(field.key.size()));
        Issue& issue =
            report.add(field.key, tr("The required key \"%1\" is missing.").arg(key), format::Span{});
        if (isList(field.kind))
            report.fixWith(issue, tr("Add an empty list"), {std::string(field.key)},
                           format::JsonValue::strings({}));
        else if (field.isNullable)
            report.fixWith(issue, tr("Add it as null"), {std::string(field.key)}, format::JsonValue::null());
    }
}

void unknownKeys(Report& report) {
    const auto& tree = report.context().document.json();
    for (const format::JsonId id : tree.node(tree.root()).children)
        if (!fieldOf(tree.node(id).name))
            report.add(tree.node(id).name,
                       tr("The key \"%1\" is not part of an episode; it is kept untouched.")
                           .arg(QString::fromUtf8(tree.node(id).name)),
                       tree.node(id).key);
}

/// The order that nearly all episodes of the catalogue have; else the one of the field table.
std::vector<std::string> usualOrder(const Report& report) {
    std::vector<std::string> order;
    const QString usual = report.habits().usual(Trait::KeyOrder);
    for (const QString& key : usual.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        order.push_back(key.toStdString());
    for (const std::string_view key : keyOrder())
        if (std::find(order.begin(), order.end(), key) == order.end())
            order.emplace_back(key);
    return order;
}

/// The members put in order, each into the place of another; white space and commas stay.
format::TextEdits reordered(const Report& report, const std::vector<std::string>& order) {
    const format::Document& document = report.context().document;
    const auto& tree = document.json();
    const auto members = tree.node(tree.root()).children;
    const auto place = [&](format::JsonId id) {
        return std::find(order.begin(), order.end(), tree.node(id).name) - order.begin();
    };
    std::vector<format::JsonId> sorted(members.begin(), members.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](format::JsonId a, format::JsonId b) { return place(a) < place(b); });
    const auto whole = [&](format::JsonId id) {
        return format::Span{tree.node(id).key.begin, tree.node(id).span.end};
    };
    format::TextEdits edits;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (tree.node(members[i]).isDuplicateKey)
            return {};
        if (members[i] != sorted[i])
            edits.push_back({whole(members[i]), std::string(whole(sorted[i]).in(document.text()))});
    }
    return edits;
}

void keyOrderDiffers(Report& report) {
    const auto& marks = report.facts().marks;
    const QString usual = report.habits().usual(Trait::KeyOrder);
    if (std::find(marks.begin(), marks.end(), Mark{Trait::KeyOrder, {}, usual}) != marks.end())
        return;
    const auto& tree = report.context().document.json();
    const auto order = usualOrder(report);
    auto last = order.begin();
    for (const format::JsonId id : tree.node(tree.root()).children) {
        const auto place = std::find(order.begin(), order.end(), tree.node(id).name);
        if (place == order.end() || tree.node(id).isDuplicateKey)
            continue;
        if (place < last) {
            Issue& issue =
                report.add(tree.node(id).name,
                           tr("The key \"%1\" stands behind one that usually follows it; the order changes "
                              "nothing on the site.")
                               .arg(QString::fromUtf8(tree.node(id).name)),
                           tree.node(id).key);
            report.fixBy(issue, tr("Put all keys in the usual order"), reordered(report, order));
            Report::askFirst(issue);
            return;
        }
        last = place;
    }
}

constexpr Rule rules[] = {
    {"key-missing", Severity::Error, "A required key is missing.", checkWith<missingKeys>},
    {"key-unknown", Severity::Warning, "A key is not part of the episode model.", checkWith<unknownKeys>},
    {"key-order", Severity::Information, "The keys are not in the usual order.", checkWith<keyOrderDiffers>},
};

} // namespace

std::span<const Rule> keyRules() {
    return rules;
}

} // namespace catalog
