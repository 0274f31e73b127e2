internal import BudgetOperations
internal import SQLDatabase

/// Mistakes with the ids of message sets, and with what is stored of them.
enum MessageSetMutants {
    static let all: [Mutant] = [
        .statement(
            "stored-after-the-answer", "A document that writes is stored only when its answer comes.",
            in: "INSERT INTO message_sets"
        ) { _, values in (Mutant.nothing, [values[0]]) },
        .statement(
            "stored-otherwise", "What is stored is not byte for byte what leaves.", in: "INSERT INTO message_sets"
        ) { sql, values in
            var values = values
            if case .text(let request) = values[5] { values[5] = .text(request + "\n") }
            return (sql, values)
        },
        .statement(
            "bytes-tidied", "The bytes of a document are thrown away once it is answered.",
            in: "UPDATE message_sets SET state = $1, answer = $2"
        ) { sql, values in (sql.replacing("SET state = $1", with: "SET request = '', state = $1"), values) },
        .text(
            "in-flight-overlooked", "A document without an answer does not keep the next from leaving.",
            without: ["message_sets_one_in_flight"],
            "WHERE company_id = $1 AND state IN ('handed out', 'unknown', 'inconclusive')",
            becomes: "WHERE company_id = $1 AND state IN ('none')"),
        .text(
            "settled-on-expiry", "A document that a session left without an answer counts as answered.",
            aim: "one estimate", "UPDATE message_sets SET state = 'unknown'",
            becomes: "UPDATE message_sets SET state = 'answered'"),
        retry("new-id-on-retry", "What is sent again gets another id, so that QuickBooks runs it again.") {
            request, id, count in request.replacing(id, with: String(id.dropLast(2)) + "R\(count % 10)")
        },
        retry("rebuilt-on-retry", "What is sent again is built anew, and is not byte for byte the same.") {
            request, _, _ in request.replacing("onError=\"stopOnError\"", with: "onError=\"continueOnError\"")
        },
        retry("status-check-on-retry", "What is sent again asks for the stored outcome alone.") {
            request, id, _ in request.replacing("newMessageSetID", with: "oldMessageSetID=\"\(id)\" newMessageSetID")
        },
        Mutant(name: "long-ids", statement: "A message set id is as long as a UUID, which QuickBooks refuses.") {
            var hooks = MutantHooks()
            hooks.qbxmlRequest = { request in
                guard let id = request.text(between: "newMessageSetID=\"", and: "\"") else { return request }
                return request.replacing(id, with: id + String(repeating: "0", count: 36 - id.utf8.count))
            }
            return hooks
        },
        blindRetry,
        constantBytes("ids-repeat", "Message set ids repeat.", length: 20),
        constantBytes(
            "marks-repeat-unnoticed", "Marks repeat, and no index notices.", length: 12,
            without: [
                "transactions_mark"
            ]),
        constantBytes("marks-repeat", "Marks repeat.", length: 12),
    ]

    /// A mistake in what is sent a second time.
    /// - Parameter change: gets the document, its id, and how often it was sent before.
    private static func retry(
        _ name: String, _ statement: String, _ change: @escaping @Sendable (String, String, Int) -> String
    ) -> Mutant {
        Mutant(name: name, statement: statement) {
            var hooks = MutantHooks()
            let sent = Remembered<[String: Int]>([:])
            hooks.qbxmlRequest = { request in
                guard let id = request.text(between: "newMessageSetID=\"", and: "\"") else { return request }
                let before = sent.change { sent in
                    defer { sent[id, default: 0] += 1 }
                    return sent[id] ?? 0
                }
                return before == 0 ? request : change(request, id, before)
            }
            return hooks
        }
    }

    /// What the look-up before a retry and the unchanged id keep from happening.
    private static let blindRetry = Mutant(
        name: "blind-retry",
        statement: "Without an answer the same is asked for anew, and nobody looks whether it is there.",
        aim: "one estimate"
    ) {
        var hooks = MutantHooks()
        let state = Remembered(BlindRetry())
        hooks.qbxmlRequest = { request in state.change { $0.send(request) } }
        hooks.qbxmlResponse = { response in
            guard state.change({ $0.isLookUp }) else { return response }
            return response.rewritingEach("<EstimateRet>", to: "</EstimateRet>") { _ in "" }
        }
        return hooks
    }

    private struct BlindRetry: Sendable {
        var isLookUp = false
        var sent: [String: Int] = [:]

        mutating func send(_ request: String) -> String {
            isLookUp = request.contains("<EstimateQueryRq") && request.contains("<RefNumber>")
            guard let id = request.text(between: "newMessageSetID=\"", and: "\"") else { return request }
            defer { sent[id, default: 0] += 1 }
            guard let before = sent[id] else { return request }
            return request.replacing(id, with: String(id.dropLast(2)) + "R\(before % 10)")
        }
    }

    private static func constantBytes(
        _ name: String, _ statement: String, length: Int, without indexes: [String] = []
    ) -> Mutant {
        Mutant(name: name, statement: statement, without: indexes) {
            var hooks = MutantHooks()
            hooks.randomness = { honest in
                Randomness { count in count == length ? Array(repeating: 7, count: count) : honest.bytes(count) }
            }
            return hooks
        }
    }
}
