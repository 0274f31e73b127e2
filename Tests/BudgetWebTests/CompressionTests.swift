import Foundation
import Testing

@testable import BudgetWeb

@Suite(.timeLimit(.minutes(10))) struct CompressionTests {
    @Test(arguments: [
        ("gzip", true), ("GZIP", true), ("br, gzip;q=0.5", true), ("*", true), ("deflate, *;q=0.1", true),
        ("", false), ("br", false), ("gzip;q=0", false), ("gzip; q=0.000", false), ("*;q=1, gzip;q=0", false),
        ("gzipped", false),
    ])
    func `whoever takes gzip is understood`(accepted: String, takes: Bool) {
        #expect(CompressedAnswers.takesGzip(accepted) == takes)
    }

    @Test func `gzip gives back what was compressed`() throws {
        let text = String(repeating: "Budget and books stand true to each other. ", count: 500)

        let compressed = try #require(Deflate.compressed(Array(text.utf8), .quick))

        #expect(compressed.count < 400)
        #expect(try Self.gunzipped(compressed) == text)
        #expect(try Self.gunzipped(try #require(Deflate.compressed([], .thorough))) == "")
    }

    @Test
    func `pages and their files travel compressed to whoever takes that, and what the Web Connector gets does not`()
        async throws
    {
        try await RunningSite.run { site in
            let tabulator = try #require(Asset.tabulator)
            let browser = Browser(site)
            for path in ["/sign-in", tabulator.link.text] {
                let plain = try await browser.get(path, headers: ["Accept-Encoding": "identity"])
                let compressed = try await browser.get(path, headers: ["Accept-Encoding": "gzip"])
                #expect(plain.headers["content-encoding"] == nil, "\(path)")
                #expect(compressed.headers["content-encoding"] == "gzip", "\(path)")
                #expect(plain.headers["vary"] == "Accept-Encoding" && compressed.headers["vary"] == "Accept-Encoding")
            }
            let description = try await browser.get("/qbwc?wsdl", headers: ["Accept-Encoding": "gzip"])
            #expect(description.status == 200 && description.headers["content-encoding"] == nil)
        }
    }

    @Test func `the scripts of no page are more than 200 kB when they travel`() throws {
        let scripts = Asset.all.filter { $0.contentType.hasPrefix("text/javascript") }

        let travelling = scripts.map { ($0.compressed ?? $0.bytes).count }.reduce(0, +)

        #expect(scripts.count > 1)
        #expect(travelling < 200_000)
    }

    private static func gunzipped(_ bytes: [UInt8]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-d", "-c"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(bytes))
        try input.fileHandleForWriting.close()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: text, as: UTF8.self)
    }
}
