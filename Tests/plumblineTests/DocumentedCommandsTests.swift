import ArgumentParser
import Foundation
import Testing

@testable import plumbline

/// Every command that the documentation tells people to type is one that the program takes.
@Suite struct DocumentedCommandsTests {
    @Test func `commands in the documentation can be read by the program`() throws {
        let documents = try Self.documents()
        #expect(documents.count > 20)
        var wrong: [String] = []
        for document in documents {
            for command in try Self.commands(in: String(contentsOf: document, encoding: .utf8)) {
                do {
                    _ = try PlumblineCommand.parseAsRoot(command.words)
                } catch {
                    wrong.append("\(document.lastPathComponent): \(command.text)\n\(error)")
                }
            }
        }
        #expect(wrong == [])
    }

    @Test func `a wrong command would be found`() {
        let commands = Self.commands(
            in: """
                ```sh
                plumbline erp link-job 1001 "Acme:House" \\
                    --as ada@harbour.example   # as QuickBooks shows it
                ```
                """)
        #expect(commands.map(\.words) == [["erp", "link-job", "1001", "Acme:House", "--as", "ada@harbour.example"]])
        #expect(throws: (any Error).self) { try PlumblineCommand.parseAsRoot(commands[0].words) }
    }

    private struct Command {
        let text: String
        let words: [String]
    }

    private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func documents() throws -> [URL] {
        let docs = repository.appendingPathComponent("docs").resolvingSymlinksInPath()
        let names = try FileManager.default.subpathsOfDirectory(atPath: docs.path).filter { $0.hasSuffix(".md") }
        return names.sorted().map { docs.appendingPathComponent($0) } + [repository.appendingPathComponent("README.md")]
    }

    /// The lines of code blocks that begin with the program's name, and are not cut short with `…`.
    private static func commands(in text: String) -> [Command] {
        var isCode = false
        var commands: [Command] = []
        for line in text.replacing("\\\n", with: " ").split(separator: "\n") {
            if line.drop(while: { $0 == " " }).hasPrefix("```") {
                isCode.toggle()
            } else if isCode, let command = command(on: line) {
                commands.append(command)
            }
        }
        return commands
    }

    private static func command(on line: Substring) -> Command? {
        var words = words(of: line)
        while let first = words.first, first == "sudo" || first.contains("=") { words.removeFirst() }
        guard let program = words.first, program == "plumbline" || program.hasSuffix("/plumbline") else { return nil }
        guard !words.contains(where: { $0.contains("…") }) else { return nil }
        return Command(text: String(line), words: Array(words.dropFirst()))
    }

    /// As a shell divides them, up to a comment, a redirection or the end of the command.
    private static func words(of line: Substring) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + String(character) }
            } else if character == "\"" || character == "'" {
                quote = character
                word = word ?? ""
            } else if character == " " {
                if let ended = word { words.append(ended) }
                word = nil
            } else if word == nil, "#>|;&<".contains(character) {
                return words
            } else {
                word = (word ?? "") + String(character)
            }
        }
        return words + [word].compactMap(\.self)
    }
}
