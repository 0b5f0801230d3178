import Kamervragen
import TestSupport
import Testing

@testable import Alerts
@testable import PassageStore

@Suite("What the last run knew")
struct KnownStateTests {
  private var state: KnownState {
    var nights = Nights(
      Paper("kv-tk-2024Z90001", .questions, case: "2024Z90001"),
      Paper("ah-tk-20242025-901", .answered, received: "2024-12-03"))
    _ = nights.night([Paper("ah-tk-20242025-901", .answered), Paper(nil, .delay, case: "2024Z2")])
    var state = KnownState()
    state.run = 12
    state.told = ["kaas": CalendarDate(iso: "2026-11-30")].compactMapValues { $0 }
    state.held = ["ham": [HeldEvent(kind: .newAnswer, key: "ah-tk-20242025-901")]]
    state.publications = nights.known
    return state
  }

  @Test("What is written is read back")
  func roundTrip() throws {
    let state = state
    #expect(try KnownState(decoding: state.encoded(), file: "/s") == state)
    #expect(try KnownState(decoding: KnownState().encoded(), file: "/s").publications == [:])
    #expect(state.publications.count == 3)
    #expect(state.publications.values.count(where: \.isGone) == 1)
  }

  @Test("A file with any damage is refused")
  func damaged() {
    var random = SeededGenerator(seed: 3)
    let whole = state.encoded()
    for _ in 0..<1000 {
      let bytes = whole.damaged(1...3, Damage.allCases, using: &random)
      guard bytes != whole else { continue }
      #expect(throws: KnownState.Damage(file: "/s")) {
        try KnownState(decoding: bytes, file: "/s")
      }
    }
    for end in 0..<whole.count {
      #expect(throws: KnownState.Damage(file: "/s")) {
        try KnownState(decoding: Array(whole[..<end]), file: "/s")
      }
    }
  }

  @Test("A digest that is right does not make lines right that are not")
  func forged() {
    for line in [
      "", "run twaalf", "known x", "told kaas", "held ham nooit ah-1",
      "known answered - - xml 00 00 - a", "ham 1",
    ] {
      let content = Array("vraagbaak-alerts 1\nid a\nrun 1\n\(line)\n".utf8)
      let digest = "digest \(ContentDigest(of: content).hexadecimal)\n"
      #expect(throws: KnownState.Damage(file: "/s")) {
        try KnownState(decoding: content + Array(digest.utf8), file: "/s")
      }
    }
  }
}
