import TestSupport
import Testing

@testable import Kamervragen

/// Heads that are composed of their parts in all writings: what was composed is what is read. And
/// heads in which words are lost, doubled and exchanged: no word is lost by reading them.
@Suite struct ComposedHeadTests {
  /// A head and what is in it.
  private struct Composed {
    var text = ""
    var members: [Member] = []
    var addressees: [String] = []
    var subject = ""
    var submitted: CalendarDate?
  }

  private static let names = [
    "Molenaar", "Van Veen", "De Wit-van der Zee", "Van 't Hof", "J.T. van den Brink", "El Amrani",
    "Çelik", "Ter Horst", "Bosma", "Gräper", "De Nerée tot Zand", "Lycklama à Duin", "Kok",
  ]
  private static let parties = [
    "SP", "P.v.d.A.", "D'66", "D66", "GroenLinks", "Groen Links", "RPF/GPV", "Unie 55+", "C.D.A.",
    "Groep Molenaar", "50PLUS",
  ]
  private static let portfolios = [
    "Defensie", "Justitie", "Economische Zaken", "Onderwijs en Wetenschappen",
    "Landbouw, Natuurbeheer en Visserij", "Welzijn, Volksgezondheid en Cultuur",
    "Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer", "Sociale Zaken en Werkgelegenheid",
    "Ruimtevaart en Sterrenkunde", "Zeezaken", "Wonen, Wijken en Integratie",
  ]
  private static let subjects = [
    "de dijk", "een brief aan de minister van Justitie over turf", "het bericht «Alles over zee»",
    "de uitspraak van het lid Kok (SP) inzake de haven", "uitbreiding van spoor (fase 2)",
    "kinderopvang op Texel en Vlieland", "'s Rijks schatkist", "de nota «Zicht op zee»",
  ]

  private func composed(_ random: inout SeededGenerator) -> Composed {
    var head = Composed()
    let isList = Bool.random(using: &random)
    head.text =
      ["Vragen van", "Aanvullende vragen van", "Vraag van", "Vragen", "Vragen gesteld door"]
      .any(&random) + " "
    addMembers(to: &head, isList, &random)
    if Bool.random(using: &random) { addPosts(to: &head, &random) }
    head.subject = Self.subjects.any(&random)
    head.text +=
      [" over ", " inzake ", " betreffende ", ", over ", " inzake: ", " omtrent "]
      .any(&random) + head.subject
    let month = Int.random(in: 0..<12, using: &random)
    let day = CalendarDate(
      year: Int.random(in: 1984...2025, using: &random), month: month + 1,
      day: Int.random(in: 1...28, using: &random))
    if let day, Int.random(in: 0..<5, using: &random) > 0 {
      head.submitted = day
      head.text +=
        [". (Ingezonden ", " (ingezonden ", ".(Ingezonden "].any(&random)
        + "\(day.day) \(DutchDate.months[month]) \(day.year)"
        + [")", ").", "", " )"].any(&random)
    } else {
      head.text += "."
    }
    return head
  }

  private func addMembers(to head: inout Composed, _ isList: Bool, _ random: inout SeededGenerator)
  {
    let shuffled = Self.names.shuffled(using: &random)
    guard isList else {
      let party = Self.parties.any(&random)
      let introduction = ["het lid", "de heer", "mevrouw", "lid", "het Lid"]
        .any(&random)
      head.text += "\(introduction) \(shuffled[0]) (\(party))"
      head.members = [Member(name: shuffled[0], party: party)]
      return
    }
    head.text += ["de leden ", "de heren "].any(&random)
    var groups: [String] = []
    var rest = shuffled[...]
    for _ in 0..<Int.random(in: 2...4, using: &random) {
      let party = Self.parties.any(&random)
      let group = rest.prefix(Int.random(in: 1...3, using: &random))
      rest = rest.dropFirst(group.count)
      head.members += group.map { Member(name: $0, party: party) }
      var text = group.dropLast().joined(separator: ", ")
      text += (group.count > 1 ? " en " : "") + (group.last ?? "")
      switch group.count {
      case 1: text += " (\(party))"
      case 2:
        text +=
          [" (beiden \(party))", " beiden (\(party))", " (beide \(party))", "(beiden \(party))"]
          .any(&random)
      default: text += " (allen \(party))"
      }
      groups.append(text)
    }
    head.text +=
      groups.dropLast().joined(separator: ", ")
      + [" en ", ", en ", " en van het lid "].any(&random) + (groups.last ?? "")
  }

