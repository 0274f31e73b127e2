/// `otpauth://totp/…`, the form in which authenticator apps take a secret
/// (https://github.com/google/google-authenticator/wiki/Key-Uri-Format).
enum OTPAuthLink {
    static func text(secret: String, account: String, issuer: String) -> String {
        let issuer = escaped("Plumbline \(issuer)")
        return "otpauth://totp/\(issuer):\(escaped(account))?secret=\(secret)&issuer=\(issuer)"
    }

    /// RFC 3986 §2.1: everything but the unreserved characters.
    private static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = text.utf8.flatMap { byte -> [UInt8] in
            let isUnreserved =
                UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
                || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || Array("-._~".utf8).contains(byte)
            return isUnreserved ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
