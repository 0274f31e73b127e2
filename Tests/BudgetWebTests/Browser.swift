import Foundation
import FoundationNetworking
import Synchronization

/// A browser without a window: keeps cookies, follows nothing by itself, and sends forms as a page of the site does.
final class Browser: NSObject, URLSessionTaskDelegate, Sendable {
    private let base: String
    private let cookies = Mutex<[String: String]>([:])

    struct Answer: Sendable {
        let status: Int
        let headers: [String: String]
        let bytes: [UInt8]

        var text: String { String(decoding: bytes, as: UTF8.self) }
        var location: String? { headers["location"] }
        /// Texts of the refusals on the page.
        var refusals: [String] {
            text.matches(of: /<li>([^<]+) <span class="quiet">/).map { String($0.1) }
        }
    }

    init(_ site: RunningSite) {
        base = "http://127.0.0.1:\(site.port)"
    }

    /// What the browser keeps, by name.
    var kept: [String: String] { cookies.withLock { $0 } }

    func keep(_ name: String, _ value: String?) { cookies.withLock { $0[name] = value } }

    func get(_ path: String, method: String = "GET", headers: [String: String] = [:]) async throws -> Answer {
        try await send(path, method: method, headers: headers, body: nil)
    }

    /// Looks at the page, then sends its form.
    func submit(
        _ fields: [String: String], to path: String, from page: String? = nil, headers: [String: String] = [:]
    ) async throws -> Answer {
        let form = try await get(page ?? path).text
        let token = form.firstMatch(of: /name="form-token" value="([0-9a-f]{128})"/).map { String($0.1) }
        var fields = fields
        fields["form-token"] = token
        return try await post(fields, to: path, headers: headers)
    }

    func post(
        _ fields: [String: String], to path: String, headers: [String: String] = [:]
    ) async throws -> Answer {
        let body = fields.sorted { $0.key < $1.key }.map { "\(Self.escaped($0.key))=\(Self.escaped($0.value))" }
        return try await post(body.joined(separator: "&"), to: path, headers: headers)
    }

    func post(_ body: String, to path: String, headers: [String: String] = [:]) async throws -> Answer {
        let type = ["Content-Type": "application/x-www-form-urlencoded"]
        return try await send(
            path, method: "POST", headers: type.merging(headers) { $1 }, body: Data(body.utf8))
    }

    func post(bytes: [UInt8], type: String, to path: String) async throws -> Answer {
        try await send(path, method: "POST", headers: ["Content-Type": type], body: Data(bytes))
    }

    /// Sends JSON as the script of a page does, with the token that the page carries.
    func send(
        json: String, to path: String, from page: String, headers: [String: String] = [:]
    ) async throws -> Answer {
        let token = try await get(page).text.firstMatch(of: /name="form-token" (?:value|content)="([0-9a-f]{128})"/)
        let own = ["Content-Type": "application/json", "X-Form-Token": token.map { String($0.1) } ?? ""]
        return try await send(
            path, method: "POST", headers: own.merging(headers) { $1 }, body: Data(json.utf8))
    }

    func signIn(_ name: String = "ada", _ password: String = RunningSite.password) async throws -> Answer {
        try await submit(["email": "\(name)@halvorsen.example", "password": password], to: "/sign-in")
    }

    private func send(_ path: String, method: String, headers: [String: String], body: Data?) async throws -> Answer {
        guard let url = URL(string: base + path) else { throw URLError(.badURL) }
        var request = URLRequest(url: url)
        request.httpMethod = method
        request.httpBody = body
        request.httpShouldHandleCookies = false
        // A machine busy with every other suite may take its time: a suite's own limit ends what never answers.
        request.timeoutInterval = 600
        let sent = kept.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        if !sent.isEmpty { request.setValue(sent, forHTTPHeaderField: "Cookie") }
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let session = URLSession(configuration: .ephemeral, delegate: self, delegateQueue: nil)
        defer { session.finishTasksAndInvalidate() }
        let (data, response) = try await session.data(for: request)
        guard let response = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        return answer(response, data)
    }

    private func answer(_ response: HTTPURLResponse, _ data: Data) -> Answer {
        var headers: [String: String] = [:]
        for (name, value) in response.allHeaderFields { headers["\(name)".lowercased()] = "\(value)" }
        for cookie in (headers["set-cookie"] ?? "").matches(of: /(?:^|,)\s*([\w-]+)=([^;,]*);[^,]*/) {
            keep(String(cookie.1), cookie.2.isEmpty ? nil : String(cookie.2))
        }
        return Answer(status: response.statusCode, headers: headers, bytes: Array(data))
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) { completionHandler(nil) }

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
