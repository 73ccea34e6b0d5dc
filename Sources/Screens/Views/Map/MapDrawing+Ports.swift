import TUI
import Topology

extension MapDrawing {
  /// A cable from the bridge down to the box on its end, with what flows on it.
  func draw(_ port: MapPlan.Placed<NodeMap.Port>, from top: Int, on frame: inout Frame) {
    let region = port.region
    drawContent(of: port.item, on: &frame, in: box("", port.item.rowID, on: &frame, in: region))
    guard let link = port.item.link else { return }
    let style = cableStyle(link, port.item)
    put(Glyph.teeDown, at: (top - 1, port.middle), on: &frame)
    put(Glyph.teeUp, at: (region.row, port.middle), on: &frame)
    for row in top..<region.row {
      frame.write(String(Glyph.vertical), row: row, column: port.middle, style: style)
    }
    let half = region.columns / 2
    let left = Region(
      row: region.row - PodGrid.cableRows, column: region.column, rows: 2, columns: half - 1)
    let (sent, received) = flow(link, port.item)
    frame.write(link.name.padded(to: left.columns, .right), style: .dim, in: left)
    frame.write(received.padded(to: left.columns, .right), row: 1, style: style, in: left)
    frame.write(sent, row: region.row - 1, column: port.middle + 2, style: style)
  }

  private func drawContent(of port: NodeMap.Port, on frame: inout Frame, in inside: Region) {
    let pod = port.pod?.item
    let style = pod.map { shown.marks.style(of: $0.outline) } ?? .plain
    frame.write(port.name, style: style == .plain ? .title : style, in: inside)
    let addresses = port.addresses.isEmpty ? [Self.noAddress(port)] : port.addresses
    for (line, address) in addresses.prefix(inside.rows - 2).enumerated() {
      frame.write(address, row: line + 1, style: style, in: inside)
    }
    let last = inside.rows - 1
    switch port {
    case .gone: frame.write("✗ gone", row: last, style: .gone, in: inside)
    case .link:
      frame.write(port.note, row: last, style: .dim, in: inside)
      guard pod?.isFault == true else { return }
      frame.write(
        String(Glyph.warning), row: last, column: inside.columns - 2, style: .bad, in: inside)
    }
  }

  private static func noAddress(_ port: NodeMap.Port) -> String {
    port.pod == nil ? "" : "no address"
  }

  private func cableStyle(_ link: Interface, _ port: NodeMap.Port) -> Style {
    if link.isBroken || link.port?.state != .forwarding { return .bad }
    guard let rate = rate(link, port), rate.receivedBytesPerSecond + rate.sentBytesPerSecond >= 1
    else { return .border }
    return .good
  }

  /// What the pod sends and receives, or why nothing flows.
  private func flow(_ link: Interface, _ port: NodeMap.Port) -> (sent: String, received: String) {
    if link.isBroken { return ("✗ \(link.stateWord)", "") }
    if let state = link.port?.state, state != .forwarding { return (state.rawValue, "") }
    guard let rate = rate(link, port) else { return ("", "") }
    if rate.receivedBytesPerSecond + rate.sentBytesPerSecond < 1 { return ("idle", "") }
    return (
      "\(Glyph.up) \(Quantity.rate(rate.sentBytesPerSecond))",
      "\(Glyph.down) \(Quantity.rate(rate.receivedBytesPerSecond))"
    )
  }

  private func rate(_ link: Interface, _ port: NodeMap.Port) -> Traffic.Rate? {
    shown.traffic.rate(.pod(port.pod?.inside?.id, link.id))
  }
}
