// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/formpage.h"

namespace app {

/// The People page: hosts, guests, sponsors and tags as chips.
class PeoplePage : public FormPage {
    Q_OBJECT
public:
    explicit PeoplePage(const EditorContext& context, QWidget* parent = nullptr);
};

} // namespace app
