import BudgetDomain
import BudgetOperations
import BudgetWeb

extension Surroundings {
    /// What the pages of a server on this machine need beyond the database.
    /// - Parameter key: nil where nobody said where it is kept.
    static func of(_ plumbline: Plumbline, key: SigningKeyFile?) -> Surroundings {
        Surroundings(
            certificate: { project, company, person in
                let certificate = try await plumbline.certificate(
                    of: project, in: company, by: person, madeBy: PlumblineCommand.version)
                return try SignedText(signing: certificate.text, with: try signingKey(key, plumbline)).text
            },
            evidence: { project, export, company, person in
                let evidence = try await plumbline.evidence(
                    of: project, export: export, in: company, by: person, madeBy: PlumblineCommand.version)
                return try EvidenceFiles(of: evidence, signedBy: try signingKey(key, plumbline)).all.map {
                    PaperFile(name: $0.name, text: $0.text)
                }
            }, knock: { await DoorKnock.knock(at: $0) })
    }

    private static func signingKey(_ file: SigningKeyFile?, _ plumbline: Plumbline) throws -> SigningKey {
        guard let file else {
            throw PaperProblem(
                sentence: "Nobody said where this server's signing key is kept.",
                cure: "Whoever runs the server starts it with --signing-key, or sets PLUMBLINE_SIGNING_KEY.")
        }
        do {
            return try file.key(randomness: plumbline.randomness)
        } catch let problem as SigningKeyProblem {
            throw PaperProblem(sentence: problem.sentence, cure: problem.cure)
        }
    }
}
