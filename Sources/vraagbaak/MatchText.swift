import Kamervragen
import PassageIndex
import VraagbaakReport

/// Why a passage is found or not, as a person reads it.
struct MatchText {
  let explanation: MatchExplanation

  func print(to console: Console) {
    func show(_ text: String, _ style: StyledText.Style = .plain, indent: Int = 0) {
      let lines = StyledText(text, style)
        .lines(width: console.width, indent: indent, usesColor: console.usesColor)
      for line in lines { console.print(styled: line) }
    }
    show("\(explanation.stored.citation) · \(explanation.stored.id)", .heading)
    show("begrepen als  \(explanation.interpretation.inDutch)")
    for part in explanation.parts {
      show("\(Self.name(of: part)): \(Self.account(of: part))", indent: 2)
    }
    show("oordeel       \(verdict)")
    console.print("")
  }

  private var verdict: String {
    if explanation.isHidden {
      return "wordt niet gezocht: staat ook in een andere publicatie, of er is een latere versie"
    }
    let score = "score \(Self.number(explanation.score))"
    if explanation.hasAll { return "heeft alles; \(score)" }
    if explanation.parts.contains(where: { $0.isCondition && !$0.isSatisfied }) {
      return "voldoet niet aan elke voorwaarde"
    }
    let count = explanation.parts.count { !$0.isSatisfied && !$0.isCondition }
    return "mist \(count) van \(explanation.parts.count { !$0.isCondition }) delen; \(score)"
  }

  private static func name(of part: MatchExplanation.Part) -> String {
    part.isCondition ? part.part.inDutch : part.part.label
  }

  private static func account(of part: MatchExplanation.Part) -> String {
    if part.isCondition { return part.isSatisfied ? "voldoet" : "voldoet niet" }
    let places = part.places.map { "\($0.field.row.dutch) (\($0.forms.joined(separator: ", ")))" }
      .joined(separator: "; ")
    if part.isSatisfied {
      return "\(number(part.weight))" + (places.isEmpty ? "" : "  in \(places)")
    }
    if !places.isEmpty { return "niet in deze vorm, wel in \(places)" }
    return "ontbreekt" + (part.nearest.map { "; het meest lijkt erop: \($0)" } ?? "")
  }

  /// A weight in two decimals, with a comma.
  private static func number(_ weight: Double) -> String {
    let hundredths = Int((weight * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100),\(rest < 10 ? "0" : "")\(rest)"
  }
}
