// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/formpage.h"
#include "catalog/mediaresults.h"

#include <QPointer>

namespace app {

class MediaCompare;

/// The Media page: the enclosure, its size and length and what measuring it found, other files of the
/// episode, and pages about it.
class MediaPage : public FormPage {
    Q_OBJECT
public:
    explicit MediaPage(const EditorContext& context, QWidget* parent = nullptr);

    /// Shows what is in these, now and whenever they change.
    void setResults(const catalog::MediaResults& results);

signals:
    void measureRequested(catalog::EpisodeId id, bool isServerAsked);

protected:
    void episodeShown() override;

private:
    void showMeasured();
    const catalog::MediaFinding* finding() const;
    void useBytes();
    void useDuration();
    void takeChapters();

    MediaCompare* m_compare = nullptr;
    QPointer<const catalog::MediaResults> m_results;
};

} // namespace app
