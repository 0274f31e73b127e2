import ArgumentParser
import BudgetDomain
import BudgetOperations
import Foundation
import QuickBooksDesktop

struct ConnectorQWC: Verb {
    static let configuration = CommandConfiguration(
        commandName: "qwc", abstract: "Write the .qwc file that introduces this server to the Web Connector.",
        discussion: """
            However often the file is written, it stands for the same connection. It holds no password. The Web \
            Connector insists on https for every host but localhost.
            """)

    @Option(help: "The server's address as the machine with QuickBooks reaches it.")
    var publicURL = "http://localhost:8080"

    @Option(name: .shortAndLong, help: "Where to write the file; its usual name in this folder when not given.")
    var output: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        _ = try PublicAddress.read(publicURL)
    }

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        guard let connection = try await scope.plumbline.connection(of: company.id),
            let fileID = ExternalGUID(connection.fileID)
        else { throw Refused(.noConnection) }
        let file = QWCFile(
            companyName: company.name, userName: connection.userName, fileID: fileID,
            address: try PublicAddress.read(publicURL))
        let path = output ?? file.suggestedFileName
        do {
            try Data(file.bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw InputFileProblem.cannotBeWritten(path: path, reason: error.localizedDescription)
        }
        try await scope.plumbline.noteQWCFileTaken(of: company.id)
        return Report(
            [
                "Wrote \(path).",
                "Open it on the machine with QuickBooks, choose “Yes, always” when QuickBooks asks for access, and",
                "type the password of \(connection.userName) into the Web Connector.",
            ], json: QWCJSON(path: path, userName: connection.userName))
    }
}

struct QWCJSON: Encodable {
    let path: String
    let userName: String
}
