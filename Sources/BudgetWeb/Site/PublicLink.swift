/// Links that are handed to people outside of any page, in full.
package enum PublicLink {
    /// To the first-run page.
    package static func setUp(_ secret: String, at base: String) -> String {
        full(Site.setUp.link.with("link", secret), at: base)
    }

    /// To the page where a password is set.
    package static func password(_ secret: String, at base: String) -> String {
        full(Site.passwordLink.link.with("link", secret), at: base)
    }

    private static func full(_ link: Link, at base: String) -> String {
        (base.hasSuffix("/") ? String(base.dropLast()) : base) + link.text
    }
}
