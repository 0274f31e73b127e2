import Foundation

/// The files that the rules look at.
enum Tree {
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()

    static let swiftFiles: [SourceFile] = paths(under: ["Sources", "Tests"]).filter { $0.hasSuffix(".swift") }
        .compactMap { path in text(of: path).map { SourceFile(path: path, source: $0) } }

    /// Everything that people read: code, documents, scripts.
    static let texts: [(path: String, text: String)] =
        paths(under: ["Sources", "Tests", "docs", "packaging", "benchmarks", "examples", ".ci", ""])
        .compactMap { path in text(of: path).map { (path, $0) } }

    static func text(of path: String) -> String? {
        try? String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    static var modules: [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
        return (names ?? []).sorted()
    }

    /// - Parameter folders: an empty name stands for the files of the root itself.
    private static func paths(under folders: [String]) -> [String] {
        folders.flatMap { folder -> [String] in
            let url = root.appending(path: folder)
            let found =
                folder.isEmpty
                ? try? FileManager.default.contentsOfDirectory(atPath: url.path)
                : FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String }
            let prefix = folder.isEmpty ? "" : "\(folder)/"
            return (found ?? []).map { prefix + $0 }.filter(isFile).sorted()
        }
    }

    private static func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: root.appending(path: path).path, isDirectory: &isFolder)
            && !isFolder.boolValue
    }
}
