import BudgetDomain
import SQLDatabase

/// A second factor as the store keeps it. The secret has to be readable: codes are made from it.
struct StoredSecondFactor: Hashable, Sendable {
    let secret: String
    let isOn: Bool
    /// The period whose code was used last.
    let lastStep: Int64
}

/// Codes that a person keeps on paper for the day when the telephone is gone.
enum RecoveryCode {
    /// `4T7K-…`, in fours.
    static func grouped(_ code: String) -> String {
        stride(from: 0, to: code.count, by: 4).map { start in String(code.dropFirst(start).prefix(4)) }
            .joined(separator: "-")
    }

    /// As typed from paper: case, spaces and hyphens do not matter.
    static func digest(_ typed: String, of person: ID<Person>) -> String {
        let code = typed.uppercased().filter { $0.isLetter || $0.isNumber }
        return Digest.sha256("recovery\n\(person.text)\n\(code)")
    }
}

extension Transaction {
    func secondFactor(of person: ID<Person>, in company: ID<Company>) throws -> StoredSecondFactor? {
        try row(
            "SELECT secret, confirmed_at, last_step FROM second_factors WHERE company_id = $1 AND person_id = $2",
            [.text(company.text), .text(person.text)]
        ).map { row in
            StoredSecondFactor(
                secret: try row.text("secret"), isOn: try !row.isNull("confirmed_at"),
                lastStep: try row.integer("last_step"))
        }
    }

    /// - Throws: `Refused` when it is not the code of this moment, or was used before.
    func use(
        code: String, of factor: StoredSecondFactor, person: ID<Person>, in company: ID<Company>, at now: Instant
    ) throws {
        let digits = code.filter { !$0.isWhitespace }
        guard let secret = Base32.bytes(of: factor.secret),
            let step = TimeCode.step(
                of: digits, secret: secret, at: now.microsecondsSince1970 / 1_000_000, after: factor.lastStep)
        else { throw Refused(.codeIsWrong) }
        try execute(
            "UPDATE second_factors SET last_step = $1 WHERE company_id = $2 AND person_id = $3",
            [.integer(step), .text(company.text), .text(person.text)])
    }

    /// - Returns: whether it was one of the person's recovery codes; it is used up then.
    func use(recoveryCode: String, of person: ID<Person>, in company: ID<Company>, at now: Instant) throws -> Bool {
        let used = try execute(
            "DELETE FROM recovery_codes WHERE company_id = $1 AND person_id = $2 AND digest = $3",
            [.text(company.text), .text(person.text), .text(RecoveryCode.digest(recoveryCode, of: person))])
        guard used > 0 else { return false }
        let person = try self.person(person, of: company)
        try audit(
            .recoveryCodeUsed, on: "person \(person.email)", by: .person(person.id, name: person.name), in: company,
            at: now)
        return true
    }

    func save(recoveryCodes codes: [String], of person: ID<Person>, in company: ID<Company>) throws {
        for code in codes {
            try execute(
                "INSERT INTO recovery_codes (company_id, person_id, digest) VALUES ($1, $2, $3)",
                [.text(company.text), .text(person.text), .text(RecoveryCode.digest(code, of: person))])
        }
    }
}
