// SPDX-License-Identifier: MIT
#include "catalog/field.h"
