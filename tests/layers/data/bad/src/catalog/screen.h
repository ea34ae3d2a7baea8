#include "format/span.h"
#include <QWidget>
