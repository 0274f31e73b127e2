import BudgetDomain
import BudgetOperations
import Foundation

/// The files that a manifest names, held against it.
struct VerifiedFolder {
    let manifest: EvidenceManifest
    let manifestPath: String

    private static let mostBytes = 1 << 30

    private var folder: String { DatabaseFile(path: manifestPath).folder }

    /// One sentence for each file that is not as it was written.
    func problems() -> [String] {
        manifest.files.compactMap(problem) + strangers().map { "\($0) is in the folder, and was not when it was made." }
    }

    private func problem(of file: EvidenceManifest.File) -> String? {
        guard let bytes = try? InputFile.read("\(folder)/\(file.name)", limit: Self.mostBytes) else {
            return "\(file.name) is missing, or cannot be read."
        }
        return file.holds(bytes) ? nil : "\(file.name) is not as it was written."
    }

    private func strangers() -> [String] {
        let known = Set(manifest.files.map(\.name) + [manifestPath.split(separator: "/").last.map(String.init) ?? ""])
        let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return found.filter { name in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
            return !isFolder.boolValue && !known.contains(name)
        }.sorted()
    }
}
