/// One way in which QuickBooks' estimate is not what was accepted.
package enum EstimateDifference: Hashable, Sendable {
    /// QuickBooks has no estimate with our reference.
    /// - Parameter deletedAt: when it was deleted, as QuickBooks writes it; nil when it has no record of that.
    case estimateMissing(deletedAt: String?)
    /// The estimate stands under another job.
    case jobDiffers(expected: String, found: String)
    case lineMissing(mark: String, code: String, expected: Money)
    case amountDiffers(mark: String, code: String, expected: Money, found: Money)
    case itemDiffers(mark: String, code: String, found: String)
    /// The line is there more than once; together the lines are `found`.
    case lineRepeated(mark: String, code: String, times: Int, found: Money)

    package var sentence: String {
        switch self {
        case .estimateMissing(let deletedAt?):
            "QuickBooks has no estimate with this budget's reference: it was deleted there at "
                + "\(Instant.toTheMinute(inQuickBooks: deletedAt))."
        case .estimateMissing(nil):
            "QuickBooks has no estimate with this budget's reference, and no record that it was deleted: the company "
                + "file may be an older copy."
        case .jobDiffers(let expected, let found):
            "The estimate stands under the job “\(found)” in QuickBooks; the project is linked with “\(expected)”."
        case .lineMissing(_, let code, let expected):
            "The line of \(code) over \(expected.formatted) is not in the estimate."
        case .amountDiffers(_, let code, let expected, let found):
            "The line of \(code) is \(found.formatted) in QuickBooks and \(expected.formatted) as accepted."
        case .itemDiffers(_, let code, let found):
            "The line of \(code) carries the item “\(found)” in QuickBooks."
        case .lineRepeated(_, let code, let times, let found):
            "The line of \(code) is in the estimate \(times) times, together \(found.formatted)."
        }
    }

    /// The mark of the line; nil for what concerns the whole estimate.
    package var mark: String? {
        switch self {
        case .estimateMissing, .jobDiffers: nil
        case .lineMissing(let mark, _, _), .amountDiffers(let mark, _, _, _), .itemDiffers(let mark, _, _),
            .lineRepeated(let mark, _, _, _):
            mark
        }
    }

    var withoutTimes: EstimateDifference {
        if case .estimateMissing = self { .estimateMissing(deletedAt: nil) } else { self }
    }
}
