/// Reads a citation of a dossier: «Kamerstuk 24 587, nr. 995», `24587-995`, `kst-36410-VI-12`,
/// «Kamerstukken II 2023/24, 36 471, nr. 64», «21 501-02, nr. 2870».
enum DossierCitation {
  private static let markers: Set<String> = [
    "kamerstuk", "kamerstukken", "kamerst", "kst", "kamerdossier", "dossier", "dossiernummer",
    "wetsvoorstel", "tk",
  ]

  /// Reads the citation that begins at a place.
  static func read(_ start: CitationScanner) -> FoundCitation? {
    var scanner = start
    let isTK = scanner.next?.text == "tk"
    let isMarked = scanner.takeWord(markers)
    if isMarked { skipSession(&scanner) }
    scanner.skip(isMarked ? [",", ".", ":", "-", "("] : [])
    guard let number = number(&scanner) else { return nil }
    let isGlued = scanner.next?.isFirst == false
    let (chapter, items) = rest(&scanner, isMarked: isMarked, isGlued: isGlued)
    guard !items.isEmpty || isMarked && !isTK else { return nil }
    return FoundCitation(
      publication: CitedPublication(.dossier(number, chapter: chapter, items: items)),
      end: scanner.at)
  }

  /// The chamber and the session: `II 2023/24`.
  private static func skipSession(_ scanner: inout CitationScanner) {
    scanner.skip([".", ","])
    if scanner.takeWord(["tweede", "eerste"]) {
      _ = scanner.takeWord(["kamer"])
    } else {
      _ = scanner.takeWord(["ii", "i", "tk", "ek"])
    }
    scanner.skip([",", "-"])
    _ = scanner.takeWord(["vergaderjaar"])
    _ = scanner.takeSession()
    scanner.skip([","])
    _ = scanner.takeWord(["nr", "nummer"])
  }

  /// Five digits, also with a full stop: `24.587`.
  private static func number(_ scanner: inout CitationScanner) -> String? {
    let found = scanner.take { scanner in
      if let digits = scanner.takeDigits(5...5) { return digits }
      guard let thousands = scanner.takeDigits(2...2), scanner.takeSign("."),
        let rest = scanner.takeDigits(3...3)
      else { return nil as String? }
      return thousands + rest
    }
    return found.flatMap { Int($0) }.flatMap { (10_000...49_999).contains($0) ? String($0) : nil }
  }

  /// The chapter and the items after the number of a dossier.
  private static func rest(
    _ scanner: inout CitationScanner, isMarked: Bool, isGlued: Bool
  ) -> (chapter: String?, items: [String]) {
    let afterNumber = scanner.at
    var chapter: String?
    let begin = scanner.at
    scanner.skip(["-"])
    if let roman = scanner.next, roman.form == .letters, isChapter(roman.text) {
      chapter = roman.text
      scanner.at += 1
    } else if isGlued, scanner.at > begin, let part = scanner.takeDigits(1...3),
      scanner.peek()?.text == "-" || isNumberSign(scanner.peek())
        || scanner.peek()?.text == "," && isNumberSign(scanner.peek(1))
    {
      // `21 501-02, nr. 2870`, `21501-20-2128`.
      chapter = part
    } else {
      scanner.at = begin
    }
    skipActNumber(&scanner)
    let afterChapter = scanner.at
    let items = items(&scanner)
    if items.isEmpty { scanner.at = isMarked ? afterChapter : afterNumber }
    return (chapter, items)
  }

  /// A chapter of the budget: `VI`, `XVI`, `A`.
  private static func isChapter(_ text: String) -> Bool {
    text.utf8.count <= 5 && text.allSatisfy { "ivxlc".contains($0) }
  }

  private static func isNumberSign(_ piece: CitationPiece?) -> Bool {
    piece.map { CitationScanner.numberSigns.contains($0.text) } ?? false
  }

  /// `(R1967)`, the number of an act for the whole Kingdom.
  private static func skipActNumber(_ scanner: inout CitationScanner) {
    _ = scanner.take { scanner in
      scanner.takeSign("(") && scanner.takeWord(["r"]) && scanner.takeDigits(3...4) != nil
        && scanner.takeSign(")") ? true : nil
    }
  }

  /// `, nr. 995`, `-995`, `, nrs. 994 en 995`; for the Eerste Kamer `, B`.
  private static func items(_ scanner: inout CitationScanner) -> [String] {
    scanner.take { scanner in
      let isHyphenated = scanner.next?.text == "-" && scanner.next?.isFirst == false
      scanner.skip([",", "-", ".", ";"])
      let isPlural = CitationScanner.pluralNumberSigns.contains(scanner.next?.text ?? "")
      let hasSign = scanner.takeWord(CitationScanner.numberSigns)
      guard hasSign || isHyphenated else { return nil as [String]? }
      scanner.skip([".", ":"])
      if let letter = scanner.next, letter.form == .letters, letter.text.utf8.count == 1 {
        scanner.at += 1
        return [letter.text]
      }
      let items = scanner.takeNumbers(digits: 5, isPlural: isPlural)
      return items.isEmpty ? nil : items
    } ?? []
  }
}
