// SPDX-License-Identifier: MIT
#include "catalog/episode.h"
