// SPDX-License-Identifier: MIT
#include "catalog/episodestore.h"
