import MarkupBytes
import Testing

@Suite struct HostileXMLTests {
    @Test(arguments: [
        #"<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>"#,
        #"<!DOCTYPE a SYSTEM "http://127.0.0.1/x.dtd"><a/>"#,
        #"<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>"#,
        "<!DOCTYPE a><a/>",
    ])
    func `a DOCTYPE is refused before it can mean anything`(document: String) {
        #expect(refusal(of: document) == .doctype)
    }

    @Test(arguments: ["<a>x&nbsp;y</a>", "<a b='&x;'/>", "<a>&x;</a>"])
    func `an unknown entity is an error, not lost text`(document: String) {
        guard case .notWellFormed = refusal(of: document) else {
            Issue.record("accepted: \(document)")
            return
        }
    }

    @Test(arguments: [
        "", " ", "<", "<a", "<a>", "<a>text", "<a><b></b>", "<a></b>", "<a/><b/>", "<a/>text", "text", "<a b=c/>",
        "<a b='1' b='2'/>", "<a>&#0;</a>", "<a>\u{1}</a>", "<a>&amp</a>", "<a>]]></a>", "<a><![CDATA[x</a>",
        "<p:a/>", "<a><?xml version='1.0'?></a>", "<a b='<'/>",
    ])
    func `a document that is not whole and well-formed is refused`(document: String) {
        #expect(refusal(of: document) != nil)
    }

    @Test func `bytes that are not text are refused`() {
        let start = Array("<a>".utf8)
        let end = Array("</a>".utf8)
        #expect(refusal(of: start + [0] + end) == .zeroByte)
        #expect(refusal(of: start + Array(repeating: 0x20, count: 9) + [0] + end) == .zeroByte)
        #expect(refusal(of: start + [0xC3, 0x28] + end) != nil)
        #expect(refusal(of: start + [0xED, 0xA0, 0x80] + end) != nil)
        #expect(refusal(of: start + [0xC0, 0xBC] + end) != nil)
        #expect(refusal(of: [0xFF, 0xFE, 0x3C, 0x00]) == .unsupportedEncoding("of the first bytes"))
        #expect(refusal(of: [0x4C, 0x6F, 0xA7, 0x94]) == .unsupportedEncoding("of the first bytes"))
        #expect(refusal(of: Array(#"<?xml version="1.0" encoding="EBCDIC-US"?><a/>"#.utf8)) != nil)
        #expect(
            refusal(of: Array(#"<?xml version="1.0" encoding="SHIFT_JIS"?><a/>"#.utf8))
                == .unsupportedEncoding("SHIFT_JIS"))
    }

    @Test func `each limit holds, and what is just within passes`() {
        let deep = { (depth: Int) in String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth) }
        #expect(refusal(of: deep(64)) == nil)
        #expect(refusal(of: deep(65)) == .tooDeep(limit: 64))
        #expect(refusal(of: deep(100_000)) == .tooDeep(limit: 64))

        let attributes = { (count: Int) in "<a " + (0..<count).map { "a\($0)='' " }.joined() + "/>" }
        #expect(refusal(of: attributes(32)) == nil)
        #expect(refusal(of: attributes(33)) == .tooManyAttributes(limit: 32))

        let limits = XMLLimits(totalBytes: 100, textBytes: 10, nameBytes: 4)
        #expect(refusal(of: "<a>0123456789</a>", limits: limits) == nil)
        #expect(refusal(of: "<a>0123456789x</a>", limits: limits) == .textTooLong(limit: 10))
        #expect(refusal(of: "<abcd/>", limits: limits) == nil)
        #expect(refusal(of: "<abcde/>", limits: limits) == .nameTooLong(limit: 4))
        #expect(
            refusal(of: "<a>" + String(repeating: "<b/>", count: 25) + "</a>", limits: limits)
                == .tooManyBytes(limit: 100))
    }

    @Test func `a megabyte made to be slow is refused within a second`() {
        let clock = ContinuousClock()
        let manyAttributes = "<a " + (0..<120_000).map { "a\($0)='' " }.joined() + "/>"
        let longComment = "<a><!--" + String(repeating: "x", count: 1 << 20) + "--></a>"
        let longName = "<" + String(repeating: "n", count: 1 << 20) + "/>"

        let elapsed = clock.measure {
            #expect(refusal(of: manyAttributes) == .markupTooLong(limit: 64 << 10))
            #expect(refusal(of: longComment) == .markupTooLong(limit: 64 << 10))
            #expect(refusal(of: longName) != nil)
        }

        #expect(elapsed < .seconds(1))
    }

    @Test func `damaged documents never trap, and chunks never change the verdict`() {
        let seed: UInt64 = 0x5EED_2026
        var random = SeededGenerator(seed: seed)
        let original = Array(
            #"<?xml version="1.0"?><a b='x>y' xmlns:p="u"><p:c>é &amp; &#65;<![CDATA[<d>]]></p:c><!-- e --><f/></a>"#
                .utf8)
        for round in 0..<4_000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: index)
                case _: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: index)
                }
            }
            let whole = try? read(bytes)
            let split = Int.random(in: 0..<bytes.count, using: &random)
            let recorder = EventRecorder()
            let reader = XMLReader(handler: recorder)
            do {
                try reader.feed(Array(bytes[..<split]))
                try reader.feed(Array(bytes[split...]))
                try reader.finish()
                #expect(whole == recorder.events, "seed \(seed), round \(round)")
            } catch {
                #expect(whole == nil, "seed \(seed), round \(round): \(error)")
            }
        }
    }
}

/// SplitMix64, so that a failure can be repeated from its seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
