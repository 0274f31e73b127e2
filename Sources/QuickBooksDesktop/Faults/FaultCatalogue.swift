package import BudgetDomain
package import QBXML

/// Every fault of QuickBooks, in words that tell an accountant what happened, what it means for the money, and who can
/// mend it how. `docs/reference/quickbooks-errors.md` lists the same.
package enum FaultCatalogue {
    static let sections = [
        StatusEntries.all, MessageSetEntries.all, HRESULTEntries.all, WebConnectorEntries.all, OwnEntries.all,
    ]

    private static let statuses = index(StatusEntries.all)
    private static let messageSets = index(MessageSetEntries.all)
    private static let hresults = index(HRESULTEntries.all)

    private static func index(_ entries: [FaultEntry]) -> [String: FaultEntry] {
        Dictionary(entries.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// - Parameter doing: what was tried, such as "adding the estimate".
    package static func fault(status: QBXMLStatus, doing: String) -> ERPFault {
        let code = String(status.code)
        let entry = statuses[code] ?? messageSets[code] ?? RangeEntries.entry(of: status.code) ?? unknownStatus(code)
        return fault(entry, saying: status.message, doing: doing)
    }

    /// A code of the whole answer (`messageSetStatusCode`), which comes without words.
    package static func fault(messageSetStatus: Int, doing: String) -> ERPFault {
        let code = String(messageSetStatus)
        let entry = messageSets[code] ?? statuses[code] ?? RangeEntries.entry(of: messageSetStatus)
        return fault(entry ?? unknownStatus(code), saying: "", doing: doing)
    }

    /// What the Web Connector reports when QuickBooks gave no answer.
    package static func fault(hresult: String, message: String) -> ERPFault {
        let code = canonical(hresult)
        let entry =
            hresults[code] ?? (HRESULTEntries.isViewOnly(message) ? HRESULTEntries.viewOnly : unknownHRESULT(code))
        return fault(entry, saying: message, doing: nil)
    }

    /// An answer that is no qbXML.
    package static func fault(unreadable: QBXMLFault) -> ERPFault {
        fault(OwnEntries.answerUnreadable, saying: "\(unreadable).", by: nil, doing: nil)
    }

    /// A request that cannot be written in QuickBooks' terms, found before it left.
    package static func fault(unwritable: QBXMLFault, doing: String) -> ERPFault {
        fault(OwnEntries.requestUnwritable, saying: "\(unwritable).", by: nil, doing: doing)
    }

    package static func fault(translation: TranslationFault, doing: String) -> ERPFault {
        if case .foreignCurrency(_, let name) = translation {
            let own = OwnFault.currenciesDiffer(ours: "the home currency", quickBooks: name)
            return ERPFault(
                code: own.code, text: translation.sentence, meaning: MoneyMeaning.mayBeIncomplete.sentence,
                cure: "A bookkeeper enters the document in the home currency, or leaves the job off its lines.",
                mayPass: false)
        }
        return fault(OwnEntries.notTranslatable, saying: translation.sentence, by: nil, doing: doing)
    }

    package static func fault(_ own: OwnFault) -> ERPFault {
        ERPFault(code: own.code, text: own.text, meaning: own.meaning, cure: own.cure, mayPass: own.mayPass)
    }

    /// One line for the Web Connector's status window, which shows no more. Never blank.
    package static func notice(_ fault: ERPFault) -> String {
        "\(fault.text) \(fault.cure) [\(fault.code)]"
    }

    private static func fault(
        _ entry: FaultEntry, saying message: String, by speaker: String? = "QuickBooks says:", doing: String?
    ) -> ERPFault {
        var text = entry.summary
        if let doing { text += " This was while \(doing)." }
        let said = TextTranslation.description(String(message.prefix(longestMessage))).text
        if !said.isEmpty { text += " " + (speaker.map { $0 + " " } ?? "") + said }
        return ERPFault(
            code: entry.code, text: text, meaning: entry.meaning.sentence, cure: entry.cure, mayPass: entry.mayPass)
    }

    private static let longestMessage = 1_000

    private static func unknownStatus(_ code: String) -> FaultEntry {
        FaultEntry(
            code, "QuickBooks answered with a code that Plumbline does not know.", .notKnownYet, .bookkeeper,
            "Follow QuickBooks' own words; if they do not help, send code and text to whoever looks after the server.")
    }

    private static func unknownHRESULT(_ code: String) -> FaultEntry {
        let known = OwnEntries.noAnswer
        return FaultEntry(
            code.isEmpty ? known.code : code, known.summary, known.meaning, known.owner, known.cure, mayPass: true)
    }

    /// Codes come as `0x80040400`, in either case, and from some versions as the same bits in decimal.
    static func canonical(_ hresult: String) -> String {
        let text = hresult.filter { !$0.isWhitespace }
        let isHex = text.hasPrefix("0x") || text.hasPrefix("0X")
        let bits = isHex ? UInt32(text.dropFirst(2), radix: 16) : Int32(text).map { UInt32(bitPattern: $0) }
        guard let bits else { return String(text.prefix(40)) }
        let digits = String(bits, radix: 16, uppercase: true)
        return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
    }
}
