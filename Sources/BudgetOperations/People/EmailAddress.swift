import BudgetDomain

/// The form in which e-mail addresses are kept and compared: without capitals and outer spaces.
enum EmailAddress {
    /// The address of somebody new.
    /// - Throws: `Refused` for what cannot be an address: it needs one `@` with something on both sides and no spaces.
    static func checked(_ text: String) throws(Refused) -> String {
        let email = normalised(text)
        try TextLimit.email.require(email)
        let sides = email.split(separator: "@", omittingEmptySubsequences: false)
        guard sides.count == 2, !sides.contains(""), !email.contains(where: \.isWhitespace) else {
            throw Refused(.noSuchPerson(email))
        }
        return email
    }

    static func normalised(_ text: String) -> String {
        var letters = text.lowercased()[...]
        while letters.first?.isWhitespace == true { letters.removeFirst() }
        while letters.last?.isWhitespace == true { letters.removeLast() }
        return String(letters)
    }
}
