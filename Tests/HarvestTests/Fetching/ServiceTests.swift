import Testing

@testable import Harvest

@Suite("The services")
struct ServiceTests {
  @Test("Each service has the pause that its publisher asks for")
  func pauses() {
    #expect(Service.allCases.map(\.pause) == [2, 3.5, 0.5])
    #expect(Service.allCases.map(\.timeout) == [240, 60, 60])
  }
}
