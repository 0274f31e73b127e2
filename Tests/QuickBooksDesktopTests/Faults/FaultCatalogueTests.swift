import BudgetDomain
import Foundation
import QBXML
import Testing

@testable import QuickBooksDesktop

@Suite struct FaultCatalogueTests {
    @Test func `a status is told with QuickBooks' words, its meaning for the money and its cure`() {
        let status = QBXMLStatus(
            code: 3250, severity: .error,
            message: "This feature is not enabled or not available in this version of QuickBooks.")

        let expected = ERPFault(
            code: "3250",
            text: "This is switched off in QuickBooks, or its edition does not have it. This was while adding the "
                + "estimate. QuickBooks says: This feature is not enabled or not available in this version of "
                + "QuickBooks.",
            meaning: "QuickBooks refused it, so nothing of it is in the company file.",
            cure: "The QuickBooks administrator switches estimates on: Edit, Preferences, Jobs & Estimates, "
                + "Company Preferences.",
            mayPass: false)
        #expect(FaultCatalogue.fault(status: status, doing: "adding the estimate") == expected)
    }

    @Test(arguments: ["0x80040414", "0X80040414", " 0x80040414 ", "-2147220460"])
    func `an HRESULT is known in every form in which it comes`(hresult: String) {
        let expected = ERPFault(
            code: "0x80040414",
            text: "QuickBooks waits for an answer in a window that is open. QuickBooks says: A modal dialog box is up.",
            meaning: "Nothing reached the company file, and nothing was read from it. What was waiting still waits.",
            cure: "Close the window on the QuickBooks computer; the next run goes on.", mayPass: true)
        #expect(FaultCatalogue.fault(hresult: hresult, message: "A modal dialog box is up.") == expected)
    }

    @Test func `every code of the reference has its entry`() {
        let statuses = [
            500, 501, 510, 530, 531, 550, 560, 570, 600, 1000, 1010, 1030, 1060, 3000, 3010, 3020, 3030, 3031, 3035,
            3040, 3045, 3050, 3060, 3070, 3100, 3120, 3130, 3140, 3150, 3161, 3170, 3171, 3175, 3176, 3180, 3185, 3190,
            3200, 3210, 3220, 3231, 3250, 3260, 3261, 3262, 3263, 3264, 3270, 3290, 3500, 9001, 9002, 9003, 9004, 9005,
        ]
        let hresults =
            [
                "400", "401", "402", "403", "408", "40A", "40D", "410", "414", "416", "418", "41A", "41B", "41C", "41D",
                "41F", "420", "422", "424", "308",
            ].map { "0x80040\($0)" } + ["0x80040154"]

        let known = StatusEntries.all + MessageSetEntries.all
        #expect(known.map(\.code).sorted() == statuses.map(String.init).sorted())
        #expect(HRESULTEntries.all.map(\.code).sorted() == hresults.sorted())
    }

    @Test func `what may pass by itself is this and nothing else`() {
        let passing = (StatusEntries.all + MessageSetEntries.all).filter(\.mayPass).map(\.code)

        let expected = [
            "510", "1000", "1010", "3170", "3175", "3176", "3180", "3200", "3231", "600", "9002", "9005",
        ]
        #expect(passing == expected)
    }

    @Test func `a code that nobody knows gets an honest answer`() {
        let fault = FaultCatalogue.fault(
            status: QBXMLStatus(code: 4711, severity: .error, message: ""), doing: "reading bills")

        let expected = ERPFault(
            code: "4711",
            text: "QuickBooks answered with a code that Plumbline does not know. This was while reading bills.",
            meaning: "Whether QuickBooks holds it is not known yet. It is looked up before anything is sent again.",
            cure: "Follow QuickBooks' own words; if they do not help, send code and text to whoever looks after the "
                + "server.",
            mayPass: false)
        #expect(fault == expected)
        #expect(FaultCatalogue.fault(hresult: "", message: "").code == "no-answer")
    }

    @Test func `a request that cannot be written names the field`() {
        let fault = QBXMLFault(
            message: "EstimateAddRq", field: "EstimateAdd/RefNumber", reason: .tooLong(limit: 11, actual: 12))

        #expect(
            FaultCatalogue.fault(unwritable: fault, doing: "adding the estimate").text
                == "A text or figure cannot be written in QuickBooks' terms. This was while adding the estimate. "
                + "EstimateAddRq: EstimateAdd/RefNumber has 12 characters, the limit is 11.")
    }

    @Test func `the Web Connector's window gets one line that is never blank`() {
        #expect(
            FaultCatalogue.notice(FaultCatalogue.fault(.estimateMissing(number: "B1042-1")))
                == "The estimate B1042-1 is not in QuickBooks any more. An approver rejects this export and has what "
                + "was accepted before written again, as a new estimate: `plumbline erp write-again`. Then the budget is "
                + "sent again. [estimate-missing]")
    }

    @Test func `the reference page lists the same faults`() throws {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "docs/reference/quickbooks-errors.md"), encoding: .utf8)

        let expected = FaultCatalogue.document
        #expect(page == expected, "docs/reference/quickbooks-errors.md should say:\n\(expected)")
    }
}
