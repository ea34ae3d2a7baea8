// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/personpage.h"

#include <QDialog>
#include <QStringList>

#include <functional>
#include <vector>

class QFormLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace app {

/// Asks for what a missing person's or sponsor's page shall say, in the style of the site's other pages, and
/// shows its text. Accepting writes the file; where that fails, the dialog stays and says why.
class PersonPageDialog : public QDialog {
    Q_OBJECT
public:
    PersonPageDialog(const catalog::Catalog& catalog, const catalog::PersonEntry& entry,
                     QWidget* parent = nullptr);

    /// Of the file, relative to the site.
    QString path() const;
    void accept() override;

private:
    void build();
    void addField(const catalog::PageStyle::Key& key, QFormLayout& form);
    QString suggested(const catalog::PageStyle::Key& key) const;
    QStringList values() const;
    void refresh();
    QString whyNot() const;

    const catalog::Catalog& m_catalog;
    const catalog::PersonEntry m_entry;
    QString m_content; ///< the site's content folder
    catalog::PageStyle m_style;
    std::vector<std::function<QString()>> m_fields; ///< what is typed for each key of the style
    QLabel* m_words;
    QPlainTextEdit* m_text;
    QPushButton* m_create = nullptr;
};

} // namespace app
