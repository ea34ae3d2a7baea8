// SPDX-License-Identifier: MIT
#include "models/episodetablemodel.h"
