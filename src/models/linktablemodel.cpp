// SPDX-License-Identifier: MIT
#include "models/linktablemodel.h"
