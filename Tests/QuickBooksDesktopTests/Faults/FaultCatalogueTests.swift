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
            ].map { "0x80040\($0)" } + ["0x80040154", "view-only"]
        let webConnector =
            [
                1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1012, 1013, 1014, 1022, 1023, 1024,
                1026, 1027, 1030, 1031, 1036, 1037, 1039, 1040, 1041, 1042, 1043, 1044, 1045, 1046, 1048, 1051,
            ].map { "QBWC\($0)" } + ["busy", "content-type", "none", "not-well-formed", "nvu"]

        let known = StatusEntries.all + MessageSetEntries.all
        #expect(known.map(\.code).sorted() == statuses.map(String.init).sorted())
        #expect(HRESULTEntries.all.map(\.code).sorted() == hresults.sorted())
        #expect(WebConnectorEntries.all.map(\.code).sorted() == webConnector.sorted())
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
            text: "This code is not known to Plumbline. QuickBooks does not accept the data of the request. This was "
                + "while reading bills.",
            meaning: "Whether QuickBooks holds it is not known yet. It is looked up before anything is sent again.",
            cure: "Follow QuickBooks' own words. If that does not help, send code, text and transcript to whoever "
                + "looks after the server.",
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
                + "was accepted before written again, as a new estimate: `plumbline erp write-again`. Then the budget "
                + "is sent again. [estimate-missing]")
    }

    @Test func `each entry says what happened and what to do, and no code stands twice`() {
        let entries = FaultCatalogue.sections.flatMap(\.self) + RangeEntries.all.map(\.entry)

        #expect(Set(entries.map(\.code)).count == entries.count)
        for entry in entries {
            #expect(entry.summary.count > 15 && entry.summary.hasSuffix("."), "\(entry.code)")
            #expect(entry.cure.count > 10 && entry.cure.hasSuffix("."), "\(entry.code)")
        }
    }

    static let explained: [(code: String, text: String, owner: String)] = [
        (
            "qbwc1040", "The user name or the password is wrong.",
            "a bookkeeper"
        ),
        (
            "3250", "This is switched off in QuickBooks, or its edition does not have it.",
            "the administrator of QuickBooks"
        ),
        ("-2147220460", "QuickBooks waits for an answer in a window that is open.", "a bookkeeper"),
        ("estimates-off", "Estimates are switched off in this company file.", "the administrator of QuickBooks"),
        (
            "2500", "This code is not known to Plumbline. QuickBooks does not support something in the request.",
            "the makers of Plumbline"
        ),
        ("QBWC9", "Plumbline does not know this code.", "whoever looks after the server"),
    ]

    @Test(arguments: explained) func `a code is explained however it was read`(
        _ example: (code: String, text: String, owner: String)
    ) {
        let found = FaultCatalogue.explanation(of: example.code)

        #expect(found.text == example.text)
        #expect(found.owner == example.owner)
    }

    @Test func `a file that may only be viewed is known by QuickBooks' words`() {
        let fault = FaultCatalogue.fault(
            hresult: "0x80040499", message: "This application is not supported in read-only mode.")

        #expect(fault.code == "view-only")
    }

    /// `make docs` sets the variable, and then the page is written anew.
    @Test func `the reference page lists the same faults`() throws {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let place = root.appending(path: "docs/reference/quickbooks-errors.md")
        let expected = FaultCatalogue.document
        if ProcessInfo.processInfo.environment["PLUMBLINE_WRITE_DOCUMENTS"] == "1" {
            try Data(expected.utf8).write(to: place)
        }
        let page = try String(contentsOf: place, encoding: .utf8)

        #expect(page == expected, "docs/reference/quickbooks-errors.md should say:\n\(expected)")
    }
}
