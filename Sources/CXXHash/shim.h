#if __has_include(<xxhash.h>)
#include <xxhash.h>
#else
#error "xxHash is missing: 'apt-get install libxxhash-dev' (Debian), 'dnf install xxhash-devel' (Fedora) or 'brew install xxhash' (macOS), or 'make setup' for all libraries"
#endif
