extension Browser.Answer {
    /// The page as a person reads it.
    var shown: ShownPage { ShownPage(text: text) }
}

/// What a person makes out on a page.
struct ShownPage {
    let text: String

    /// The cells of every row of the tables on the page, header rows left out, as a person reads them.
    var rows: [[String]] {
        text.matches(of: /<tr>(.*?)<\/tr>/.dotMatchesNewlines())
            .filter { !$0.1.contains("scope=\"col\"") }
            .map { row in
                row.1.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/.dotMatchesNewlines()).map { Self.plain($0.1) }
            }
    }

    /// The tabs and filters of the page with their counts.
    var tabs: [String] {
        text.matches(of: /<nav class="tabs".*?<\/nav>/.dotMatchesNewlines())
            .flatMap { $0.0.matches(of: /<li>(.*?)<\/li>/.dotMatchesNewlines()) }.map { Self.plain($0.1) }
    }

    /// The labels of what can be pressed now.
    var buttons: [String] {
        text.matches(of: /<(?:button|a)((?: [^>]*)?)class="button[^>]*>(.*?)<\/(?:button|a)>/)
            .filter { !$0.0.contains("aria-disabled") }.map { Self.plain($0.2) }
    }

    /// What stands beside controls that cannot be pressed.
    var reasons: [String] {
        text.matches(of: /<span class="reason"[^>]*>(.*?)<\/span>/).map { Self.plain($0.1) }
    }

    /// What stands under a bar of acts: each that is refused, with why.
    var actReasons: [String] {
        text.matches(of: /<ul class="act-reasons">(.*?)<\/ul>/.dotMatchesNewlines())
            .flatMap { $0.1.matches(of: /<li[^>]*>(.*?)<\/li>/.dotMatchesNewlines()) }.map { Self.plain($0.1) }
    }

    /// The words of the page's badges; the first is the heading's.
    var badges: [String] {
        text.matches(of: /<span class="badge[^>]*>(.*?)<\/span>/.dotMatchesNewlines()).map { Self.plain($0.1) }
    }

    /// The steps of the page's timelines.
    var steps: [String] {
        text.matches(of: /<ol class="timeline">(.*?)<\/ol>/.dotMatchesNewlines())
            .flatMap { $0.1.matches(of: /<li[^>]*>(.*?)<\/li>/.dotMatchesNewlines()) }.map { Self.plain($0.1) }
    }

    /// The values of the named facts on the page.
    func fact(_ name: String) -> String? {
        text.matches(of: /<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/.dotMatchesNewlines())
            .first { Self.plain($0.1) == name }.map { Self.plain($0.2) }
    }

    /// The value of a hidden field.
    func hidden(_ name: String) -> String? {
        text.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)">/)
            .first { $0.1 == name }.map { String($0.2) }
    }

    /// The first link whose text is this.
    func link(_ label: String) -> String? {
        text.matches(of: /<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/.dotMatchesNewlines())
            .first { Self.plain($0.2) == label }.map { String($0.1).replacing("&amp;", with: "&") }
    }

    private static func plain(_ html: Substring) -> String {
        var text = String(html).replacing(/<kbd.*?<\/kbd>/, with: "").replacing(/<[^>]*>/, with: " ")
        for (name, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")] {
            text = text.replacing(name, with: sign)
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
