// SPDX-License-Identifier: MIT
#include "format/textedit.h"
