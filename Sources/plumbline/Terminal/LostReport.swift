/// A report that could not be written: what it tells of is done all the same.
struct LostReport: Error, Equatable {
    let reason: String

    var sentence: String { "The report could not be written: \(reason)" }

    var cure: String {
        """
        What was asked for is done, and only the report of it is missing: do not repeat an act without looking. Make \
        room where the output goes, or send it elsewhere, and let the matter be shown again.
        """
    }
}
