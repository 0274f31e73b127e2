import BudgetDomain
import Foundation

/// What may be a password, and the form in which it is hashed.
///
/// Length is what makes a password hard to guess, so nothing is asked about capitals and signs (NIST SP 800-63B,
/// §3.1.1).
enum PasswordRules {
    static let shortest = 12
    /// Long enough for any phrase, short enough that nobody can make the server work by a long one.
    static let longest = 256

    /// The same text typed on two keyboards can be two sequences of code points; NFKC makes them one.
    static func normalised(_ text: String) -> String { text.precomposedStringWithCompatibilityMapping }

    /// The password to hash.
    /// - Throws: `Refused` with what is wrong with it.
    static func checked(_ text: String, of person: Person, in company: Company) throws(Refused) -> String {
        let password = try checkedLength(text)
        let letters = password.lowercased()
        if isCommon(letters) { throw Refused(.passwordDoesNotFit(problem: "is among those that are guessed first")) }
        let own = ownWords(of: person, in: company).first { letters.contains($0) }
        if let own { throw Refused(.passwordDoesNotFit(problem: "contains “\(own)”, which others know of you")) }
        return password
    }

    private static func checkedLength(_ text: String) throws(Refused) -> String {
        guard text.utf8.count <= longest * 4 else { throw tooLong }
        let password = normalised(text)
        guard password.count >= shortest else {
            throw Refused(.passwordDoesNotFit(problem: "has fewer than \(shortest) characters"))
        }
        guard password.count <= longest else { throw tooLong }
        return password
    }

    private static var tooLong: Refused {
        Refused(.passwordDoesNotFit(problem: "has more than \(longest) characters"))
    }

    /// A common word with digits and signs around it, one short pattern again and again, or keys in their order.
    private static func isCommon(_ letters: String) -> Bool {
        let core = letters.filter(\.isLetter)
        if GuessedFirst.words.contains(letters) || GuessedFirst.words.contains(core) { return true }
        if core.isEmpty, Set(letters).count <= 10, isSequence(letters) { return true }
        return (1...4).contains { isRepeated(letters, every: $0) || (!core.isEmpty && isRepeatedWord(core, every: $0)) }
    }

    private static func isRepeated(_ letters: String, every length: Int) -> Bool {
        let characters = Array(letters)
        return characters.indices.allSatisfy { characters[$0] == characters[$0 % length] }
    }

    /// `passwordpassword`: a common word, so many times.
    private static func isRepeatedWord(_ core: String, every times: Int) -> Bool {
        guard core.count.isMultiple(of: times) else { return false }
        let word = String(core.prefix(core.count / times))
        return GuessedFirst.words.contains(word) && core == String(repeating: word, count: times)
    }

    /// Digits that go up or down by one, such as `123456789012`.
    private static func isSequence(_ digits: String) -> Bool {
        let values = digits.compactMap(\.wholeNumberValue)
        guard values.count == digits.count else { return false }
        return [1, 9].contains { step in
            zip(values, values.dropFirst()).allSatisfy { ($0 + step) % 10 == $1 }
        }
    }

    /// Words of the name, the address and the company that are long enough to tell something.
    private static func ownWords(of person: Person, in company: Company) -> [String] {
        let address = person.email.split(separator: "@").first.map(String.init) ?? ""
        return
            ([person.name, company.name, "plumbline"].flatMap { $0.split(whereSeparator: \.isWhitespace) }
            .map(String.init) + [address])
            .map { $0.lowercased() }
            .filter { $0.count >= 5 }
    }
}
