// SPDX-License-Identifier: MIT
#include "catalog/rules/rule.h"
