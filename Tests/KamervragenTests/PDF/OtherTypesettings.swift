@testable import Kamervragen

/// PDFs that are not in the look of the Kamer: what a word processor prints, two columns as in
/// older years.
enum OtherTypesettings {
  /// A letter of a ministry with its annex: type of nine points, a margin with small words on the
  /// right, a head and a page number on every page, notes with raised numbers.
  static var letter: TinyPDF {
    var pdf = TinyPDF()
    let lines = [
      "Geachte voorzitter,", "",
      "In antwoord op uw brief van 5 november 2024, nr. 2024Z99034, deel ik u mede dat de",
      "vragen van het lid Verbeeten (Landelijke Lijst) over de sluis van Rijnwaard worden",
      "beantwoord zoals aangegeven in de bijlage van deze brief.", "",
      "De Minister van Infrastructuur en Waterstaat,", "", "J. Oosterling",
    ]
    let annex = [
      "Antwoorden van de minister van Infrastructuur en Waterstaat op Kamervragen van het",
      "lid Verbeeten (Landelijke Lijst) over de sluis van Rijnwaard (ingezonden 5 november",
      "2024, nr. 2024Z99034)", "", "Vraag 1",
      "Kent u de berichten over de sluis van Rijnwaard, waar schippers volgens de Oever-",
      "koerier uren moeten wachten?^1", "", "Antwoord op vraag 1", "Ja.", "", "Vraag 2",
      "Hoeveel schepen hebben in 2023 langer dan een uur gewacht? Kunt u dat uitsplitsen",
      "naar beroeps- en pleziervaart?", "", "Antwoord op vraag 2",
      "In 2023 hebben 412 schepen langer dan een uur gewacht.^2 De uitsplitsing is bij",
    ]
    let last = [
      "Rijkswaterstaat niet bekend. De sluismeester noteert alleen de lengte van het schip.", "",
      "Bij de sluis geldt een regeling voor spoedvervoer.",
    ]
    page(&pdf, lines, number: 1, notes: [])
    page(
      &pdf, annex, number: 2,
      notes: [
        "1 De Oeverkoerier, 2 november 2024, «Uren wachten voor de sluis».",
        "2 Jaarverslag Rijkswaterstaat 2023, bladzijde 14; de cijfers over de sluis van Rijnwaard staan",
        "  in de bijlage daarvan.",
      ])
    page(&pdf, last, number: 3, notes: [])
    return pdf
  }

  private static func page(_ pdf: inout TinyPDF, _ lines: [String], number: Int, notes: [String]) {
    pdf.beginPage()
    pdf.put("Directie Vaarwegen", x: 79, y: 50, size: 7)
    var y = 100.0
    for line in lines {
      put(&pdf, line, x: 79, y: y, size: 9)
      y += 12.5
    }
    pdf.put("Ons kenmerk", x: 470, y: 120, size: 6.5, face: .bold)
    pdf.put("IENW-\(number)-2024", x: 470, y: 130, size: 6.5)
    y = 760 - Double(notes.count) * 9
    for note in notes {
      if let space = note.firstIndex(of: " "), space > note.startIndex {
        pdf.put(String(note[..<space]), x: 79, y: y - 2, size: 4.5)
        pdf.put(String(note[space...].dropFirst()), x: 84, y: y, size: 7)
      } else {
        pdf.put(note.trimmed, x: 79, y: y, size: 7)
      }
      y += 9
    }
    pdf.put("Pagina \(number) van 3", x: 400, y: 800, size: 6.5)
  }

  private static func put(
    _ pdf: inout TinyPDF, _ line: String, x: Double, y: Double, size: Double
  ) {
    var x = x
    for (index, piece) in line.split(separator: "^", omittingEmptySubsequences: false).enumerated()
    {
      let mark = index > 0 ? String(piece.prefix { $0.isNumber }) : ""
      if !mark.isEmpty { x = pdf.put(mark, x: x, y: y - 3, size: size * 0.66) }
      x = pdf.put(String(piece.dropFirst(mark.count)), x: x, y: y, size: size)
    }
  }

  /// A set in two columns, as the Aanhangsel was printed in older years.
  static var columns: TinyPDF {
    var pdf = TinyPDF()
    pdf.beginPage()
    pdf.put("Tweede Kamer der Staten-Generaal", x: 60, y: 60, size: 16, face: .bold)
    pdf.put("Aanhangsel van de Handelingen", x: 60, y: 80, size: 11, face: .bold)
    pdf.put(
      "Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden",
      x: 60, y: 96, size: 10, face: .bold)
    let left = [
      "9035", "Vragen van het lid Verbeeten (LL) aan de Minister",
      "van Defensie over de marinehaven. (Ingezonden",
      "5 november 2004)", "", "Antwoord van Minister De Wael (Defensie).",
      "(Ontvangen 28 november 2004)", "", "Vraag 1",
      "Kent u de berichten over de marinehaven, waar de",
      "kade al jaren verzakt en schepen niet meer kunnen", "aanleggen?", "", "Vraag 2",
      "Hoeveel schepen moesten in de afgelopen drie jaar",
      "uitwijken naar een andere haven, en wat heeft dat",
      "de marine gekost? Kunt u dat per jaar aangeven?", "", "Vraag 3",
      "Bent u bereid de kade te herstellen voordat de win-",
    ]
    let right = [
      "ter begint en de stormen de schade groter maken?", "", "Antwoord 1",
      "Ja. De berichten zijn mij bekend, en de marine kent", "de toestand van de kade.", "",
      "Antwoord 2",
      "In drie jaar zijn er zeven schepen uitgeweken naar",
      "een andere haven. De kosten daarvan worden niet",
      "apart bijgehouden.", "", "Antwoord 3", "Het herstel is in voorbereiding.",
    ]
    for (column, lines) in [left, right].enumerated() {
      var y = 130.0
      for line in lines {
        pdf.put(line, x: column == 0 ? 60 : 310, y: y, size: 9.5)
        y += 11.5
      }
    }
    pdf.put("Tweede Kamer, vergaderjaar 2004–2005, Aanhangsel", x: 60, y: 800, size: 9)
    pdf.put("9035", x: 520, y: 800, size: 9)
    return pdf
  }
}
