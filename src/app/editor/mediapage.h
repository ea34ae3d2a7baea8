// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/formpage.h"

namespace app {

/// The Media page: the enclosure, its size and length, other files of the episode, and pages about it.
class MediaPage : public FormPage {
    Q_OBJECT
public:
    explicit MediaPage(const EditorContext& context, QWidget* parent = nullptr);
};

} // namespace app
