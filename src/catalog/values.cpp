// SPDX-License-Identifier: MIT
#include "catalog/values.h"
