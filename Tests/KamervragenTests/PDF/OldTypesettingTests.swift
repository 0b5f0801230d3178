import Testing

@testable import Kamervragen

/// The sheet of 1995–2009 in the typesettings that it had.
@Suite("PDF of 1995–2009") struct OldTypesettingTests {
  /// One set in any typesetting: where the numbers, the notes and the second column stand.
  struct Typesetting: Sendable, CustomTestStringConvertible {
    enum Numbers { case own, hanging, beside }
    enum Notes { case foot, margin, half }

    let numbers: Numbers
    let notes: Notes
    var isRaised = true
    var columns = 1

    var testDescription: String { "\(numbers), \(notes), \(isRaised), \(columns)" }

    static let all = [
      Typesetting(numbers: .own, notes: .foot), Typesetting(numbers: .own, notes: .margin),
      Typesetting(numbers: .own, notes: .half, isRaised: false),
      Typesetting(numbers: .hanging, notes: .half),
      Typesetting(numbers: .hanging, notes: .foot, isRaised: false),
      Typesetting(numbers: .beside, notes: .margin, isRaised: false),
      Typesetting(numbers: .beside, notes: .half),
      Typesetting(numbers: .own, notes: .half, columns: 2),
    ]
  }

  @Test("Numbers, notes and columns are read wherever they stand", arguments: Typesetting.all)
  func set(_ typesetting: Typesetting) throws {
    let set = try SourceReader.read(OldSheet(typesetting).pdf.bytes, name: "oud.pdf")
    #expect(set.identifier == "ah-tk-20012002-914")
    #expect(set.members == [Member(name: "Verbeeten", party: "LL")])
    #expect(set.submitted?.description == "2002-02-04")
    #expect(set.received?.description == "2002-03-01")
    #expect(
      set.respondents == [Respondent(role: "Minister", name: "De Wael", portfolio: "Defensie")])
    #expect(
      set.passages == [
        Passage(
          questions: [1], questionText: "Kent u de berichten over de kade van de marinehaven?¹",
          answerText: "Ja.",
          footnotes: [
            Footnote(mark: "1", text: "De Oeverkoerier, 1 februari 2002, «Kade zakt weg».")
          ]),
        Passage(
          questions: [2],
          questionText:
            "Hoeveel schepen moesten sinds het voorjaar van 1999 uitwijken naar een andere haven?",
          answerText:
            "Zeven schepen zijn uitgeweken. De kosten daarvan worden niet apart bijgehouden, omdat de haven geen eigen begroting heeft."
        ),
        Passage(
          questions: [3, 4],
          questionText:
            "Bent u bereid de kade te herstellen?\n\nZo ja, wanneer begint het werk, en wie betaalt het?",
          answerText:
            "Het herstel is in voorbereiding. Het begint dit jaar en kost 3 miljoen euro.²",
          footnotes: [Footnote(mark: "2", text: "Begroting 2002, artikel 12.")]),
      ])
    #expect(set.remarks == [])
    #expect(set.warnings == [])
  }
}

/// A set of our own, set in a typesetting.
private struct OldSheet {
  private(set) var pdf = TinyPDF()
  private let typesetting: OldTypesettingTests.Typesetting
  private let left = 160.0
  private let size = 9.5
  private var x = 160.0
  private var y = 130.0
  private var pending: [(mark: String, lines: [String])] = []

  private static let questions: [(number: String, lines: [String])] = [
    ("1", ["Kent u de berichten over de kade van de marinehaven?^1"]),
    (
      "2",
      ["Hoeveel schepen moesten sinds het voorjaar van", "1999 uitwijken naar een andere haven?"]
    ), ("3", ["Bent u bereid de kade te herstellen?"]),
    ("4", ["Zo ja, wanneer begint het werk, en wie betaalt het?"]),
  ]
  private static let answers: [(number: String, lines: [String])] = [
    ("1", ["Ja."]),
    (
      "2",
      [
        "Zeven schepen zijn uitgeweken. De kosten daarvan wor-",
        "den niet apart bijgehouden, omdat de haven geen eigen", "begroting heeft.",
      ]
    ),
    (
      "3 en 4",
      ["Het herstel is in voorbereiding. Het begint dit jaar en", "kost 3 miljoen euro.^2"]
    ),
  ]

