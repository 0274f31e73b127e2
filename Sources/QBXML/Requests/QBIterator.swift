/// Pages through a long answer. An iterator lives only in the session that started it, and continuing must repeat the
/// criteria it was started with.
package enum QBIterator: Sendable, Hashable {
    case start
    case `continue`(id: String)
    case stop(id: String)
}

private enum IteratorStep: String, WireWord {
    case start = "Start", `continue` = "Continue", stop = "Stop"
}

extension FieldVisitor {
    mutating func iterator(_ value: inout QBIterator?) throws(QBXMLFault) {
        var step: IteratorStep?
        var id: String?
        switch value {
        case nil: break
        case .start: step = .start
        case .continue(let running): (step, id) = (.continue, running)
        case .stop(let running): (step, id) = (.stop, running)
        }
        try attribute("iterator", &step, .typed)
        try attribute("iteratorID", &id, .line(60))
        switch (step, id) {
        case (nil, nil): value = nil
        case (.start, nil): value = .start
        case (.continue, let id?): value = .continue(id: id)
        case (.stop, let id?): value = .stop(id: id)
        case (.continue, nil), (.stop, nil): throw fault("iteratorID", .missing)
        case (nil, _), (.start, _): throw fault("iteratorID", .unexpected)
        }
    }
}
