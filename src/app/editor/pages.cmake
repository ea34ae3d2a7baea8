# SPDX-License-Identifier: MIT
target_sources(app PRIVATE
  editor/formpage.cpp editor/formpage.h
  editor/mediapage.cpp editor/mediapage.h
  widgets/fieldrow.cpp widgets/fieldrow.h
  widgets/openlink.cpp widgets/openlink.h
  widgets/problemline.cpp widgets/problemline.h
  widgets/textfieldrow.cpp widgets/textfieldrow.h
  widgets/undofilter.cpp widgets/undofilter.h)
