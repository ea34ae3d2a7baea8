// SPDX-License-Identifier: MIT
#pragma once

#include "audio/mediafacts.h"
#include "catalog/newepisode.h"

#include <QFutureWatcher>
#include <QGroupBox>

#include <array>

class QCheckBox;

namespace app {

class ElidedLabel;

/// What an MP3 says of itself, measured in the background, with a tick for each fact that a new episode may
/// take.
class NewEpisodeFacts : public QGroupBox {
    Q_OBJECT
public:
    explicit NewEpisodeFacts(QString mp3, QWidget* parent = nullptr);

    /// The title inside the file; empty until it is measured.
    QString title() const { return m_facts.tags.title.simplified(); }
    bool takesTitle() const { return isTaken(Title); }
    void setTakesTitle(bool takes);
    QList<QWidget*> controls() const; ///< from top to bottom
    /// Gives the new episode what is ticked, its title apart.
    void take(catalog::NewEpisode& episode) const;
    /// Why no episode can be made of the file (yet); empty where it can.
    QString whyNot() const;
    /// Why less is known of it than was wished; else empty.
    const QString& remark() const { return m_facts.tags.error; }

signals:
    void measured();
    void titleToggled(bool isTaken);

private:
    enum Fact { Duration, Bytes, Title, Artist, Chapters, FactCount };
    void build();
    void setFact(Fact fact, const QString& value);
    void showMeasured();
    bool isTaken(Fact fact) const;

    QString m_mp3;
    QFutureWatcher<audio::MediaFacts> m_measuring;
    audio::MediaFacts m_facts;
    bool m_isMeasured = false;
    std::array<QCheckBox*, FactCount> m_ticks{}; ///< none for the artist
    std::array<ElidedLabel*, FactCount> m_values{};
};

} // namespace app
