#if __has_include(<cmark.h>)
#include <cmark.h>
#else
#error "libcmark is missing: 'apt-get install libcmark-dev' (Debian), 'dnf install cmark-devel' (Fedora) or 'brew install cmark' (macOS), or 'make setup' for all libraries"
#endif
