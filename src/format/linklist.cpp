// SPDX-License-Identifier: MIT
#include "format/linklist.h"
