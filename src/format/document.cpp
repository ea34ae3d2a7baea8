// SPDX-License-Identifier: MIT
#include "format/document.h"
