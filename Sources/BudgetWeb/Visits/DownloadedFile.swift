/// A file that a page hands out.
struct DownloadedFile: Sendable {
    let name: String
    let contentType: String
    let bytes: [UInt8]

    /// RFC 6266 §4.1, with the characters that every browser takes in a name.
    var disposition: String {
        let safe = name.unicodeScalars.map { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": Character(scalar)
            case _: Character("-")
            }
        }
        return "attachment; filename=\"\(String(safe))\""
    }
}
