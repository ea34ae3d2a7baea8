// SPDX-License-Identifier: MIT
#include "format/span.h"
