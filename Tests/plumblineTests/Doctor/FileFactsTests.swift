import Testing

@testable import plumbline

@Suite struct FileFactsTests {
    static let disks: [(file: Int64, free: Int64, isEnough: Bool)] = [
        (10 << 20, 256 << 20, true),
        (10 << 20, (256 << 20) - 1, false),
        (2 << 30, 2 << 30, true),
        (2 << 30, (2 << 30) - 1, false),
    ]

    @Test(arguments: disks) func `the disk has room for the database once more`(
        _ disk: (file: Int64, free: Int64, isEnough: Bool)
    ) {
        let facts = FileFacts(folderMode: 0o700, fileMode: 0o600, fileBytes: disk.file, freeBytes: disk.free)
        let finding = facts.findings(of: DatabaseFile(path: "p")).first { $0.check == "Disk" }

        #expect(finding?.state == (disk.isEnough ? .sound : .attention))
    }

    static let modes: [(folder: Int, file: Int, isPrivate: Bool)] = [
        (0o700, 0o600, true), (0o500, 0o400, true), (0o750, 0o600, false), (0o700, 0o604, false),
        (0o701, 0o600, false),
    ]

    @Test(arguments: modes) func `nobody but the owner may reach it`(
        _ mode: (folder: Int, file: Int, isPrivate: Bool)
    ) {
        let facts = FileFacts(folderMode: mode.folder, fileMode: mode.file, fileBytes: 1, freeBytes: 1 << 40)
        let finding = facts.findings(of: DatabaseFile(path: "p")).first { $0.check == "Permissions" }

        #expect(finding?.state == (mode.isPrivate ? .sound : .attention))
    }
}
