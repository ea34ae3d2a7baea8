// SPDX-License-Identifier: MIT
#include "catalog/mediafolder.h"
