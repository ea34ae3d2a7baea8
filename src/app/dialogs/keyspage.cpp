// SPDX-License-Identifier: MIT
#include "app/dialogs/keyspage.h"

#include "app/actions.h"
#include "catalog/search/searchfold.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

namespace {

enum Column { NameColumn, KeysColumn, OthersColumn, ColumnCount };

QString said(const QKeySequence& keys) {
    return keys.toString(QKeySequence::NativeText);
}

} // namespace

KeysPage::KeysPage(const std::vector<QAction*>& actions, const QWidget* window, QWidget* parent)
    : QWidget(parent)
    , m_filter(new QLineEdit)
    , m_tree(new QTreeWidget)
    , m_edit(new QKeySequenceEdit)
    , m_conflict(new QLabel) {
    for (QAction* action : actions)
        m_keys.push_back({action, action->shortcut(), nullptr});
    if (window)
        readOthers(window);
    build();
    fill();
    connect(m_filter, &QLineEdit::textChanged, this, &KeysPage::filter);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &KeysPage::showCurrent);
    connect(m_edit, &QKeySequenceEdit::keySequenceChanged, this, [this](const QKeySequence& keys) {
        setCurrentKeys(keys.isEmpty() ? keys : QKeySequence(keys[0])); // one stroke, not a row of them
    });
    connect(m_clear, &QPushButton::clicked, this, [this] { setCurrentKeys({}); });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (const Key* key = current())
            setCurrentKeys(defaultKeysOf(*key->action));
    });
    connect(m_resetAll, &QPushButton::clicked, this, [this] {
        for (Key& key : m_keys)
            key.keys = defaultKeysOf(*key.action);
        refresh();
    });
    m_tree->setCurrentItem(m_tree->topLevelItem(0));
}

QPushButton* KeysPage::addButton(const QString& text, const char* name, const QString& tip) {
    auto* button = new QPushButton(text);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(tip);
    button->setAutoDefault(false);
    return button;
}

void KeysPage::build() {
    setObjectName(QStringLiteral("keysPage"));
    m_filter->setObjectName(QStringLiteral("keysFilterEdit"));
    m_filter->setAccessibleName(tr("Show only commands with these words or keys"));
    m_filter->setPlaceholderText(tr("Words of a command, or keys"));
    m_filter->setClearButtonEnabled(true);
    m_tree->setObjectName(QStringLiteral("keysTree"));
    m_tree->setAccessibleName(tr("Commands and their keys"));
    m_tree->setColumnCount(ColumnCount);
    m_tree->setHeaderLabels({tr("Command"), tr("Keys"), tr("Also used by")});
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setMinimumSize(480, 260);
    m_edit->setObjectName(QStringLiteral("keysEdit"));
    m_edit->setAccessibleName(tr("New keys"));
    m_conflict->setObjectName(QStringLiteral("keysConflict"));
    m_conflict->setTextFormat(Qt::PlainText);
    m_conflict->setWordWrap(true);
    m_clear = addButton(tr("&No Keys"), "keysClearButton", tr("The command is left without keys"));
    m_reset =
        addButton(tr("&Reset"), "keysResetButton", tr("The command gets the keys that it has at first"));
    m_resetAll = addButton(tr("Reset A&ll"), "keysResetAllButton", tr("Every command gets its first keys"));
    auto* label = new QLabel(tr("Press the ne&w keys:"));
    label->setBuddy(m_edit);
    auto* line = new QHBoxLayout;
    line->addWidget(label);
    line->addWidget(m_edit, 1);
    for (QPushButton* button : {m_clear, m_reset, m_resetAll})
        line->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_filter);
    layout->addWidget(m_tree, 1);
    layout->addLayout(line);
    layout->addWidget(m_conflict);
}

void KeysPage::readOthers(const QWidget* window) {
    for (const QAction* action : window->findChildren<QAction*>())
        if (!hasDefaultKeys(*action))
            for (const QKeySequence& keys : action->shortcuts())
                if (const QString name = nameOf(*action).trimmed(); !name.isEmpty())
                    m_others.emplace_back(keys, name);
    for (const QShortcut* shortcut : window->findChildren<QShortcut*>())
        m_others.emplace_back(shortcut->key(), tr("a key of its own"));
}

void KeysPage::fill() {
    for (Key& key : m_keys) {
        key.item = new QTreeWidgetItem(m_tree, {nameOf(*key.action)});
        key.item->setToolTip(NameColumn, key.action->statusTip());
    }
    refresh();
    m_tree->resizeColumnToContents(NameColumn);
    m_tree->resizeColumnToContents(KeysColumn);
}

KeysPage::Key* KeysPage::current() {
    const auto found = std::find_if(m_keys.begin(), m_keys.end(),
                                    [this](const Key& key) { return key.item == m_tree->currentItem(); });
    return found == m_keys.end() ? nullptr : &*found;
}

QStringList KeysPage::othersWith(const Key& key) const {
    QStringList names;
    if (key.keys.isEmpty())
        return names;
    for (const Key& other : m_keys)
        if (other.action != key.action && other.keys == key.keys)
            names += nameOf(*other.action);
    for (const auto& [keys, name] : m_others)
        if (keys == key.keys && !names.contains(name))
            names += name;
    return names;
}

void KeysPage::setCurrentKeys(const QKeySequence& keys) {
    Key* key = current();
    if (!key)
        return;
    key->keys = keys;
    refresh();
}

void KeysPage::refresh() {
    for (const Key& key : m_keys) {
        const bool isDefault = key.keys == defaultKeysOf(*key.action);
        QFont font = m_tree->font();
        font.setBold(!isDefault);
        key.item->setText(KeysColumn, said(key.keys));
        key.item->setFont(KeysColumn, font);
        key.item->setText(OthersColumn, othersWith(key).join(QStringLiteral(", ")));
    }
    showCurrent();
}

void KeysPage::showCurrent() {
    const Key* key = current();
    for (QWidget* widget :
         {static_cast<QWidget*>(m_edit), static_cast<QWidget*>(m_clear), static_cast<QWidget*>(m_reset)})
        widget->setEnabled(key != nullptr);
    if (!key)
        return m_conflict->clear();
    const QSignalBlocker blocker(m_edit);
    if (m_edit->keySequence() != key->keys)
        m_edit->setKeySequence(key->keys);
    const QKeySequence first = defaultKeysOf(*key->action);
    m_clear->setEnabled(!key->keys.isEmpty());
    m_reset->setEnabled(key->keys != first);
    const QStringList others = othersWith(*key);
    m_conflict->setText(others.isEmpty()
                            ? QString()
                            : tr("%1 is used by %2, too. Where both are at hand, neither is done.")
                                  .arg(said(key->keys), others.join(QStringLiteral(", "))));
}

void KeysPage::filter() {
    const auto words = catalog::foldedWords(m_filter->text());
    for (const Key& key : m_keys) {
        const QString text = key.item->text(NameColumn) + QLatin1Char(' ') + key.item->text(KeysColumn);
        key.item->setHidden(!catalog::holdsAll(catalog::foldForSearch(text.toStdString()), words));
    }
}

void KeysPage::apply() {
    for (const Key& key : m_keys)
        if (key.action->shortcut() != key.keys)
            setKeys(*key.action, key.keys);
}

} // namespace app
