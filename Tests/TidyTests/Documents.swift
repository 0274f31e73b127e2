import Foundation

/// What holds of every text in the repository, not only of Swift.
enum Documents {
    /// Links of a Markdown file to files that are not there. `exists` is asked with paths from the root.
    static func brokenLinks(path: String, text: String, exists: (String) -> Bool) throws -> [Finding] {
        let link = try Pattern(#"(?<!\\)\]\(([^)\s#]+)(?:#[^)]*)?\)"#)
        let folder = path.split(separator: "/").dropLast()
        return link.matches(in: text).compactMap { found in
            guard !found.text.contains(":") else { return nil }
            let target = found.text.split(separator: "/").reduce(into: folder) { parts, part in
                if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
            }
            if exists(target.joined(separator: "/")) { return nil }
            return Finding(path: path, line: found.line, message: "the link to \(found.text) leads nowhere")
        }
    }

    /// Paths of one person's machine.
    static func machinePaths(path: String, text: String) throws -> [Finding] {
        let pattern = try Pattern(#"(?<![\w.~}])/(?:home|Users|root|work)/\w*"#)
        return pattern.matches(in: text).map { found in
            Finding(path: path, line: found.line, message: "\(found.text) is a path of one machine")
        }
    }
}
