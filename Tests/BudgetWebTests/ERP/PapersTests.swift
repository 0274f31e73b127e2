import BudgetDomain
import BudgetOperations
import BudgetWeb
import Testing

@testable import BudgetWeb

@Suite(.timeLimit(.minutes(10))) struct PapersTests {
    @Test func `the certificate and the evidence of an export are downloaded`() async throws {
        let papers = Surroundings(
            certificate: { project, _, _ in "certificate of \(project)\n" },
            evidence: { project, export, _, _ in
                [PaperFile(name: "manifest.txt", text: "\(project), export \(export ?? 0)\n")]
            }, knock: { _ in .tooSlow })
        try await RunningSite.run(surroundings: papers) { site in
            let office = try await Office(site)
            try await office.sendBudget()
            try await office.accept()
            let browser = try await office.approversBrowser()
            let details = try await browser.get("/erp/budgets/2001")

            let certificate = try await browser.get(try #require(details.shown.link("Download the certificate")))
            #expect(certificate.text == "certificate of 2001\n")
            #expect(certificate.headers["content-disposition"] == "attachment; filename=\"certificate-2001.txt\"")
            let evidence = try await browser.get(try #require(details.shown.link("Download the evidence")))
            #expect(evidence.headers["content-disposition"] == "attachment; filename=\"evidence-2001-1.zip\"")
            #expect(evidence.headers["content-type"] == "application/zip")
            #expect(evidence.text.contains("evidence-2001-1/manifest.txt2001, export 1\n"))
        }
    }

    @Test func `a server without a key says who names it`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn()

            let page = try await browser.get("/erp/budgets/1001/certificate")

            #expect(page.status == 404)
            #expect(page.text.contains("This server has no key to sign with."))
            #expect(page.text.contains("Whoever runs the server names its signing key when it is started."))
        }
    }

    @Test func `an archive stores its files with their checksums`() {
        let bytes = ZIPArchive.bytes(of: [ZIPArchive.File(name: "a/b.txt", bytes: Array("hello".utf8))])

        let hexadecimal = bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        #expect(
            hexadecimal
                // The file: signature, version, flags, method, time, date, checksum, sizes, length of its name.
                == "504b0304" + "1400" + "0008" + "0000" + "0000" + "2100" + "86a61036" + "05000000" + "05000000"
                + "0700" + "0000" + "612f622e747874" + "68656c6c6f"
                // The directory.
                + "504b0102" + "1400" + "1400" + "0008" + "0000" + "0000" + "2100" + "86a61036" + "05000000"
                + "05000000" + "0700" + "0000" + "00000000000000000000" + "00000000" + "612f622e747874"
                // Its end.
                + "504b0506" + "00000000" + "0100" + "0100" + "35000000" + "2a000000" + "0000")
    }

    @Test(
        arguments: [
            (
                .answered(status: 200, text: "<h1>Plumbline and the QuickBooks Web Connector</h1>"),
                [.done, .done, .done, .done], nil
            ),
            (.answered(status: 200, text: "nginx"), [.done, .done, .done, .failed], "Another site answered"),
            (
                .answered(status: 301, text: ""), [.done, .done, .done, .failed],
                "The support page answered with status 301."
            ),
            (.hostIsUnknown, [.failed, .ahead, .ahead, .ahead], "Its name is not known."),
            (.nobodyListens, [.done, .failed, .ahead, .ahead], "Nobody listens there."),
            (.certificateIsNotTrusted, [.done, .done, .failed, .ahead], "Its certificate is not trusted"),
            (.tooSlow, [.done, .failed, .ahead, .ahead], "No answer came in time."),
            (.failed("no route"), [.done, .failed, .ahead, .ahead], "It could not be asked: no route"),
        ] as [(KnockAnswer, [TimelineStep.State], String?)])
    func `a test of the address says what is wrong and who mends it`(
        answer: KnockAnswer, states: [TimelineStep.State], problem: String?
    ) {
        let steps = AddressSteps(publicURL: "https://budgets.example.com", hasCalled: false, answer: answer).steps

        #expect(steps[0].detail == "https://budgets.example.com")
        #expect(steps.dropFirst().map(\.state) == states)
        let told = steps.dropFirst().compactMap(\.detail)
        #expect(told.count == (problem == nil ? 0 : 1))
        #expect(told.first?.hasPrefix(problem ?? "") != false)
    }

    @Test func `the address is tested from the page, and never one that somebody typed`() async throws {
        let surroundings = Surroundings(
            certificate: { _, _, _ in "" }, evidence: { _, _, _, _ in [] }, knock: { .failed("asked \($0)") })
        try await RunningSite.run(publicURL: "http://localhost:8080", surroundings: surroundings) { site in
            let browser = Browser(site)
            _ = try await browser.signIn()
            _ = try await browser.submit(["act": "add"], to: "/erp/connections")

            let tested = try await browser.submit(
                ["act": "test", "address": "http://127.0.0.1:22"], to: "/erp/connections")

            #expect(tested.text.contains("It could not be asked: asked http://localhost:8080/qbwc/support"))
        }
    }
}
