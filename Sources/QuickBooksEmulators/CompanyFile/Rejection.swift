package import QBXML

/// Why QuickBooks did not carry out a request.
package struct Rejection: Error, Sendable, Hashable {
    package let status: QBXMLStatus

    init(_ code: Int, _ message: String, severity: QBSeverity = .error) {
        status = QBXMLStatus(code: code, severity: severity, message: message)
    }
}

/// Codes: Intuit's list of status codes in response messages. The sentences keep their sense, not always their words.
extension Rejection {
    private static let noRecord =
        "QuickBooks error message: Invalid argument.  The specified record does not exist in the list."

    static func nameInUse(_ name: String) -> Rejection {
        Rejection(3100, "The name \"\(name)\" of the list element is already in use.")
    }

    static func notFound(_ id: String) -> Rejection {
        Rejection(3120, "Object \"\(id)\" specified in the request cannot be found.  \(noRecord)")
    }

    static func invalidParent(_ name: String, list: String) -> Rejection {
        Rejection(3130, "There is an invalid reference to a parent \"\(name)\" in the \(list) list.  \(noRecord)")
    }

    static func invalidReference(to kind: String, _ name: String, in place: String) -> Rejection {
        Rejection(3140, "There is an invalid reference to QuickBooks \(kind) \"\(name)\" in the \(place).  \(noRecord)")
    }

    static func inactiveReference(to kind: String, _ name: String, in place: String) -> Rejection {
        Rejection(
            3140,
            "There is an invalid reference to QuickBooks \(kind) \"\(name)\" in the \(place).  "
                + "QuickBooks error message: The list element is inactive.")
    }

    static let blankTransaction = Rejection(3180, "A transaction without a line cannot be saved.")

    static let closed = Rejection(
        3171, "An attempt was made to modify a transaction with a date that is on or before the closing date.")

    static func outOfDate(_ editSequence: String) -> Rejection {
        Rejection(3200, "The provided edit sequence \"\(editSequence)\" is out-of-date.")
    }

    static func invalidValue(_ field: String, _ value: String) -> Rejection {
        Rejection(3210, "The \"\(field)\" field has an invalid value \"\(value)\".")
    }

    static let notProcessed = Rejection(
        3231, "The request has not been processed because of an earlier error.", severity: .warn)

    static let notEnabled = Rejection(
        3250, "This feature is not enabled or not available in this version of QuickBooks.")
}
