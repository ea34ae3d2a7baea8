# SPDX-License-Identifier: MIT
# Qt's headers are most of what the compiler reads here; read once for all, a build takes about half the time. They are precompiled
# for the compiler only: every file still includes what it uses, and the static analysis (cmake/tidy.py) reads it so.
option(EPISODE_DESK_PRECOMPILED "Precompile Qt's headers" ON)

# episode_desk_precompiled(NAME LINK … HEADERS …): what others reuse by precompiled_NAME.
function(episode_desk_precompiled name)
  if(EPISODE_DESK_PRECOMPILED)
    cmake_parse_arguments(PRE "" "" "LINK;HEADERS" ${ARGN})
    file(WRITE ${CMAKE_BINARY_DIR}/precompiled_${name}.cpp "// SPDX-License-Identifier: MIT\n")
    add_library(precompiled_${name} OBJECT ${CMAKE_BINARY_DIR}/precompiled_${name}.cpp)
    set_target_properties(precompiled_${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
    target_link_libraries(precompiled_${name} PRIVATE ${PRE_LINK})
    target_precompile_headers(precompiled_${name} PRIVATE ${PRE_HEADERS})
  endif()
endfunction()

function(episode_desk_use_precompiled target name)
  if(EPISODE_DESK_PRECOMPILED)
    target_precompile_headers(${target} REUSE_FROM precompiled_${name})
  endif()
endfunction()

set(core <algorithm> <functional> <map> <memory> <optional> <set> <string> <string_view> <vector>
  <QAbstractItemModel> <QByteArray> <QCoreApplication> <QDateTime> <QDir> <QFile> <QHash> <QJsonObject> <QList> <QObject>
  <QPointer> <QRegularExpression> <QSet> <QSettings> <QString> <QThread> <QTimer> <QUrl> <QVariant>)
set(widgets ${core} <QAction> <QApplication> <QBoxLayout> <QComboBox> <QDialog> <QHeaderView> <QLabel> <QLineEdit> <QMainWindow>
  <QMenu> <QPainter> <QPlainTextEdit> <QPushButton> <QTableView> <QTreeView> <QUndoStack>)
episode_desk_precompiled(core LINK Qt6::Core HEADERS ${core})
episode_desk_precompiled(widgets LINK Qt6::Widgets HEADERS ${widgets})

# Under the sanitizers it is the program that is watched, not the tests: they compile in half the time then.
set(EPISODE_DESK_TESTS)
if(BUILD_TESTING AND CMAKE_CXX_FLAGS MATCHES "-fsanitize=address,undefined")
  set(EPISODE_DESK_TESTS plain_)
  episode_desk_precompiled(plain_core LINK Qt6::Core HEADERS ${core})
  episode_desk_precompiled(plain_widgets LINK Qt6::Widgets HEADERS ${widgets})
  foreach(name plain_core plain_widgets)
    if(TARGET precompiled_${name})
      target_compile_options(precompiled_${name} PRIVATE -fno-sanitize=all)
    endif()
  endforeach()
endif()
