/// Why a database is not moved, or not yet.
package enum MoveProblem: Error, Equatable, Sendable {
    case sameDatabase(String)
    case sourceIsNotOurs(String)
    case sourceIsOlder(String)
    case sourceIsDamaged(String, problem: String)
    /// A company's audit chain is broken; the problem is a sentence.
    case auditChainBroken(database: String, company: String, problem: String)
    case targetIsNotEmpty(String, table: String)
    /// The target holds a part of another source.
    case unfinishedMoveOfAnother(target: String, source: String)
    case movedAlready(source: String, target: String)
    /// Another process moves into the same target.
    case targetChanged(String, table: String)
    case tablesDiffer([String])
    case sourceChanged([String])
    /// A database that is to be used holds only a part of what is being moved into it.
    case unfinished(source: String)
}

extension MoveProblem {
    package var sentence: String {
        switch self {
        case .sameDatabase(let name): "--from and --to both name \(name)."
        case .sourceIsNotOurs(let name): "\(name) is not a Plumbline database."
        case .sourceIsOlder(let name): "\(name) has the tables of an older version."
        case .sourceIsDamaged(let name, let problem): "\(name) is damaged: \(problem)."
        case .auditChainBroken(let name, let company, let problem):
            "In \(name) the audit of the company \(company) is not as it was written. \(problem)"
        case .targetIsNotEmpty(let name, let table): "\(name) is not empty: it has rows in \(table)."
        case .unfinishedMoveOfAnother(let target, let source): "\(target) holds an unfinished move of \(source)."
        case .movedAlready(let source, let target): "\(source) was moved to \(target) before, to the end."
        case .targetChanged(let name, let table): "Somebody else wrote to \(table) of \(name) while it was filled."
        case .tablesDiffer(let tables):
            "After copying, source and target do not hold the same in \(tables.joined(separator: ", "))."
        case .sourceChanged(let tables):
            "While it was copied, the source changed in \(tables.joined(separator: ", "))."
        case .unfinished(let source): "This database holds an unfinished move of \(source), and may lack rows."
        }
    }

    package var cure: String {
        switch self {
        case .sameDatabase: "Name two databases."
        case .sourceIsNotOurs: "Check the path of --from. Nothing was moved."
        case .sourceIsOlder: "Bring it up to date with `plumbline migrate --database sqlite:PATH`, and move it then."
        case .sourceIsDamaged: "Restore a backup, and move that. Nothing was moved."
        case .auditChainBroken:
            "Somebody changed the database behind the product. Find out who and why; restore a backup, and move that."
        case .targetIsNotEmpty: "Make a new, empty database, and name that with --to. Nothing was changed."
        case .unfinishedMoveOfAnother: "Finish that move with the same --from, or name an empty database with --to."
        case .movedAlready: "Nothing needs to be done: use the target, with --database."
        case .targetChanged: "Let one move run at a time, and run it again: it goes on where it was."
        case .tablesDiffer, .sourceChanged:
            """
            The source is as it was and stays in use. Stop every server and command that uses it, and run the same \
            move again: it begins anew.
            """
        case .unfinished(let source):
            "Run the same `plumbline migrate --from … --to …` again to finish it; until then \(source) holds the truth."
        }
    }
}
