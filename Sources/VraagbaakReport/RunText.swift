public import PassageIndex

extension FileProblem {
  /// The problem as a Dutch clause.
  public var dutch: String {
    switch self {
    case .system(let code): systemMessage(code)
    case .danglingLink: "de symbolische link wijst nergens heen"
    case .changing: "het bestand verandert op dit moment; de volgende run leest het"
    case .gone: "het bestand is er niet meer"
    case .shortage(let reason): reason
    }
  }
}

extension MissingPath {
  /// The path and the reason, in Dutch.
  public var dutch: String {
    let words =
      switch reason {
      case .system(let code): systemMessage(code)
      case .notWalked: "dit is geen bestand en geen map"
      case .empty: "er staat geen enkel bestand in"
      }
    return "\(path): \(words)"
  }
}

extension PassedOver {
  /// The reason as a Dutch clause.
  public var dutch: String {
    switch self {
    case .loop: "de symbolische link leidt terug naar een map erboven"
    case .notRegular: "het is geen gewoon bestand (een socket, pijp of apparaat)"
    }
  }
}

extension DeletionDoubt {
  /// The files that are kept, and how to remove them after all, in Dutch.
  public var dutch: String {
    switch self {
    case .emptied(let known):
      known == 1
        ? "de map is leeg; het bestand blijft in de index (--allow-deletions haalt het eruit)"
        : "de map is leeg; de \(known) bestanden blijven in de index (--allow-deletions haalt "
          + "ze eruit)"
    case .vanished(let vanished, let known):
      "\(vanished) van de \(known) bestanden zijn in één keer verdwenen; ze blijven in de index "
        + "(--allow-deletions haalt ze eruit)"
    case .notGiven(let lost, let known):
      "\(lost) van de \(known) bestanden in de index \(lost == 1 ? "is" : "zijn") onder de gegeven "
        + "paden niet te vinden; er wordt niet herbouwd (--allow-deletions doet het toch)"
    }
  }
}

extension IndexSummary {
  /// The result of the run and the size of the index, on one Dutch line.
  public var dutch: String {
    var done = [
      "\(added) nieuw", "\(changed) gewijzigd", "\(unchanged) ongewijzigd",
      "\(removed) verdwenen",
    ]
    if refused > 0 {
      let new = newlyRefused
      let news = new == 0 ? "al bekend" : new == refused ? "nieuw" : "\(new) nieuw"
      done.append("\(refused) geweigerd: \(news)")
    }
    if kept > 0 { done.append("\(kept) verdwenen en toch bewaard") }
    if unreadable > 0 { done.append("\(unreadable) onleesbaar") }
    let source = counted(files, "bestand", "bestanden") + " (\(done.joined(separator: ", ")))"
    let content = counted(sets, "set", "sets") + ", " + counted(passages, "passage", "passages")
    return (isStopped ? "gestopt; " : "")
      + "\(source); \(content) in de index; \(seconds.written(decimals: 1)) s"
  }
}
