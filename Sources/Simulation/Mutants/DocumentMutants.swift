internal import QuickBooksEmulators
internal import SQLDatabase

/// Mistakes in the qbXML that writes: made before the document is stored, so that what is stored is what leaves.
enum DocumentMutants {
    static let all: [Mutant] = [
        document("last-line-dropped", "The last line of a long request falls off.") { request in
            let lines = request.texts(between: "<EstimateLineAdd>", and: "</EstimateLineAdd>")
            guard lines.count > 1, let last = lines.last else { return request }
            return request.replacing("<EstimateLineAdd>\(last)</EstimateLineAdd>", with: "")
        },
        document("amounts-swapped", "The amounts of the first two lines are exchanged; the total stays.") { request in
            let amounts = request.texts(between: "<Amount>", and: "</Amount>")
            guard amounts.count > 1 else { return request }
            return request.rewritingInTurn("<Amount>", to: "</Amount>", as: [amounts[1], amounts[0]])
        },
        document("cents-cut", "An amount loses its last cent, as one that went through binary fractions does.") {
            request in
            request.rewritingEach("<Amount>", to: "</Amount>") { element in
                element.hasSuffix("9</Amount>") ? element.replacing("9</Amount>", with: "8</Amount>") : element
            }
        },
        document("sign-dropped", "A negative amount is written without its sign.") {
            $0.replacing("<Amount>-", with: "<Amount>")
        },
        document("zero-lines-left-out", "Lines that are worth nothing are not written.") { request in
            request.rewritingEach("<EstimateLineAdd>", to: "</EstimateLineAdd>") { line in
                line.contains("<Amount>0.00<") ? "" : line
            }
        },
        document(
            "kept-line-forgotten", "A change names all lines that are there but the last.", aim: "bookkeeper's lines"
        ) { request in
            let kept = request.texts(between: "<EstimateLineMod>", and: "</EstimateLineMod>").filter {
                !$0.contains("<Amount>")
            }
            guard kept.count > 1, let last = kept.last else { return request }
            return request.replacing("<EstimateLineMod>\(last)</EstimateLineMod>", with: "")
        },
        document(
            "own-line-forgotten", "A change leaves out the first line that is there.", aim: "decided rewriting"
        ) { request in
            let kept = request.texts(between: "<EstimateLineMod>", and: "</EstimateLineMod>").filter {
                !$0.contains("<Amount>")
            }
            guard kept.count > 1, let first = kept.first else { return request }
            return request.replacing("<EstimateLineMod>\(first)</EstimateLineMod>", with: "")
        },
        document("items-of-the-first", "Every line carries the item of the first.") { request in
            guard let first = request.text(between: "<ItemRef><ListID>", and: "<") else { return request }
            return request.rewritingEach("<ItemRef>", to: "</ItemRef>") { _ in
                "<ItemRef><ListID>\(first)</ListID></ItemRef>"
            }
        },
        document("mark-left-out", "Lines are written without their marks.") {
            $0.rewritingEach("<Other1>", to: "</Other1>") { _ in "" }
        },
        document("guid-left-out", "The estimate is made without the GUID by which it is known again.") { request in
            guard request.contains("<EstimateAdd>") else { return request }
            return request.rewritingEach("<ExternalGUID>", to: "</ExternalGUID>") { _ in "" }
        },
        document("line-repeated", "At the border of two chunks a line is written twice.") { request in
            let lines = request.texts(between: "<EstimateLineAdd>", and: "</EstimateLineAdd>")
            guard lines.count > 1, let last = lines.last else { return request }
            let element = "<EstimateLineAdd>\(last)</EstimateLineAdd>"
            return request.replacing(element, with: element + element)
        },
    ]

    /// Changes what is stored and what leaves alike.
    private static func document(
        _ name: String, _ statement: String, aim: String? = nil, _ change: @escaping @Sendable (String) -> String
    ) -> Mutant {
        Mutant(name: name, statement: statement, aim: aim) {
            var hooks = MutantHooks()
            hooks.sql = { sql, values in
                guard sql.hasPrefix("INSERT INTO message_sets"), case .text(let request) = values[5] else {
                    return (sql, values)
                }
                var values = values
                values[5] = .text(change(request))
                return (sql, values)
            }
            hooks.reply = { method, body in
                guard method == .sendRequestXML else { return body }
                return SentDocument.rewriting(body) { $0.contains("newMessageSetID") ? change($0) : $0 }
            }
            return hooks
        }
    }
}

/// The request document within the answer to sendRequestXML.
enum SentDocument {
    static func rewriting(_ body: [UInt8], _ change: (String) -> String) -> [UInt8] {
        let text = String(decoding: body, as: UTF8.self)
        let (opening, closing) = ("<sendRequestXMLResult>", "</sendRequestXMLResult>")
        guard let escaped = text.text(between: opening, and: closing) else { return body }
        let changed = change(unescaped(escaped)).escapedForXML
        return Array(text.replacing(opening + escaped + closing, with: opening + changed + closing).utf8)
    }

    static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&amp;", with: "&")
    }
}

extension String {
    fileprivate var escapedForXML: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    /// The contents of the first elements replaced, one after the other.
    fileprivate func rewritingInTurn(_ opening: String, to closing: String, as contents: [String]) -> String {
        var rest = contents[...]
        return rewritingEach(opening, to: closing) { element in
            rest.popFirst().map { opening + $0 + closing } ?? element
        }
    }
}
