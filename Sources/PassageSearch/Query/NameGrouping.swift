/// Names of several words beside an operator or after the name of a field.
enum NameGrouping {
  /// The tokens with brackets around each known name of several words beside OR, or after a sign or
  /// a field: `(Verenigde Staten) OF China`, `-(Verenigde Staten)`. An operator would take one of
  /// its words.
  static func grouped(_ tokens: [QueryToken], _ aliases: Aliases) -> [QueryToken] {
    guard tokens.contains(where: \.bindsOneWord) else { return tokens }
    var grouped: [QueryToken] = []
    var at = 0
    while at < tokens.count {
      let words = tokens[at...].prefix(aliases.maximumNameWords).prefix(while: \.isWord)
      let length = words.count > 1 ? aliases.nameLength(of: words.compactMap(\.word), in: nil) : 0
      let isBound =
        at > 0 && tokens[at - 1].bindsOneWord
        || at + length < tokens.count
          && tokens[at + length] == .or
      if length > 1, isBound {
        grouped += [.open] + tokens[at..<at + length] + [.close]
      } else {
        grouped += tokens[at..<at + max(1, length)]
      }
      at += max(1, length)
    }
    return grouped
  }
}

extension QueryToken {
  /// Whether it is about the next word only. Fields of names take several words themselves.
  fileprivate var bindsOneWord: Bool {
    switch self {
    case .or, .not, .minus, .plus: true
    case .field(let field, _): field.hasWords && field.row.form != .name
    default: false
    }
  }
}
