import VraagbaakReport

/// A command line that cannot be understood; `message` says in Dutch what is wrong and what was
/// expected.
struct UsageError: Error, Hashable {
  let message: String

  init(_ message: String) { self.message = message }
}

/// An option of a command, as it is written and explained. Everything that is said of options
/// follows from this.
struct OptionDeclaration: Sendable, Hashable {
  /// What stands after the name.
  enum Kind: Sendable, Hashable {
    /// Nothing: the option is given or not.
    case flag
    /// Any text.
    case text
    /// A whole number in a range.
    case number(ClosedRange<Int>)
    /// One of some words.
    case choice([String])
  }

  /// The name without its two hyphens.
  let name: String
  let kind: Kind
  /// What the help calls the value; nil for a flag.
  let valueName: String?
  /// What it does, in Dutch; nil for an option that only the program itself uses.
  let help: String?
  /// Whether each value counts; of another option the last one does.
  let isRepeatable: Bool

  /// The option as help shows it: `--limit N`.
  var label: String { "--\(name)" + (valueName.map { " \($0)" } ?? "") }
}

/// An option of a command with what it sets.
struct Option<Command> {
  let declaration: OptionDeclaration
  private let apply: (inout Command, String) throws(UsageError) -> Void

  private init(
    _ name: String, _ kind: OptionDeclaration.Kind, _ valueName: String?, _ help: String?,
    isRepeatable: Bool = false,
    _ apply: @escaping (inout Command, String) throws(UsageError) -> Void
  ) {
    declaration = OptionDeclaration(
      name: name, kind: kind, valueName: valueName, help: help, isRepeatable: isRepeatable)
    self.apply = apply
  }

  /// An option without a value; without help only the program itself uses it.
  static func flag(
    _ name: String, _ help: String?, sets path: WritableKeyPath<Command, Bool>
  ) -> Option {
    Option(name, .flag, nil, help) { command, _ in command[keyPath: path] = true }
  }

  /// An option with any text as its value.
  static func text(
    _ name: String, _ valueName: String, _ help: String,
    sets path: WritableKeyPath<Command, String?>
  ) -> Option {
    Option(name, .text, valueName, help) { command, text in command[keyPath: path] = text }
  }

  /// An option whose value is a whole number in a range.
  static func number(
    _ name: String, _ valueName: String, in range: ClosedRange<Int>, _ help: String,
    sets path: WritableKeyPath<Command, Int>
  ) -> Option {
    Option(name, .number(range), valueName, help) { command, text throws(UsageError) in
      guard let number = Int(text), range.contains(number) else {
        throw UsageError(
          "--\(name) verwacht een getal van \(range.lowerBound) tot en met \(range.upperBound), "
            + "niet '\(text)'")
      }
      command[keyPath: path] = number
    }
  }

  /// An option whose value is one of the cases of an enumeration.
  static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ valueName: String, _ help: String,
    sets path: WritableKeyPath<Command, Choice>
  ) -> Option {
    Option(name, .choice(words(of: Choice.self)), valueName, help) {
      command, text throws(UsageError) in
      command[keyPath: path] = try choose(name, text)
    }
  }

  /// An option that may be repeated and whose values are cases of an enumeration.
  static func choices<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ valueName: String, _ help: String,
    addsTo path: WritableKeyPath<Command, [Choice]>
  ) -> Option {
    Option(name, .choice(words(of: Choice.self)), valueName, help, isRepeatable: true) {
      command, text throws(UsageError) in
      command[keyPath: path].append(try choose(name, text))
    }
  }

  private static func words<Choice: RawRepresentable<String> & CaseIterable>(
    of type: Choice.Type
  ) -> [String] { type.allCases.map(\.rawValue) }

  private static func choose<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ text: String
  ) throws(UsageError) -> Choice {
    guard let choice = Choice(rawValue: text) else {
      let known = words(of: Choice.self).joined(separator: ", ")
      throw UsageError("--\(name): onbekende waarde '\(text)'; kies uit \(known)")
    }
    return choice
  }

  fileprivate func within<Whole>(_ path: WritableKeyPath<Whole, Command>) -> Option<Whole> {
    let option = declaration
    return Option<Whole>(
      option.name, option.kind, option.valueName, option.help, isRepeatable: option.isRepeatable
    ) { whole, text throws(UsageError) in
      try apply(&whole[keyPath: path], text)
    }
  }

  /// Sets what the option was given; of an option that is not repeatable the last value counts.
  fileprivate func take(_ values: [String], _ command: inout Command) throws(UsageError) {
    for value in declaration.isRepeatable ? values[...] : values.suffix(1) {
      try apply(&command, value)
    }
  }
}

extension Array {
  /// The same options of a command that keeps what they set in one of its properties.
  func within<Whole, Part>(
    _ path: WritableKeyPath<Whole, Part>
  ) -> [Option<Whole>] where Element == Option<Part> {
    map { $0.within(path) }
  }
}

extension Subcommand {
  /// Every option as it is written and explained.
  static var declarations: [OptionDeclaration] { options.map(\.declaration) }

  /// Reads the arguments after the name of the command. Options are `--name`, `--name VALUE` or
  /// `--name=VALUE` and may stand anywhere before `--`. Everything else is an operand, also a word
  /// that begins with one hyphen: `-woord` in a query.
  init(arguments: some Sequence<String>) throws(UsageError) {
    self.init()
    let all = Array(arguments)
    let end = all.firstIndex(of: "--") ?? all.endIndex
    var operands: [String] = []
    var given: [String: [String]] = [:]
    var words = all[..<end]
    while let word = words.popFirst() {
      guard word.hasPrefix("--") else {
        operands.append(word)
        continue
      }
      let parts = word.dropFirst(2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      let known = Self.options.first { $0.declaration.name == name }?.declaration
      guard let known, known.kind != .flag || parts.count == 1 else {
        throw UsageError("onbekende optie '\(word)'")
      }
      let value: String? =
        known.kind == .flag ? "" : parts.count > 1 ? String(parts[1]) : words.popFirst()
      guard let value else { throw UsageError("--\(name) verwacht een waarde") }
      given[name, default: []].append(value)
    }
    for option in Self.options {
      if let values = given[option.declaration.name] { try option.take(values, &self) }
    }
    try take(operands: operands + all[end...].dropFirst())
  }
}
