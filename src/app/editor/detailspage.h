// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/formpage.h"

namespace app {

class FollowNotice;

/// The Details page: what the episode is called, where it belongs, when it is published, and what apps know
/// it by.
class DetailsPage : public FormPage {
    Q_OBJECT
public:
    explicit DetailsPage(const EditorContext& context, QWidget* parent = nullptr);

protected:
    void episodeShown() override;

private:
    FollowNotice* m_notice;
};

} // namespace app
