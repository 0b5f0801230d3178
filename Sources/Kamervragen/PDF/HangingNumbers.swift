/// Separates hanging question numbers from their text. `pdftohtml` joins them into one run if there
/// is little space between them ("1 en 2 De regering …").
enum HangingNumbers {
  /// The pages with hanging numbers as separate runs, if they begin with 1 and the document has no
  /// numbered headings.
  static func apart(_ pages: [PrintedPage], bodySize: Double) -> [PrintedPage] {
    let isBody = { (run: TextRun) in abs(run.size - bodySize) < bodySize * 0.15 }
    var weights: [Int: Double] = [:]
    for run in pages.lazy.flatMap(\.runs) where isBody(run) && number(of: run) == nil {
      if let heading = Heading(run.text.trimmed), !heading.numbers.isEmpty { return pages }
      weights[Int(run.left / 2), default: 0] += run.width
    }
    guard let most = weights.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) else {
      return pages
    }
    let left = Double(most.key) * 2
    let hangs = { (run: TextRun) in
      isBody(run) && run.left < left - bodySize * 0.5
    }
    let first = pages.lazy.flatMap(\.runs).filter(hangs).compactMap { number(of: $0) }.first
    guard first?.numbers.first == 1 else { return pages }
    return pages.map { page in
      var page = page
      page.runs = page.runs.flatMap { run in
        guard hangs(run), run.right > left, let text = number(of: run)?.text else { return [run] }
        return split(run, text, at: left)
      }
      return page
    }
  }

  /// The numbers at the start of a run, and the text after them; nil if there are none.
  private static func number(of run: TextRun) -> (numbers: [Int], text: String)? {
    let line = run.text.trimmed
    guard line.utf8.first.map(Ascii.isDigit) == true else { return nil }
    var scanner = TextScanner(bytes: Array(line.utf8.prefix(200)), at: 0)
    let list = NumberList(&scanner)
    if scanner.take(".") || scanner.take(")") {}
    guard !list.numbers.isEmpty, scanner.isAtEnd || scanner.peek() == Ascii.space,
      let numbers = QuestionNumber.alone(scanner.text(0, scanner.at))
    else { return nil }
    return (numbers, String(Substring(line.utf8.dropFirst(scanner.at))).trimmed)
  }

  private static func split(_ run: TextRun, _ text: String, at left: Double) -> [TextRun] {
    let line = run.text.trimmed
    var number = run
    number.text = String(Substring(line.utf8.dropLast(text.utf8.count))).trimmed
    number.width = min(
      left - run.left, run.width * Double(number.text.utf8.count) / Double(line.utf8.count))
    guard !text.isEmpty else { return [number] }
    var rest = run
    rest.text = text
    rest.left = left
    rest.width = run.right - left
    return [number, rest]
  }
}
