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

@Suite("Terms")
struct TermTests {
  @Test("No two kinds of terms begin with the same letter")
  func letters() {
    let dates: [Field] = [.date, .submitted, .received]
    let letters = Field.allCases.filter { !dates.contains($0) }
      .map { String(Unicode.Scalar($0.letter)) }
    let others = [
      Schema.setPrefix, Schema.questionNumberPrefix, Schema.sourcePrefix, Schema.visibilityPrefix,
    ]
    #expect(Set(letters + others).count == Field.allCases.count - 3 + others.count)
    #expect((letters + others).allSatisfy { $0.count == 1 && $0 == $0.uppercased() })
    #expect(dates.map(\.letter) == [0, 0, 0])
  }

  @Test("No two fields share a name")
  func names() {
    let names = Field.allCases.map { field in
      Set([field.rawValue, field.row.dutch] + field.row.synonyms)
    }
    #expect(
      names.reduce(0) { $0 + $1.count } == names.reduce(into: Set()) { $0.formUnion($1) }.count)
    for (field, names) in zip(Field.allCases, names) {
      for name in names { #expect(Field(name: name.uppercased()) == field) }
    }
  }
}
