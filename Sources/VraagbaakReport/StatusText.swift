package import Harvest
package import PassageIndex

/// The state of an index as text.
package enum StatusText {
  /// A line for each property of the index and, if asked for, two for each refused file.
  package static func lines(
    _ status: IndexStatus, _ run: RunRecord?, listsRefused: Bool
  ) -> [String] {
    var lines: [String] = []
    func row(_ name: String, _ value: String) {
      lines.append("\(name) ".padded(to: 15) + value)
    }
    row("index", status.index)
    row("sets", "\(status.sets)\(searchedElsewhere(status))")
    for kind in status.kinds {
      row("  \(kind.kind.word)", counts(kind.sets, kind.passages))
    }
    for session in status.sessions {
      row("  \(session.session ?? "onbekend")", counts(session.sets, session.passages))
    }
    row("passages", "\(status.passages)")
    row("termen", "\(status.terms)")
    row("bestanden", "\(status.sources)\(duplicates(status))")
    row("geweigerd", "\(status.refused)")
    row("gewijzigd", status.lastRun ?? "onbekend")
    row("laatste run", run?.dutch ?? "onbekend")
    if let generation = status.generation { row("generatie", "\(generation)") }
    if let previous = status.previous {
      row(
        "bewaard",
        "generatie \(previous.generation), \(megabytes(previous.bytes)) "
          + "('index --rollback' gaat ernaar terug)"
      )
    }
    row("omvang", megabytes(status.bytes))
    row("gemaakt door", status.madeBy.map { "vraagbaak \($0)" } ?? "onbekend")
    row("vingerafdruk", status.fingerprint)
    if listsRefused { lines += status.refusals.flatMap(Self.lines) }
    return lines
  }

  /// How far the harvester is, in the same rows.
  package static func lines(_ mirror: MirrorStatus) -> [String] {
    var counts = [counted(mirror.publications, "publicatie", "publicaties")]
    if mirror.failed > 0 { counts.append("\(mirror.failed) mislukt") }
    if mirror.removed > 0 { counts.append("\(mirror.removed) verwijderd of vervangen") }
    return [
      "opgehaald ".padded(to: 15) + "\(mirror.directory): \(counts.joined(separator: ", "))",
      "".padded(to: 15) + mirror.coverage.dutch,
    ]
  }

  private static func lines(_ refusal: IndexStatus.Refusal) -> [String] {
    let again = refusal.tries > 1 ? ", voor het laatst \(refusal.last)" : ""
    return [
      "\(refusal.path): \(refusal.reason)",
      "    geweigerd sinds \(refusal.first)\(again); \(refusal.tries) keer geprobeerd",
    ]
  }

  private static func counts(_ sets: Int, _ passages: Int) -> String {
    "\(counted(sets, "set", "sets")), \(counted(passages, "passage", "passages"))"
  }

  private static func searchedElsewhere(_ status: IndexStatus) -> String {
    status.superseded == 0
      ? ""
      : ", waarvan \(status.superseded) niet apart gezocht: beantwoord, of later opnieuw verschenen"
  }

  private static func duplicates(_ status: IndexStatus) -> String {
    status.duplicates == 0 ? "" : ", waarvan \(status.duplicates) naast een ander met dezelfde set"
  }
}

extension RunRecord {
  /// The task, the times, how it ended and what it changed, on one Dutch line.
  package var dutch: String {
    let done = summary.map { summary in
      "; \(summary.added) nieuw, \(summary.changed) gewijzigd, \(summary.removed) verdwenen"
    }
    return "\(action.dutch), \(started) tot \(ended), afsluitcode \(exitCode)"
      + (done ?? "") + (error.map { "; \($0)" } ?? "")
  }
}

extension RunRecord.Action {
  /// What was done to the index.
  package var dutch: String {
    switch self {
    case .update: "bijgewerkt"
    case .rebuild: "herbouwd"
    case .rollback: "teruggezet"
    }
  }
}
