import Addressing
import CNI
import Quoting

/// That addresses are an attachment's.
struct LeaseCreation: StepKind {
  var reservation: Reservation

  var title: String {
    "reserve \(reservation.addresses.map(\.prefix.address.description).joined(separator: " and "))"
  }
  var reason: String { "No other container may get the address while this one has it." }
  var detail: String { reservation.addresses.map(\.prefix.address.description).listed }
  var request: String { "O_EXCL file" }
  var commands: [String] { reservation.reserving }
  var checkCommands: [String] {
    reservation.addresses.map {
      "cat \("\(reservation.directory)/\($0.prefix.address)".shellWord)"
    }
  }
  var undos: [Undo] { [.release(reservation)] }

  func perform(
    on node: inout NodeExecutor, _ journal: inout [Undo]
  ) throws -> StepReport.Outcome {
    try node.reserve(reservation, &journal)
    return .changed
  }

  func check(on node: inout NodeExecutor) throws { try node.checkLeases(reservation) }
}

/// That they are nobody's any more.
struct LeaseRemoval: StepKind {
  var reservation: Reservation

  var title: String { "release the addresses" }
  var reason: String {
    "The next container may have the address now, for nobody uses it any more."
  }
  var detail: String { reservation.directory }
  var alreadySo: String { "was gone" }
  var request: String { "unlink file" }
  var commands: [String] { [reservation.releasing] }
  var checkCommands: [String] {
    ["grep -lF \(reservation.key.containerID.shellWord) \(reservation.directory.shellWord)/*"]
  }

  func perform(
    on node: inout NodeExecutor, _ journal: inout [Undo]
  ) throws -> StepReport.Outcome { try node.release(reservation) }

  func check(on node: inout NodeExecutor) throws {
    try node.ensure(node.held(by: reservation).isEmpty, "addresses are still held")
  }
}

extension Reservation {
  fileprivate var reserving: [String] {
    ["mkdir -p \(directory.shellWord)"]
      + addresses.flatMap { given in
        let address = given.prefix.address
        let writing = "\(content) > \("\(directory)/\(address)".shellWord)"
        return [
          "flock \("\(directory)/lock".shellWord) sh -Cc \(writing.shellWord)",
          "printf %s \(address) > \("\(directory)/last_reserved_ip.\(given.set)".shellWord)",
        ]
      }
  }

  /// Removes those leases that say the same, byte for byte.
  fileprivate var releasing: String {
    "for lease in \(directory.shellWord)/*; do"
      + #" if \#(content) | cmp -s - "$lease"; then rm "$lease"; fi; done"#
  }

  /// Prints what is in a lease.
  private var content: String {
    #"printf "%s\r\n%s" "# + "\(key.containerID.shellWord) \(key.interfaceName.shellWord)"
  }
}
