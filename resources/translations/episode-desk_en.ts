<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BulkEdit</name>
    <message numerus="yes">
        <source>Set %1 of %n Episode(s)</source>
        <translation>
            <numerusform>Set %1 of %n Episode</numerusform>
            <numerusform>Set %1 of %n Episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear %1 of %n Episode(s)</source>
        <translation>
            <numerusform>Clear %1 of %n Episode</numerusform>
            <numerusform>Clear %1 of %n Episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %1 from %n Episode(s)</source>
        <translation>
            <numerusform>Remove %1 from %n Episode</numerusform>
            <numerusform>Remove %1 from %n Episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add to %1 of %n Episode(s)</source>
        <translation>
            <numerusform>Add to %1 of %n Episode</numerusform>
            <numerusform>Add to %1 of %n Episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take out of %1 of %n Episode(s)</source>
        <translation>
            <numerusform>Take out of %1 of %n Episode</numerusform>
            <numerusform>Take out of %1 of %n Episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace in %1 of %n Episode(s)</source>
        <translation>
            <numerusform>Replace in %1 of %n Episode</numerusform>
            <numerusform>Replace in %1 of %n Episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Number %n Episode(s)</source>
        <translation>
            <numerusform>Number %n Episode</numerusform>
            <numerusform>Number %n Episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shift %1 of %n Episode(s)</source>
        <translation>
            <numerusform>Shift %1 of %n Episode</numerusform>
            <numerusform>Shift %1 of %n Episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set Time of %n Episode(s)</source>
        <translation>
            <numerusform>Set Time of %n Episode</numerusform>
            <numerusform>Set Time of %n Episodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChapterFormats</name>
    <message numerus="yes">
        <source>The end of %n chapter(s) is left out.</source>
        <translation>
            <numerusform>The end of %n chapter is left out.</numerusform>
            <numerusform>The end of %n chapters is left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The link of %n chapter(s) is left out.</source>
        <translation>
            <numerusform>The link of %n chapter is left out.</numerusform>
            <numerusform>The link of %n chapters is left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The image of %n chapter(s) is left out.</source>
        <translation>
            <numerusform>The image of %n chapter is left out.</numerusform>
            <numerusform>The image of %n chapters is left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s) hidden from the table of contents will be shown.</source>
        <translation>
            <numerusform>%n chapter hidden from the table of contents will be shown.</numerusform>
            <numerusform>%n chapters hidden from the table of contents will be shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The location of %n chapter(s) is left out.</source>
        <translation>
            <numerusform>The location of %n chapter is left out.</numerusform>
            <numerusform>The location of %n chapters is left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n title(s) of several lines become one line.</source>
        <translation>
            <numerusform>%n title of several lines becomes one line.</numerusform>
            <numerusform>%n titles of several lines become one line each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n start(s) lose their fraction of a second.</source>
        <translation>
            <numerusform>%n start loses its fraction of a second.</numerusform>
            <numerusform>%n starts lose their fraction of a second.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s) are shorter than the ten seconds that YouTube wants.</source>
        <translation>
            <numerusform>%n chapter is shorter than the ten seconds that YouTube wants.</numerusform>
            <numerusform>%n chapters are shorter than the ten seconds that YouTube wants.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n title(s) are cut after 1,023 bytes.</source>
        <translation>
            <numerusform>%n title is cut after 1,023 bytes.</numerusform>
            <numerusform>%n titles are cut after 1,023 bytes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Double quotes in %n title(s) become single ones.</source>
        <translation>
            <numerusform>Double quotes in %n title become single ones.</numerusform>
            <numerusform>Double quotes in %n titles become single ones.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EpisodeTotals</name>
    <message numerus="yes">
        <source>%n without duration</source>
        <translation>
            <numerusform>%n without duration</numerusform>
            <numerusform>%n without duration</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s)</source>
        <translation>
            <numerusform>%n episode</numerusform>
            <numerusform>%n episodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message numerus="yes">
        <source>Delete %n Episode(s)</source>
        <translation>
            <numerusform>Delete %n Episode</numerusform>
            <numerusform>Delete %n Episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New Files of %n Episode(s)</source>
        <translation>
            <numerusform>New File of %n Episode</numerusform>
            <numerusform>New Files of %n Episodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDesk</name>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenamePlan</name>
    <message numerus="yes">
        <source>%n Episode(s)</source>
        <translation>
            <numerusform>%n Episode</numerusform>
            <numerusform>%n Episodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::BulkDialog</name>
    <message numerus="yes">
        <source>The %n selected episode(s)</source>
        <translation>
            <numerusform>The selected episode</numerusform>
            <numerusform>The %n selected episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n episode(s) that the table shows</source>
        <translation>
            <numerusform>The episode that the table shows</numerusform>
            <numerusform>All %n episodes that the table shows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply %n Change(s)</source>
        <translation>
            <numerusform>&amp;Apply %n Change</numerusform>
            <numerusform>&amp;Apply %n Changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::BulkRunner</name>
    <message numerus="yes">
        <source>%n file(s) left out: %1</source>
        <translation>
            <numerusform>%n file left out: %1</numerusform>
            <numerusform>%n files left out: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more touch the same places: do it once more.</source>
        <translation>
            <numerusform>%n more touches the same places: do it once more.</numerusform>
            <numerusform>%n more touch the same places: do it once more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ChapterExchange</name>
    <message numerus="yes">
        <source>%n chapter(s) now.</source>
        <translation>
            <numerusform>%n chapter now.</numerusform>
            <numerusform>%n chapters now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ChaptersCommands</name>
    <message numerus="yes">
        <source>Nudge %n Chapter(s)</source>
        <translation>
            <numerusform>Nudge %n Chapter</numerusform>
            <numerusform>Nudge %n Chapters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shift %n Chapter(s)</source>
        <translation>
            <numerusform>Shift %n Chapter</numerusform>
            <numerusform>Shift %n Chapters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n Chapter(s)</source>
        <translation>
            <numerusform>Remove %n Chapter</numerusform>
            <numerusform>Remove %n Chapters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n Chapter(s)</source>
        <translation>
            <numerusform>Paste %n Chapter</numerusform>
            <numerusform>Paste %n Chapters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s) copied.</source>
        <translation>
            <numerusform>%n chapter copied.</numerusform>
            <numerusform>%n chapters copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::DiffView</name>
    <message numerus="yes">
        <source>… %n equal line(s)</source>
        <translation>
            <numerusform>… %n equal line</numerusform>
            <numerusform>… %n equal lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::EpisodeEditor</name>
    <message numerus="yes">
        <source>Editing %n episode(s)</source>
        <translation>
            <numerusform>Editing %n episode</numerusform>
            <numerusform>Editing %n episodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::EpisodeTasks</name>
    <message numerus="yes">
        <source>%n episode(s) have no local file. Ask their servers?</source>
        <translation>
            <numerusform>%n episode has no local file. Ask its server?</numerusform>
            <numerusform>%n episodes have no local file. Ask their servers?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mend %n Problem(s)</source>
        <translation>
            <numerusform>Mend %n Problem</numerusform>
            <numerusform>Mend %n Problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ExportTableDialog</name>
    <message numerus="yes">
        <source>%n episode(s), in the order in which the table shows them.</source>
        <translation>
            <numerusform>%n episode, in the order in which the table shows them.</numerusform>
            <numerusform>%n episodes, in the order in which the table shows them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::FeedImportDialog</name>
    <message numerus="yes">
        <source>%n new item(s),</source>
        <translation>
            <numerusform>%n new item,</numerusform>
            <numerusform>%n new items,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n New</source>
        <translation>
            <numerusform>&amp;Import %n New</numerusform>
            <numerusform>&amp;Import %n New</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Update %n Field(s)</source>
        <translation>
            <numerusform>Update %n Field</numerusform>
            <numerusform>Update %n Fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Update %n field(s) from the feed</source>
        <translation>
            <numerusform>Update %n field from the feed</numerusform>
            <numerusform>Update %n fields from the feed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be written:</source>
        <translation>
            <numerusform>%n file could not be written:</numerusform>
            <numerusform>%n files could not be written:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known. New files are written at once; Undo moves them to the trash.</source>
        <translation>
            <numerusform>%n known. New files are written at once; Undo moves them to the trash.</numerusform>
            <numerusform>%n known. New files are written at once; Undo moves them to the trash.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::FeedPreviewDialog</name>
    <message numerus="yes">
        <source>%n finding(s) that apps or directories may refuse the feed for.</source>
        <translation>
            <numerusform>%n finding that apps or directories may refuse the feed for.</numerusform>
            <numerusform>%n findings that apps or directories may refuse the feed for.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s)</source>
        <translation>
            <numerusform>%n chapter</numerusform>
            <numerusform>%n chapters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transcript(s)</source>
        <translation>
            <numerusform>%n transcript</numerusform>
            <numerusform>%n transcripts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::FindBar</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) replaced.</source>
        <translation>
            <numerusform>%n place replaced.</numerusform>
            <numerusform>%n places replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::IssuesPanel</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Weighed Anew</source>
        <translation>
            <numerusform>%n Weighed Anew</numerusform>
            <numerusform>%n Weighed Anew</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::LinkTasks</name>
    <message numerus="yes">
        <source>%n link(s) checked</source>
        <translation>
            <numerusform>%n link checked</numerusform>
            <numerusform>%n links checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not answer as before</source>
        <translation>
            <numerusform>%n does not answer as before</numerusform>
            <numerusform>%n do not answer as before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) took the title of their page.</source>
        <translation>
            <numerusform>%n row took the title of its page.</numerusform>
            <numerusform>%n rows took the titles of their pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::LinksCommands</name>
    <message numerus="yes">
        <source>%n link(s) copied.</source>
        <translation>
            <numerusform>%n link copied.</numerusform>
            <numerusform>%n links copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove “%1” with its %n row(s), or the heading alone?</source>
        <translation>
            <numerusform>Remove “%1” with its row, or the heading alone?</numerusform>
            <numerusform>Remove “%1” with its %n rows, or the heading alone?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n episode(s))</source>
        <translation>
            <numerusform>%1 (%n episode)</numerusform>
            <numerusform>%1 (%n episodes)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) mended.</source>
        <translation>
            <numerusform>%n problem mended.</numerusform>
            <numerusform>%n problems mended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::MainWindow</name>
    <message numerus="yes">
        <source>%n episode(s) opened</source>
        <translation>
            <numerusform>%n episode opened</numerusform>
            <numerusform>%n episodes opened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other page(s)</source>
        <translation>
            <numerusform>%n other page</numerusform>
            <numerusform>%n other pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) skipped</source>
        <translation>
            <numerusform>%n file skipped</numerusform>
            <numerusform>%n files skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the folder could not be looked into.</source>
        <translation>
            <numerusform>%n file of the folder could not be looked into.</numerusform>
            <numerusform>%n files of the folder could not be looked into.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s)</source>
        <translation>
            <numerusform>%n episode</numerusform>
            <numerusform>%n episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s) saved.</source>
        <translation>
            <numerusform>%n episode saved.</numerusform>
            <numerusform>%n episodes saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) updated from the feed; Undo takes them back.</source>
        <translation>
            <numerusform>%n field updated from the feed; Undo takes it back.</numerusform>
            <numerusform>%n fields updated from the feed; Undo takes them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The files go as they are saved. The unsaved changes of %n episode(s) are kept for Undo until the catalogue is closed.</source>
        <translation>
            <numerusform>The files go as they are saved. The unsaved changes of %n episode are kept for Undo until the catalogue is closed.</numerusform>
            <numerusform>The files go as they are saved. The unsaved changes of %n episodes are kept for Undo until the catalogue is closed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move the files of %n episode(s) to the trash?</source>
        <translation>
            <numerusform>Move the file of %n episode to the trash?</numerusform>
            <numerusform>Move the files of %n episodes to the trash?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s) are in the trash. Undo brings them back.</source>
        <translation>
            <numerusform>%n episode is in the trash. Undo brings it back.</numerusform>
            <numerusform>%n episodes are in the trash. Undo brings them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new file(s) were written. Undo moves them to the trash.</source>
        <translation>
            <numerusform>%n new file was written. Undo moves it to the trash.</numerusform>
            <numerusform>%n new files were written. Undo moves them to the trash.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::MediaTasks</name>
    <message numerus="yes">
        <source>%n enclosure(s) measured</source>
        <translation>
            <numerusform>%n enclosure measured</numerusform>
            <numerusform>%n enclosures measured</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with trouble</source>
        <translation>
            <numerusform>%n with trouble</numerusform>
            <numerusform>%n with trouble</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::MendingDialog</name>
    <message numerus="yes">
        <source>&amp;Mend %n</source>
        <translation>
            <numerusform>&amp;Mend %n</numerusform>
            <numerusform>&amp;Mend %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::NewEpisodeFacts</name>
    <message numerus="yes">
        <source>%n chapter(s)</source>
        <translation>
            <numerusform>%n chapter</numerusform>
            <numerusform>%n chapters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::NotesPage</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>description: %n character(s)</source>
        <translation>
            <numerusform>description: %n character</numerusform>
            <numerusform>description: %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::OutsideChanges</name>
    <message numerus="yes">
        <source>%n episode(s) were renamed by another program.</source>
        <translation>
            <numerusform>%n episode was renamed by another program.</numerusform>
            <numerusform>%n episodes were renamed by another program.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s) were changed by another program.</source>
        <translation>
            <numerusform>%n episode was changed by another program.</numerusform>
            <numerusform>%n episodes were changed by another program.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s) were deleted by another program.</source>
        <translation>
            <numerusform>%n episode was deleted by another program.</numerusform>
            <numerusform>%n episodes were deleted by another program.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new episode(s) found.</source>
        <translation>
            <numerusform>%n new episode found.</numerusform>
            <numerusform>%n new episodes found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s) were merged with changes on the disk</source>
        <translation>
            <numerusform>%n episode was merged with changes on the disk</numerusform>
            <numerusform>%n episodes were merged with changes on the disk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You and another program changed the same places of %n episode(s)</source>
        <translation>
            <numerusform>You and another program changed the same places of %n episode</numerusform>
            <numerusform>You and another program changed the same places of %n episodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::OverwriteNotices</name>
    <message numerus="yes">
        <source>Another program changed by what %n episode(s) are known: GUID, show or number.</source>
        <translation>
            <numerusform>Another program changed by what %n episode is known: GUID, show or number.</numerusform>
            <numerusform>Another program changed by what %n episodes are known: GUID, show or number.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another program undid your saved changes in %n episode(s).</source>
        <translation>
            <numerusform>Another program undid your saved changes in %n episode.</numerusform>
            <numerusform>Another program undid your saved changes in %n episodes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Re-apply %n Change(s)</source>
        <translation>
            <numerusform>Re-apply %n Change</numerusform>
            <numerusform>Re-apply %n Changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::PasteCellsDialog</name>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n cell</numerusform>
            <numerusform>%n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s)</source>
        <translation>
            <numerusform>%n episode</numerusform>
            <numerusform>%n episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) cannot hold what was copied and are left out.</source>
        <translation>
            <numerusform>%n cell cannot hold what was copied and is left out.</numerusform>
            <numerusform>%n cells cannot hold what was copied and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are left out: the table has no more episodes.</source>
        <translation>
            <numerusform>%n row is left out: the table has no more episodes.</numerusform>
            <numerusform>%n rows are left out: the table has no more episodes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) are left out: the table shows no more.</source>
        <translation>
            <numerusform>%n column is left out: the table shows no more.</numerusform>
            <numerusform>%n columns are left out: the table shows no more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::PeopleChangeDialog</name>
    <message numerus="yes">
        <source>%1 exists already, in %n episode(s): the two become one. Where an episode names both, the first place counts.</source>
        <translation>
            <numerusform>%1 exists already, in %n episode: the two become one. Where an episode names both, the first place counts.</numerusform>
            <numerusform>%1 exists already, in %n episodes: the two become one. Where an episode names both, the first place counts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove from %n Episode(s)</source>
        <translation>
            <numerusform>&amp;Remove from %n Episode</numerusform>
            <numerusform>&amp;Remove from %n Episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Merge in %n Episode(s)</source>
        <translation>
            <numerusform>&amp;Merge in %n Episode</numerusform>
            <numerusform>&amp;Merge in %n Episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Rename in %n Episode(s)</source>
        <translation>
            <numerusform>&amp;Rename in %n Episode</numerusform>
            <numerusform>&amp;Rename in %n Episodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::PeopleDialog</name>
    <message numerus="yes">
        <source>%1 is in %n episode(s)</source>
        <translation>
            <numerusform>%1 is in %n episode</numerusform>
            <numerusform>%1 is in %n episodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ProposalView</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n episode(s)</source>
        <translation>
            <numerusform>in %n episode</numerusform>
            <numerusform>in %n episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) left out</source>
        <translation>
            <numerusform>%n file left out</numerusform>
            <numerusform>%n files left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Recovery</name>
    <message numerus="yes">
        <source>Restore %n Unsaved Text(s)</source>
        <translation>
            <numerusform>Restore %n Unsaved Text</numerusform>
            <numerusform>Restore %n Unsaved Texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) restored, unsaved.</source>
        <translation>
            <numerusform>%n text restored, unsaved.</numerusform>
            <numerusform>%n texts restored, unsaved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::RecoveryDialog</name>
    <message numerus="yes">
        <source>%n text(s) were not saved when the program ended. Restore makes the ticked ones unsaved changes again, in one step that can be undone.</source>
        <translation>
            <numerusform>%n text was not saved when the program ended. Restore makes it an unsaved change again, in one step that can be undone.</numerusform>
            <numerusform>%n texts were not saved when the program ended. Restore makes the ticked ones unsaved changes again, in one step that can be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard %n unsaved text(s) for good?</source>
        <translation>
            <numerusform>Discard %n unsaved text for good?</numerusform>
            <numerusform>Discard %n unsaved texts for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::RenumberDialog</name>
    <message numerus="yes">
        <source>Renumber %n Episode(s)</source>
        <translation>
            <numerusform>Renumber %n Episode</numerusform>
            <numerusform>Renumber %n Episodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ReplaceDialog</name>
    <message numerus="yes">
        <source>&amp;Replace %n Match(es)</source>
        <translation>
            <numerusform>&amp;Replace %n Match</numerusform>
            <numerusform>&amp;Replace %n Matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %n Match(es)</source>
        <translation>
            <numerusform>Replace %n Match</numerusform>
            <numerusform>Replace %n Matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ReviewDialog</name>
    <message numerus="yes">
        <source>This change goes back as a whole: %n values or rows.</source>
        <translation>
            <numerusform>This change goes back as a whole: %n value or row.</numerusform>
            <numerusform>This change goes back as a whole: %n values or rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Saver</name>
    <message numerus="yes">
        <source>%n episode(s) saved.</source>
        <translation>
            <numerusform>%n episode saved.</numerusform>
            <numerusform>%n episodes saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) need attention:</source>
        <translation>
            <numerusform>%n file needs attention:</numerusform>
            <numerusform>%n files need attention:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s) have unsaved changes.</source>
        <translation>
            <numerusform>%n episode has unsaved changes.</numerusform>
            <numerusform>%n episodes have unsaved changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SeveralPage</name>
    <message numerus="yes">
        <source>Set in %n</source>
        <translation>
            <numerusform>Set in %n</numerusform>
            <numerusform>Set in %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What you type is set in all %n episode(s), as one step that can be undone.</source>
        <translation>
            <numerusform>What you type is set in %n episode, as one step that can be undone.</numerusform>
            <numerusform>What you type is set in all %n episodes, as one step that can be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them cannot be changed.</source>
        <translation>
            <numerusform>%n of them cannot be changed.</numerusform>
            <numerusform>%n of them cannot be changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ShiftChaptersDialog</name>
    <message numerus="yes">
        <source>&amp;All %n chapter(s)</source>
        <translation>
            <numerusform>The &amp;only chapter</numerusform>
            <numerusform>&amp;All %n chapters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;The %n selected chapter(s)</source>
        <translation>
            <numerusform>&amp;The selected chapter</numerusform>
            <numerusform>&amp;The %n selected chapters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TableCommands</name>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n row copied.</numerusform>
            <numerusform>%n rows copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n Cell(s)</source>
        <translation>
            <numerusform>Paste %n Cell</numerusform>
            <numerusform>Paste %n Cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) changed.</source>
        <translation>
            <numerusform>%n cell changed.</numerusform>
            <numerusform>%n cells changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TableExporter</name>
    <message numerus="yes">
        <source>%n episode(s) written to %1.</source>
        <translation>
            <numerusform>%n episode written to %1.</numerusform>
            <numerusform>%n episodes written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::ChangesModel</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1
