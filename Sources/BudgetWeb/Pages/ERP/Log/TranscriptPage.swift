import BudgetDomain
import BudgetOperations
import MarkupBytes
import QuickBooksDesktop

/// One exchange that ended in trouble, with what its code means.
enum TranscriptPage {
    static let route = PageRoute.signedIn(Site.erpTranscript, get: show)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        try signedIn.person.require(.viewERPLists)
        let found = try await visit.plumbline.transcripts(
            of: signedIn.company.id, id: visit.part(Site.erpTranscript)
        ).first
        guard let found else { throw PageProblem.notFound }
        let known = FaultCatalogue.explanation(of: found.code)
        return .page(
            ERPTab.log.page(
                titled: "Transcript \(found.id)",
                .facts([
                    ("When", .moment(found.at)), ("While", .text(found.step)), ("Code", .code(.text(found.code))),
                    ("What it means", .text(known.text)), ("For the money", .text(known.meaning)),
                    ("Who mends it", .text(known.owner)), ("How", .text(known.cure)),
                ]), .transcript("Asked", found.request), .transcript("Answered", found.answer),
                .p(.a(Site.erpLog.link.with("view", "troubles"), "Back to the troubles"))))
    }
}
