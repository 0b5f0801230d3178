/// Distinguishes notices (*Mededeling*): the answer will be late, or was given in a letter or
/// another document.
enum NoticeText {
  /// Whether a text only says where the questions have been answered: "Deze vragen zijn beantwoord
  /// bij brief van 3 mei". A text that also mentions a delay or future steps is a notice.
  static func isAnswer(_ text: String) -> Bool {
    let bytes = Array(text.utf8).map(Ascii.lower)
    guard !has(delays, bytes) else { return false }
    return sentences(bytes).contains { tellsAnswer($0) }
  }

  /// Words that mean a delay, anywhere in the text.
  private static let delays = [
    "niet binnen", "niet mogelijk", "niet tijdig", "niet in staat", "nog niet", "kan niet",
    "kunnen niet", "uitstel", "spoedig", "zo snel mogelijk", "zodra", "zal ik", "zullen", "streef",
    "meer tijd", "extra tijd", "enige tijd", "voorbereiding", "alsnog", "nader bericht",
  ]

  /// Words in sentences that do not report a given answer.
  private static let openings = [
    " zal ", " kan ", " kunnen ", " niet ", " nog ", " wordt ", " verwacht", " verzoek",
  ]

  /// Names of a minister's letter or of a numbered document.
  private static let documents = [
    " mijn brief", " onze brief", " de brief", " bij brief", " per brief", " een brief",
    "aparte brief", "afzonderlijke brief", "bijgaande brief", "bijgevoegde brief", "kamerstuk",
  ]

  /// Words that say where an answer is.
  private static let places = [
    "treft u", "vindt u", "opgenomen", "vervat", "gegeven", "verwoord", "toegezonden", "aangeboden",
    "verzonden", "gestuurd", "toegegaan",
  ]

  private static func tellsAnswer(_ sentence: [UInt8]) -> Bool {
    if isAnsweredIn(sentence) { return true }
    guard !has(openings, sentence), names(documents, sentence) else { return false }
    let answered = Ascii.find("beantwoord", in: sentence).map { place in
      let end = place + "beantwoord".utf8.count
      return end == sentence.count || !Ascii.isWordByte(sentence[end])
    }
    if answered == true,
      has([" heb ", " hebben ", " heeft ", " is ", " zijn ", " werden "], sentence)
    {
      return true
    }
    guard Ascii.find("antwoord", in: sentence) != nil else { return false }
    if has([" verwijs", " verwezen "], sentence) { return true }
    // The minister did not send "de mij bij brief toegezonden vragen".
    return has(places, sentence) && !has([" mij "], sentence)
  }

  /// "beantwoord bij brief van", "beantwoord in mijn brief", "beantwoord in Kamerstuk".
  private static func isAnsweredIn(_ sentence: [UInt8]) -> Bool {
    guard !has([" zal ", " zullen "], sentence) else { return false }
    var start = 0
    while let place = Ascii.find("beantwoord ", in: sentence, from: start) {
      start = place + "beantwoord ".utf8.count
      let rest = Array(sentence[(start - 1)...].prefix(48))
      let isPlace = ["in ", "bij ", "met ", "per ", "via ", "door middel van "].contains {
        Ascii.hasPrefix(rest, at: 1, $0)
      }
      if isPlace, names(documents, rest) { return true }
    }
    return false
  }

  /// Whether a sentence names one of these, other than the letter to the minister.
  private static func names(_ documents: [String], _ sentence: [UInt8]) -> Bool {
    documents.contains { name in
      var start = 0
      while let place = Ascii.find(name, in: sentence, from: start) {
        start = place + name.utf8.count
        let isChamber =
          Ascii.hasPrefix(sentence, at: start, " van de griffier")
          || Ascii.hasPrefix(sentence, at: start, ", waarbij")
        if !isChamber { return true }
      }
      return false
    }
  }

  private static func has(_ words: [String], _ bytes: [UInt8]) -> Bool {
    words.contains { Ascii.find($0, in: bytes) != nil }
  }

  /// The sentences, each with a space on both sides. A full stop after a short word ("nr.", "jl.")
  /// does not end one.
  private static func sentences(_ bytes: [UInt8]) -> [[UInt8]] {
    var sentences: [[UInt8]] = [[Ascii.space]]
    var word = 0
    for (index, byte) in bytes.enumerated() {
      let isEnd =
        byte == Ascii.dot && word > 3 && index + 1 < bytes.count
        && (bytes[index + 1] == Ascii.space || bytes[index + 1] == 0x0A)
      word = Ascii.isWordByte(byte) ? word + 1 : 0
      sentences[sentences.count - 1].append(isEnd || byte < Ascii.space ? Ascii.space : byte)
      if isEnd { sentences.append([Ascii.space]) }
    }
    sentences[sentences.count - 1].append(Ascii.space)
    return sentences
  }
}

extension QuestionSet {
  /// Makes a notice an answer if it only says where the answer was given.
  mutating func settleNotice() {
    guard kind == .delay else { return }
    let title = "\(SectionTitle.Kind.notice.rawValue): "
    let notices = remarks.filter { $0.hasPrefix(title) }
    if !notices.isEmpty {
      if notices.allSatisfy({ NoticeText.isAnswer($0) }) { kind = .answered }
    } else if passages.count == 1, passages[0].questions.isEmpty, passages[0].answerText == nil,
      NoticeText.isAnswer(passages[0].questionText)
    {
      kind = .answered
      passages[0].answerText = passages[0].questionText
      passages[0].questionText = ""
    }
  }
}
