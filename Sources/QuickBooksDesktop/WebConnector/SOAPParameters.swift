/// The parameters of one call, by their names.
struct SOAPParameters {
    let method: WebConnectorMethod
    let values: [String: [UInt8]]

    func bytes(_ name: String) -> [UInt8] { values[name] ?? [] }

    func text(_ name: String) -> String { String(decoding: bytes(name), as: UTF8.self) }

    func integer(_ name: String) throws(SOAPRequestFault) -> Int {
        let text = text(name).filter { !$0.isWhitespace }
        if text.isEmpty { return 0 }
        guard let number = Int32(text) else {
            throw .badParameter(method: method, name: name, problem: .notANumber)
        }
        return Int(number)
    }
}
