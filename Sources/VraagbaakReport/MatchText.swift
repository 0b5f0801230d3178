package import PassageIndex

/// The explanation why a passage is found or not, as text.
package struct MatchText {
  let explanation: MatchExplanation

  package init(_ explanation: MatchExplanation) { self.explanation = explanation }

  /// The lines of the text, with an empty one at the end.
  package func lines(on display: Display) -> [String] {
    var page = Page(display)
    page.add("\(explanation.stored.citation) · \(explanation.stored.id)", .heading)
    page.add("begrepen als  \(explanation.interpretation.dutch)")
    for part in explanation.parts {
      page.add("\(Self.name(of: part)): \(Self.account(of: part))", indent: 2)
    }
    page.add("oordeel       \(verdict)")
    page.addEmptyLine()
    return page.lines
  }

  private var verdict: String {
    if explanation.isHidden {
      return "wordt niet gezocht: staat ook in een andere publicatie, of er is een latere versie"
    }
    let score = "score \(explanation.score.written(decimals: 2))"
    if explanation.hasAll { return "bevat alles; \(score)" }
    if explanation.parts.contains(where: { $0.isCondition && !$0.isSatisfied }) {
      return "voldoet niet aan elke voorwaarde"
    }
    let missing = explanation.parts.count { !$0.isSatisfied && !$0.isCondition }
    let all = counted(explanation.parts.count { !$0.isCondition }, "deel", "delen")
    return "mist \(missing) van \(all); \(score)"
  }

  private static func name(of part: MatchExplanation.Part) -> String {
    part.isCondition ? part.part.dutch : part.part.label
  }

  private static func account(of part: MatchExplanation.Part) -> String {
    if part.isCondition { return part.isSatisfied ? "voldoet" : "voldoet niet" }
    let places = part.places.map { "\($0.field.row.dutch) (\($0.forms.joined(separator: ", ")))" }
      .joined(separator: "; ")
    if part.isSatisfied {
      return "\(part.weight.written(decimals: 2))" + (places.isEmpty ? "" : "  in \(places)")
    }
    if !places.isEmpty { return "niet in deze vorm, wel in \(places)" }
    return "ontbreekt" + (part.nearest.map { "; het meest lijkt erop: \($0)" } ?? "")
  }
}
