# SPDX-License-Identifier: MIT
target_sources(app PRIVATE
  playhead.cpp playhead.h
  widgets/elidedlabel.cpp widgets/elidedlabel.h
  widgets/playerbar.cpp widgets/playerbar.h
  widgets/seekbar.cpp widgets/seekbar.h)
