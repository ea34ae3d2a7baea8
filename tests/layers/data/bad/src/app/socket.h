#include "cli/command.h"
#include <QTcpSocket>
#include <QWidget>
