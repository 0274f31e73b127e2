import BudgetDomain
import BudgetOperations
import MarkupBytes

/// What can be done with an export now, each with the reason beside it where it cannot.
struct ExportActs {
    let detail: ExportDetail
    /// Nil where the dry run is another export's.
    let preview: ExportPreview?
    let signedIn: SignedInPerson

    private var export: Export { detail.summary.export }
    private var number: String { detail.summary.projectNumber }

    func html(on visit: Visit) -> HTML {
        switch export.state {
        case .readyToExport, .invalid: row(accept, reject)
        case .failedToExport: row(exportAgain(on: visit), reject)
        case .mismatched: row(.keyLink(Site.erpCompare.link(number), key: "A", isMain: true, "Compare and decide"))
        case .exporting, .awaitingJobCosts, .rewriting:
            .p("Nothing has to be done here. It goes on by itself at the next call of the Web Connector.")
        case .synced, .rejected, .retrieved: .nothing
        }
    }

    private func row(_ children: HTML...) -> HTML { .tag("div", [.class("row")], .fragment(children)) }

    private var mayDecide: [Refusal] { signedIn.person.refusals(of: .acceptOrRejectExport) }

    private var accept: HTML {
        let refusals = mayDecide + Self.separation(export, signedIn)
        guard refusals.isEmpty else { return .button("Accept", id: "accept-reason", refusedFor: refusals) }
        guard let preview else {
            return .button("Accept", id: "accept-reason", because: ["The dry run is not there. Open this page again."])
        }
        let stops = preview.preflight.refusalSentences
        guard stops.isEmpty else { return .button("Accept", id: "accept-reason", because: stops) }
        let link = Site.erpExport.link(number).with("seen", preview.digest)
        return .keyLink(link, key: "A", isMain: true, "Accept")
    }

    /// Why this person may not decide on what he sent himself.
    static func separation(_ export: Export, _ signedIn: SignedInPerson) -> [Refusal] {
        guard signedIn.company.settings.senderMayNotApprove, export.sentBy == signedIn.person.id else { return [] }
        return [.senderMayNotApprove(person: signedIn.person.name)]
    }

    private var reject: HTML {
        guard mayDecide.isEmpty else { return .button("Reject", id: "reject-reason", refusedFor: mayDecide) }
        return .keyLink(Site.erpReject.link(number), key: "R", "Reject")
    }

    private func exportAgain(on visit: Visit) -> HTML {
        guard mayDecide.isEmpty else { return .button("Export again", id: "again-reason", refusedFor: mayDecide) }
        return .form(to: Site.erpExportAgain.link(number), on: visit, .button("Export again", .main))
    }
}
