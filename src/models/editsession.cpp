// SPDX-License-Identifier: MIT
#include "models/editsession.h"
