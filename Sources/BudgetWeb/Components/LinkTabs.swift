import MarkupBytes

/// One of several views of the same thing, or one filter of a list.
struct LinkTab {
    let title: String
    let link: Link
    var isCurrent = false
    /// How many rows it leads to.
    var count: Int?
}

extension HTML {
    /// Tabs that are links: each view has an address of its own, and Back goes back.
    static func tabs(_ label: String, _ tabs: [LinkTab]) -> HTML {
        let items = tabs.map { tab in
            HTML.li(
                .a(
                    tab.link, isCurrent: tab.isCurrent, .text(tab.title),
                    tab.count.map { .tag("span", [.class("count")], " \($0)") } ?? .nothing))
        }
        return .tag("nav", [.class("tabs"), .named("aria-label", label)], .ul(items))
    }
}
