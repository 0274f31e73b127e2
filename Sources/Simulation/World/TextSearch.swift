/// Enough of a search in documents to know what is in them, without reading them as XML.
extension String {
    /// The text between the first `opening` and the `closing` that follows it.
    func text(between opening: String, and closing: String) -> String? {
        guard let start = firstRange(of: opening) else { return nil }
        let rest = self[start.upperBound...]
        guard let end = rest.firstRange(of: closing) else { return nil }
        return String(rest[..<end.lowerBound])
    }

    /// Every text between an `opening` and the `closing` that follows it.
    func texts(between opening: String, and closing: String) -> [String] {
        split(separator: opening, omittingEmptySubsequences: false).dropFirst().compactMap { part in
            part.firstRange(of: closing).map { String(part[..<$0.lowerBound]) }
        }
    }
}
