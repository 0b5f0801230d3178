import VraagbaakReport

/// A command line that is not understood; `message` says why, in Dutch.
struct UsageError: Error, Hashable {
  let message: String

  init(_ message: String) { self.message = message }
}

/// The declaration of an option: how it is written and what it does. The parser, the help, the
/// manual and the completions of the shells follow from it.
struct OptionDeclaration: Sendable, Hashable {
  /// The kind of value after the name.
  enum Kind: Sendable, Hashable {
    /// No value.
    case flag
    /// Any text.
    case text
    /// A text of a form, such as this one.
    case form(example: String)
    /// The path of a file or directory.
    case file
    /// A whole number in a range.
    case number(ClosedRange<Int>)
    /// One of some words.
    case choice([String])
    /// One of some words, an equals sign and any text that is not empty.
    case assignment([String])
  }

  /// The name without its two hyphens.
  let name: String
  /// The letter that stands for it after one hyphen; nil if none does.
  let letter: Character?
  let kind: Kind
  /// The name of the value in the help; nil for a flag.
  let valueName: String?
  /// What it does, in Dutch; nil for an internal option.
  let help: String?
  /// Whether every value counts; otherwise only the last one does.
  let isRepeatable: Bool

  /// How it may be written, without its value: `-n, --limit`.
  var names: String { (letter.map { "-\($0), " } ?? "") + "--\(name)" }

  /// The option in the help: `-n, --limit N`.
  var label: String { names + (valueName.map { " \($0)" } ?? "") }
}

/// An option of a command, with the property that it sets.
struct Option<Command> {
  let declaration: OptionDeclaration
  private let apply: (inout Command, String) throws(UsageError) -> Void

  private init(
    _ name: String, _ kind: OptionDeclaration.Kind, _ valueName: String?, _ help: String?,
    letter: Character? = nil, isRepeatable: Bool = false,
    _ apply: @escaping (inout Command, String) throws(UsageError) -> Void
  ) {
    declaration = OptionDeclaration(
      name: name, letter: letter, kind: kind, valueName: valueName, help: help,
      isRepeatable: isRepeatable)
    self.apply = apply
  }

  /// An option without a value; internal if it has no help.
  static func flag(
    _ name: String, _ help: String?, sets path: WritableKeyPath<Command, Bool>
  ) -> Option {
    Option(name, .flag, nil, help) { command, _ in command[keyPath: path] = true }
  }

  /// An option with any text as its value; internal if it has no help.
  static func text(
    _ name: String, _ valueName: String, _ help: String?,
    sets path: WritableKeyPath<Command, String?>
  ) -> Option {
    Option(name, .text, valueName, help) { command, text in command[keyPath: path] = text }
  }

  /// An option that may be repeated, with any text as its values.
  static func texts(
    _ name: String, _ valueName: String, _ help: String,
    addsTo path: WritableKeyPath<Command, [String]>
  ) -> Option {
    Option(name, .text, valueName, help, isRepeatable: true) { command, text in
      command[keyPath: path].append(text)
    }
  }

  /// An option whose value is a text of a form, such as `example`; internal if it has no help.
  /// `parse` gives the value of a text: nil if the text is not of the form, or an error that says
  /// what is wrong.
  static func form<Value>(
    _ name: String, _ valueName: String, like example: String, _ help: String?,
    sets path: WritableKeyPath<Command, Value?>,
    parse: @escaping (String) throws(UsageError) -> Value?
  ) -> Option {
    Option(name, .form(example: example), valueName, help) { command, text throws(UsageError) in
      let value: Value?
      do throws(UsageError) {
        value = try parse(text)
      } catch {
        throw UsageError("--\(name): \(error.message)")
      }
      guard let value else {
        throw UsageError("--\(name) verwacht iets als \(example), niet '\(text)'")
      }
      command[keyPath: path] = value
    }
  }

  /// An option whose value is the path of a file or directory.
  static func file(
    _ name: String, _ valueName: String, _ help: String,
    sets path: WritableKeyPath<Command, String?>
  ) -> Option {
    Option(name, .file, valueName, help) { command, text in command[keyPath: path] = text }
  }

