// SPDX-License-Identifier: MIT
#include "app/widgets/follownotice.h"

#include "catalog/field.h"
#include "catalog/values.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace app {

namespace {

bool isScalar(const format::JsonNode* node) {
    return node && (node->type == format::JsonType::String || node->type == format::JsonType::Number);
}

QString labelOf(const std::string& key) {
    const catalog::Field* field = catalog::fieldOf(key);
    return field ? catalog::labelOf(*field) : QString::fromStdString(key);
}

} // namespace

FollowNotice::FollowNotice(const EditorContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_words(new QLabel(this))
    , m_follow(new QPushButton(tr("Follow Number"), this)) {
    setObjectName(QStringLiteral("followNotice"));
    m_words->setObjectName(QStringLiteral("followWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_follow->setObjectName(QStringLiteral("followNumberButton"));
    m_follow->setAutoDefault(false);
    m_follow->setToolTip(
        tr("Sets these fields to what number and show ask for, in one step that can be undone"));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    line->addWidget(m_words, 1);
    line->addWidget(m_follow, 0, Qt::AlignTop);
    connect(m_follow, &QPushButton::clicked, this, &FollowNotice::follow);
}

void FollowNotice::setEpisode(catalog::EpisodeId id) {
    m_id = id;
    refresh();
}

std::vector<FollowNotice::Derived> FollowNotice::disagreements() const {
    const catalog::Catalog& catalog = m_context.session.catalog();
    const auto document = catalog.contains(m_id) ? catalog.episode(m_id).document() : nullptr;
    std::vector<Derived> found;
    if (!document)
        return found;
    const auto compare = [&](const char* key, const QString& expected, const format::JsonValue& value) {
        const format::JsonNode* node = document->member(key);
        if (!node || node->isDuplicateKey || expected.isEmpty() || document->value(*node).isSameValue(value))
            return;
        found.push_back({key, catalog::valueText(*document, key), expected, value});
    };
    const auto text = [](const QString& words) { return format::JsonValue::string(words.toStdString()); };
    const format::JsonNode* numberNode = document->member("episode");
    if (isScalar(numberNode)) {
        const QString number = QString::fromStdString(document->plain(*numberNode));
        const QString padded = catalog::paddedNumber(number);
        compare("episode_padded", padded, text(padded));
        compare("slug", number, text(number));
    }
    const QString show = catalog::valueText(*document, "show_slug");
    const QString image = catalog.registry().shows.value(show).headerImage;
    // A picture of the episode's own is meant to differ; only another show's is a mistake.
    if (catalog::valueText(*document, "header_image").startsWith(QLatin1String("/images/shows/")))
        compare("header_image", image, text(image));
    const QString name = catalog::valueText(*document, "show_name");
    compare("categories", name, format::JsonValue::strings({name.toStdString()}));
    return found;
}

QString FollowNotice::fileNameWords() const {
    const catalog::Catalog& catalog = m_context.session.catalog();
    if (!catalog.contains(m_id) || catalog.episode(m_id).isRefused())
        return {};
    const auto document = catalog.episode(m_id).document();
    const QString padded = catalog::paddedNumber(catalog::valueText(*document, "episode"));
    const QFileInfo file(catalog.episode(m_id).path());
    if (padded.isEmpty() || file.completeBaseName() == padded)
        return {};
    return tr("The file is named %1; the number asks for %2. Rename it where the site is kept.")
        .arg(file.fileName(), padded + QStringLiteral(".md"));
}

void FollowNotice::refresh() {
    const auto found = disagreements();
    QStringList lines;
    for (const Derived& derived : found)
        lines +=
            derived.now.isEmpty()
                ? tr("%1 is empty; %2 is expected.").arg(labelOf(derived.key), derived.expected)
                : tr("%1 is %2; %3 is expected.").arg(labelOf(derived.key), derived.now, derived.expected);
    if (const QString file = fileNameWords(); !file.isEmpty())
        lines += file;
    m_words->setText(lines.join(QLatin1Char('\n')));
    m_follow->setVisible(!found.empty() && !m_context.session.catalog().episode(m_id).isReadOnly());
    setVisible(!lines.isEmpty());
}

void FollowNotice::follow() {
    const auto found = disagreements();
    const auto document = found.empty() ? nullptr : m_context.session.catalog().episode(m_id).document();
    catalog::Edit edit{m_id, {}};
    for (const Derived& derived : found) {
        auto made = document->set({derived.key}, derived.value, catalog::keyOrder());
        if (!made)
            continue;
        edit.changes.insert(edit.changes.end(), made->begin(), made->end());
    }
    if (!edit.isEmpty())
        m_context.session.apply({edit}, tr("Follow Number"));
}

} // namespace app
