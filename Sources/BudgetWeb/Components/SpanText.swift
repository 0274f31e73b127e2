/// How long something takes, as people say it.
enum SpanText {
    static func of(seconds: Int64) -> String {
        switch seconds {
        case ..<60: "less than a minute"
        case ..<(2 * 60 * 60): count(seconds, of: 60, "minute")
        case ..<(2 * 24 * 60 * 60): count(seconds, of: 60 * 60, "hour")
        case _: count(seconds, of: 24 * 60 * 60, "day")  // default: however long
        }
    }

    /// Rounded to the nearest whole one.
    private static func count(_ seconds: Int64, of size: Int64, _ noun: String) -> String {
        let count = (seconds + size / 2) / size
        return "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
