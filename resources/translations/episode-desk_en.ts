<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>app::IssuesPanel</name>
    <message numerus="yes">
        <location filename="../../src/app/issues/issuespanel.cpp" line="90"/>
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::MainWindow</name>
    <message numerus="yes">
        <location filename="../../src/app/mainwindow.cpp" line="176"/>
        <source>%n episode(s) opened</source>
        <translation>
            <numerusform>%n episode opened</numerusform>
            <numerusform>%n episodes opened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../src/app/mainwindow.cpp" line="178"/>
        <location filename="../../src/app/mainwindow.cpp" line="278"/>
        <source>%n other page(s)</source>
        <translation>
            <numerusform>%n other page</numerusform>
            <numerusform>%n other pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../src/app/mainwindow.cpp" line="180"/>
        <source>%n file(s) skipped</source>
        <translation>
            <numerusform>%n file skipped</numerusform>
            <numerusform>%n files skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../src/app/mainwindow.cpp" line="272"/>
        <source>%n episode(s)</source>
        <translation>
            <numerusform>%n episode</numerusform>
            <numerusform>%n episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../src/app/mainwindow.cpp" line="274"/>
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../src/app/mainwindow.cpp" line="275"/>
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../src/app/mainwindow.cpp" line="276"/>
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../src/app/mainwindowbuild.cpp" line="234"/>
        <source>%n episode(s) saved.</source>
        <translation>
            <numerusform>%n episode saved.</numerusform>
            <numerusform>%n episodes saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Saver</name>
    <message numerus="yes">
        <location filename="../../src/app/saver.cpp" line="132"/>
        <source>%n episode(s) saved.</source>
        <translation>
            <numerusform>%n episode saved.</numerusform>
            <numerusform>%n episodes saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../src/app/saver.cpp" line="133"/>
        <source>%n file(s) need attention:</source>
        <translation>
            <numerusform>%n file needs attention:</numerusform>
            <numerusform>%n files need attention:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../src/app/saver.cpp" line="164"/>
        <source>%n episode(s) have unsaved changes.</source>
        <translation>
            <numerusform>%n episode has unsaved changes.</numerusform>
            <numerusform>%n episodes have unsaved changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::EditSession</name>
    <message numerus="yes">
        <location filename="../../src/models/editsession.cpp" line="159"/>
        <source>Add %n Link(s)</source>
        <translation>
            <numerusform>Add %n Link</numerusform>
            <numerusform>Add %n Links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../src/models/editsession.cpp" line="164"/>
        <source>Remove %n Row(s)</source>
        <translation>
            <numerusform>Remove %n Row</numerusform>
            <numerusform>Remove %n Rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../src/models/editsession.cpp" line="169"/>
        <source>Move %n Row(s)</source>
        <translation>
            <numerusform>Move %n Row</numerusform>
            <numerusform>Move %n Rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::FieldModel</name>
    <message numerus="yes">
        <location filename="../../src/models/fieldmodel.cpp" line="72"/>
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../src/models/fieldmodel.cpp" line="74"/>
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::ShowListModel</name>
    <message numerus="yes">
        <location filename="../../src/models/showlistmodel.cpp" line="110"/>
        <source>%1, %n episode(s)</source>
        <translation>
            <numerusform>%1, %n episode</numerusform>
            <numerusform>%1, %n episodes</numerusform>
        </translation>
    </message>
</context>
</TS>
