internal import Xapian

/// Why an index cannot be used.
public enum IndexError: Error, Sendable, Hashable {
  /// There is no index at the path.
  case missing(path: String)
  /// Another run holds the index; `holder` says who, as far as it is known.
  case busy(path: String, holder: String)
  /// The index was made by another version of the schema, reader or analysis.
  case incompatible(path: String, found: String, expected: String)
  /// The directory or a file in it cannot be made; `reason` is the system's.
  case cannotCreate(path: String, reason: String)
  /// Reading or writing failed.
  case inputOutput(path: String, reason: String)
  /// A server that has a part of the index does not answer, or too late; `reason` names it.
  case unreachable(path: String, reason: String)
  /// Something happened that this program did not reckon with.
  case unexpected(path: String, reason: String)
  /// A stored record is damaged.
  case damaged(path: String, reason: String)
}

extension IndexError: CustomStringConvertible {
  /// One or two Dutch sentences: what is wrong, and what can be done where something can.
  public var description: String {
    switch self {
    case .missing(let path):
      "er is geen index in \(path); 'vraagbaak index PAD' maakt er een"
    case .busy(let path, let holder):
      "de index \(path) is bezet: \(holder)"
    case .incompatible(let path, let found, let expected):
      """
      de index \(path) is gemaakt met een andere versie (in de index: \(found); dit programma: \
      \(expected)); 'vraagbaak index --rebuild PAD' maakt hem opnieuw
      """
    case .cannotCreate(let path, let reason): "\(path) kan niet gemaakt worden: \(reason)"
    case .inputOutput(let path, let reason): "lezen of schrijven mislukt bij \(path): \(reason)"
    case .unreachable(let path, let reason):
      "een server van de index \(path) antwoordt niet: \(reason)"
    case .unexpected(let path, let reason): "de index \(path): onverwachte fout: \(reason)"
    case .damaged(let path, let reason): "de index \(path) is beschadigd: \(reason)"
    }
  }
}

extension IndexError {
  /// What an error of Xapian means for the index at a path.
  init(_ path: String, _ error: XapianError) {
    switch error.status {
    case .notFound: self = .missing(path: path)
    case .locked: self = .busy(path: path, holder: "een ander proces schrijft erin")
    case .incompatible:
      self = .incompatible(path: path, found: error.message, expected: Schema().fingerprint)
    case .invalidArgument, .outOfMemory, .unexpected:
      self = .unexpected(path: path, reason: error.message)
    case .corrupt: self = .damaged(path: path, reason: error.message)
    case .network: self = .unreachable(path: path, reason: error.message)
    case .modified, .noSpace, .inputOutput:
      self = .inputOutput(path: path, reason: error.message)
    }
  }
}
