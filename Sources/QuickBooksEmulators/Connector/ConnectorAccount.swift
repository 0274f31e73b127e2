internal import MarkupBytes

/// One application as it was added to the Web Connector.
package struct ConnectorAccount: Sendable, Hashable {
    package var userName: String
    package var password: String
    /// The application, in whose private space of the company file the FileID stands.
    package var ownerID: String
    /// The connection to one company file.
    package var fileID: String
    /// Where the service is, from the `.qwc` file.
    package var appURL: String?
    /// The Web Connector's own version.
    package var version: String

    package init(
        userName: String, password: String, ownerID: String, fileID: String, appURL: String? = nil,
        version: String = "2.3.0.215"
    ) {
        self.userName = userName
        self.password = password
        self.ownerID = ownerID
        self.fileID = fileID
        self.appURL = appURL
        self.version = version
    }

    /// From a `.qwc` file, which holds all but the password. Throws where the file is no XML or lacks one of them.
    package init(qwc: [UInt8], password: String) throws {
        let reader = QWCReader()
        try XMLReader.read(qwc, handler: reader)
        func value(_ name: String) throws -> String {
            guard let value = reader.values[name], !value.isEmpty else { throw MissingTag(name: name) }
            return value
        }
        self.init(
            userName: try value("UserName"), password: password, ownerID: try value("OwnerID"),
            fileID: try value("FileID"), appURL: try value("AppURL"))
    }

    package struct MissingTag: Error, CustomStringConvertible {
        package let name: String
        package var description: String { "the .qwc file has no \(name)" }
    }
}

private final class QWCReader: XMLEventHandler {
    private(set) var values: [String: String] = [:]
    private var names: [String] = []
    private var text: [UInt8] = []

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        names.append(name.localText)
        text = []
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) { text += utf8 }

    func end() {
        if names.count == 2 { values[names[1]] = String(decoding: text, as: UTF8.self) }
        names.removeLast()
    }
}
