// SPDX-License-Identifier: MIT
#include "format/jsonvalue.h"
