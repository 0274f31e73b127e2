import Foundation

/// A folder for several files, of this account alone. One with something in it is refused, so that nothing of an
/// earlier time is taken for a part of what is written now.
struct OutputFolder {
    let path: String

    init(empty path: String) throws(InputFileProblem) {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            guard isFolder.boolValue, let found = try? FileManager.default.contentsOfDirectory(atPath: path) else {
                throw .cannotBeWritten(path: path, reason: "it is no folder that can be read.")
            }
            guard found.isEmpty else { throw .cannotBeWritten(path: path, reason: "the folder is not empty.") }
        }
        self.path = path
    }

    func make() throws(InputFileProblem) { try make(path) }

    /// - Parameter name: relative, with at most one `/`.
    func write(_ text: String, to name: String) throws(InputFileProblem) {
        if let slash = name.firstIndex(of: "/") { try make("\(path)/\(name[..<slash])") }
        try OutputFile.write(text, to: "\(path)/\(name)")
    }

    private func make(_ path: String) throws(InputFileProblem) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .cannotBeWritten(path: path, reason: error.localizedDescription)
        }
    }
}
