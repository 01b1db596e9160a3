#ifndef SUPPLIES_H
#define SUPPLIES_H

#include <stddef.h>

/// The number of files that are compiled into the program.
size_t supplies_count(void);

/// The path of a file in the project; `index` is below `supplies_count()`.
const char *_Nonnull supplies_path(size_t index);

/// The text of a file; a zero byte ends it.
const char *_Nonnull supplies_text(size_t index);

#endif
