import Foundation
import QuickBooksEmulators

/// An emulated company file that outlives the process.
struct KeptBooks: Sendable {
    let file: CompanyFile
    private let place: URL

    static func open(_ path: String) throws -> KeptBooks {
        let place = URL(fileURLWithPath: path)
        guard FileManager.default.fileExists(atPath: path) else {
            return KeptBooks(file: try BenchmarkFirm.books(of: "Kept Books"), place: place)
        }
        return KeptBooks(file: try CompanyFile.load(from: place), place: place)
    }

    func save() throws { try file.save(to: place) }
}
