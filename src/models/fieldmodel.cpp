// SPDX-License-Identifier: MIT
#include "models/fieldmodel.h"
