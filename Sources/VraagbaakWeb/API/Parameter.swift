internal import HTTPServer
internal import PassageIndex

/// A parameter of a request: how it is written and what it does. The reading of requests and their
/// description follow from it.
struct Parameter: Sendable {
  /// The values that it takes.
  enum Kind: Sendable, Hashable {
    /// Any text, of at least so many characters.
    case text(minimum: Int)
    /// A whole number in a range.
    case number(ClosedRange<Int>)
    /// One of some words.
    case choice([String])
    /// Yes or no.
    case flag
  }

  let name: String
  let kind: Kind
  /// Whether every value counts; otherwise only the last one does.
  let isRepeatable: Bool
  /// What it does, in Dutch; a sentence without a full stop.
  let summary: String
  let example: JSON
  /// Does it; false if it does not take the value.
  private let apply: @Sendable (inout APIRequest, String) -> Bool

  /// A parameter with any text as its value.
  static func text(
    _ name: String, _ summary: String, example: JSON, minimum: Int = 0, isRepeatable: Bool = false,
    _ apply: @escaping @Sendable (inout APIRequest, String) -> Void
  ) -> Parameter {
    Parameter(
      name: name, kind: .text(minimum: minimum), isRepeatable: isRepeatable, summary: summary,
      example: example
    ) { request, text in
      guard text.unicodeScalars.count >= minimum else { return false }
      apply(&request, text)
      return true
    }
  }

  /// A parameter whose value is a whole number in a range.
  static func number(
    _ name: String, in range: ClosedRange<Int>, _ summary: String, example: Int,
    _ apply: @escaping @Sendable (inout APIRequest, Int) -> Void
  ) -> Parameter {
    Parameter(
      name: name, kind: .number(range), isRepeatable: false, summary: summary,
      example: .integer(example)
    ) { request, text in
      guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
        range.contains(number)
      else { return false }
      apply(&request, number)
      return true
    }
  }

  /// A parameter whose value is one of some words.
  static func choice<Value: Sendable>(
    _ name: String, _ words: [(word: String, value: Value)], _ summary: String,
    isRepeatable: Bool = false,
    _ apply: @escaping @Sendable (inout APIRequest, Value) -> Void
  ) -> Parameter {
    Parameter(
      name: name, kind: .choice(words.map(\.word)), isRepeatable: isRepeatable, summary: summary,
      example: words.first.map { .text($0.word) } ?? .null
    ) { request, text in
      guard let chosen = words.first(where: { $0.word == text }) else { return false }
      apply(&request, chosen.value)
      return true
    }
  }

  /// A parameter that is true or false.
  static func flag(
    _ name: String, _ summary: String,
    _ apply: @escaping @Sendable (inout APIRequest, Bool) -> Void
  ) -> Parameter {
    Parameter(name: name, kind: .flag, isRepeatable: false, summary: summary, example: "true") {
      request, text in
      guard let isOn = ["true": true, "1": true, "false": false, "0": false][text] else {
        return false
      }
      apply(&request, isOn)
      return true
    }
  }

  /// Takes a value that was given.
  func take(_ value: String, _ request: inout APIRequest) throws(Problem) {
    guard apply(&request, value) else { throw .wrong(name, value, expected: expected) }
  }

  /// What is expected, in Dutch.
  private var expected: String {
    switch kind {
    case .text: "een waarde"
    case .number(let range): "een getal van \(range.lowerBound) tot en met \(range.upperBound)"
    case .choice(let words): "een van \(words.joined(separator: ", "))"
    case .flag: "true, false, 1 of 0"
    }
  }
}
