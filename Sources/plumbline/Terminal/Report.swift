/// What a command has to say, for people and for programs, and how it ended.
struct Report: Sendable {
    let blocks: [Block]
    let json: any Encodable & Sendable
    let status: ExitStatus

    enum Block: Sendable {
        case line(String)
        case blank
        case table(Table)
        /// Text in a form of its own, such as CSV, which is passed on as it is.
        case verbatim(String)
    }

    init(_ blocks: [Block], json: any Encodable & Sendable, status: ExitStatus = .done) {
        self.blocks = blocks
        self.json = json
        self.status = status
    }

    func text(width: Int?) -> String {
        blocks.map { block in
            switch block {
            case .line(let text): text.printable + "\n"
            case .blank: "\n"
            case .table(let table): table.rendered(width: width)
            case .verbatim(let text): text
            }
        }.joined()
    }
}

extension Report.Block: ExpressibleByStringInterpolation {
    init(stringLiteral value: String) { self = .line(value) }
}
