import MarkupBytes
import Testing

/// Against the reference implementation of https://www.nayuki.io/page/qr-code-generator-library, version 1.8, with
/// the mask that is chosen here; every mask is right.
@Suite struct QRCodeTests {
    @Test func `a short text is the code of the reference`() throws {
        let code = try #require(QRCode("plumb"))

        #expect(
            drawn(code) == """
                #######.##....#######
                #.....#...###.#.....#
                #.###.#.#.#.#.#.###.#
                #.###.#..#.##.#.###.#
                #.###.#...###.#.###.#
                #.....#.##.##.#.....#
                #######.#.#.#.#######
                .........##.#........
                #.#...##.##....#..#.#
                ...#.....#.#.###.##.#
                ..#.#.###.####.####.#
                ..#.#...##.#.###.#...
                ...#.##..#.######..##
                ........#........#.##
                #######.#.....#...#.#
                #.....#..##.#...##.#.
                #.###.#..#....#..#..#
                #.###.#..#.#.##..##..
                #.###.#.#..###.##.###
                #.....#...##.##.##...
                #######.##########..#
                """)
    }

    @Test(arguments: [(14, 21), (15, 25), (106, 41), (107, 45), (213, 57), (214, 61), (412, 77)])
    func `the smallest size that holds the text is taken`(length: Int, size: Int) {
        #expect(QRCode(String(repeating: "x", count: length))?.size == size)
    }

    @Test func `a text that is too long has no code`() {
        #expect(QRCode(String(repeating: "x", count: 413)) == nil)
        #expect(QRCode("")?.size == 21)
    }

    private func drawn(_ code: QRCode) -> String {
        (0..<code.size).map { row in
            (0..<code.size).map { code.isDark(row: row, column: $0) ? "#" : "." }.joined()
        }.joined(separator: "\n")
    }
}
