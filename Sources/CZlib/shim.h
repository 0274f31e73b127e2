#pragma once
#include <zlib.h>

/* deflateInit2 is a macro, which Swift does not see. 31 is the largest window, with the header and trailer of gzip. */
static inline int plumbline_begin_gzip(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
}
