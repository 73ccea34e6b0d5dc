import Demo
import Testing

struct TextTests {
  @Test func everyScenarioHasANameOfItsOwnAndAllThatIsTold() {
    let names = Scenario.all.map(\.name)
    #expect(Set(names).count == 7)
    for scenario in Scenario.all {
      #expect(scenario.symptom.hasSuffix("."))
      #expect(scenario.cause.hasSuffix("."))
      #expect(!scenario.cure.isEmpty)
      #expect(scenario.view.first?.isNumber == true, "the key of a view: \(scenario.view)")
    }
  }
}
