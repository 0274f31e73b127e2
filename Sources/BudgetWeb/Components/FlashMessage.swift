import MarkupBytes

extension HTML {
    /// What the form before did.
    static func flash(_ flash: Flash) -> HTML {
        .tag("div", [.class("notice notice-good"), .named("role", "status")], .p(.text(flash.sentence)))
    }
}
