import Foundation
import QuickBooksEmulators
import Synchronization

/// A service that gives prepared answers per method, and notes what it was asked.
final class ScriptedServer: Sendable {
    struct Asked: Sendable {
        let method: SOAPMethod
        let body: String
    }

    private struct State {
        var answers: [SOAPMethod: [String]]
        var asked: [Asked] = []
    }

    private let state: Mutex<State>

    /// - Parameter answers: the results of a method in their order; its last one is repeated.
    init(_ answers: [SOAPMethod: [String]]) {
        let usual: [SOAPMethod: [String]] = [
            .serverVersion: ["1.0"], .clientVersion: [""], .authenticate: [strings("T1", "")],
            .receiveResponseXML: ["100"], .getLastError: ["Nothing"], .closeConnection: ["OK"],
            .connectionError: ["done"],
        ]
        state = Mutex(State(answers: usual.merging(answers) { $1 }))
    }

    var asked: [Asked] { state.withLock(\.asked) }

    var transport: SOAPTransport {
        { call in Array(self.answer(call).utf8) }
    }

    private func answer(_ call: SOAPCall) -> String {
        let result = state.withLock { state in
            state.asked.append(Asked(method: call.method, body: String(decoding: call.body, as: UTF8.self)))
            var left = state.answers[call.method] ?? []
            let next = left.first ?? ""
            if left.count > 1 { left.removeFirst() }
            state.answers[call.method] = left
            return next
        }
        if result.hasPrefix("<?xml") || result.hasPrefix("\n") { return result }
        let name = call.method.rawValue
        return #"<?xml version="1.0" encoding="utf-8"?>"#
            + #"<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>"#
            + #"<\#(name)Response xmlns="http://developer.intuit.com/"><\#(name)Result>\#(result)</\#(name)Result>"#
            + "</\(name)Response></soap:Body></soap:Envelope>"
    }
}

/// The result of authenticate.
func strings(_ values: String...) -> String { values.map { "<string>\($0)</string>" }.joined() }

/// A request document as it stands in a SOAP answer.
func escaped(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
}
