// SPDX-License-Identifier: MIT
#include "format/commonmark.h"
