import Foundation

/// What processes have used of the machine, as the kernel counts it (proc(5)).
struct ProcessUsage: Sendable {
    /// In user and in system mode together, in microseconds. The kernel counts in ticks, usually of 10 ms.
    private(set) var cpuMicroseconds: [Int] = []
    /// The most memory that each process held at once, in KiB.
    private(set) var peakKiB: [Int] = []

    /// The processes themselves.
    init(of pids: [Int]) {
        for pid in pids {
            guard let times = Self.times(of: pid) else { continue }
            cpuMicroseconds.append(times.own)
            peakKiB.append(Self.peak(of: pid))
        }
    }

    /// A process with all that it started, those that have ended included: for a server of many processes.
    init(ofTree root: Int) {
        let family = Self.descendants(of: root)
        let cpu = family.compactMap { Self.times(of: $0) }.reduce(0) { $0 + $1.own }
        cpuMicroseconds = [cpu + (Self.times(of: root)?.ended ?? 0)]
        // Shared memory counts once: each process is charged its share of it.
        peakKiB = [family.reduce(0) { $0 + Self.share(of: $1) }]
    }

    var totalMicroseconds: Int { cpuMicroseconds.reduce(0, +) }

    private static func times(of pid: Int) -> (own: Int, ended: Int, parent: Int)? {
        guard let text = read("/proc/\(pid)/stat"), let end = text.lastIndex(of: ")") else { return nil }
        // The name of the program, in parentheses, may hold anything; all fields after it are numbers but the first.
        let fields = text[text.index(after: end)...].split(separator: " ").map { Int($0) ?? 0 }
        guard fields.count > 14 else { return nil }
        let tick = 1_000_000 / max(sysconf(Int32(_SC_CLK_TCK)), 1)
        return ((fields[11] + fields[12]) * tick, (fields[13] + fields[14]) * tick, fields[1])
    }

    private static func descendants(of root: Int) -> [Int] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        let parents = Dictionary(
            names.compactMap(Int.init).compactMap { pid in times(of: pid).map { (pid, $0.parent) } },
            uniquingKeysWith: { first, _ in first })
        var family = [root]
        var index = 0
        while index < family.count {
            family += parents.filter { $0.value == family[index] && !family.contains($0.key) }.keys.sorted()
            index += 1
        }
        return family
    }

    private static func peak(of pid: Int) -> Int { figure("VmHWM:", in: "/proc/\(pid)/status") }
    private static func share(of pid: Int) -> Int { figure("Pss:", in: "/proc/\(pid)/smaps_rollup") }

    private static func figure(_ name: String, in path: String) -> Int {
        let line = read(path)?.split(separator: "\n").first { $0.hasPrefix(name) }
        return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    }

    private static func read(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }
}
