# SPDX-License-Identifier: MIT
target_sources(app PRIVATE
  playhead.cpp playhead.h
  soundcache.cpp soundcache.h
  widgets/elidedlabel.cpp widgets/elidedlabel.h
  widgets/playerbar.cpp widgets/playerbar.h
  widgets/seekbar.cpp widgets/seekbar.h
  widgets/waveforminput.cpp
  widgets/waveformpaint.cpp widgets/waveformpaint.h
  widgets/waveformpanel.cpp widgets/waveformpanel.h
  widgets/waveformscale.cpp widgets/waveformscale.h
  widgets/waveformview.cpp widgets/waveformview.h)
