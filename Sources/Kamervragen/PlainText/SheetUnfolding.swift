/// Restores the lines of a sheet printed until 2009 that text extraction put on one line: "…
/// (Ingezonden 3 mei 1999) 1 Kent u …? 2 Waarom …? Antwoord Antwoord van minister … (Ontvangen 1
/// juni 1999) 1 Ja. 2 Omdat …".
///
/// A number heads a question or an answer if it is due, a sentence ends before it and one begins
/// after it.
struct SheetUnfolding {
  private let bytes: [UInt8]
  private var cuts: Set<Int> = []

  /// The lines of a document on one line; nil if it is not such a sheet.
  static func lines(_ text: String) -> [RawLine]? {
    var unfolding = SheetUnfolding(bytes: Array(text.utf8))
    guard unfolding.divide() else { return nil }
    return unfolding.lines
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var lines: [RawLine] {
    let places = [0] + cuts.sorted() + [bytes.count]
    return zip(places, places.dropFirst()).compactMap { from, to in
      let line = String(decoding: bytes[from..<to], as: UTF8.self).trimmed
      return line.isEmpty ? nil : [RawLine(text: ""), RawLine(text: line)]
    }.flatMap { $0 }
  }

  /// Finds the places where lines begin.
  private mutating func divide() -> Bool {
    guard let asked = questionSentence() else { return false }
    let answer = GluedSentence(bytes, from: asked.upperBound)
    divideTitles(before: asked.lowerBound)
    cuts.formUnion([asked.lowerBound, asked.upperBound])
    let furniture = furniture(from: asked.upperBound)
    if let answer {
      let sentence = answer.sentence
      cuts.formUnion([answer.start, sentence.lowerBound, sentence.upperBound])
      return divide(
        questions: asked.upperBound..<answer.start, answers: sentence.upperBound..<bytes.count,
        furniture)
    } else {
      let questions = Self.heads(candidates(in: asked.upperBound..<bytes.count, furniture), of: nil)
      guard !questions.isEmpty else { return false }
      cut(questions)
    }
    return true
  }

  /// Finds the numbers of the questions and of the answers, which must correspond.
  private mutating func divide(
    questions: Range<Int>, answers: Range<Int>, _ furniture: [Range<Int>]
  ) -> Bool {
    let questions = candidates(in: questions, furniture)
    let places = candidates(in: answers, furniture)
    var asking = Self.heads(questions, of: nil)
    var answering = Self.heads(places, of: nil)
    let asked = asking.last?.numbers.last ?? 0
    let answered = answering.last?.numbers.last ?? 0
    if asked > answered {
      // An answer may end without a full stop: "Ja". Numbers beyond the answered ones may be notes.
      let all = Self.heads(places, of: asked)
      if all.last?.numbers.last == asked { answering = all }
    }
    if let count = answering.last?.numbers.last {
      asking = Self.heads(questions, of: count)
      answering = Self.heads(places, of: asking.last?.numbers.last ?? 0)
    }
    cut(asking)
    cut(answering)
    divideExplanation(from: answering.last?.range.upperBound ?? answers.lowerBound)
    return !asking.isEmpty || !answering.isEmpty
  }

  /// Finds the explanation after the last answer.
  private mutating func divideExplanation(from start: Int) {
    var index = start
    var tries = 0
    while let found = Ascii.find("de", in: bytes, from: index), tries < Self.maximumTries {
      index = found + 2
      guard bytes[found] == UInt8(ascii: "D"), found > start, bytes[found - 1] == Ascii.space,
        LineEnd.closesSentence(Array(bytes[..<(found - 1)].suffix(40)))
      else { continue }
      tries += 1
      if SectionTitle(String(decoding: bytes[found...].prefix(120), as: UTF8.self)) != nil {
        cuts.insert(found)
        return
      }
    }
  }

  // MARK: Sentences

  /// The sentence of the question: from "Vragen van" to the day on which it was submitted.
  private func questionSentence() -> Range<Int>? {
    guard let asked = Ascii.find("ingezonden", in: bytes), asked < Self.maximumHeader,
      let end = GluedSentence.dateEnd(bytes, asked)
    else { return nil }
    let head = Array(bytes[..<asked])
    var start: Int?
    var index = 0
    while let found = Ascii.find("vra", in: head, from: index) {
      index = found + 3
      guard bytes[found] == UInt8(ascii: "V"), found == 0 || bytes[found - 1] == Ascii.space,
        QuestionSentence.opens(bytes[found..<asked])
      else { continue }
      var scanner = TextScanner(bytes: bytes, at: found)
      if !PageFurniture.takeTitle(&scanner) { start = start ?? found }
    }
    return start.map { $0..<end }
  }

  /// The longest header, in bytes.
  private static let maximumHeader = 6_000
  /// The maximum number of places tried as the beginning of the explanation.
  private static let maximumTries = 100

  // MARK: Furniture

  /// Divides the text before the sentences: titles, years, the number.
  private mutating func divideTitles(before end: Int) {
    var scanner = TextScanner(bytes: bytes, at: 0)
    while scanner.at < end {
      let begin = scanner.at
      if PageFurniture.take(&scanner) {
        cuts.formUnion([begin, scanner.at])
      } else if scanner.takeNumber(digits: 10) != nil, scanner.peek() == Ascii.space {
        cuts.formUnion([begin, scanner.at])
      } else {
        while scanner.at < end, scanner.bytes[scanner.at] != Ascii.space { scanner.at += 1 }
      }
      scanner.skipSpaces()
    }
  }

  /// Finds page furniture in the text and puts it on lines of its own.
  private mutating func furniture(from start: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = start
    while let place = PageFurniture.place(in: bytes, from: index) {
      var end = min(bytes.count, place + 400)
      let head = String(decoding: bytes[place..<end], as: UTF8.self)
      if let stripped = PageFurniture.strip(head) {
        end = place + head.utf8.count - stripped.rest.utf8.count
      }
      found.append(place..<end)
      cuts.formUnion([place, end])
      index = max(end, place + 1)
    }
    return found
  }

  // MARK: Numbers

  /// The numbers that head a question or an answer.
  private struct Head {
    let numbers: [Int]
    let range: Range<Int>
  }

  private mutating func cut(_ heads: [Head]) {
    for head in heads { cuts.formUnion([head.range.lowerBound, head.range.upperBound]) }
  }

  /// Chooses the numbers that head questions or answers: the next number due, again and again.
  ///
  /// - Parameters:
  ///   - candidates: the candidates in a part of the text.
  ///   - count: the highest number, if known. No higher number is then chosen, and doubtful
  ///     candidates may fill gaps.
  /// - Returns: the chosen numbers, in order.
  private static func heads(_ candidates: [Candidate], of count: Int?) -> [Head] {
    let most = count ?? Heading.maximumNumber
    // The candidates that begin with each number, in order.
    var sure: [Int: [Int]] = [:]
    var all: [Int: [Int]] = [:]
    for (index, candidate) in candidates.enumerated() {
      guard let first = candidate.head.numbers.first, candidate.head.numbers.last ?? 0 <= most
      else {
        continue
      }
      all[first, default: []].append(index)
      if candidate.isSure { sure[first, default: []].append(index) }
    }
    var heads: [Head] = []
    var due = 1
    var next = 0
    while due <= most {
      let found =
        sure[due]?.first { $0 >= next } ?? (count == nil ? nil : all[due]?.first { $0 >= next })
      guard let found, let last = candidates[found].head.numbers.last else { break }
      heads.append(candidates[found].head)
      due = last + 1
      next = found + 1
    }
    return heads
  }

  /// The maximum number of note marks before the numbers in what looks like one list.
  private static let maximumMarks = 4

  private struct Candidate {
    let head: Head
    /// Whether both hold: a sentence ends before it and one begins after it.
    let isSure: Bool
  }

  /// The numbers that can head a text: a sentence ends before them or begins after them.
  private func candidates(in part: Range<Int>, _ furniture: [Range<Int>]) -> [Candidate] {
    var found: [Candidate] = []
    var page = furniture[...]
    var listEnd = part.lowerBound
    var inList = 0
    var index = part.lowerBound
    while index < part.upperBound {
      while let first = page.first, first.upperBound <= index { page.removeFirst() }
      if let first = page.first, first.contains(index) {
        index = first.upperBound
        continue
      }
      guard Ascii.isDigit(bytes[index]), index == part.lowerBound || bytes[index - 1] == Ascii.space
      else {
        index += 1
        continue
      }
      var scanner = TextScanner(bytes: bytes, at: index)
      let list = NumberList(&scanner)
      if list.numbers.isEmpty { scanner.at = index + 1 }
      let end = scanner.at
      scanner.skip(".)")
      let isRising = zip(list.numbers, list.numbers.dropFirst()).allSatisfy { $0 < $1 }
      if !list.numbers.isEmpty, !list.isOpen, isRising, scanner.peek() == Ascii.space {
        let begins = beginsSentence(scanner)
        let before = bytes[part.lowerBound..<index].suffix(40)
        let text = Array(before.last == Ascii.space ? before.dropLast() : before)
        let isBehindSentence = text.isEmpty || LineEnd.closesSentence(text)
        if begins || isBehindSentence {
          found.append(
            Candidate(
              head: Head(numbers: list.numbers, range: index..<scanner.at),
              isSure: begins && isBehindSentence))
        }
      }
      // A list may begin with marks: "? 1 2 Waarom".
      inList = index < listEnd ? inList + 1 : 0
      listEnd = max(end, index + 1)
      index = list.numbers.count > 1 && inList < Self.maximumMarks ? index + 1 : listEnd
      while index < part.upperBound, Ascii.isDigit(bytes[index]) { index += 1 }
    }
    return found
  }

  private func beginsSentence(_ scanner: TextScanner) -> Bool {
    var scanner = scanner
    scanner.skipSpaces()
    guard let first = scanner.peek() else { return false }
    return Ascii.isUpper(first) || first >= 0xC2 || "\"'(".utf8.contains(first)
  }
}
