package import BudgetDomain
import SQLDatabase

/// A budget file that somebody uploaded to look at before it is imported.
package struct BudgetUpload: Hashable, Sendable {
    package let id: ID<BudgetUpload>
    /// As the person's own computer calls it.
    package let name: String
    package let bytes: [UInt8]
    package let uploadedAt: Instant

    package init(id: ID<BudgetUpload>, name: String, bytes: [UInt8], uploadedAt: Instant) {
        self.id = id
        self.name = name
        self.bytes = bytes
        self.uploadedAt = uploadedAt
    }
}

extension Plumbline {
    /// Keeps an uploaded file until it is imported, replaced by the person's next one for the project, or a day old.
    package func keepUpload(
        _ bytes: [UInt8], name: String, for number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> ID<BudgetUpload> {
        let now = clock.now()
        try TextLimit.fileName.require(name)
        return try await database.write(of: companyID) { [randomness] tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            try place.person.require(.importBudget)
            try tx.standing(of: place.project.id, in: place.company).restrictions.require(.importBudget)
            let id: ID<BudgetUpload> = randomness.id()
            try tx.removeUpload(of: place)
            try tx.execute(
                """
                INSERT INTO budget_uploads (company_id, id, project_id, person_id, name, bytes, uploaded_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """,
                [
                    .text(companyID.text), .text(id.text), .text(place.project.id.text), .text(personID.text),
                    .text(name), .blob(bytes), .integer(now.microsecondsSince1970),
                ])
            return id
        }
    }

    /// The file that the person uploaded for the project; nil when it is gone, or was never this person's.
    package func upload(
        _ id: ID<BudgetUpload>, for number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> BudgetUpload? {
        try await database.read(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            return try tx.row(
                """
                SELECT id, name, bytes, uploaded_at FROM budget_uploads
                WHERE company_id = $1 AND project_id = $2 AND person_id = $3 AND id = $4
                """,
                [
                    .text(companyID.text), .text(place.project.id.text), .text(personID.text), .text(id.text),
                ]
            ).map { row in
                BudgetUpload(
                    id: ID(try row.text("id")), name: try row.text("name"), bytes: try row.blob("bytes"),
                    uploadedAt: Instant(microsecondsSince1970: try row.integer("uploaded_at")))
            }
        }
    }

    /// Forgets the file that the person uploaded for the project.
    package func discardUpload(
        for number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws {
        try await database.write(of: companyID) { tx in
            try tx.removeUpload(of: try tx.place(project: number, company: companyID, person: personID))
        }
    }

    private static let uploadLifeSeconds: Int64 = 24 * 60 * 60

    /// Forgets files that nobody imported within a day.
    func removeOldUploads() async throws -> Int {
        let oldest = clock.now().adding(seconds: -Self.uploadLifeSeconds)
        return try await remove(
            fromEach: """
                SELECT c.id FROM companies c
                WHERE EXISTS (SELECT 1 FROM budget_uploads u WHERE u.company_id = c.id AND u.uploaded_at < $1)
                ORDER BY c.id LIMIT $2
                """, before: oldest
        ) { tx, company in
            try tx.execute(
                "DELETE FROM budget_uploads WHERE company_id = $1 AND uploaded_at < $2",
                [.text(company.text), .integer(oldest.microsecondsSince1970)])
        }
    }
}

extension Transaction {
    fileprivate func removeUpload(of place: Place) throws {
        try execute(
            "DELETE FROM budget_uploads WHERE company_id = $1 AND project_id = $2 AND person_id = $3",
            [.text(place.company.id.text), .text(place.project.id.text), .text(place.person.id.text)])
    }
}
