// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/search/searchquery.h"
#include "models/searchcompletion.h"

#include <QLineEdit>

class QCompleter;
class QStandardItemModel;

namespace app {

/// The search box: offers terms and values of the search language while one types, and underlines what is not
/// understood.
class SearchEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchEdit(const catalog::Catalog& catalog, QWidget* parent = nullptr);

    const catalog::SearchQuery& query() const { return m_query; }
    /// What is wrong with what was typed, in words; empty where nothing is.
    QString problem() const;
    /// What was typed turned out too complicated while episodes were asked: says so.
    void tellProblems();
    /// Puts a term at the end, to be completed.
    void addTerm(const QString& term);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void read();
    void underline();
    void offer();
    void take(const QString& text);

    catalog::SearchQuery m_query;
    models::SearchCompletion m_completion;
    models::SearchOffers m_offers;
    QStandardItemModel* m_model;
    QCompleter* m_completer;
};

} // namespace app
