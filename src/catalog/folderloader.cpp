// SPDX-License-Identifier: MIT
#include "catalog/folderloader.h"
