// SPDX-License-Identifier: MIT
#include "models/issuemodel.h"
