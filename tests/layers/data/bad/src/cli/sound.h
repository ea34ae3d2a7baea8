#include "audio/mediasniff.h"
#include "audio/player.h"
