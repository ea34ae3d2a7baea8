// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/newepisodeplan.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace models {
class CompletionModel;
}

namespace app {

class ChipEdit;
class DateEdit;
class ElidedLabel;
class NewEpisodeFacts;

/// What a new episode is begun with.
struct NewEpisodeStart {
    catalog::EpisodeId current;           ///< its show is suggested
    QString mp3;                          ///< empty: there is none yet
    catalog::Episode::DocumentPtr copied; ///< none: the show's last one is gone on from
    QString copiedName;                   ///< for the window's title
};

/// Makes a show's next episode: from its last one, from an MP3, as a copy of another one or of a template.
/// Writes the new file, and nothing else; the caller takes it into the catalogue.
class NewEpisodeDialog : public QDialog {
    Q_OBJECT
public:
    NewEpisodeDialog(const catalog::Catalog& catalog, NewEpisodeStart start, QWidget* parent = nullptr);

    /// The path of the file that was written.
    const QString& created() const { return m_created; }

    void accept() override;

private:
    void build();
    void addLine(QFormLayout& form, QWidget* field, const char* name, const QString& label,
                 const QString& accessibleName);
    void buildForm(QFormLayout& form);
    void buildHosts(QFormLayout& form);
    QWidget* buildButtons();
    void fillShows();
    void connectAll();
    void connectHosts();
    void chooseShow();
    void followNumber();
    void keepTabOrder();
    void setHosts(const QStringList& hosts);
    void showMeasured();
    void useTitle(bool isUsed);
    void take();
    QString windowName() const;
    QString whyNot() const;
    void refresh();

    const catalog::Catalog& m_catalog;
    NewEpisodeStart m_start;
    QString m_created;
    std::unique_ptr<catalog::NewEpisodePlan> m_plan;
    QLineEdit* m_title;
    QComboBox* m_show;
    QLineEdit* m_number;
    QLineEdit* m_slug;
    DateEdit* m_date;
    models::CompletionModel* m_people;
    ChipEdit* m_hosts;
    ElidedLabel* m_file;
    QLineEdit* m_address = nullptr;     ///< of the enclosure; only with an MP3
    NewEpisodeFacts* m_facts = nullptr; ///< likewise
    QCheckBox* m_draft;
    QLabel* m_words;
    QPushButton* m_create = nullptr;
    QPushButton* m_cancel = nullptr;
};

} // namespace app
