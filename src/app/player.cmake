# SPDX-License-Identifier: MIT
target_sources(app PRIVATE
  playhead.cpp playhead.h
  soundcache.cpp soundcache.h
  widgets/elidedlabel.cpp widgets/elidedlabel.h
  mpris.cpp mpris.h mprisadaptors.cpp mprisadaptors.h
  widgets/playerbar.cpp widgets/playerbar.h widgets/playerbarbuild.cpp widgets/playerbarparts.h widgets/playerbarplaces.cpp
  widgets/playerloader.cpp widgets/playerloader.h
  widgets/seekbar.cpp widgets/seekbar.h
  widgets/waveforminput.cpp
  widgets/waveformpaint.cpp widgets/waveformpaint.h
  widgets/waveformpanel.cpp widgets/waveformpanel.h
  widgets/waveformscale.cpp widgets/waveformscale.h
  widgets/waveformview.cpp widgets/waveformview.h)
target_link_libraries(app PUBLIC Qt6::DBus)
