#ifndef PLUMBLINE_WEB_ASSETS_H
#define PLUMBLINE_WEB_ASSETS_H

#include <stddef.h>

/// A file that browsers are sent, as it was when the product was built.
struct web_asset {
    const char *name;
    const char *content_type;
    const unsigned char *bytes;
    size_t count;
};

extern const size_t web_asset_count;

/// - Parameter position: less than `web_asset_count`.
struct web_asset web_asset_at(size_t position);

#endif
