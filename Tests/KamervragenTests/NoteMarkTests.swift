import Kamervragen
import TestSupport
import Testing

@Suite("Where the marks of notes stand in a text")
struct NoteMarkTests {
  /// Each mark, and the part of the text that it is.
  private func marks(_ text: String, _ notes: String...) -> [String] {
    let bytes = Array(text.utf8)
    return NoteMark.all(in: text, of: notes.map { Footnote(mark: $0, text: "x") }).map { mark in
      "\(mark.mark) \(String(decoding: bytes[mark.range], as: UTF8.self))"
    }
  }

  @Test("Raised digits, brackets and closing brackets are marks")
  func forms() {
    #expect(marks("De sluis¹ lekt.¹² Echt?", "1", "12") == ["1 ¹", "12 ¹²"])
    #expect(
      marks("De sluis [1] lekt.[2] En [3 4].", "1", "2", "3", "4") == [
        "1 [1]", "2 [2]", "3 3", "4 4",
      ])
    #expect(marks("Lekt de sluis? 1)", "1") == ["1 1"])
    #expect(
      marks("De sluis[a] lekt* en lekt** zo†.", "a", "*", "**", "†") == [
        "a [a]", "* *", "** **", "† †",
      ])
  }

  @Test("Numbers, units and signs that are no marks stay what they are")
  func others() {
    #expect(marks("Op 1 mei kostten 12 m² en 3 km³ samen 2 euro.", "1", "2", "3") == [])
    #expect(marks("De sluis² lekt¹.", "1") == ["1 ¹"])
    #expect(marks("Een *sluis* en (a) of a.", "a") == [])
    #expect(marks(" * punt", "*") == [])
    #expect(marks("De sluis¹ lekt.") == [])
    #expect(marks("De sluis lekt.", "") == [])
  }

  @Test("Any text and any marks give ranges in order, within the text")
  func random() {
    var random = SeededGenerator(seed: 20)
    let pieces = ["¹", "²", "[1]", "[", "]", "*", "**", "a", "1)", "? ", "m²", "é", " ", "1", "\n"]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...30, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let notes = ["1", "2", "*", "**", "a", ""].map { Footnote(mark: $0, text: "x") }
      let marks = NoteMark.all(in: text, of: notes)
      for mark in marks { #expect(mark.range.upperBound <= text.utf8.count) }
      let starts = marks.map(\.range.lowerBound)
      #expect(starts == starts.sorted())
    }
  }
}
