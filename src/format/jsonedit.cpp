// SPDX-License-Identifier: MIT
#include "format/jsonedit.h"
