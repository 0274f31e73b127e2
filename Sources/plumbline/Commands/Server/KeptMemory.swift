import CMalloc

/// Memory that a server has freed is kept for the next request. A page of a long budget takes and frees megabytes, and
/// giving them back to the kernel and asking for them again is a tenth of its time.
enum KeptMemory {
    static func turnOn() {
        _ = mallopt(M_MMAP_THRESHOLD, largestKept)
        _ = mallopt(M_TRIM_THRESHOLD, mostKept)
    }

    /// Bytes. A single block beyond this goes back at once.
    private static let largestKept: Int32 = 32 << 20
    /// Bytes at the end of each of the allocator's arenas.
    private static let mostKept: Int32 = 64 << 20
}
