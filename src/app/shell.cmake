# SPDX-License-Identifier: MIT
target_sources(app PRIVATE
  settings.cpp settings.h editor/editorpage.h appearance.cpp appearance.h actions.cpp actions.h saver.cpp saver.h startpage.cpp startpage.h
  mainwindow.cpp mainwindow.h mainwindowbuild.cpp mainwindowlayout.cpp mainwindowplay.cpp mainwindowtasks.cpp mainwindowsafety.cpp mainwindowreview.cpp mainwindownew.cpp mainwindowfiles.cpp mainwindowtemplates.cpp mainwindowfind.cpp mainwindowcommands.cpp dialogs/commandpalette.cpp dialogs/commandpalette.h dialogs/keyspage.cpp dialogs/keyspage.h dialogs/replacedialog.cpp dialogs/replacedialog.h widgets/linemarks.cpp widgets/linemarks.h widgets/issuemarks.cpp widgets/issuemarks.h widgets/foundmarks.cpp widgets/founddelegate.h widgets/founddelegate.cpp widgets/foundmarks.h widgets/differencedelegate.cpp widgets/differencedelegate.h widgets/noticebar.cpp widgets/noticebar.h widgets/showchoice.cpp widgets/showchoice.h widgets/listkeys.cpp widgets/listkeys.h application.cpp application.h
  editor/episodeeditor.cpp editor/episodeeditor.h
  episodelist/episodedelegate.cpp episodelist/episodedelegate.h episodelist/episodetableview.cpp
  episodelist/episodetableview.h episodelist/savedsearches.cpp episodelist/savedsearches.h episodelist/showlistview.cpp episodelist/showlistview.h
  episodelist/celldelegate.cpp episodelist/celldelegate.h episodelist/episodetablecells.cpp
  episodelist/tablecommands.cpp episodelist/tablecommands.h episodelist/tableexporter.cpp episodelist/tableexporter.h
  episodelist/tablefooter.cpp episodelist/tablefooter.h episodelist/laidouttexts.cpp mainwindowtable.cpp
  dialogs/exporttabledialog.cpp dialogs/exporttabledialog.h dialogs/pastecellsdialog.cpp dialogs/pastecellsdialog.h
  widgets/membersedit.cpp widgets/membersedit.h
  issues/issuedelegate.cpp issues/issuedelegate.h issues/issuespanel.cpp issues/issuespanel.h
  dialogs/gotodialog.cpp dialogs/gotodialog.h dialogs/gototimedialog.cpp dialogs/gototimedialog.h dialogs/helpdialog.cpp dialogs/helpdialog.h
  dialogs/skippeddialog.cpp dialogs/skippeddialog.h
  dialogs/rulesguide.cpp dialogs/rulesguide.h
  dialogs/peoplechangedialog.cpp dialogs/peoplechangedialog.h dialogs/peopledialog.cpp dialogs/peopledialog.h
  dialogs/personpagedialog.cpp dialogs/personpagedialog.h
  dialogs/chapterimportdialog.cpp dialogs/chapterimportdialog.h dialogs/chapterexportdialog.cpp dialogs/chapterexportdialog.h dialogs/tagreading.cpp dialogs/tagreading.h dialogs/tagwriting.cpp dialogs/tagwriting.h
  dialogs/id3chapters.cpp dialogs/id3chapters.h dialogs/newepisodedialog.cpp dialogs/newepisodedialog.h dialogs/newepisodefacts.cpp dialogs/newepisodefacts.h dialogs/renamedialog.cpp dialogs/renamedialog.h dialogs/renumberdialog.cpp dialogs/renumberdialog.h dialogs/templatesdialog.cpp dialogs/templatesdialog.h
  review/diffview.cpp review/diffview.h review/reviewdialog.cpp review/reviewdialog.h
  dialogs/preferencesdialog.cpp dialogs/preferencesdialog.h dialogs/readingdialog.cpp dialogs/readingdialog.h)
target_sources(app PRIVATE outside/outsidechanges.cpp outside/outsidechanges.h outside/outsidenotices.cpp
  outside/mergedesk.cpp outside/mergedesk.h outside/conflictdialog.cpp outside/conflictdialog.h)
target_sources(app PRIVATE widgets/searchedit.cpp widgets/searchedit.h widgets/searchhelp.cpp widgets/searchhelp.h)
target_sources(app PRIVATE samplecatalog.cpp samplecatalog.h)
target_compile_definitions(app PRIVATE EPISODE_DESK_SAMPLE_DIR="${CMAKE_SOURCE_DIR}/resources/sample")
target_sources(app PRIVATE
  recovery/losttext.h recovery/leftoversearch.cpp recovery/leftoversearch.h recovery/recovery.cpp recovery/recovery.h recovery/recoverydialog.cpp recovery/recoverydialog.h
  recovery/overwritenotices.cpp recovery/overwritenotices.h recovery/overwritesdialog.cpp recovery/overwritesdialog.h)
target_sources(app PRIVATE widgets/proposalview.cpp widgets/proposalview.h
  bulk/bulkarguments.cpp bulk/bulkarguments.h bulk/bulkdialog.cpp bulk/bulkdialog.h bulk/bulkrunner.cpp bulk/bulkrunner.h
  editor/severalpage.cpp editor/severalpage.h)
target_sources(app PRIVATE mainwindowfeeds.cpp feeds/feedloading.cpp feeds/feedloading.h feeds/feedplanning.cpp feeds/feedplanning.h feeds/feedwriting.cpp feeds/feedwriting.h
  dialogs/feedimportdialog.cpp dialogs/feedimportdialog.h dialogs/feedpreviewdialog.cpp dialogs/feedpreviewdialog.h)
