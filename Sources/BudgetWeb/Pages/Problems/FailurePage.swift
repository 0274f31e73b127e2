import MarkupBytes

/// Something failed inside: what it means, and under which name the log tells more.
enum FailurePage {
    static func page(incident: String) -> Page {
        Page(
            "Something failed on the server",
            .p(
                """
                What you asked for may be done or not: look at how things stand before you repeat it. Whatever was \
                begun in the database was finished whole or not at all.
                """),
            .p("Whoever runs the server finds the cause in its log, under incident ", .code(.text(incident)), "."),
            .p(.a(Site.dashboard.link, "Back to the dashboard")))
    }
}
