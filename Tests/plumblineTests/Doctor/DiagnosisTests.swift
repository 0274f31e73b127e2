import Testing

@testable import plumbline

@Suite struct DiagnosisTests {
    static let diagnosis = Diagnosis(
        of: "postgresql://db/plumbline",
        [
            .sound("Version", "PostgreSQL 15.18."),
            .advice("Standby", "None.", meaning: "An act may be lost.", cure: "Have one."),
            .attention("Clock", "60 s apart.", meaning: "Times are wrong.", cure: "Set it."),
        ])

    @Test func `findings say what was found, what it means and what to do`() {
        #expect(
            Self.diagnosis.report.text(width: nil) == """
                postgresql://db/plumbline

                ✓ Version  PostgreSQL 15.18.
                · Standby  None.
                           An act may be lost.
                           → Have one.
                ! Clock    60 s apart.
                           Times are wrong.
                           → Set it.

                The database can be used; what is marked ! needs somebody's attention (1).

                """)
    }

    @Test func `programs get the same`() throws {
        #expect(
            try JSONText.of(Diagnosis(of: "p", [.sound("Version", "15")])) == """
                {
                  "database" : "p",
                  "findings" : [
                    {
                      "check" : "Version",
                      "found" : "15",
                      "state" : "sound"
                    }
                  ],
                  "state" : "sound"
                }

                """)
    }

    static let statuses: [(findings: [Finding], code: Int32)] = [
        ([], 0),
        ([.sound("a", "b")], 0),
        ([.advice("a", "b", meaning: "c", cure: "d")], 0),
        ([.attention("a", "b", meaning: "c", cure: "d"), .sound("a", "b")], 3),
        (
            [.attention("a", "b", meaning: "c", cure: "d"), .unusable("a", "b", meaning: "c", cure: "d")], 6
        ),
    ]

    @Test(arguments: statuses) func `the worst finding gives the code`(
        _ example: (findings: [Finding], code: Int32)
    ) {
        #expect(Diagnosis(of: "p", example.findings).status.rawValue == example.code)
    }
}
