/// How files spell the seven default cost types.
package enum CostTypeSpelling {
    /// The code (`E`, `L`, `M`, `O`, `OC`, `S`, `SVC`) of a well-known code or name in any case, such as `LAB`,
    /// `Labour` or `Materials`; nil for a type of the firm's own.
    package static func code(of text: String) -> String? {
        codes[text.lowercased()]
    }

    /// The code when well known, else the text itself: the same for all spellings of one type.
    static func normalised(_ text: String) -> String {
        code(of: text) ?? text.lowercased()
    }

    private static let spellings: KeyValuePairs<String, [String]> = [
        "E": ["e", "eq", "equ", "eqp", "equip", "equipment"],
        "L": ["l", "lab", "labor", "labour"],
        "M": ["m", "mat", "matl", "mtl", "material", "materials"],
        "O": ["o", "oth", "other"],
        "OC": ["oc", "owner", "owner cost", "owner costs"],
        "S": [
            "s", "sub", "subs", "subcontract", "subcontracts", "subcontractor", "subcontractors", "com", "commitment",
            "commitments",
        ],
        "SVC": ["svc", "ps", "service", "services", "prof services", "professional service", "professional services"],
    ]

    private static let codes: [String: String] = {
        var codes: [String: String] = [:]
        for (code, names) in spellings {
            for name in names { codes[name] = code }
        }
        return codes
    }()
}
