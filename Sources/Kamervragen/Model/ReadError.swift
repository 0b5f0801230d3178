/// Why a file cannot be read as Kamervragen.
public enum ReadError: Error, Sendable, Hashable, Codable {
  /// The file has no text at all.
  case empty
  /// The file is of a form that this version does not read; `found` says what it looks like
  /// ("PDF").
  case unknownForm(found: String)
  /// The file holds other files; `found` says what it looks like. Each set has to be a file of its
  /// own: files are cited, and are new, changed or gone.
  case archive(found: String)
  /// The bytes are no UTF-8; `offset` is the first wrong byte, from 0.
  case notUTF8(offset: Int)
  /// The file is larger than is plausible for one set; both in bytes.
  case tooLarge(size: Int, limit: Int)
  /// The set has more of something than any real set; `what` is a Dutch plural ("passages").
  case exceedsBound(what: String, found: Int, limit: Int)
  /// The file is of a form that is read, but is not what such a file has to be: cut off, encrypted,
  /// too deeply nested, too large when unpacked. `reason` is a Dutch clause that says what and
  /// where.
  case damaged(form: SourceForm, reason: String)
  /// The file cannot be read on this machine as it is: a program that reads this form is missing.
  /// `reason` is a Dutch clause.
  case unavailable(form: SourceForm, reason: String)
  /// Reading the file takes more time, memory or output than any real document does. `reason` is a
  /// Dutch clause that says what, and how much is allowed.
  case tooCostly(reason: String)
  /// The system is short of something, which is not the file's fault: processes, descriptors,
  /// memory, or time on a busy machine. A retry may succeed. `reason` is a Dutch clause.
  case shortage(reason: String)
  /// The caller no longer wants the file.
  case stopped
  /// Nothing in the text is like a set of Kamervragen; `expected` says what was looked for.
  case noKamervragen(expected: String)
}

extension ReadError: CustomStringConvertible {
  /// One Dutch sentence that says what was found and what was expected.
  public var description: String {
    switch self {
    case .empty: "het bestand is leeg"
    case .unknownForm(let found):
      "de vorm van dit bestand wordt niet gelezen: \(found); verwacht wordt XML, HTML, ODT, PDF, DOCX, Markdown, platte tekst of JSON"
    case .archive(let found):
      "dit is \(found); pak het uit: elke set wordt als een bestand van zichzelf gelezen"
    case .notUTF8(let offset):
      "geen geldige UTF-8 bij byte \(offset); verwacht wordt tekst in UTF-8"
    case .tooLarge(let size, let limit):
      "het bestand is te groot: \(size) bytes, ten hoogste \(limit) wordt gelezen"
    case .exceedsBound(let what, let found, let limit):
      "het heeft meer dan een set kan hebben: \(found) \(what), ten hoogste \(limit) wordt gelezen"
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
