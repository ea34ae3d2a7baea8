// SPDX-License-Identifier: MIT
#include "catalog/searchindex.h"
