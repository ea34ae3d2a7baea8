// SPDX-License-Identifier: MIT
#include "catalog/searchquery.h"
