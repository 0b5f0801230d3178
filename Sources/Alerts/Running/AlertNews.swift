internal import PassageStore

/// What a run found: what happened, what is known now, and what each alert is told.
struct AlertNews {
  var events: [Event]
  /// All publications that are known now.
  var known: [String: KnownPublication]
  /// Those that were known before.
  var wasKnown: [String: KnownPublication]
  var findings: [Findings] = []

  /// Whether there is anything to remember.
  var isAny: Bool { known != wasKnown || !findings.isEmpty }
}
