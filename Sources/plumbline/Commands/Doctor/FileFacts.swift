import Foundation

/// What the system says about a database file and the disk that it is on.
struct FileFacts: Equatable, Sendable {
    /// Permission bits.
    let folderMode: Int
    let fileMode: Int
    let fileBytes: Int64
    let freeBytes: Int64

    static func read(_ file: DatabaseFile) throws -> FileFacts {
        let files = FileManager.default
        let folder = try files.attributesOfItem(atPath: file.folder)
        let database = try files.attributesOfItem(atPath: file.path)
        let disk = try files.attributesOfFileSystem(forPath: file.folder)
        return FileFacts(
            folderMode: (folder[.posixPermissions] as? NSNumber)?.intValue ?? 0,
            fileMode: (database[.posixPermissions] as? NSNumber)?.intValue ?? 0,
            fileBytes: (database[.size] as? NSNumber)?.int64Value ?? 0,
            freeBytes: (disk[.systemFreeSize] as? NSNumber)?.int64Value ?? 0)
    }

    func findings(of file: DatabaseFile) -> [Finding] { [privacy(of: file), space] }

    /// Any bit for the group or for others is one too many.
    private func privacy(of file: DatabaseFile) -> Finding {
        let found = "Folder \(Self.octal(folderMode)), file \(Self.octal(fileMode))."
        guard (folderMode | fileMode) & 0o077 != 0 else { return .sound("Permissions", found) }
        return .attention(
            "Permissions", found, meaning: "Other users of this machine can reach budgets and digests of passwords.",
            cure: "chmod 700 \(file.folder); chmod 600 \(file.path)*")
    }

    /// A migration or a cleaning may write the database a second time before it lets go of the first.
    private var space: Finding {
        let found = "\(freeBytes >> 20) MB free, the database has \(fileBytes >> 20) MB."
        guard freeBytes < max(fileBytes, 256 << 20) else { return .sound("Disk", found) }
        return .attention(
            "Disk", found, meaning: "When the disk is full every act is refused; nothing stored is lost.",
            cure: "Make room on the disk, or move the database to a larger one.")
    }

    private static func octal(_ mode: Int) -> String {
        let digits = String(mode, radix: 8)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