  init(_ typesetting: OldTypesettingTests.Typesetting) {
    self.typesetting = typesetting
    pdf.beginPage()
    pdf.put("Tweede Kamer der Staten-Generaal", x: left, y: 50, size: 12, face: .bold)
    pdf.put("2", x: 520, y: 56, size: 34, face: .bold)
    pdf.put("Vergaderjaar 2001–2002", x: left, y: 66, size: 9)
    pdf.put("Aanhangsel van de Handelingen", x: 380, y: 66, size: 9)
    pdf.put(
      "Vragen gesteld door de leden der Kamer, met de daarop door de regering", x: left, y: 84,
      size: 11, face: .bold)
    pdf.put("gegeven antwoorden", x: left, y: 97, size: 11, face: .bold)
    pdf.put("914", x: left, y: 116, size: 12, face: .bold)
    if typesetting.columns == 2 { x = 60 }
    write([
      "Vragen van het lid Verbeeten (LL) aan de minister van",
      "Defensie over de marinehaven. (Ingezonden 4 februari", "2002)", "",
    ])
    part(Self.questions, ["De Oeverkoerier, 1 februari", "2002, «Kade zakt weg»."], mark: "1")
    write([
      "", "Antwoord", "", "Antwoord van minister De Wael (Defensie). (Ontvangen", "1 maart 2002)",
      "",
    ])
    part(Self.answers, ["Begroting 2002, artikel 12."], mark: "2")
    pdf.put("ISSN 0921 - 7398", x: 50, y: 790, size: 6.5)
    pdf.put("’s-Gravenhage 2002", x: 50, y: 798, size: 6.5)
    pdf.put("Tweede Kamer, vergaderjaar 2001–2002, Aanhangsel", x: left, y: 800, size: 7.5)
    pdf.put("1", x: 530, y: 800, size: 7.5)
    var foot = 740.0
    for note in pending {
      foot = write(
        note.lines, mark: note.mark, x: typesetting.notes == .margin ? 50 : left, y: foot)
    }
  }

  private mutating func part(
    _ items: [(number: String, lines: [String])], _ note: [String], mark: String
  ) {
    for item in items {
      switch typesetting.numbers {
      case .own: write([item.number])
      case .hanging:
        pdf.put(
          item.number, x: x - 3 - TinyPDF.width(of: item.number, size: size, face: .regular), y: y,
          size: size)
      case .beside: pdf.put(item.number, x: x - 50, y: y, size: size, face: .bold)
      }
      write(item.lines + [""])
    }
    guard typesetting.notes == .half else {
      pending.append((mark, note))
      return
    }
    y = write(note, mark: mark, x: x, y: y)
  }

  private mutating func write(_ lines: [String]) {
    for line in lines {
      if typesetting.columns == 2, x < left, line == "Antwoord" {
        // The answers stand in the second column, which ends early.
        x = 320
        y = 130
      }
      var end = x
      for (index, piece) in line.split(separator: "^", omittingEmptySubsequences: false)
        .enumerated()
      {
        guard index > 0 else {
          end = pdf.put(String(piece), x: end, y: y, size: size)
          continue
        }
        if typesetting.isRaised {
          pdf.put(String(piece), x: end, y: y - 3, size: size * 0.65)
        } else {
          pdf.put(String(piece), x: end + 3, y: y, size: size)
        }
      }
      y += line.isEmpty ? 6 : 11.5
    }
  }

  /// Writes a note; gives back where the next one begins.
  private mutating func write(_ lines: [String], mark: String, x: Double, y: Double) -> Double {
    var y = y
    for (index, line) in lines.enumerated() {
      if index == 0 {
        pdf.put(
          mark, x: x, y: typesetting.isRaised ? y - 2 : y, size: typesetting.isRaised ? 5 : 7)
      }
      pdf.put(line, x: x + 7, y: y, size: 7)
      y += 8.2
    }
    return y
  }
}
