import Addressing
import CNI
import TUI
@testable import Engine
import TestKit
import Testing
import Topology
import TopologyKit

@testable import Screens

@Suite struct WireTests {
  private let size = Size(rows: 36, columns: 120)

  private func app(_ mode: App.Mode = .writing, _ keys: Key...) -> (App, Effect?) {
    var app = App(.small, mode: mode)
    var effect: Effect?
    for key in ["0"] + keys { effect = app.press(key, size: size) }
    return (app, effect)
  }

  /// At the plan of a new namespace.
  private func planned(_ mode: App.Mode = .writing) -> App {
    var (app, effect) = app(mode, .enter, .enter, .enter)
    guard case .wire(.plan(let order)) = effect else {
      Issue.record("nothing to plan: \(String(describing: effect))")
      return app
    }
    #expect(order.newNamespace == "red")
    app.hear(.planned(plan))
    return app
  }

  private let end = PodEnd(namespacePath: "/run/netns/red", name: "eth0")

  private var plan: ChainPlan {
    let prefix = Prefix(.v4(0x0a16_0005), length: 16)
    return ChainPlan(
      bridge: Plan([
        .createVeth(VethSpec(host: "veth1c2d", pod: end)),
        .configure(
          PodEndSpec(pod: end, addresses: [prefix].compactMap(\.self), detectsDuplicates: false)),
        .waitForCarrier("veth1c2d"),
      ]), after: ["portmap ADD"])
  }

  @Test func choosesNetworkAndNamespaceAndShowsThePlan() throws {
    let app = planned()
    #expect(app.rows.count == 5)
    try expectSnapshot(app.frame(size), "wire-planned")
    try expectSnapshot(app.frame(Size(rows: 24, columns: 80)), "wire-planned-80")
  }

  @Test func nothingIsDoneWithoutAYes() {
    var app = planned()
    #expect(app.press(.enter, size: size) == nil)
    #expect(app.prompt.question != nil)
    #expect(app.frame(size).text.contains("5 portmap ADD"))
    #expect(app.press("n", size: size) == nil)
    #expect(app.prompt.question == nil)
    _ = app.press(.enter, size: size)
    guard case .wire(.perform(_, .atOnce)) = app.press("y", size: size) else {
      Issue.record("y did nothing")
      return
    }
  }

  @Test func theMouseChoosesAndAnswersNoQuestion() {
    var (app, _) = app()
    let first = Mouse(.press, row: 5, column: 4)
    app.click(first, size: size)
    app.click(Mouse(.doubleClick, row: 5, column: 4), size: size)
    #expect(app.wireTitle == "Attach which namespace to mynet?")
    var asked = planned()
    _ = asked.press(.enter, size: size)
    let chosen = asked.selected
    asked.click(Mouse(.press, row: 7, column: 4), size: size)
    #expect(asked.prompt.question != nil)
    #expect(asked.selected == chosen)
  }

  @Test func readOnlyShowsPlansAndDoesNothing() {
    var app = planned(.readOnly)
    #expect(app.press(.enter, size: size) == nil)
    #expect(app.prompt.question == nil)
    #expect(app.frame(size).text.contains("--write"))
  }

  @Test func stepsAreSeenAsTheyAreDone() throws {
    var app = planned()
    let steps = plan.bridge.steps
    app.hear(.namespace(isThere: true))
    app.hear(.progress(.planned(plan.bridge)))
    app.hear(.asking(.step(steps[0])))
    #expect(app.press(" ", size: size) == .wire(.goOn))
    app.hear(.progress(.began(steps[0])))
    app.hear(.progress(.ended(StepReport(step: steps[0], outcome: .changed, changes: []))))
    app.hear(.asking(.step(steps[1])))
    #expect(app.selected == .wire(.entry(2)))
    #expect(app.press("u", size: size) == .wire(.stop))
    try expectSnapshot(app.frame(size), "wire-asking")
    app.hear(.progress(.failed(steps[1], .stopped)))
    app.hear(.progress(.undone(steps[0], leftovers: [])))
    app.hear(.namespace(isThere: false))
    app.hear(.failed("stopped"))
    #expect(
      app.job?.entries.map(\.state) == [
        .undone, .undone, .failed("stopped"), .planned, .planned,
      ])
  }

  @Test func whatWasDoneIsUndoneTheOtherWayRound() throws {
    var app = planned()
    app.hear(.progress(.called("ADD of portmap")))
    #expect(app.job?.entries.last?.state == .done)
    app.hear(.done(.milliseconds(4)))
    #expect(app.frame(size).text.contains("done in 4.0 ms"))
    guard case .wire(.plan(let order)) = app.press("u", size: size) else {
      Issue.record("nothing to undo")
      return
    }
    #expect(order.verb == .del)
    app.hear(
      .planned(
        ChainPlan(
          bridge: Plan([
            .deleteVeth(
              VethRemoval(
                pod: end,
                tag: RuleTag(network: order.attachment.network, key: order.attachment.key)))
          ]))))
    #expect(app.rows.last?.cells.first?.hasSuffix("delete the namespace red") == true)
  }

  @Test func aPodOfAnotherViewIsTakenDownOrChecked() {
    var app = App(.small, mode: .writing)
    guard case .wire(.plan(let order)) = app.press("D", size: size) else {
      Issue.record("no plan")
      return
    }
    #expect(order.verb == .del)
    #expect(order.attachment.key.interfaceName == "eth0")
    #expect(order.attachment.arguments.isEmpty)
    #expect(
      order.inverse.attachment.arguments
        == "IgnoreUnknown=1;K8S_POD_NAMESPACE=default;K8S_POD_NAME=web-7d9")
    #expect(app.view == .wire)
    let end = PodEnd(namespacePath: order.attachment.namespacePath ?? "", name: "eth0")
    app.hear(
      .planned(
        ChainPlan(
          bridge: Plan([
            .deleteVeth(
              VethRemoval(
                pod: end,
                tag: RuleTag(network: order.attachment.network, key: order.attachment.key)))
          ]))))
    let text = app.frame(size).text
    #expect(text.contains("now   outside ← masquerade ← cni0 10.22.0.1 ──── veth5e41415a ⇄ eth0"))
    #expect(text.contains("then  outside ← masquerade ← cni0 10.22.0.1 "))
    var another = App(.small)
    guard case .wire(.check(let orders)) = another.press("C", size: size) else {
      Issue.record("no check")
      return
    }
    #expect(orders.count == 1)
    _ = another.press("G", size: size)
    #expect(another.press("D", size: size) == nil)
    #expect(another.frame(size).text.contains("nothing is remembered of builder"))
  }

  @Test func aNameIsTyped() {
    var (app, _) = app(.writing, .enter, .enter)
    for key in ["x", .enter] as [Key] { _ = app.press(key, size: size) }
    #expect(app.job?.order.newNamespace == "redx")
    for key in [.escape] as [Key] { _ = app.press(key, size: size) }
    #expect(app.job != nil)  // it is being planned
    app.hear(.failed("no such network"))
    #expect(app.frame(size).text.contains("no such network"))
    _ = app.press(.escape, size: size)
    #expect(app.job == nil)
  }
}
