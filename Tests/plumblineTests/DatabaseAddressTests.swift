import ArgumentParser
import Testing

@testable import plumbline

/// Which database a command works with.
@Suite struct DatabaseAddressTests {
    static let paths: [(text: String, path: String)] = [
        ("sqlite:/srv/p.sqlite", "/srv/p.sqlite"),
        ("sqlite:///srv/p.sqlite", "/srv/p.sqlite"),
        ("SQLite:p.sqlite", "p.sqlite"),
        ("sqlite:with space & ü.sqlite", "with space & ü.sqlite"),
    ]

    @Test(arguments: paths) func `a file is named by its path`(_ example: (text: String, path: String)) throws {
        #expect(try DatabaseAddress(example.text, from: "--database") == .file(DatabaseFile(path: example.path)))
    }

    static let folders: [(path: String, folder: String)] = [
        ("p", "."), ("/p", "/"), ("a/p", "a"), ("/srv/data/p.sqlite", "/srv/data"), ("./a/p", "./a"),
    ]

    @Test(arguments: folders) func `a file is in its folder`(_ example: (path: String, folder: String)) {
        #expect(DatabaseFile(path: example.path).folder == example.folder)
    }

    static let servers: [(text: String, shown: String)] = [
        ("postgres://db/plumbline", "postgresql://db/plumbline"),
        ("postgresql://ann:secret@db1:5433,db2:5434/plumbline", "postgresql://ann@db1:5433,db2:5434/plumbline"),
        ("postgres://ann@db/p?sslmode=verify-full&password=secret", "postgresql://ann@db/p"),
    ]

    @Test(arguments: servers) func `a server is shown without its password`(
        _ example: (text: String, shown: String)
    ) throws {
        let address = try DatabaseAddress(example.text, from: "--database")

        #expect(address == .server(url: example.text))
        #expect(address.description == example.shown)
    }

    static let refusals: [(text: String, message: String)] = [
        ("", "--database is sqlite:PATH, or postgres://HOST/DATABASE."),
        ("mysql://ann:secret@db/p", "--database is sqlite:PATH, or postgres://HOST/DATABASE."),
        ("/srv/p.sqlite", "--database is sqlite:PATH, or postgres://HOST/DATABASE."),
        ("sqlite:", "--database: after sqlite: comes the path of the file, as in sqlite:/srv/p.sqlite."),
        ("sqlite://host/p", "--database: after sqlite: comes the path of the file, as in sqlite:/srv/p.sqlite."),
        (
            "postgres:db",
            "--database: The address of the database cannot be used: it does not begin with postgresql://."
        ),
    ]

    @Test(arguments: refusals) func `anything else is refused without being repeated`(
        _ refusal: (text: String, message: String)
    ) {
        let error = #expect(throws: ValidationError.self) {
            try DatabaseAddress(refusal.text, from: "--database")
        }
        #expect(error?.message == refusal.message)
    }

    @Test func `an unknown parameter is refused without the password`() {
        let error = #expect(throws: ValidationError.self) {
            try DatabaseAddress("postgres://ann:secret@db/p?sslmod=require", from: "PLUMBLINE_DATABASE")
        }
        #expect(error?.message.hasPrefix("PLUMBLINE_DATABASE: ") == true)
        #expect(error?.message.contains("sslmod") == true)
        #expect(error?.message.contains("secret") == false)
    }

    static let choices: [(line: [String], environment: [String: String], shown: String)] = [
        ([], [:], "./plumbline-data/plumbline.sqlite"),
        ([], ["PLUMBLINE_DATABASE": ""], "./plumbline-data/plumbline.sqlite"),
        ([], ["PLUMBLINE_DATABASE": "postgres://db/p"], "postgresql://db/p"),
        (["--data", "d"], ["PLUMBLINE_DATABASE": "postgres://db/p"], "d/plumbline.sqlite"),
        (["--database", "sqlite:e"], ["PLUMBLINE_DATABASE": "postgres://db/p"], "e"),
    ]

    @Test(arguments: choices) func `the command line comes before the environment`(
        _ choice: (line: [String], environment: [String: String], shown: String)
    ) throws {
        let shared = try SharedOptions.parse(choice.line)
        let address = try shared.address(in: ProcessEnvironment(values: choice.environment))

        #expect(address.description == choice.shown)
    }

    @Test func `the number of connections comes from the command line, the environment or is eight`() throws {
        let asked = ProcessEnvironment(values: ["PLUMBLINE_DATABASE_CONNECTIONS": "20"])

        #expect(try ConnectionLimit.parse(["--database-connections", "3"]).count(in: asked) == 3)
        #expect(try ConnectionLimit.parse([]).count(in: asked) == 20)
        #expect(try ConnectionLimit.parse([]).count(in: ProcessEnvironment(values: [:])) == 8)
    }

    @Test(arguments: ["many", "0", "-1", "1001"]) func `a number of connections that cannot be is refused`(
        _ text: String
    ) throws {
        let environment = ProcessEnvironment(values: ["PLUMBLINE_DATABASE_CONNECTIONS": text])
        let error = #expect(throws: ValidationError.self) { try ConnectionLimit.parse([]).count(in: environment) }

        #expect(error?.message == "PLUMBLINE_DATABASE_CONNECTIONS is from 1 to 1000.")
    }
}
