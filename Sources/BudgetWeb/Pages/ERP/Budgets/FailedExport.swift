import BudgetDomain
import MarkupBytes
import QuickBooksDesktop

extension HTML {
    /// Why an export failed: the cause, what it means for the money, who mends it and how.
    static func failedExport(_ fault: ERPFault) -> HTML {
        let known = FaultCatalogue.explanation(of: fault.code)
        return .notice(
            "Why it failed", .bad,
            .facts([
                ("What happened", .text(fault.text)), ("For the money", .text(fault.meaning)),
                ("Who mends it", .text(known.owner)), ("How", .text(fault.cure)),
                ("Code", .code(.text(fault.code))),
            ]),
            .p(fault.mayPass ? "It may have passed by now: export it again." : "Mend it first, then export it again."))
    }
}
