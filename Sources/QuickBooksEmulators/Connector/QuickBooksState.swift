/// What the Web Connector finds when it opens QuickBooks.
package enum QuickBooksState: Sendable {
    case open
    case closed
    /// Somebody holds the file open in single-user mode.
    case singleUser
    case otherFile(CompanyFile)
}

/// Why no session with QuickBooks could begin. Codes: Intuit's list of HRESULTs of the request processor.
package struct ConnectionFailure: Error, Sendable, Hashable {
    package let hresult: String
    package let message: String

    static let notStarted = ConnectionFailure(hresult: "0x80040408", message: "Could not start QuickBooks.")
    static let wrongMode = ConnectionFailure(
        hresult: "0x80040410",
        message: "The QuickBooks company data file is currently open in a mode other than the one specified by your "
            + "application.")
    static let otherFileOpen = ConnectionFailure(
        hresult: "0x8004040A",
        message: "A QuickBooks company data file is already open and it is different from the one requested.")
    static let cannotOpen = ConnectionFailure(
        hresult: "0x80040403", message: "Unable to open the specified QuickBooks company data file.")
}

extension QuickBooksState {
    /// - Parameters:
    ///   - path: the file to open, or empty for whichever is open.
    ///   - ours: the file that the application was added to.
    package func open(_ path: String, ours: CompanyFile) throws(ConnectionFailure) -> CompanyFile {
        switch self {
        case .closed: throw .notStarted
        case .singleUser: throw .wrongMode
        case .open:
            guard path.isEmpty || path == ours.path else { throw .cannotOpen }
            return ours
        case .otherFile(let other):
            guard path.isEmpty || path == other.path else { throw .otherFileOpen }
            return other
        }
    }
}
