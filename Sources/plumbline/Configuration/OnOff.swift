import ArgumentParser

/// A switch as people write it on a command line.
enum OnOff: String, ExpressibleByArgument, CaseIterable {
    case on
    case off

    init(_ isOn: Bool) { self = isOn ? .on : .off }

    var isOn: Bool { self == .on }
}
