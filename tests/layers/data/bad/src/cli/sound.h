#include "audio/player.h"
#include "audio/mediasniff.h"
