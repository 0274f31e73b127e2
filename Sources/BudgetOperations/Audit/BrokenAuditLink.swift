/// The first link of a chain that does not hold.
package enum BrokenAuditLink: Error, Hashable, Sendable {
    /// Entries from this number to that before `next` are not there.
    case missing(number: Int, next: Int)
    /// An entry stands where another number should come.
    case misplaced(number: Int, expected: Int)
    case mementoUnreadable(number: Int)
    /// The memento was written for another entry, or for another company's.
    case mementoOfAnother(number: Int, says: String)
    /// The hash does not follow from the one before and the memento.
    case hashDiffers(number: Int)
    /// What people are shown is not what was written.
    case shownDiffers(number: Int, column: String, shown: String, written: String)
    /// The chain ends before the head that was noted elsewhere, or has no entries at all.
    case cutOff(last: Int, expected: Int)
    /// The entry has another hash than was noted elsewhere: all from here back may have been written anew.
    case headDiffers(number: Int)

    package var sentence: String {
        switch self {
        case .missing(let number, let next) where next == number + 1: "Entry \(number) was taken out."
        case .missing(let number, let next): "Entries \(number) to \(next - 1) were taken out."
        case .misplaced(let number, let expected):
            "Entry \(number) stands where entry \(expected) should: it was added or moved."
        case .mementoUnreadable(let number): "The memento of entry \(number) is no text that was ever written."
        case .mementoOfAnother(let number, let says):
            "The memento of entry \(number) was written for \(says): it was moved or copied."
        case .hashDiffers(let number):
            """
            The hash of entry \(number) does not follow from the entry before and its memento: entry \(number) was \
            changed or added, or the hash before it was replaced.
            """
        case .shownDiffers(let number, let column, let shown, let written):
            "Entry \(number) shows “\(shown)” as its \(column), and was written with “\(written)”: it was changed."
        case .cutOff(let last, let expected):
            "The chain ends with entry \(last), and entry \(expected) was there before: entries were cut off."
        case .headDiffers(let number):
            "Entry \(number) has another hash than was noted: the chain was written anew up to there."
        }
    }
}
