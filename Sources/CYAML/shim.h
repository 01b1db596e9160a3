#if __has_include(<yaml.h>)
#include <yaml.h>
#else
#error "libyaml is missing: 'apt-get install libyaml-dev' (Debian), 'dnf install libyaml-devel' (Fedora) or 'brew install libyaml' (macOS), or 'make setup' for all libraries"
#endif
