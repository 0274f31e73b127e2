import BudgetDomain
import Testing

@Suite struct AuditMementoTests {
    private let memento = AuditMemento(
        company: "c", number: 7, microsecondsSince1970: -1, actor: AuditedActor(.person(ID("p-1"), name: "Zoë")),
        act: "budget locked", subject: "budget of 1001", details: "a: 1\nb: 3:x,\n")

    private let text = """
        plumbline audit 1
        1:c,
        1:7,
        2:-1,
        6:person,
        3:p-1,
        4:Zoë,
        13:budget locked,
        14:budget of 1001,
        13:a: 1
        b: 3:x,
        ,

        """

    @Test func `a memento has one text, and the text one memento`() {
        #expect(memento.text == text)
        #expect(AuditMemento(parsing: text) == memento)
    }

    @Test(arguments: [
        "", "plumbline audit 1\n", "plumbline audit 2\n1:c,\n", "1:c,\n",
    ])
    func `another text is no memento`(text: String) {
        #expect(AuditMemento(parsing: text) == nil)
    }

    @Test func `no byte of a memento can be another, more or less`() {
        let bytes = Array(text.utf8)
        for index in bytes.indices {
            let less = bytes[..<index] + bytes[(index + 1)...]
            let more = bytes[...index] + [bytes[index]] + bytes[(index + 1)...]
            for changed in [Array(less), Array(more)] {
                #expect(AuditMemento(parsing: String(decoding: changed, as: UTF8.self)) == nil)
            }
        }
        #expect(AuditMemento(parsing: text.replacing("1:7,", with: "2:07,")) == nil)
        #expect(AuditMemento(parsing: text + " ") == nil)
    }

    @Test(arguments: [
        (Actor.commandLine, nil, AuditedActor.Kind.commandLine),
        (.connector(userName: "harbour"), nil, .connector),
        (.person(ID("p-1"), name: "command line"), "p-1", .person),
    ])
    func `an actor is known from what a list shows`(actor: Actor, id: String?, kind: AuditedActor.Kind) {
        #expect(AuditedActor(actor) == AuditedActor(id: id, name: actor.name))
        #expect(AuditedActor(actor).kind == kind)
    }
}
