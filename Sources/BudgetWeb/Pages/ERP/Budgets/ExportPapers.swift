import BudgetDomain
import BudgetOperations
import HTTPTypes
import MarkupBytes

/// The downloads that prove an export to others: the signed certificate, and the folder of evidence.
enum ExportPapers {
    static let certificateRoute = PageRoute.signedIn(Site.erpCertificate, get: certificate)
    static let evidenceRoute = PageRoute.signedIn(Site.erpEvidence, get: evidence)

    @Sendable private static func certificate(
        _ visit: Visit, _ signedIn: SignedInPerson
    ) async throws -> PageAnswer {
        let number = visit.part(Site.erpCertificate)
        return try await answer(number) {
            let text = try await visit.surroundings.certificate(number, signedIn.company.id, signedIn.person.id)
            return DownloadedFile(
                name: "certificate-\(number).txt", contentType: "text/plain; charset=utf-8", bytes: Array(text.utf8))
        }
    }

    @Sendable private static func evidence(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.erpEvidence)
        let export = visit.query["export"].flatMap { Int($0) }
        return try await answer(number) {
            let files = try await visit.surroundings.evidence(
                number, export, signedIn.company.id, signedIn.person.id)
            let folder = "evidence-\(number)\(export.map { "-\($0)" } ?? "")"
            let bytes = ZIPArchive.bytes(
                of: files.map { ZIPArchive.File(name: "\(folder)/\($0.name)", bytes: Array($0.text.utf8)) })
            return DownloadedFile(name: "\(folder).zip", contentType: "application/zip", bytes: bytes)
        }
    }

    private static func answer(
        _ number: String, _ file: () async throws -> DownloadedFile
    ) async throws -> PageAnswer {
        do {
            return .file(try await file())
        } catch let problem as PaperProblem {
            let page = ERPTab.budget.page(
                titled: "There is no paper to download",
                .notice("Nothing was signed", .bad, .p(.text(problem.sentence)), .p(.text(problem.cure))),
                .p(.a(Site.erpBudget.link(number), "Back to the details")))
            return .page(page, status: .notFound)
        }
    }
}
