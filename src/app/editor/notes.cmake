# SPDX-License-Identifier: MIT
target_sources(app PRIVATE
  editor/allfieldspage.cpp editor/allfieldspage.h
  editor/linkspage.cpp editor/linkspage.h
  editor/sourcepage.cpp editor/sourcepage.h
  preview/notespreview.cpp preview/notespreview.h)
