import BudgetDomain

/// One count of failed attempts, and how it slows the next one down.
///
/// Guessing from one place is slowed down soon, from many places late. Whoever signed in from a browser before is
/// counted by that browser alone, so that no stranger, from however many places, can keep a person out.
struct SignInThrottle: Hashable, Sendable {
    /// What is counted; kept as a digest, so that the table lists nobody's address.
    let subject: String
    /// So many attempts cost no wait.
    let free: Int

    static let longestWaitSeconds: Int64 = 15 * 60
    /// Attempts are forgotten when so long nothing failed.
    static let memorySeconds: Int64 = 24 * 60 * 60

    private init(_ parts: [String], free: Int) {
        subject = Digest.sha256("attempts\n" + parts.joined(separator: "\n"))
        self.free = free
    }

    /// - Parameter device: the digest of a browser in which this address signed in before; nil when it is a stranger's.
    static func ofSignIn(email: String, client: SignInClient, device: String?) -> [SignInThrottle] {
        if let device { return [SignInThrottle(["device", device], free: 5)] }
        return [
            SignInThrottle(["email at address", email, client.address], free: 5),
            SignInThrottle(["address", client.address], free: 30),
            SignInThrottle(["email", email], free: 100),
        ]
    }

    /// Codes of the second factor: whoever gets here knows the password.
    static func ofCode(person: ID<Person>, in company: ID<Company>) -> SignInThrottle {
        SignInThrottle(["code", company.text, person.text], free: 8)
    }

    /// Passwords asked for again by somebody who is signed in.
    static func ofPassword(person: ID<Person>, in company: ID<Company>) -> SignInThrottle {
        SignInThrottle(["password again", company.text, person.text], free: 8)
    }

    /// How long after the last of so many failures the next attempt may come: 1 s, 2 s, 4 s … 15 minutes.
    func waitSeconds(afterFailures failures: Int) -> Int64 {
        guard failures >= free else { return 0 }
        return min(1 << Int64(min(failures - free, 20)), Self.longestWaitSeconds)
    }
}
