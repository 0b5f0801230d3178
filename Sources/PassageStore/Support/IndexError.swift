internal import Glibc
package import Xapian

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
  /// The stub file and the directories disagree, or the databases of a generation; `reason` says how.
  case inconsistent(path: String, reason: String)
  /// A line of a stub file, from 1, says something else than is expected there.
  case badStub(file: String, line: Int, expected: String)
  /// Stub files name each other without end.
  case endlessStub(file: String)
  /// There is no generation to go back to.
  case noPrevious(path: String)
  /// A generation that was to be used did not pass the check, and is not used.
  case unsound(path: String, generation: Int, problems: [String])
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
      "een server van de index \(path) antwoordt niet: \(reason); kijk of hij draait en te bereiken is"
    case .unexpected(let path, let reason): "de index \(path): onverwachte fout: \(reason)"
    case .damaged(let path, let reason):
      """
      de index \(path) is beschadigd: \(reason); 'vraagbaak index --rebuild PAD' maakt hem opnieuw
      """
    case .inconsistent(let path, let reason):
      """
      de index \(path) is niet in orde: \(reason); er is niets verwijderd. Zet XAPIANDB terug zoals het was, of de hele \
      directory uit één backup; of zet haar opzij en maak de index opnieuw met 'vraagbaak index PAD'
      """
    case .badStub(let file, let line, let expected):
      "\(file), regel \(line): verwacht wordt \(expected); zet het bestand terug zoals het was"
    case .endlessStub(let file): "\(file): de stub-bestanden noemen elkaar zonder einde"
    case .noPrevious(let path):
      """
      van de index \(path) is geen vorige generatie bewaard; alleen 'vraagbaak index --rebuild' laat er een achter, tot de \
      volgende of tot 'vraagbaak compact'
      """
    case .unsound(let path, let generation, let problems):
      """
      generatie \(generation) van de index \(path) doorstaat de controle niet en komt niet in gebruik; de index blijft zoals \
      hij was (fouten: \(problems.count); de eerste: \(problems.first ?? "onbekend"))
      """
    }
  }
}

extension IndexError {
  /// What it means that the system did not make a file or directory: a disk that is full or broken is no wrong place.
  static func making(_ path: String, code: Int32 = errno) -> IndexError {
    let reason = systemMessage(code)
    return switch code {
    case ENOSPC, EDQUOT, EFBIG, EIO: .inputOutput(path: path, reason: reason)
    default: .cannotCreate(path: path, reason: reason)
    }
  }

  /// What an error of Xapian means for the index at a path.
  package init(_ path: String, _ error: XapianError) {
    // A write that failed and could not be taken back has lost its kind; only its words say what the system lacked.
    let shortages = [ENOSPC, EDQUOT, EFBIG, EIO, EMFILE, ENFILE, ENOMEM].map { systemMessage($0) }
    let couldNotWrite = (["Error writing"] + shortages).contains(where: error.message.contains)
    switch error.status {
    case .unexpected where couldNotWrite: self = .inputOutput(path: path, reason: error.message)
    case .notFound: self = .missing(path: path)
    case .locked: self = .busy(path: path, holder: "een ander proces schrijft erin")
    case .incompatible:
      self = .incompatible(path: path, found: error.message, expected: Schema().fingerprint)
    case .invalidArgument, .outOfMemory, .unexpected:
      self = .unexpected(path: path, reason: error.message)
    case .corrupt: self = .damaged(path: path, reason: error.message)
    case .badStub:
      // FILE:LINE
      let colon = error.message.lastIndex(of: ":") ?? error.message.endIndex
      self = .badStub(
        file: String(error.message[..<colon]), line: Int(error.message[colon...].dropFirst()) ?? 1,
        expected: "'auto PAD' of 'remote HOST:POORT'")
    case .endlessStub: self = .endlessStub(file: error.message)
    case .network: self = .unreachable(path: path, reason: error.message)
    case .noSpace:
      let advice = "maak ruimte en probeer het opnieuw, wat vastgelegd was is ongedeerd"
      self = .inputOutput(path: path, reason: "\(error.message); \(advice)")
    case .modified, .inputOutput: self = .inputOutput(path: path, reason: error.message)
    }
  }
}
