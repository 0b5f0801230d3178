/// One of the official interfaces, each with its own pace.
package enum Service: String, Sendable, Hashable, CaseIterable {
  /// The search of publications (SRU).
  case sru
  /// The documents of publications.
  case documents
  /// The data of the Tweede Kamer (SyncFeed).
  case tweedeKamer

  /// The shortest time from the end of a request to the beginning of the next one at the same host,
  /// in seconds.
  var pause: Double {
    switch self {
    case .sru: 2
    case .documents: 3.5
    case .tweedeKamer: 0.5
    }
  }

  /// How long an answer may take, in seconds.
  var timeout: Int { self == .sru ? 240 : 60 }
}
