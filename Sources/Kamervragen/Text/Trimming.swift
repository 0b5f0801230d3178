extension StringProtocol {
  /// The text without spaces and tabs at its ends.
  var trimmed: String {
    var view = Substring(self).utf8
    guard let first = view.first, let last = view.last, Ascii.isBlank(first) || Ascii.isBlank(last)
    else { return String(self) }
    while let byte = view.first, byte == Ascii.space || byte == Ascii.tab { view.removeFirst() }
    while let byte = view.last, byte == Ascii.space || byte == Ascii.tab { view.removeLast() }
    return String(Substring(view))
  }
}

extension String {
  /// The text without certain characters, and spaces, at its end.
  func trimmingTail(_ characters: String) -> String {
    var scalars = unicodeScalars
    while let last = scalars.last, characters.unicodeScalars.contains(last) || last == " " {
      scalars.removeLast()
    }
    return String(scalars)
  }
}

extension String {
  /// The first words of a text, for a message.
  var opening: String {
    guard utf8.count > 70 else { return self }
    let words = split(separator: " ", maxSplits: 12, omittingEmptySubsequences: true).prefix(10)
    return String(words.joined(separator: " ").unicodeScalars.prefix(80)) + " …"
  }
}

extension Array where Element: Hashable {
  /// The elements without repeats, in their order.
  package var withoutRepeats: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
