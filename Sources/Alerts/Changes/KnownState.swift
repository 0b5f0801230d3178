package import Kamervragen
internal import PassageStore
internal import VraagbaakReport

/// What the last run knew: the number of the run, all publications that were ever in the index, and
/// when each alert last told something.
///
/// The file has a line for each, and ends with a digest of all before it:
///
/// ```
/// vraagbaak-alerts 1
/// id 5f0c2b…
/// run 12
/// told kaas 2026-11-30
/// held ham answered ah-tk-20242025-705
/// known answered 2024z16543 2024-12-03 xml <of the file> <of the texts> - ah-tk-20242025-705
/// digest 8d0e…
/// ```
package struct KnownState: Sendable, Hashable {
  /// What distinguishes these alerts from those of any other machine.
  package let id: String
  /// The number of the last run that told something or saw a change.
  package var run = 0
  /// The day on which each alert last told something.
  package var told: [String: CalendarDate] = [:]
  /// What alerts whose files are not understood are told once they are.
  package var held: [String: [HeldEvent]] = [:]
  /// All publications, by their keys.
  package var publications: [String: KnownPublication] = [:]

  /// The state of one who knows nothing yet.
  package init() {
    id = String(UInt64.random(in: .min ... .max), radix: 16)
  }

  private static let heading = "vraagbaak-alerts 1"
}

// MARK: The file

extension KnownState {
  /// A file that no run wrote like this; `description` is a Dutch sentence.
  package struct Damage: Error, Hashable, CustomStringConvertible {
    /// The path.
    package let file: String

    package var description: String {
      "\(file) is beschadigd; zet een reservekopie terug, of verwijder het bestand: dan geldt alles "
        + "wat nu in de index staat als bekend"
    }
  }

  /// The content of the file.
  package func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(200 + publications.count * 160)
    func add(_ words: String...) {
      for (place, word) in words.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: " ")) }
        bytes += word.utf8
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    add(Self.heading)
    add("id", id)
    add("run", "\(run)")
    for (name, day) in told.sorted(by: { $0.key < $1.key }) { add("told", name, "\(day)") }
    for (name, events) in held.sorted(by: { $0.key < $1.key }) {
      for event in events { add("held", name, event.kind.rawValue, Self.word(event.key)) }
    }
    for (key, known) in publications.sorted(by: { $0.key < $1.key }) {
      add(
        "known", known.kind.rawValue, known.caseNumber.map(Self.word) ?? "-",
        known.received?.description ?? "-", known.form.rawValue, known.file.hexadecimal,
        String(known.texts, radix: 16),
        (known.isProvisional ? "p" : "") + (known.isGone ? "g" : "") + "-", Self.word(key))
    }
    add("digest", ContentDigest(of: bytes).hexadecimal)
    return bytes
  }

  /// Reads the content of the file.
  ///
  /// - Throws: `Damage` for any other content.
  package init(decoding bytes: [UInt8], file: String) throws(Damage) {
    let damage = Damage(file: file)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count > 4, lines[lines.count - 1].isEmpty else { throw damage }
    let last = lines[lines.count - 2]
    let content = Array(bytes[..<last.startIndex])
    guard last.elementsEqual("digest \(ContentDigest(of: content).hexadecimal)".utf8),
      lines[0].elementsEqual(Self.heading.utf8)
    else { throw damage }
    var id: String?
    var run: Int?
    for line in lines[1..<(lines.count - 2)] {
      let words = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      switch (words[0], words.count) {
      case ("id", 2): id = words[1]
      case ("run", 2): run = Int(words[1])
      case ("told", 3): told[words[1]] = CalendarDate(iso: words[2])
      case ("held", 4):
        guard let kind = Event.Kind(rawValue: words[2]) else { throw damage }
        held[words[1], default: []].append(HeldEvent(kind: kind, key: words[3]))
      case ("known", 9):
        guard let known = KnownPublication(words) else { throw damage }
        publications[words[8]] = known
      default: throw damage
      }
    }
    guard let id, let run, run >= 0 else { throw damage }
    self.id = id
    self.run = run
  }

  /// A key as one word of a line. (Keys have neither spaces nor line ends; those of hostile
  /// documents must not either.)
  private static func word(_ key: String) -> String {
    let clean = key.withoutControls.filter { !$0.isWhitespace }
    return clean.isEmpty ? "-" : clean
  }
}

extension KnownPublication {
  /// Reads the words of a line.
  fileprivate init?(_ words: [String]) {
    guard let kind = QuestionSet.Kind(rawValue: words[1]),
      let form = SourceForm(rawValue: words[4]), let file = ContentDigest(hexadecimal: words[5]),
      let texts = UInt64(words[6], radix: 16)
    else { return nil }
    self.kind = kind
    caseNumber = words[2] == "-" ? nil : words[2]
    received = CalendarDate(iso: words[3])
    self.form = form
    self.file = file
    self.texts = texts
    isProvisional = words[7].contains("p")
    isGone = words[7].contains("g")
  }
}
