// SPDX-License-Identifier: MIT
#include "models/completionmodel.h"
