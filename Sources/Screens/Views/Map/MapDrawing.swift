import Quoting
import TUI
import Topology

/// A map as boxes and cables.
struct MapDrawing {
  var plan: MapPlan
  var shown: App.ShownState
  var selected: RowID?

  func draw(on frame: inout Frame) {
    for uplink in plan.uplinks { draw(uplink, on: &frame) }
    for bridge in plan.bridges { draw(bridge, on: &frame) }
    drawTrunk(on: &frame)
    for hidden in plan.masquerades { draw(hidden, on: &frame) }
    for port in plan.ports { draw(port.placed, from: port.top, on: &frame) }
    drawOthers(on: &frame)
  }

  private func draw(_ uplink: MapPlan.Placed<NodeMap.Uplink>, on frame: inout Frame) {
    let link = uplink.item.link
    let kind = link.kind.map { " \($0)" } ?? ""
    let role = link.isOverlay ? "overlay" : "uplink"
    let inside = box(role + kind, .interface(link.id), on: &frame, in: uplink.region)
    let next = frame.write(link.name, style: link.isBroken ? .bad : .title, in: inside)
    frame.write(uplink.item.addresses, column: next + 2, in: inside)
  }

  private func draw(_ bridge: MapPlan.Placed<NodeMap.Switch>, on frame: inout Frame) {
    let link = bridge.item.bridge
    let inside = box(bridge.item.title, .interface(link.id), on: &frame, in: bridge.region)
    let state = link.isBroken ? "✗ \(link.stateWord)   " : ""
    let next = frame.write(state, style: .bad, in: inside)
    frame.write(bridge.item.text, column: next, in: inside)
  }

  private func draw(_ hidden: MapPlan.Placed<NodeMap.Masquerade>, on frame: inout Frame) {
    let isSelected = hidden.item.rowID == selected
    let style: Style = isSelected ? .accent : .plain
    let packets = shown.traffic.packets(hidden.item.flow).map { "\(Quantity.count($0)) pkts" }
    let count = "  \(packets ?? "not counted") "
    let text = "\(isSelected ? Glyph.selection : " ")\(hidden.item.text)"
    let room = hidden.region.columns - count.width
    frame.write(text.padded(to: room) + count, style: style, in: hidden.region)
  }

  private func drawOthers(on frame: inout Frame) {
    guard let line = plan.divider else { return }
    let words = "── not on a bridge "
    let rule = String(repeating: Glyph.horizontal, count: max(line.columns - words.width, 0))
    frame.write(words + rule, style: .border, in: line)
    for other in plan.others {
      let isSelected = other.item.pod.rowID == selected
      if isSelected { frame.write(String(Glyph.selection), style: .accent, in: other.region) }
      let item = other.item.pod.item
      let style = shown.marks.style(of: item.outline)
      let next = frame.write(
        item.pod.label.text, column: 2, style: isSelected ? .accent : style, in: other.region)
      frame.write(other.item.rest, column: next + 1, style: .dim, in: other.region)
    }
  }

  /// A border that says what is in it and whether it is selected; the room inside.
  func box(
    _ title: String, _ rowID: RowID, on frame: inout Frame, in region: Region
  ) -> Region {
    let isSelected = rowID == selected
    let inside = Box(title, style: isSelected ? .accent : .border).draw(on: &frame, in: region)
    guard isSelected else { return inside.inset(left: 1) }
    for row in 0..<inside.rows {
      frame.write(String(Glyph.selectionBar), row: row, style: .accent, in: inside)
    }
    return inside.inset(left: 1)
  }

  func put(_ glyph: Character, at place: (row: Int, column: Int), on frame: inout Frame) {
    frame.write(
      String(glyph), row: place.row, column: place.column, style: .border)
  }
}

extension Interface {
  /// What it sends travels inside packets of another link.
  fileprivate var isOverlay: Bool {
    switch details {
    case .vxlan, .tunnel: true
    case .tun, .none: ["geneve", "wireguard", "gre", "ip6gre", "ip6tnl"].contains(kind ?? "")
    case .bridge, .vlan, .macvlan, .ipvlan: false
    }
  }
}
