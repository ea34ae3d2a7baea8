#include "catalog/episode.h"
#include <QString>
