import Foundation
import LabKit
import Testing

/// The live screen on a private node, as somebody sits before it.
@Suite(.needs(.programs(["tmux"])), .needs(.node)) struct ScreenTests {
  private func open(_ screen: Screen, _ script: String = "") throws {
    try screen.run(
      "\(Project.node) --idle -n 4 -- bash -c \"$(cat <<'END'\n\(script)\nexec \(Project.cnitop)\nEND\n)\""
    )
    try screen.await("cni0")
  }

  @Test func theMouseSelectsAndItsWheelMoves() throws {
    let screen = try Screen(columns: 100, rows: 30)
    try open(screen)
    try screen.press("2")
    let shown = try screen.await("▸(?s).*shop/cart").split(separator: "\n")
    let row = try #require(shown.firstIndex { $0.contains("shop/cart") })
    try screen.type(report(button: " ", row: row))
    try screen.await("▸shop/cart")
    try screen.type(report(button: "`", row: row))  // the wheel, away from the hand
    let before = try screen.await(#"(?m)^│▸(?!shop/cart)"#).split(separator: "\n")
    #expect(before[row - 1].contains("▸"))
    try screen.type(report(button: "a", row: row))
    try screen.await("▸shop/cart")
  }

  /// What a terminal without SGR coordinates says of the mouse (xterm's X10 form).
  private func report(button: Character, row: Int) -> String {
    let place = Unicode.Scalar(UInt8(row + 33))
    return "\u{1b}[M\(button)+\(place)"
  }

  @Test func hostileNamesAreShownAndDoNothing() throws {
    let screen = try Screen(columns: 120, rows: 36)
    try open(
      screen,
      #"""
      ip link add $'b\e[2J' type bridge
      ip link add wide type bridge; ip link set wide alias $'\e]0;title\a 網\u202eedis\u200bgnorw'
      touch $'/run/netns/red \e[31m'; unshare --net=$'/run/netns/red \e[31m' true
      mkdir -p $'/var/lib/cni/networks/net\e[5m' /var/lib/cni/networks/lab
      printf 'x\e[1m\neth0' > /var/lib/cni/networks/lab/10.22.0.77
      """#)
    try screen.press("3")
    try screen.type("/2J")
    try screen.press("Enter")
    let links = try screen.await(#"▸b␛\[2J"#)
    try screen.press("Escape")
    try screen.await("wide")
    try screen.press("2")
    let pods = try screen.await(#"red ␛\[31m"#)
    try screen.press("4")
    let networks = try screen.await("net.\\[5m")
    for shown in [links, pods, networks] {
      #expect(shown.unicodeScalars.allSatisfy { $0 == "\n" || !isObeyed($0) })
      #expect(shown.split(separator: "\n").first?.contains("cnitop") == true)
    }
  }

  @Test func aLongPasteIsTaken() throws {
    let screen = try Screen(columns: 100, rows: 30)
    try open(screen)
    try screen.press("2")
    try screen.paste("/" + String(repeating: "abcdefghij ", count: 9300) + "end of it")
    try screen.await("abcdefghij end of it")
    try screen.await("Nothing matches the filter")
    try screen.press("Escape")
    try screen.await("shop/cart")
  }

  /// Rules of iptables-nft in both tongues, and the pods that one of them fits.
  @Test func rulesAreToldInBothTongues() throws {
    let screen = try Screen(columns: 100, rows: 30)
    try open(
      screen,
      """
      iptables-nft -t nat -A POSTROUTING -s 10.22.0.2 ! -o cni0 -j SNAT --to-source 192.0.2.7
      nft 'add table ip asleep { flags dormant; }'
      nft 'add chain ip asleep c { type nat hook postrouting priority 90; }'
      nft 'add rule ip asleep c ip saddr 10.9.9.9 masquerade'
      """)
    try screen.press("5")
    try screen.await("other +[0-9]+ rules +folded")
    try screen.press("/")
    try screen.press("192.0.2.7", "Enter", "w")
    try screen.await("oifname != \"cni0\" ip saddr 10.22.0.2 .*192.0.2.7")
    try screen.press("w")
    try screen.await("-s 10.22.0.2/32 ! -o cni0 -j SNAT --to-source 192.0.2.7")
    try screen.press("P")
    try screen.await("fits packets from shop/web")
    try screen.press("Escape")
    try screen.await("ip asleep · c   dormant: does nothing")
  }

  private func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    [.control, .format].contains(scalar.properties.generalCategory)
  }

  /// The pod's row is on the screen, and the kernel takes it away as if nobody looked.
  @Test func aPodThatIsShownCanBeDeleted() throws {
    let screen = try Screen(columns: 100, rows: 30)
    let order = try Fifo()
    try open(
      screen,
      """
      ip netns add doomed; ip link add vdoomed type veth peer name eth0 netns doomed
      ip link set vdoomed master cni0 up
      (
        read -r < \(order.path)
        ip netns del doomed
        for try in $(seq 3000); do
          ip link show vdoomed &>/dev/null || { ip link add vanished type bridge; exit; }
        done
        ip link add remained type bridge
      ) &
      """)
    try screen.press("2")
    try screen.await("doomed .*vdoomed")
    try order.give()
    try screen.await("vanished|remained")
    try screen.await("✗.*doomed|gone")
    #expect(try screen.text.contains("vanished"))
  }
}

/// What a script waits for with `read`, until a test says so.
private final class Fifo {
  let path = NSTemporaryDirectory() + "cnitop-\(UUID().uuidString)"

  init() throws {
    _ = try Command("mkfifo", path)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func give() throws {
    _ = try Command("bash", "-c", "echo > \(path)")
  }
}
