import Testing

@testable import PassageSearch
@testable import PassageStore

@Suite("Keys")
struct SchemaTests {
  @Test(
    "Keys are compared in lower case and without white space, in ASCII and beyond",
    arguments: [
      ("2024Z16543", "2024z16543"), (" AH-TK\t2024 \r\n 705 ", "ah-tk2024705"), ("", ""),
      ("[@Z`{", "[@z`{"), ("\u{0B}a\u{0C}\u{1F}~", "a\u{1F}~"), ("Één\u{A0}NR 7", "éénnr7"),
    ])
  func folded(key: String, folded: String) {
    #expect(Schema.folded(key) == folded)
    // The way of what is not ASCII gives the same.
    #expect(Schema.folded(key + "É") == folded + "é")
  }
}
