import Foundation

/// A new file, readable by its owner alone, written piece by piece. What is there already is left as it is.
final class OutputFile {
    private let handle: FileHandle
    private let path: String

    init(creating path: String) throws(InputFileProblem) {
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .cannotBeWritten(path: path, reason: String(cString: strerror(errno)) + ".")
        }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        self.path = path
    }

    func write(_ text: String) throws(InputFileProblem) {
        do {
            try handle.write(contentsOf: Data(text.utf8))
        } catch {
            throw .cannotBeWritten(path: path, reason: error.localizedDescription)
        }
    }

    /// Returns once the file is on disk.
    func close() throws(InputFileProblem) {
        do {
            try handle.synchronize()
            try handle.close()
        } catch {
            throw .cannotBeWritten(path: path, reason: error.localizedDescription)
        }
    }

    static func write(_ text: String, to path: String) throws(InputFileProblem) {
        let file = try OutputFile(creating: path)
        try file.write(text)
        try file.close()
    }
}
