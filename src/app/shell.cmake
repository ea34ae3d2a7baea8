# SPDX-License-Identifier: MIT
target_sources(app PRIVATE settings.cpp settings.h editor/editorpage.h)
