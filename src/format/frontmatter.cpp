// SPDX-License-Identifier: MIT
#include "format/frontmatter.h"
