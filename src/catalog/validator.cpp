// SPDX-License-Identifier: MIT
#include "catalog/validator.h"
