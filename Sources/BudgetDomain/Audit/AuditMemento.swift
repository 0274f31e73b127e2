/// What an audit entry says, as the text that the audit chain binds. The form has a version and never changes when a
/// type of ours does; acts are the words that were written, also those that a later version no longer knows.
/// `docs/reference/audit-chain.md` describes it.
package struct AuditMemento: Hashable, Sendable {
    package let company: String
    package let number: Int
    package let microsecondsSince1970: Int64
    package let actor: AuditedActor
    package let act: String
    package let subject: String
    package let details: String

    package init(
        company: String, number: Int, microsecondsSince1970: Int64, actor: AuditedActor, act: String, subject: String,
        details: String
    ) {
        self.company = company
        self.number = number
        self.microsecondsSince1970 = microsecondsSince1970
        self.actor = actor
        self.act = act
        self.subject = subject
        self.details = details
    }

    private static let firstLine = "plumbline audit 1\n"

    package var text: String {
        var text = Self.firstLine
        let fields = [
            company, String(number), String(microsecondsSince1970), actor.kind.rawValue, actor.id, actor.name, act,
            subject, details,
        ]
        for field in fields { LengthPrefixedText.append(field, to: &text) }
        return text
    }

    /// Nil for any text but one that ``text`` gives.
    package init?(parsing text: String) {
        guard text.hasPrefix(Self.firstLine),
            let fields = LengthPrefixedText.fields(of: text.dropFirst(Self.firstLine.count).utf8), fields.count == 9,
            let number = Int(fields[1]), let instant = Int64(fields[2]),
            let kind = AuditedActor.Kind(rawValue: fields[3])
        else { return nil }
        self.init(
            company: fields[0], number: number, microsecondsSince1970: instant,
            actor: AuditedActor(kind: kind, id: fields[4], name: fields[5]), act: fields[6], subject: fields[7],
            details: fields[8])
        // What reads as a number may be written in another way, as +1 or 01.
        guard self.text.utf8.elementsEqual(text.utf8) else { return nil }
    }

    /// The same of another company, for a copy of all its rows.
    package func copied(to company: String) -> AuditMemento {
        AuditMemento(
            company: company, number: number, microsecondsSince1970: microsecondsSince1970, actor: actor, act: act,
            subject: subject, details: details)
    }
}

/// Who acted, in the words of a memento.
package struct AuditedActor: Hashable, Sendable {
    package let kind: Kind
    /// Empty for all but a person.
    package let id: String
    package let name: String

    package enum Kind: String, CaseIterable, Sendable {
        case person
        case commandLine = "command line"
        case connector
    }

    package init(kind: Kind, id: String, name: String) {
        self.kind = kind
        self.id = id
        self.name = name
    }

    package init(_ actor: Actor) {
        switch actor {
        case .person(let id, let name): self.init(kind: .person, id: id.text, name: name)
        case .commandLine: self.init(kind: .commandLine, id: "", name: actor.name)
        case .connector: self.init(kind: .connector, id: "", name: actor.name)
        }
    }

    /// As the columns of an entry show it: a person has an id, and no other name is that of the command line.
    package init(id: String?, name: String) {
        let kind: Kind = id != nil ? .person : name == Actor.commandLine.name ? .commandLine : .connector
        self.init(kind: kind, id: id ?? "", name: name)
    }
}
