/// A command line that cannot be understood; `message` says what and what was expected, in Dutch.
struct UsageError: Error, Hashable {
  let message: String

  init(_ message: String) { self.message = message }
}

/// The arguments of one command. Each option that a command knows is taken out by name; `finish` then refuses what is
/// left. Options are `--name`, `--name VALUE` or `--name=VALUE` and may stand anywhere before `--`; everything else,
/// also a word that begins with one hyphen, is an operand (`-woord` in a query).
struct ArgumentReader {
  private var words: [String]
  private let literal: [String]

  init(_ arguments: some Sequence<String>) {
    let all = Array(arguments)
    let end = all.firstIndex(of: "--") ?? all.endIndex
    words = Array(all[..<end])
    literal = Array(all[end...].dropFirst())
  }

  /// Takes a switch out of the arguments; true if it was there.
  mutating func flag(_ name: String) -> Bool {
    let count = words.count
    words.removeAll { $0 == "--\(name)" }
    return words.count < count
  }

  /// Takes an option and its value out; the last one counts where it stands more than once.
  mutating func option(_ name: String) throws(UsageError) -> String? {
    try options(name).last
  }

  /// Takes all values of an option that may be repeated.
  mutating func options(_ name: String) throws(UsageError) -> [String] {
    var values: [String] = []
    while let at = words.firstIndex(where: { $0 == "--\(name)" || $0.hasPrefix("--\(name)=") }) {
      let word = words.remove(at: at)
      if word.contains("=") {
        values.append(String(word.dropFirst(name.count + 3)))
      } else if at < words.endIndex {
        values.append(words.remove(at: at))
      } else {
        throw UsageError("--\(name) verlangt een waarde")
      }
    }
    return values
  }

  /// Takes an option whose value is a whole number in a range.
  mutating func number(
    _ name: String, in range: ClosedRange<Int>, default standard: Int
  ) throws(UsageError) -> Int {
    guard let text = try option(name) else { return standard }
    guard let number = Int(text), range.contains(number) else {
      throw UsageError(
        "--\(name) verlangt een getal van \(range.lowerBound) tot en met \(range.upperBound), niet '\(text)'"
      )
    }
    return number
  }

  /// Takes an option whose value is one of the cases of an enumeration.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, default standard: Choice
  ) throws(UsageError) -> Choice {
    guard let text = try option(name) else { return standard }
    return try Self.choice(name, text)
  }

  /// Takes an option that may be repeated and whose values are cases of an enumeration.
  mutating func choices<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String
  ) throws(UsageError) -> [Choice] {
    var choices: [Choice] = []
    for text in try options(name) { choices.append(try Self.choice(name, text)) }
    return choices
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ text: String
  ) throws(UsageError) -> Choice {
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError("--\(name) kent \(known), niet '\(text)'")
    }
    return choice
  }

  /// Refuses everything that is left.
  consuming func finishWithoutOperands(of command: String) throws(UsageError) {
    if let extra = try finish().first {
      throw UsageError("\(command) verlangt niets meer, ook geen '\(extra)'")
    }
  }

  /// What is left: the operands. An option that nobody took is an error.
  consuming func finish() throws(UsageError) -> [String] {
    if let unknown = words.first(where: { $0.hasPrefix("--") }) {
      throw UsageError("onbekende optie '\(unknown)'")
    }
    return words + literal
  }
}
