import Testing

@testable import Alerts

@Suite("A saved search")
struct AlertTests {
  @Test("It has a name")
  func name() {
    #expect(Alert(name: "kaas").name == "kaas")
  }
}
