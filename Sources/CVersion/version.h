/* The commit that the program is compiled from, which `make install` and `make dist` give; empty in other builds. */
#ifndef BUILD_SITE_COMMIT
#define BUILD_SITE_COMMIT ""
#endif
