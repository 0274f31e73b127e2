internal import SQLDatabase

/// Mistakes on an export's way.
enum ExportMutants {
    static let all: [Mutant] = [
        .exportState("read-back-skipped", "QuickBooks' word that it wrote makes an export synced.") { state, values in
            guard state == "awaiting job costs" else { return }
            state = "synced"
            values[2] = .integer(0)
        },
        .exportState("difference-ignored", "An export that reads back differently is synced all the same.") {
            state, values in
            guard state == "mismatched", case .text(let detail) = values[1] else { return }
            state = "synced"
            values[1] = .text("{\"at\":0," + detail.dropFirst())
            values[2] = .integer(0)
        },
        .exportState("queued-on-expiry", "Work without an answer goes back into the queue when its session ends.") {
            state, values in
            guard state == "unknown" else { return }
            state = "queued"
            values[1] = .text("{\"attempts\":0}")
        },
        .exportState("lost-is-failed", "A lost answer is taken for a failure, and somebody may try again.") {
            state, values in
            guard state == "unknown" else { return }
            state = "failed to export"
            values[1] = .text(
                #"{"fault":{"code":"1","text":"Lost.","meaning":"-","cure":"Try again.","mayPass":true}}"#
            )
        },
        .exportState("flag-forgotten", "That QuickBooks holds an export is not flagged.") { _, values in
            values[3] = .integer(0)
        },
        .exportState("never-closed", "A synced export stays open.") { state, values in
            if state == "synced" { values[2] = .integer(1) }
        },
        .exportState("cure-left-out", "A failed export does not say what to do.") { state, values in
            guard state == "failed to export", case .text(let detail) = values[1],
                let cure = detail.text(between: "\"cure\":\"", and: "\"")
            else { return }
            values[1] = .text(detail.replacing("\"cure\":\"\(cure)\"", with: "\"cure\":\"\""))
        },
        .exportState("difference-unnamed", "An export that differs does not say in what.") { state, values in
            guard state == "mismatched", case .text(let detail) = values[1],
                let list = detail.text(between: "\"differences\":[", and: "]")
            else { return }
            values[1] = .text(detail.replacing("[\(list)]", with: "[]"))
        },
        .statement(
            "snapshot-resealed", "Accepting seals the snapshot anew.", in: "UPDATE exports SET accepted_by"
        ) { sql, values in (sql.replacing("SET accepted_by", with: "SET digest = 'again', accepted_by"), values) },
        .statement(
            "snapshot-rounded", "Accepting rounds the lines of the snapshot to whole dollars.",
            in: "UPDATE exports SET accepted_by"
        ) { _, values in
            (
                """
                UPDATE export_transactions SET amount = amount / 100 * 100 WHERE company_id = $1 AND export_id = $2
                """, [values[2], values[3]]
            )
        },
        Mutant(name: "read-back-by-heart", statement: "The read-back shows what was sent instead of what is there.") {
            var hooks = MutantHooks()
            let sent = Remembered<[String: String]>([:])
            hooks.qbxmlRequest = { request in
                for line in request.split(separator: "<EstimateLine").map(String.init) {
                    guard let mark = line.text(between: "<Other1>", and: "<"),
                        let amount = line.text(between: "<Amount>", and: "<")
                    else { continue }
                    sent.change { $0[mark] = amount }
                }
                return request
            }
            hooks.qbxmlResponse = { response in
                response.rewritingEach("<EstimateLineRet>", to: "</EstimateLineRet>") { line in
                    guard let mark = line.text(between: "<Other1>", and: "<"),
                        let amount = line.text(between: "<Amount>", and: "<"), let meant = sent.change({ $0[mark] })
                    else { return line }
                    return line.replacing("<Amount>\(amount)<", with: "<Amount>\(meant)<")
                }
            }
            return hooks
        },
    ]
}

extension String {
    /// Every part from `opening` to `closing`, both included, replaced by what `change` makes of it.
    func rewritingEach(_ opening: String, to closing: String, _ change: (String) -> String) -> String {
        var result = ""
        var rest = self[...]
        while let start = rest.firstRange(of: opening), let end = rest[start.upperBound...].firstRange(of: closing) {
            result += rest[..<start.lowerBound]
            result += change(String(rest[start.lowerBound..<end.upperBound]))
            rest = rest[end.upperBound...]
        }
        return result + rest
    }
}
