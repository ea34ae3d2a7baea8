// SPDX-License-Identifier: MIT
#include "net/httpclient.h"
