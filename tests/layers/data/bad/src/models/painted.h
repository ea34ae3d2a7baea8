#include <QPixmap>
#include <QUndoStack>