  private func addPosts(to head: inout Composed, _ random: inout SeededGenerator) {
    let shuffled = Self.portfolios.shuffled(using: &random)
    head.text += " aan "
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      head.text += "de minister van \(shuffled[0])"
      head.addressees = ["Minister van \(shuffled[0])"]
    case 1:
      head.text += "de ministers van \(shuffled[0]) en voor \(shuffled[1])"
      head.addressees = ["Minister van \(shuffled[0])", "Minister voor \(shuffled[1])"]
    case 2:
      head.text += "de minister en de staatssecretaris van \(shuffled[0])"
      head.addressees = ["Minister van \(shuffled[0])", "Staatssecretaris van \(shuffled[0])"]
    case 3:
      head.text +=
        "de minister-president, de minister van \(shuffled[0]), alsmede de Staatssecretaris van \(shuffled[1])"
      head.addressees = [
        "Minister-President", "Minister van \(shuffled[0])", "Staatssecretaris van \(shuffled[1])",
      ]
    default:
      head.text +=
        "de staatssecretarissen van \(shuffled[0]), mw. Visser, en van \(shuffled[1]), dhr. De Boer,"
      head.addressees = [
        "Staatssecretaris van \(shuffled[0])", "Staatssecretaris van \(shuffled[1])",
      ]
    }
  }

  @Test("What was composed is what is read", arguments: [1, 2, 3, 4, 5] as [UInt64])
  func composedHeads(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let head = composed(&random)
      let sentence = QuestionSentence(head.text)
      #expect(sentence?.members == head.members, "\(head.text)")
      #expect(sentence?.addressees == head.addressees, "\(head.text)")
      #expect(sentence?.subject == head.subject, "\(head.text)")
      #expect(sentence?.submitted == head.submitted, "\(head.text)")
      #expect(sentence?.unread == [], "\(head.text)")
    }
  }

  /// Words that say what others are, and are in no field: each may be passed over.
  private static let vocabulary: Set<String> = [
    "vragen", "vraag", "aanvullende", "gesteld", "door", "van", "het", "de", "lid", "leden", "heer",
    "heren", "mevrouw", "en", "beiden", "beide", "allen", "aan", "alsmede", "over", "inzake",
    "betreffende", "omtrent", "ingezonden", "minister", "ministers", "staatssecretaris",
    "staatssecretarissen", "president", "voor", "mw", "dhr",
  ]

  /// The letters of a text, in lower case.
  private func letters(_ text: some StringProtocol) -> String {
    String(decoding: text.utf8.filter { Ascii.isLetter($0) }.map(Ascii.lower), as: UTF8.self)
  }

  @Test("No word of a damaged head is lost", arguments: [11, 12, 13, 14, 15] as [UInt64])
  func damagedHeads(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var readable = 0
    for _ in 0..<400 {
      var words = composed(&random).text.split(separator: " ").map(String.init)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 1..<words.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: words.remove(at: place)
        case 1: words.insert(words[place], at: place)
        case 2: words.swapAt(place, Int.random(in: 1..<words.count, using: &random))
        case 3: words[place] = String(words[place].dropFirst())
        default: words[place] = words[place].filter { !"()".contains($0) }
        }
        if words.count < 4 { break }
      }
      let text = words.joined(separator: " ")
      guard let sentence = QuestionSentence(text) else { continue }
      readable += 1
      let fields =
        sentence.members.flatMap { [$0.name, $0.party ?? ""] } + sentence.addressees
        + [sentence.subject ?? ""] + sentence.persons + sentence.unread
      let kept = letters(fields.joined())
      let months = sentence.submitted == nil ? [] : DutchDate.months
      for word in text.split(whereSeparator: { " .,:;()-".contains($0) }) {
        let word = letters(word)
        guard word.utf8.count > 3, !Self.vocabulary.contains(word), !months.contains(word) else {
          continue
        }
        #expect(kept.contains(word), "«\(word)» in «\(text)»")
      }
    }
    #expect(readable > 350)
  }

  @Test("Any text is read or is no head", arguments: [21, 22, 23] as [UInt64])
  func anyText(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "Vragen van ", "de leden ", "(", ")", "[", "beiden ", "aan de ", "minister ", "van ", "en ",
      ", ", "over ", "Ingezonden ", "(Ingezonden ", "(Ontvangen ", "mede namens ", "op vragen van ",
      "4 juni ", "op ", "1991", "é", "’", "¹",
      "Defensie", " ", "commissie ", "mw. ", "zie ook Aanhangsel nr. ", "vergaderjaar ",
      "1990–1991",
    ]
    for _ in 0..<600 {
      let text = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        pieces.any(&random)
      }.joined()
      _ = QuestionSentence(text)
      _ = QuestionSentence(clause: text)
      _ = AnswerSentence("Antwoord van " + text)
      _ = SeeAlso.references(text)
      let head = Squeezed(text)
      #expect(PostsClause(head, from: 0, limit: head.count).at <= head.count)
      let members = MembersClause(head, from: 0, limit: head.count).members
      #expect(members.allSatisfy { !$0.name.isEmpty })
    }
  }
}

extension [String] {
  /// One of the texts.
  fileprivate func any(_ random: inout SeededGenerator) -> String {
    randomElement(using: &random) ?? ""
  }
}
