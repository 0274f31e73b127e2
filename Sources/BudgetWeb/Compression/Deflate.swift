import CZlib

/// Compression by zlib's deflate (RFC 1951).
enum Deflate {
    /// What stands around the compressed bytes: the largest window, and how zlib is told the format.
    enum Format: Int32 {
        /// RFC 1952, as HTTP sends it.
        case gzip = 31
        /// RFC 1950, as PDF holds it.
        case zlib = 15
    }

    /// How much time compression may take for how much room it saves.
    enum Effort: Int32 {
        /// For what is made anew for every answer: half the time of zlib's next way of matching, which begins at 4, for
        /// a tenth more bytes.
        case quick = 1
        /// For what is compressed once.
        case thorough = 9
    }

    /// - Returns: nil when zlib gets no memory, or the bytes are more than it counts.
    static func compressed(_ bytes: [UInt8], _ effort: Effort, as format: Format = .gzip) -> [UInt8]? {
        guard let count = UInt32(exactly: bytes.count) else { return nil }
        var stream = z_stream()
        guard plumbline_begin_deflate(&stream, effort.rawValue, format.rawValue) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        let longest = Int(deflateBound(&stream, uLong(count)))
        // zlib reads its input and never writes it; its C declaration does not say so.
        var input = bytes
        return input.withUnsafeMutableBufferPointer { input -> [UInt8]? in
            stream.next_in = input.baseAddress
            stream.avail_in = count
            var isWhole = false
            let output = [UInt8](unsafeUninitializedCapacity: longest) { buffer, written in
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(clamping: longest)
                isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
                written = isWhole ? Int(stream.total_out) : 0
            }
            return isWhole ? output : nil
        }
    }
}
