import BudgetOperations
import CWebAssets

/// A file that pages load: style, script or picture. Its address names its content, so that a browser may keep it for
/// ever, and never shows a new page with an old style.
struct Asset: Sendable {
    let name: String
    let contentType: String
    let bytes: [UInt8]
    /// Nil where it would not be shorter.
    let compressed: [UInt8]?
    /// The first half of the content's SHA-256.
    let digest: String

    var link: Link { Site.asset.link("\(digest)-\(name)") }

    /// Those that every page loads, in the order in which styles override each other.
    static let styles = ["tokens.css", "base.css", "components.css", "print.css"].compactMap { named[$0] }
    static let icon = named["icon.svg"]
    static let htmx = named["htmx.js"]
    /// Modules, so that their names are their own. They begin when the page and htmx are there.
    static let fieldCounter = named["field-counter.js"]
    static let liveParts = named["live-parts.js"]
    static let keyLinks = named["key-links.js"]
    /// Only for pages with a grid. The second is a module, and begins when the page and the first are there.
    static let tabulator = named["tabulator.js"]
    static let budgetGrid = named["budget-grid.js"]
    static let gridStyle = named["grid.css"]

    static let all = (0..<web_asset_count).map { Asset(web_asset_at($0)) }

    private static let named = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    /// By the last part of the address.
    static let byFileName = Dictionary(
        all.map { ("\($0.digest)-\($0.name)", $0) }, uniquingKeysWith: { first, _ in first })

    private init(_ file: web_asset) {
        name = String(cString: file.name)
        contentType = String(cString: file.content_type)
        bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
        compressed = Deflate.compressed(bytes, .thorough).flatMap { [bytes] in $0.count < bytes.count ? $0 : nil }
        digest = String(Digest.sha256(bytes).prefix(32))
    }
}