Goes back together with %n more.</source>
        <translation>
            <numerusform>%1
Goes back together with %n more.</numerusform>
            <numerusform>%1
Goes back together with %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::EditSession</name>
    <message numerus="yes">
        <source>Add %n Link(s)</source>
        <translation>
            <numerusform>Add %n Link</numerusform>
            <numerusform>Add %n Links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n Row(s)</source>
        <translation>
            <numerusform>Remove %n Row</numerusform>
            <numerusform>Remove %n Rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n Row(s)</source>
        <translation>
            <numerusform>Move %n Row</numerusform>
            <numerusform>Move %n Rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n Link(s) to Another Episode</source>
        <translation>
            <numerusform>Copy %n Link to Another Episode</numerusform>
            <numerusform>Copy %n Links to Another Episode</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n Link(s) to Another Episode</source>
        <translation>
            <numerusform>Move %n Link to Another Episode</numerusform>
            <numerusform>Move %n Links to Another Episode</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n Row(s)</source>
        <translation>
            <numerusform>Duplicate %n Row</numerusform>
            <numerusform>Duplicate %n Rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::FieldModel</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::ProposalModel</name>
    <message numerus="yes">
        <source>%1 of %n change(s)</source>
        <translation>
            <numerusform>%1 of %n change</numerusform>
            <numerusform>%1 of %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n file(s)</source>
        <translation>
            <numerusform>Left out: %n file</numerusform>
            <numerusform>Left out: %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::ShowListModel</name>
    <message numerus="yes">
        <source>%1, %n episode(s)</source>
        <translation>
            <numerusform>%1, %n episode</numerusform>
            <numerusform>%1, %n episodes</numerusform>
        </translation>
    </message>
</context>
</TS>
