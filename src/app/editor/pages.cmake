# SPDX-License-Identifier: MIT
target_sources(app PRIVATE
  widgets/openlink.cpp widgets/openlink.h
  widgets/undofilter.cpp widgets/undofilter.h)
