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
static const unsigned char grid_css[] = {
#embed "styles/grid.css"
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
static const unsigned char field_counter_js[] = {
#embed "scripts/length-used.js" suffix(, '\n',)
#embed "scripts/field-counter.js"
};
static const unsigned char live_parts_js[] = {
#embed "scripts/live-parts.js"
};
static const unsigned char key_links_js[] = {
#embed "scripts/key-links.js"
};
// One module of several files, each of one idea; what comes later uses what comes before.
static const unsigned char budget_grid_js[] = {
#embed "scripts/budget-grid/elements.js" suffix(, '\n',)
#embed "scripts/length-used.js" suffix(, '\n',)
#embed "scripts/budget-grid/exact-decimals.js" suffix(, '\n',)
#embed "scripts/budget-grid/budget-lines.js" suffix(, '\n',)
#embed "scripts/budget-grid/saved-view.js" suffix(, '\n',)
#embed "scripts/budget-grid/arrangement.js" suffix(, '\n',)
#embed "scripts/budget-grid/budget-server.js" suffix(, '\n',)
#embed "scripts/budget-grid/row-window.js" suffix(, '\n',)
#embed "scripts/budget-grid/grid-table.js" suffix(, '\n',)
#embed "scripts/budget-grid/painter.js" suffix(, '\n',)
#embed "scripts/budget-grid/selection.js" suffix(, '\n',)
#embed "scripts/budget-grid/keys.js" suffix(, '\n',)
#embed "scripts/budget-grid/cell-editor.js" suffix(, '\n',)
#embed "scripts/budget-grid/clipboard.js" suffix(, '\n',)
#embed "scripts/budget-grid/paste-plan.js" suffix(, '\n',)
#embed "scripts/budget-grid/paste-report.js" suffix(, '\n',)
#embed "scripts/budget-grid/edit-queue.js" suffix(, '\n',)
#embed "scripts/budget-grid/kept-edits.js" suffix(, '\n',)
#embed "scripts/budget-grid/connection.js" suffix(, '\n',)
#embed "scripts/budget-grid/following.js" suffix(, '\n',)
#embed "scripts/budget-grid/cell-note.js" suffix(, '\n',)
#embed "scripts/budget-grid/line-drawer.js" suffix(, '\n',)
#embed "scripts/budget-grid/toolbar.js" suffix(, '\n',)
#embed "scripts/budget-grid/new-line.js" suffix(, '\n',)
#embed "scripts/budget-grid/status-line.js" suffix(, '\n',)
#embed "scripts/budget-grid/grid-acts.js" suffix(, '\n',)
#embed "scripts/budget-grid/budget-grid.js" suffix(, '\n',)
};

#define ASSET(name, type, bytes) {name, type, bytes, sizeof bytes}

static const struct web_asset assets[] = {
    ASSET("tokens.css", "text/css; charset=utf-8", tokens_css),
    ASSET("base.css", "text/css; charset=utf-8", base_css),
    ASSET("components.css", "text/css; charset=utf-8", components_css),
    ASSET("grid.css", "text/css; charset=utf-8", grid_css),
    ASSET("print.css", "text/css; charset=utf-8", print_css),
    ASSET("icon.svg", "image/svg+xml", icon_svg),
    ASSET("htmx.js", "text/javascript; charset=utf-8", htmx_js),
    ASSET("field-counter.js", "text/javascript; charset=utf-8", field_counter_js),
    ASSET("live-parts.js", "text/javascript; charset=utf-8", live_parts_js),
    ASSET("key-links.js", "text/javascript; charset=utf-8", key_links_js),
    ASSET("tabulator.js", "text/javascript; charset=utf-8", tabulator_js),
    ASSET("budget-grid.js", "text/javascript; charset=utf-8", budget_grid_js),
};
const size_t web_asset_count = sizeof assets / sizeof *assets;

struct web_asset web_asset_at(size_t position) { return assets[position]; }
