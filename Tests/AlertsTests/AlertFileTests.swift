import Kamervragen
import TestSupport
import Testing

@testable import Alerts

@Suite("The file of an alert")
struct AlertFileTests {
  private func read(_ text: String) throws -> Alert {
    try AlertFile.read(Array(text.utf8), name: "kaas", path: "/a/kaas.alert")
  }

  private func reason(_ text: String) -> String? {
    do {
      _ = try read(text)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test("What is written is read back")
  func roundTrip() throws {
    let alert = Alert(
      name: "kaas", subject: .query("onderwerp:\"Goudse kaas\" -ham datum:2024..2025 #5"),
      mail: ["griffie@example.nl", "a.b+c@sub.example.org"], atom: "/srv/atom/kaas en ham.atom",
      added: CalendarDate(iso: "2026-11-30"))
    // A sign that would begin a remark is left out; a search does not read it.
    let kept = AlertFile.value(of: "onderwerp:\"Goudse  kaas\"\n -ham datum:2024..2025 #5")
    #expect(kept == "onderwerp:\"Goudse kaas\" -ham datum:2024..2025 5")
    let whole = Alert(
      name: alert.name, subject: .query(kept), mail: alert.mail, atom: alert.atom,
      added: alert.added)
    #expect(try read(AlertFile.text(of: whole)) == whole)
    let followed = Alert(name: "kaas", subject: .answered("2024Z16543"))
    #expect(AlertFile.text(of: followed) == "answered = 2024Z16543\n")
    #expect(try read(AlertFile.text(of: followed)) == followed)
  }

  @Test("A file written by hand may have remarks, empty lines and the ends of lines of Windows")
  func byHand() throws {
    let text = "\u{FEFF}# van de griffie\r\n\r\nquery=ham  # of spek\r\n  mail =  x@y.nl\r\n"
    #expect(
      try read(text) == Alert(name: "kaas", subject: .query("ham"), mail: ["x@y.nl"]))
  }

  @Test(
    "A line that is not understood is named, with what was expected",
    arguments: [
      (
        "query = a\nqeury = b",
        "2: verwacht een van query, answered, mail, atom, added, niet 'qeury'"
      ),
      ("ham", "1: verwacht 'sleutel = waarde'"),
      ("\n\nmail = geen adres", "3: verwacht een adres als naam@voorbeeld.nl, niet 'geen adres'"),
      ("query = a\nquery = b", "2: verwacht één keer 'query' of 'answered'"),
      ("query = a\nanswered = b", "2: verwacht één keer 'query' of 'answered'"),
      (
        "atom = kaas.atom",
        "1: verwacht een heel pad van een bestand, dat begint met /, niet 'kaas.atom'"
      ),
      ("added = gisteren", "1: verwacht een dag als 2026-11-30, niet 'gisteren'"),
      ("query =", "1: verwacht een waarde na 'query ='"),
      ("query = \u{1B}[2J", "1: verwacht tekst in UTF-8 zonder stuurtekens"),
    ])
  func mistakes(_ text: String, _ expected: String) {
    #expect(reason(text) == "/a/kaas.alert, regel \(expected)")
  }

  @Test("A file that follows nothing is refused")
  func nothing() {
    #expect(
      reason("mail = x@y.nl")
        == "/a/kaas.alert: er is geen regel 'query = …' of 'answered = …'")
    #expect(reason("") == "/a/kaas.alert: er is geen regel 'query = …' of 'answered = …'")
  }

  @Test("A damaged file is read or refused, and never holds what could change a message")
  func damaged() throws {
    var random = SeededGenerator(seed: 25)
    let whole = Array(
      "query = kaas export\nmail = griffie@example.nl\natom = /srv/kaas.atom\nadded = 2026-11-30\n"
        .utf8)
    var read = 0
    for _ in 0..<2000 {
      let bytes = whole.damaged(1...6, Damage.allCases, using: &random)
      guard let alert = try? AlertFile.read(bytes, name: "kaas", path: "/a") else { continue }
      read += 1
      let isSound = alert.mail.allSatisfy { address in
        Alert.isAddress(address) && !address.contains { $0.isWhitespace }
      }
      #expect(isSound)
      #expect(alert.atom?.hasPrefix("/") ?? true)
      let text = AlertFile.text(of: alert)
      #expect(try AlertFile.read(Array(text.utf8), name: "kaas", path: "/a") == alert)
    }
    #expect(read > 100)
  }

  @Test("A name is a word of letters, digits, hyphens and underscores")
  func names() {
    let long = String(repeating: "a", count: 64)
    for name in ["kaas", "Kaas-2_3", "1", "-", long] { #expect(Alert.isName(name)) }
    for name in ["", "..", "a/b", "a b", "kaas.alert", "käse", long + "a", "a\n"] {
      #expect(!Alert.isName(name))
    }
  }

  @Test("An address is one of mail in ASCII, with nothing that could be another header or option")
  func addresses() {
    for address in ["a@b", "griffie@example.nl", "o'brien+x@a-b.example.org", "_x@y.nl"] {
      #expect(Alert.isAddress(address))
    }
    for address in [
      "", "@", "a@", "@b", "a b@c.nl", "a@b@c", "a@b.nl\nBcc: x@y.nl", "a@b.nl,c@d.nl",
      "-oQ/tmp@b.nl", "\"a\"@b.nl", "<a@b.nl>", "a@b..nl", ".a@b.nl", "é@b.nl", "a@b_c.nl",
      String(repeating: "a", count: 250) + "@b.nl",
    ] {
      #expect(!Alert.isAddress(address))
    }
  }
}
