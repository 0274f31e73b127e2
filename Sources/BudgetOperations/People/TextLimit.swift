import BudgetDomain

/// How many characters a text may have. Every limit on what people type into the directory, the projects and the
/// budgets is here, except those that the domain or QuickBooks sets.
struct TextLimit: Sendable {
    /// The text's name, as the refusal says it.
    let field: String
    let longest: Int

    static let companyName = TextLimit(field: "The company's name", longest: 255)
    static let personName = TextLimit(field: "The person's name", longest: 255)
    static let templateName = TextLimit(field: "The template's name", longest: 60)
    /// RFC 5321 §4.5.3.1.3: a path of 256 octets, less its angle brackets.
    static let email = TextLimit(field: "The e-mail address", longest: 254)
    static let requestReason = TextLimit(field: "The reason", longest: 1_000)
    static let answerComment = TextLimit(field: "The comment", longest: 1_000)
    static let projectNumber = TextLimit(field: "The project's number", longest: 50)
    static let projectName = TextLimit(field: "The project's name", longest: 255)
    static let costCode = TextLimit(field: "The cost code", longest: 50)
    static let costCodeTitle = TextLimit(field: "The cost code's title", longest: 255)
    /// A cost type becomes the name of a sub-item, so QuickBooks' limit of those holds for it from the start.
    static let costType = TextLimit(field: "The cost type", longest: AccountingName.longestItemName)
    static let subJob = TextLimit(field: "The sub job", longest: 50)
    static let customSegments = TextLimit(field: "The custom segments", longest: 255)
    static let unitOfMeasure = TextLimit(field: "The unit of measure", longest: BudgetLineItem.longestUnitOfMeasure)
    static let description = TextLimit(field: "The description", longest: BudgetLineItem.longestDescription)
    /// The longest that file systems take.
    static let fileName = TextLimit(field: "The file's name", longest: 255)
    /// `AccountRef/FullName` of ItemServiceAdd, qbXML 13.0.
    static let accountName = TextLimit(field: "The account's name", longest: 159)
    /// `CustomerRef/FullName`, qbXML 13.0.
    static let customerName = TextLimit(field: "The customer's name", longest: 209)

    func require(_ text: String) throws(Refused) {
        if let refusal = refusal(of: text) { throw Refused(refusal) }
    }

    /// Refuses an empty text too, for what has to have a name.
    func requireName(_ text: String) throws(Refused) {
        guard !text.allSatisfy(\.isWhitespace) else {
            throw Refused(.textIsEmpty(field: field))
        }
        try require(text)
    }

    /// The name without white space around it, which nobody sees.
    func requiredName(_ text: String) throws(Refused) -> String {
        let name = String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        try requireName(name)
        return name
    }

    func refusal(of text: String) -> Refusal? { PlainText.refusal(of: text, as: field, longest: longest) }
}
