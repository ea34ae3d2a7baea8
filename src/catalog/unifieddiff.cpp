// SPDX-License-Identifier: MIT
#include "catalog/unifieddiff.h"
