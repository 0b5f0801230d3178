/// The start of a note on a line: "1 Kamerstuk …", "1NOS, …", "¹ Richtlijn …", "1) Bron", "[1]
/// Bron".
struct NoteStart: Hashable {
  /// How the number is written.
  enum Style: Hashable {
    case raised, bracket, paren, glued, spaced, alone
  }

  let number: Int
  let style: Style
  /// The text after the number.
  let rest: String
  /// Whether the text reads like part of a sentence ("5 pyrotechnische stoffen …"), so that more
  /// evidence of a note is needed.
  var isDoubtful = false

  /// The ways in which a line can start a note. "22023 Annual report" can be note 2 or note 22.
  static func all(in line: String) -> [NoteStart] {
    guard let first = line.utf8.first, first < 0x3A || first == UInt8(ascii: "[") || first >= 0xC2
    else { return [] }
    // Markdown may print the notes as a list: "- 1 Krant …".
    let isListed = line.utf8.starts(with: "- ".utf8)
    let text = isListed ? String(Substring(line.utf8.dropFirst(2))) : line
    let bytes = Array(text.utf8.prefix(64))
    if let raised = Superscript.number(bytes, at: 0) {
      let rest = rest(text, raised.end)
      return rest.isEmpty ? [] : [NoteStart(number: raised.value, style: .raised, rest: rest)]
    }
    if bytes.first == UInt8(ascii: "[") {
      var scanner = TextScanner(bytes: bytes, at: 1)
      scanner.skipSpaces()
      guard let number = scanner.takeNumber(digits: 3) else { return [] }
      scanner.skipSpaces()
      guard scanner.take("]") else { return [] }
      let rest = rest(text, scanner.at)
      return rest.isEmpty ? [] : [NoteStart(number: number, style: .bracket, rest: rest)]
    }
    guard bytes.first.map(Ascii.isDigit) == true else { return [] }
    return digits(bytes, text).filter { !isListed || $0.style == .spaced }
  }

  private static func digits(_ bytes: [UInt8], _ text: String) -> [NoteStart] {
    let end = bytes.firstIndex { !Ascii.isDigit($0) } ?? bytes.count
    var found: [NoteStart] = []
    func add(_ length: Int, _ style: Style, _ from: Int) {
      guard length <= 3, let number = Int(String(decoding: bytes[..<length], as: UTF8.self)),
        number > 0
      else {
        return
      }
      found.append(NoteStart(number: number, style: style, rest: rest(text, from)))
    }
    if end == bytes.count {
      if text.utf8.count == end { add(end, .alone, end) }
    } else if bytes[end] == Ascii.close {
      if end + 1 < bytes.count { add(end, .paren, end + 1) }
    } else if bytes[end] == Ascii.space {
      add(end, .spaced, end + 1)
      if !isNoteText(bytes, end + 1), !found.isEmpty {
        found[0].isDoubtful = true
        if isQuantity(bytes, end + 1) { found.removeAll() }
      }
    } else if isGluedText(bytes, end) {
      add(end, .glued, end)
    }
    // The text may begin with a year or a case number: "22023 Annual", "32024Z15585".
    for length in 1...2 where length + 4 == end {
      let year = Int(String(decoding: bytes[length..<end], as: UTF8.self)) ?? 0
      if (1900...2100).contains(year), end == bytes.count || bytes[end] != Ascii.dot {
        add(length, .glued, length)
      }
    }
    // "236 410 VIII": note 2, then the number of a dossier.
    if end == 3, bytes.count > 7, bytes[3] == Ascii.space, bytes[4..<7].allSatisfy(Ascii.isDigit),
      !Ascii.isDigit(bytes[7])
    {
      add(1, .glued, 1)
    }
    return found
  }

  private static func rest(_ text: String, _ from: Int) -> String {
    String(Substring(text.utf8.dropFirst(from))).trimmed
  }

  /// Whether the text after "1 " can be a note, not the rest of a sentence ("10 miljoen euro", "24
  /// mei jl.").
  private static func isNoteText(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard start < bytes.count else { return false }
    let first = bytes[start]
    if Ascii.isUpper(first) || first >= 0x80 || Ascii.isDigit(first) || "(\"'<".utf8.contains(first)
    {
      return true
    }
    let word = Array(bytes[start...].prefix { $0 != Ascii.space })
    if word.contains(Ascii.dot) && word.last != Ascii.dot || word.contains(UInt8(ascii: "/")) {
      return true
    }
    return ["zie", "bron", "idem", "ibid.", "vgl.", "brief", "motie", "de", "het", "o.a."].contains
    {
      word.elementsEqual($0.utf8) || word.elementsEqual("\($0):".utf8)
    }
  }

  /// Whether the number counts something: "10 miljoen euro", "24 mei jl.".
  private static func isQuantity(_ bytes: [UInt8], _ start: Int) -> Bool {
    let word = Array(bytes[min(start, bytes.count)...].prefix { $0 != Ascii.space })
    let units = [
      "miljoen", "miljard", "duizend", "procent", "euro", "jaar", "maanden", "weken", "dagen",
      "uur", "en", "of", "t/m", "tot", "kilometer", "meter", "keer", "van", "%",
    ]
    return (units + DutchDate.months).contains { word.elementsEqual($0.utf8) }
  }

  /// Whether the text glued to a number can be a note, unlike "5G-netwerk", "2e" or "9aba86f3".
  private static func isGluedText(_ bytes: [UInt8], _ start: Int) -> Bool {
    let first = bytes[start]
    let word = Array(bytes[start...].prefix { $0 != Ascii.space })
    if first >= 0x80 || "(\"'<[".utf8.contains(first) { return first != 0xE2 || word.count > 2 }
    if Ascii.isUpper(first) {
      // A single capital is a size or a generation: 5G, 3D.
      return word.count > 1
        && (Ascii.isWordByte(word[1]) || word[1] == Ascii.dot || word[1] == UInt8(ascii: "&"))
    }
    guard Ascii.isLower(first), word.count > 1 else { return false }
    if word.allSatisfy({ Ascii.isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) }
    ),
      word.contains(where: Ascii.isDigit)
    {
      return false
    }
    let head = Array(word.prefix { Ascii.isLower($0) })
    let ordinals = ["e", "ste", "de", "x", "km", "m", "kg", "cm", "mm", "ha", "kv", "kwh", "mw"]
    if head.count == word.count || word[head.count] == Ascii.hyphen {
      guard !ordinals.contains(where: { head.elementsEqual($0.utf8) }) else {
        return head.elementsEqual("de".utf8) && head.count == word.count
          && bytes.count > start + 3 && Ascii.isUpper(bytes[start + 3])
      }
    }
    return true
  }
}
