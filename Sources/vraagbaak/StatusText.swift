import Kamervragen
import PassageIndex
import VraagbaakReport

/// The status of an index for people.
enum StatusText {
  /// A line for each thing that is known.
  static func lines(_ status: IndexStatus, _ run: RunRecord?) -> [String] {
    var lines: [String] = []
    func row(_ name: String, _ value: String) {
      lines.append(name + String(repeating: " ", count: max(1, 15 - name.count)) + value)
    }
    row("index", status.index)
    row("sets", "\(status.sets)\(searchedElsewhere(status))")
    for kind in status.kinds {
      row("  \(name(of: kind.kind))", count(kind.sets, kind.passages))
    }
    for session in status.sessions {
      row("  \(session.session ?? "onbekend")", count(session.sets, session.passages))
    }
    row("passages", "\(status.passages)")
    row("termen", "\(status.terms)")
    row("bestanden", "\(status.sources)\(duplicates(status))")
    row("geweigerd", "\(status.refused)")
    row("gewijzigd", status.lastRun ?? "onbekend")
    row("laatste run", run.map(text) ?? "onbekend")
    if let generation = status.generation { row("generatie", "\(generation)") }
    if let previous = status.previous {
      row(
        "bewaard",
        "generatie \(previous.generation), \(megabytes(previous.bytes)) ('index --rollback' gaat ernaar terug)"
      )
    }
    row("omvang", megabytes(status.bytes))
    row("vingerafdruk", status.fingerprint)
    return lines
  }

  private static func text(_ run: RunRecord) -> String {
    let action =
      switch run.action {
      case .update: "bijgewerkt"
      case .rebuild: "herbouwd"
      case .rollback: "teruggegaan"
      }
    let done = run.summary.map { summary in
      "; \(summary.added) nieuw, \(summary.changed) gewijzigd, \(summary.removed) verdwenen"
    }
    return "\(action), \(run.started) tot \(run.ended), eindcode \(run.exitCode)"
      + (done ?? "") + (run.error.map { "; \($0)" } ?? "")
  }

  private static func name(of kind: QuestionSet.Kind) -> String {
    switch kind {
    case .answered: "beantwoord"
    case .questions: "vragen"
    case .delay: "uitstel"
    case .other: "overig"
    }
  }

  private static func count(_ sets: Int, _ passages: Int) -> String {
    "\(sets) \(sets == 1 ? "set" : "sets"), \(passages) \(passages == 1 ? "passage" : "passages")"
  }

  private static func searchedElsewhere(_ status: IndexStatus) -> String {
    status.superseded == 0
      ? ""
      : ", waarvan \(status.superseded) elders gezocht: beantwoord, of later opnieuw verschenen"
  }

  private static func duplicates(_ status: IndexStatus) -> String {
    status.duplicates == 0 ? "" : ", waarvan \(status.duplicates) naast een ander met dezelfde set"
  }
}
