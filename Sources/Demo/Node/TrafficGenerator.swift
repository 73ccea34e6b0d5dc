import Addressing
import Files
public import Kernel
import SystemPackage

/// Light traffic on the demo node: pods ping the outside and each other, some seldom, some not at all.
///
/// A pod is visited, sends a packet or a few, and is left again: deleted pods are gone at once.
public enum TrafficGenerator {
  /// Goes on until the process ends.
  public static func start() throws(KernelError) {
    try onBackgroundThread {
      var turn = 0
      while true {
        let pods = (try? Directory("/run/netns").names(limit: busiest).names) ?? []
        for (place, pod) in pods.filter({ $0 != Uplink.wan }).enumerated() {
          Habit(place: place).follow(in: pod, turn: turn)
        }
        turn += 1
        _ = wait(for: [], timeout: .milliseconds(200))
      }
    }
  }

  /// So many pods are enough to look at.
  private static let busiest = 60
}

/// What the pod at some place of the list does.
private struct Habit: Sendable {
  let place: Int

  private var isIdle: Bool { place % 4 == 3 }
  private var turns: Int { 1 + place * 3 % 7 }
  private var packets: Int { 1 + place % 3 }
  private var size: Int { 64 + place * 5 % 6 * 180 }
  /// Every third one talks to the first pod of the bridge.
  private var target: IPAddress { place % 3 == 1 ? .v4(0x0a16_0002) : Uplink.outside }

  func follow(in pod: String, turn: Int) {
    guard !isIdle, turn % turns == 0 else { return }
    try? NetworkNamespace(named: pod).visit { () throws(KernelError) in
      let socket = try EchoSocket()
      let flow = UInt16.random(in: 0...UInt16.max)
      for _ in 0..<packets { try socket.send(to: target, id: flow, size: size) }
    }
  }
}
