// SPDX-License-Identifier: MIT
#include "net/enclosureprobe.h"
