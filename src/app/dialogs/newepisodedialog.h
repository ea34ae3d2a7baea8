// SPDX-License-Identifier: MIT
#pragma once

#include "audio/mediafacts.h"
#include "catalog/newepisodeplan.h"

#include <QDialog>
#include <QFutureWatcher>

#include <array>
#include <memory>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QGroupBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace app {

class ElidedLabel;

/// Makes a show's next episode from an MP3: what it is called, what of the file is taken, where it is
/// written. Writes the new file, and nothing else; the caller takes it into the catalogue.
class NewEpisodeDialog : public QDialog {
    Q_OBJECT
public:
    /// `current`: its show is suggested.
    NewEpisodeDialog(const catalog::Catalog& catalog, catalog::EpisodeId current, QString mp3,
                     QWidget* parent = nullptr);

    /// The path of the file that was written.
    const QString& created() const { return m_created; }

    void accept() override;

private:
    enum Fact { Duration, Bytes, Title, Artist, Chapters, FactCount };
    void build();
    void addLine(QFormLayout& form, QWidget* field, const char* name, const QString& label,
                 const QString& accessibleName);
    void buildForm(QFormLayout& form);
    QGroupBox* buildFacts();
    void fillShows(catalog::EpisodeId current);
    void connectAll();
    void chooseShow();
    void showMeasured();
    void setFact(Fact fact, const QString& value);
    void useTitle(bool isUsed);
    bool isTaken(Fact fact) const;
    void take();
    QString whyNot() const;
    void refresh();

    const catalog::Catalog& m_catalog;
    QString m_mp3;
    QString m_created;
    std::unique_ptr<catalog::NewEpisodePlan> m_plan;
    QFutureWatcher<audio::MediaFacts> m_measuring;
    audio::MediaFacts m_facts;
    bool m_isMeasured = false;
    QLineEdit* m_title;
    QComboBox* m_show;
    QLineEdit* m_number;
    QLineEdit* m_date;
    ElidedLabel* m_file;
    ElidedLabel* m_slug;
    std::array<QCheckBox*, FactCount> m_ticks{}; ///< none for the artist
    std::array<ElidedLabel*, FactCount> m_values{};
    QCheckBox* m_draft;
    QLabel* m_words;
    QPushButton* m_create = nullptr;
};

} // namespace app
