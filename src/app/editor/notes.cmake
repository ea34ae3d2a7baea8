# SPDX-License-Identifier: MIT
target_sources(app PRIVATE
  editor/allfieldspage.cpp editor/allfieldspage.h
  dialogs/mendingdialog.cpp dialogs/mendingdialog.h
  editor/linkscommands.cpp editor/linkscommands.h
  editor/linkspage.cpp editor/linkspage.h
  editor/sourcepage.cpp editor/sourcepage.h
  links/episodetasks.cpp links/episodetasks.h links/linktasks.cpp links/linktasks.h links/titlesdialog.cpp links/titlesdialog.h
  preview/notespreview.cpp preview/notespreview.h)
