/// What a form of this site carries and a form of another site cannot know: made from a secret that the browser keeps.
package enum FormToken {
    package static func of(secret: String) -> String { Digest.sha256("form\n\(secret)") }

    package static func isOf(secret: String, _ token: String) -> Bool { SameText.areEqual(of(secret: secret), token) }
}
