import Glibc

/// A pipe with which one thread wakes another that waits for bytes of a connection.
final class Alarm: Sendable {
    let descriptor: Int32
    private let bell: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        (descriptor, bell) = (ends[0], ends[1])
    }

    deinit {
        close(descriptor)
        close(bell)
    }

    func ring() {
        _ = write(bell, [1], 1)
    }

    func silence() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(descriptor, &bytes, bytes.count) > 0 {}
    }

    func wait(for time: Duration) {
        var ends = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&ends, 1, Int32(clamping: time.milliseconds))
        silence()
    }
}
