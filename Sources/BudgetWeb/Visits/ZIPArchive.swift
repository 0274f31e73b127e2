import CZlib

/// Files as one ZIP archive, stored as they are (PKWARE APPNOTE 6.3.10, §4.3): the answer is compressed on its way
/// anyhow. Without times, so that the same files make the same archive.
enum ZIPArchive {
    struct File {
        /// With slashes between folders.
        let name: String
        let bytes: [UInt8]
    }

    private static let firstOfJanuary1980: UInt16 = 0x21
    /// Names are UTF-8 (general purpose bit 11).
    private static let flags: UInt16 = 0x800
    private static let version: UInt16 = 20

    /// - Parameter files: up to 65,535 of them, 4 GiB in all: far more than any evidence has.
    static func bytes(of files: [File]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            let offset = UInt32(truncatingIfNeeded: archive.count)
            let about = facts(of: file)
            archive += little(UInt32(0x0403_4B50)) + about + Array(file.name.utf8) + file.bytes
            directory += little(UInt32(0x0201_4B50)) + little(version) + about
            // Comment, disk, attributes within and outside: none.
            directory += [UInt8](repeating: 0, count: 10) + little(offset) + Array(file.name.utf8)
        }
        let count = little(UInt16(truncatingIfNeeded: files.count))
        let start = little(UInt32(truncatingIfNeeded: archive.count))
        let end =
            little(UInt32(0x0605_4B50)) + little(UInt32(0)) + count + count
            + little(UInt32(truncatingIfNeeded: directory.count)) + start + little(UInt16(0))
        return archive + directory + end
    }

    /// What stands of a file both before it and in the directory.
    private static func facts(of file: File) -> [UInt8] {
        let size = UInt32(truncatingIfNeeded: file.bytes.count)
        let checksum = file.bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, size) }
        return little(version) + little(flags) + little(UInt16(0)) + little(UInt16(0)) + little(firstOfJanuary1980)
            + little(UInt32(truncatingIfNeeded: checksum)) + little(size) + little(size)
            + little(UInt16(truncatingIfNeeded: file.name.utf8.count)) + little(UInt16(0))
    }

    private static func little(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
}