  /// An option whose value is a whole number in a range.
  static func number(
    _ name: String, _ valueName: String, letter: Character? = nil, in range: ClosedRange<Int>,
    _ help: String, sets path: WritableKeyPath<Command, Int>
  ) -> Option {
    Option(name, .number(range), valueName, help, letter: letter) {
      command, text throws(UsageError) in
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

  /// An option that may be repeated and whose values are the name of a case of an enumeration, an
  /// equals sign and a text.
  static func assignments<Name: RawRepresentable<String> & CaseIterable & Hashable>(
    _ name: String, _ valueName: String, _ help: String,
    addsTo path: WritableKeyPath<Command, [Name: [String]]>
  ) -> Option {
    Option(name, .assignment(words(of: Name.self)), valueName, help, isRepeatable: true) {
      command, text throws(UsageError) in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[1].isEmpty else {
        throw UsageError("--\(name) verwacht \(valueName), niet '\(text)'")
      }
      let key: Name = try choose(name, String(parts[0]))
      command[keyPath: path][key, default: []].append(String(parts[1]))
    }
  }

  /// An option whose value is one of some words.
  static func word(
    _ name: String, _ valueName: String, of words: [String], _ help: String,
    sets path: WritableKeyPath<Command, String?>
  ) -> Option {
    Option(name, .choice(words), valueName, help) { command, text throws(UsageError) in
      guard words.contains(text) else { throw unknown(text, name, words) }
      command[keyPath: path] = text
    }
  }

  private static func words<Choice: RawRepresentable<String> & CaseIterable>(
    of type: Choice.Type
  ) -> [String] { type.allCases.map(\.rawValue) }

  private static func choose<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ text: String
  ) throws(UsageError) -> Choice {
    guard let choice = Choice(rawValue: text) else {
      throw unknown(text, name, words(of: Choice.self))
    }
    return choice
  }

  private static func unknown(_ text: String, _ name: String, _ known: [String]) -> UsageError {
    UsageError(
      "--\(name): onbekende waarde '\(text)'; kies uit \(known.joined(separator: ", "))")
  }

  fileprivate func within<Whole>(_ path: WritableKeyPath<Whole, Command>) -> Option<Whole> {
    let option = declaration
    return Option<Whole>(
      option.name, option.kind, option.valueName, option.help, letter: option.letter,
      isRepeatable: option.isRepeatable
    ) { whole, text throws(UsageError) in
      try apply(&whole[keyPath: path], text)
    }
  }

  /// Applies the given values; only the last one unless the option is repeatable.
  fileprivate func take(_ values: [String], _ command: inout Command) throws(UsageError) {
    for value in declaration.isRepeatable ? values[...] : values.suffix(1) {
      try apply(&command, value)
    }
  }
}

extension Array {
  /// The same options for a command that stores their values in one of its properties.
  func within<Whole, Part>(
    _ path: WritableKeyPath<Whole, Part>
  ) -> [Option<Whole>] where Element == Option<Part> {
    map { $0.within(path) }
  }
}

extension Subcommand {
  /// The declarations of all options.
  static var declarations: [OptionDeclaration] { options.map(\.declaration) }

  /// Parses the arguments after the name of the command. Options are `--name`, `--name VALUE` or
  /// `--name=VALUE`, anywhere before `--`, or a letter after one hyphen. Everything else is an
  /// operand, even a word that begins with one hyphen: `-woord` in a query.
  init(arguments: some Sequence<String>) throws(UsageError) {
    self.init()
    let all = Array(arguments)
    let end = all.firstIndex(of: "--") ?? all.endIndex
    var operands: [String] = []
    var given: [String: [String]] = [:]
    var words = all[..<end]
    while let word = words.popFirst() {
      let isLetter = word.count == 2 && word.first == "-"
      let short = Self.options.first { isLetter && $0.declaration.letter == word.last }
      guard word.hasPrefix("--") || short != nil else {
        operands.append(word)
        continue
      }
      let written = short.map { "--" + $0.declaration.name } ?? word
      let parts = written.dropFirst(2).split(
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
