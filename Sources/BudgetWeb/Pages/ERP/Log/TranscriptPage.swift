import BudgetDomain
import BudgetOperations
import MarkupBytes
import QuickBooksDesktop

/// One exchange with QuickBooks, and what its code means where it has one.
enum TranscriptPage {
    static let route = PageRoute.signedIn(Site.erpTranscript, get: show)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        try signedIn.person.require(.viewERPLists)
        let id = visit.part(Site.erpTranscript)
        let found = try await visit.plumbline.transcript(id: id, of: signedIn.company.id)
        guard let found else { throw PageProblem.noSuch("transcript “\(id)”") }
        let session = found.sessionID.map { id in
            HTML.p(.a(Site.erpSession.link(id), .text("Back to session \(id)")))
        }
        return .page(
            ERPTab.log.page(
                titled: "Transcript \(found.id)", .facts(facts(of: found) + meaning(of: found)),
                .transcript("Asked", found.request), .transcript("Answered", found.answer), session ?? .nothing,
                found.isTrouble ? .p(.a(LogPage.View.troubles.link, "Back to the troubles")) : .nothing))
    }

    private static func facts(of found: Transcript) -> [(name: String, value: HTML)] {
        let took = found.took.map { [(name: "Took", value: HTML.text($0))] } ?? []
        return [(name: "When", value: .moment(found.at))] + took + [(name: "While", value: .text(found.step))]
    }

    private static func meaning(of found: Transcript) -> [(name: String, value: HTML)] {
        guard !found.code.isEmpty else { return [] }
        let known = FaultCatalogue.explanation(of: found.code)
        let money = found.request.isEmpty ? "Nothing was asked of QuickBooks, so nothing was written." : known.meaning
        let cure = known.isKnown ? known.cure : "Send this page with its code to whoever looks after the server."
        return [
            ("Code", .code(.text(found.code))), ("What it means", .text(known.text)), ("For the money", .text(money)),
            ("Who mends it", .text(known.owner)), ("How", .text(cure)),
        ]
    }
}
