// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/fieldrow.h"

class QLineEdit;

namespace models {
class CompletionModel;
}

namespace app {

class ChipEdit;

/// A field that is a list of texts, as chips; every change touches only its own elements in the file.
class ChipsFieldRow : public FieldRow {
    Q_OBJECT
public:
    ChipsFieldRow(const EditorContext& context, std::string_view key, QWidget* parent = nullptr);

    void setEpisode(catalog::EpisodeId id) override;
    void focusOn(format::Span span) override;
    void commit() override;

protected:
    void showValue(const Value& value, bool canEdit) override;
    QString unsuitable(const Value& value) const override;

private:
    QStringList items() const;
    bool hasOtherElements() const;
    void add(const QStringList& items);
    void countUses();

    models::CompletionModel* m_completion;
    bool m_isCounted = false; ///< for the episode's show
    ChipEdit* m_chips;
    QLineEdit* m_raw; ///< what the file has where it has no list of texts
};

} // namespace app
