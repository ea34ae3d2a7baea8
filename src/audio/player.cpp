// SPDX-License-Identifier: MIT
#include "audio/player.h"
