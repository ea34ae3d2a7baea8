// SPDX-License-Identifier: MIT
#include "audio/mediasniff.h"
