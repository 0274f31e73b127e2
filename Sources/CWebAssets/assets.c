// The files are put into the program itself, so that it works from wherever it is started, with nothing beside it.
// Swift's own embedding writes an array literal, which takes minutes to compile at this size.

#include "CWebAssets.h"

#if !defined(__has_embed)
#error "This compiler has no #embed: use the clang that comes with Swift 6.1 or newer."
#endif

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char tokens_css[] = {
#embed "styles/tokens.css"
};
static const unsigned char base_css[] = {
#embed "styles/base.css"
};
static const unsigned char components_css[] = {
#embed "styles/components.css"
};
static const unsigned char print_css[] = {
#embed "styles/print.css"
};
static const unsigned char icon_svg[] = {
#embed "styles/icon.svg"
};
static const unsigned char htmx_js[] = {
#embed "vendor/htmx-2.0.10.min.js"
};
static const unsigned char tabulator_js[] = {
#embed "vendor/tabulator-6.4.0.min.js"
};

#define ASSET(name, type, bytes) {name, type, bytes, sizeof bytes}

static const struct web_asset assets[] = {
    ASSET("tokens.css", "text/css; charset=utf-8", tokens_css),
    ASSET("base.css", "text/css; charset=utf-8", base_css),
    ASSET("components.css", "text/css; charset=utf-8", components_css),
    ASSET("print.css", "text/css; charset=utf-8", print_css),
    ASSET("icon.svg", "image/svg+xml", icon_svg),
    ASSET("htmx.js", "text/javascript; charset=utf-8", htmx_js),
    ASSET("tabulator.js", "text/javascript; charset=utf-8", tabulator_js),
};
const size_t web_asset_count = sizeof assets / sizeof *assets;

struct web_asset web_asset_at(size_t position) { return assets[position]; }
