#include <QWidget>
#include "format/span.h"
