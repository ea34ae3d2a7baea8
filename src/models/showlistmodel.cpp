// SPDX-License-Identifier: MIT
#include "models/showlistmodel.h"
