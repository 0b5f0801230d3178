internal import Glibc

/// Reads PDF by the places and sizes of its text, as reported by poppler's `pdftohtml`.
enum PDFReader {
  /// A set, and the rest of the text.
  struct Reading {
    var set: QuestionSet
    /// The lines outside the text: titles, feet, margins.
    var furniture: [String]
  }

  /// The program that converts standard input to XML on standard output, without pictures and with
  /// exact places.
  static func converter(in group: ChildProgram.Group) -> BoundedProcess {
    BoundedProcess(
      program: ChildProgram(
        program: "pdftohtml",
        arguments: ["-xml", "-i", "-stdout", "-noroundcoord", "-enc", "UTF-8", "/dev/stdin"],
        group: group))
  }

  /// Reads a document. Throws `ReadError` if it cannot be converted or is not a set.
  static func read(
    _ bytes: [UInt8], name: String, converterGroup: ChildProgram.Group = .own
  ) throws(ReadError) -> Reading {
    let output = try convert(bytes, with: converter(in: converterGroup))
    return try read(pages: PrintedPages.read(output), name: name)
  }

  /// Converts a file to the XML of `pdftohtml`.
  static func convert(_ bytes: [UInt8], with converter: BoundedProcess) throws(ReadError) -> [UInt8]
  {
    let output: BoundedProcess.Output
    do {
      output = try converter.run(on: bytes)
    } catch {
      throw refusal(error, converter)
    }
    let messages = String(decoding: output.messages, as: UTF8.self)
    guard output.exitCode == 0, !output.bytes.isEmpty else {
      throw .damaged(form: .pdf, reason: reason(messages))
    }
    return output.bytes
  }

  private static func refusal(
    _ failure: ProcessFailure, _ converter: BoundedProcess
  ) -> ReadError {
    let program = converter.program.program
    return switch failure {
    case .missing:
      .unavailable(
        form: .pdf,
        reason: "het programma \(program) ontbreekt; installeer het pakket poppler-utils")
    case .notStarted(let number):
      .shortage(reason: "het programma \(program) start niet: \(String(cString: strerror(number)))")
    case .tooSlow:
      .shortage(
        reason:
          "het programma \(program) is na \(converter.limits.wallTime.components.seconds) seconden nog niet klaar"
      )
    case .killed(let signal) where ReadError.isShortage(signal: signal):
      .shortage(reason: "het programma \(program) is van buiten gestopt (signaal \(signal))")
    case .tooMuchTime:
      .tooCostly(
        reason:
          "het uitlezen kost meer dan \(converter.limits.processorSeconds) seconden rekentijd")
    case .tooMuchOutput:
      .tooCostly(reason: "het bevat meer dan \(converter.limits.output) bytes aan tekst")
    case .killed(let signal):
      .damaged(form: .pdf, reason: "\(program) brak het uitlezen af (signaal \(signal))")
    }
  }

  private static func reason(_ messages: String) -> String {
    if messages.contains("Incorrect password") {
      return "het is versleuteld en heeft een wachtwoord nodig"
    }
    if messages.contains("Out of memory") || messages.contains("bad_alloc") {
      return "het uitlezen vraagt te veel geheugen"
    }
    if messages.contains("is not allowed") {
      return "het staat niet toe dat de tekst wordt overgenomen"
    }
    let first = messages.split(separator: "\n").first.map { ": " + $0.prefix(120) } ?? ""
    return "het is beschadigd of afgebroken\(first)"
  }

  /// Reads a set from pages.
  static func read(pages: [PrintedPage], name: String) throws(ReadError) -> Reading {
    guard let size = Typography.bodySize(pages) else {
      throw .damaged(form: .pdf, reason: "er staat geen tekst in; misschien is het een scan")
    }
    let pages = HangingNumbers.apart(PageColumns.apart(pages, bodySize: size), bodySize: size)
    var typography = Typography(pages, bodySize: size)
    var lines: [[PrintedLine]] = []
    var margins: [[PrintedLine]] = []
    for (number, (page, column)) in zip(pages, typography.columns).enumerated() {
      let inside = { (run: TextRun) in
        run.right > column.lowerBound && run.left < column.upperBound
      }
      lines.append(LineBuilder.lines(page.runs.filter(inside), page: number))
      margins.append(LineBuilder.lines(page.runs.filter { !inside($0) }, page: number))
    }
    typography.learnPitch(from: lines)
    let joiner = LineJoiner(lines.joined())
    let parts = PageParts(lines, margins: margins, typography, joiner)
    let text = PrintedParagraphs(parts.text, typography, joiner).paragraphs
    let raw = lines.joined().map { RawLine(text: $0.text) }
    let set = try SetAssembly(document(text, parts, printed: raw), name: name).set
    return Reading(set: set, furniture: parts.furniture)
  }

  /// The document for assembly. If the typesetting shows no notes, they may be a list in the text,
  /// as from a word processor.
  private static func document(
    _ text: [SourceLine], _ parts: PageParts, printed: [RawLine]
  ) -> DocumentText {
    var openings = Openings(text)
    var notes = parts.notes
    if notes.isEmpty {
      (notes, openings.lines) = NoteFinder.extract(
        openings.lines, answerPage: openings.answerPage)
    }
    openings.lines = MarkRaiser.raise(notes, in: openings.lines)
    let furniture = CleanText(parts.furniture.map { RawLine(text: $0) })
    var facts = furniture.facts
    facts.letterDate = CoveringLetter.date(in: furniture.lines)
    return DocumentText(
      form: .pdf, body: .lines(openings, printed: printed), notes: .numbered(notes), facts: facts)
  }
}
