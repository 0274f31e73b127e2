/// A file that came with a form.
struct UploadedFile: Hashable, Sendable {
    /// As the person's own computer calls it, without folders.
    let name: String
    let bytes: [UInt8]
}
