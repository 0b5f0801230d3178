/// Why a file cannot be read as Kamervragen.
public enum ReadError: Error, Sendable, Hashable, Codable {
  /// The file has no text at all.
  case empty
  /// The file has a form that is not read; `found` names what it looks like ("RTF").
  case unknownForm(found: String)
  /// The file is an archive of files; `found` names what it looks like. Each set must be a file of
  /// its own, because files are cited and checked for changes.
  case archive(found: String)
  /// The bytes are not UTF-8; `offset` is that of the first wrong byte, from 0.
  case notUTF8(offset: Int)
  /// The file is too large for one set; both numbers in bytes.
  case tooLarge(size: Int, limit: Int)
  /// The set has more of something than any real set; `what` is a Dutch plural ("passages").
  case exceedsBound(what: String, found: Int, limit: Int)
  /// The file is damaged or unusual: truncated, encrypted, too deeply nested, too large when
  /// unpacked. `reason` is a Dutch clause that says what is wrong and where.
  case damaged(form: SourceForm, reason: String)
  /// A program that reads this form is missing on this machine. `reason` is a Dutch clause.
  case unavailable(form: SourceForm, reason: String)
  /// Reading the file takes more time, memory or output than any real document. `reason` is a Dutch
  /// clause with the limit.
  case tooCostly(reason: String)
  /// The system is short of processes, descriptors, memory or time; the file is not the cause. A
  /// retry may succeed. `reason` is a Dutch clause.
  case shortage(reason: String)
  /// The caller no longer wants the file.
  case stopped
  /// The text is not a set of Kamervragen; `expected` is a Dutch clause that says what is missing.
  case noKamervragen(expected: String)
}

extension ReadError: CustomStringConvertible {
  /// A Dutch message for users, without capital and full stop.
  public var description: String {
    switch self {
    case .empty: "het bestand is leeg"
    case .unknownForm(let found):
      "dit soort bestand wordt niet gelezen: \(found); wel XML, HTML, ODT, PDF, DOCX, Markdown, platte "
        + "tekst en JSON"
    case .archive(let found):
      "dit is \(found); pak het uit: elke set moet een eigen bestand zijn"
    case .notUTF8(let offset):
      "geen geldige UTF-8 bij byte \(offset); verwacht wordt tekst in UTF-8"
    case .tooLarge(let size, let limit):
      "het bestand is te groot: \(size) bytes; het maximum is \(limit)"
    case .exceedsBound(let what, let found, let limit):
      "het heeft meer dan een set kan hebben: \(found) \(what); het maximum is \(limit)"
    case .damaged(let form, let reason):
      "dit \(form.displayName)-bestand is niet te lezen: \(reason)"
    case .unavailable(let form, let reason):
      "dit \(form.displayName)-bestand is nu niet te lezen: \(reason)"
    case .tooCostly(let reason): "dit bestand vraagt te veel: \(reason)"
    case .shortage(let reason): "nu niet te lezen: \(reason)"
    case .stopped: "het lezen is gestopt"
    case .noKamervragen(let expected): "dit zijn geen Kamervragen: \(expected) ontbreekt"
    }
  }
}
