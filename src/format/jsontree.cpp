// SPDX-License-Identifier: MIT
#include "format/jsontree.h"
