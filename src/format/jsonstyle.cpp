// SPDX-License-Identifier: MIT
#include "format/jsonstyle.h"
