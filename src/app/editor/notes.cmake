# SPDX-License-Identifier: MIT
target_sources(app PRIVATE
  editor/allfieldspage.cpp editor/allfieldspage.h
  dialogs/mendingdialog.cpp dialogs/mendingdialog.h
  editor/linkdelegate.cpp editor/linkdelegate.h
  editor/linkscommands.cpp editor/linkscommands.h
  editor/linkspage.cpp editor/linkspage.h
  editor/notespage.cpp editor/notespage.h
  editor/sourcepage.cpp editor/sourcepage.h
  links/episodetasks.cpp links/episodetasks.h links/linktasks.cpp links/linktasks.h links/titlesdialog.cpp links/titlesdialog.h
  preview/notesrenderer.cpp preview/notesrenderer.h preview/notespreview.cpp preview/notespreview.h
  widgets/bytetext.cpp widgets/bytetext.h widgets/codeedit.cpp widgets/codeedit.h widgets/findbar.cpp widgets/findbar.h
  widgets/notehighlighter.cpp widgets/notehighlighter.h widgets/textcolors.cpp widgets/textcolors.h)
