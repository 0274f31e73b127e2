import Testing

@testable import SQLDatabase

/// Each server of an address is asked on its own.
@Suite struct PlacesTests {
    @Test(arguments: [
        ("postgresql://a:1,b:2/books", ["a 1", "b 2"]),
        ("postgresql://a,b/books?port=5433", ["a 5433", "b 5433"]),
        ("postgresql://a:1/books", ["a 1"]),
        ("postgresql:///books?host=/run/one,/run/two", ["/run/one -", "/run/two -"]),
        ("postgresql://a,b,c/books?port=1,2", ["a,b,c 1,2"]),
    ])
    func `an address of several servers is taken apart`(url: String, places: [String]) throws {
        let settings = try PostgreSQLSettings(url: url)

        #expect(
            settings.parametersByPlace.map { "\($0["host"] ?? "-") \($0["port"] ?? "-")" } == places)
        #expect(settings.parametersByPlace.allSatisfy { $0["dbname"] == "books" })
    }

    @Test func `what a standby does not know yet is no last word while another server is away`() {
        let away = "connection to server at \"a\" failed: Connection refused"
        let behind = "connection to server at \"b\" failed: FATAL:  database \"books\" does not exist"

        #expect(
            PostgreSQLFault.connecting(to: "a,b", refusals: [behind, away])
                == .server(.unreachable(server: "a,b", reason: "\(behind); \(away)")))
        #expect(
            PostgreSQLFault.connecting(to: "b", refusals: [behind])
                == .server(.noSuchDatabase(server: "b", reason: behind)))
    }
}
