// SPDX-License-Identifier: MIT
#include "catalog/registry.h"
