/// Reads plain text and Markdown.
enum TextReader {
  /// A set, and an account of the rest of the text.
  struct Reading {
    var set: QuestionSet
    var account: Account
  }

  /// The parts of the input that are not in the set's texts.
  struct Account: Hashable {
    /// All clean lines of the input.
    var input: [String] = []
    /// Page furniture and rules.
    var furniture: [String] = []
    /// Headings of questions, answers and remarks.
    var headings: [String] = []
    /// The header lines whose content is in the set's fields.
    var header: [String] = []
  }

  /// Reads a document; throws `ReadError` if it is empty or not a set.
  static func read(_ bytes: [UInt8], name: String) throws(ReadError) -> Reading {
    var raw = try SourceText.lines(bytes)
    guard raw.contains(where: { !$0.text.isEmpty }) else { throw .empty }
    let isMarkdown = isMarkdown(raw, name)
    if isMarkdown {
      for index in raw.indices { raw[index].text = Markdown.plain(raw[index].text) }
    }
    let unfolded = Unfolding.unfold(raw)
    let clean = CleanText(unfolded.lines)
    var openings = Openings(clean.lines)
    if unfolded.isUnfolded { openings.lines = NoteUnfolding.unfold(openings.lines) }
    let (notes, noteless) = NoteFinder.extract(
      openings.lines, answerPage: openings.answerPage)
    openings.lines = MarkRaiser.raise(notes, in: noteless)
    let document = DocumentText(
      form: isMarkdown ? .markdown : .text, body: .lines(openings, printed: raw),
      notes: .numbered(notes), facts: clean.facts)
    var account = Account(input: raw.map(\.text), furniture: clean.furniture)
    let assembly = try SetAssembly(document, name: name)
    account.headings = assembly.headings
    account.header = assembly.header.understood
    var set = assembly.set
    GluedWords.mend(&set)
    return Reading(set: set, account: account)
  }

  private static func isMarkdown(_ lines: [RawLine], _ name: String) -> Bool {
    name.hasSuffix(".md") || name.hasSuffix(".markdown") || Markdown.isLikely(lines)
  }
}
