internal import Glibc

/// Why a file cannot be read as Kamervragen.
public enum ReadError: Error, Sendable, Hashable, Codable {
  /// The file has no text at all.
  case empty
  /// The file is of a form that this version does not read; `found` says what it looks like ("PDF").
  case unknownForm(found: String)
  /// The file holds other files; `found` says what it looks like. Each set has to be a file of its own: that is what is
  /// cited, and what a run tells to be new, changed or gone.
  case archive(found: String)
  /// The bytes are no UTF-8; `offset` is the first wrong byte, from 0.
  case notUTF8(offset: Int)
  /// The file is larger than is plausible for one set; both in bytes.
  case tooLarge(size: Int, limit: Int)
  /// The set has more of something than any real set; `what` is a Dutch plural ("passages").
  case exceedsBound(what: String, found: Int, limit: Int)
  /// The file is of a form that is read, but is not what such a file has to be: cut off, encrypted, too deeply nested,
  /// too large when unpacked. `reason` is a Dutch clause that says what and where.
  case damaged(form: SourceForm, reason: String)
  /// The file cannot be read on this machine as it is: a program that reads this form is missing. `reason` is a Dutch
  /// clause.
  case unavailable(form: SourceForm, reason: String)
  /// Reading the file takes more time, memory or output than any real document does. `reason` is a Dutch clause that says
  /// what, and how much is allowed.
  case tooCostly(reason: String)
  /// The system lacks something at this moment, which is not the file's fault: processes, descriptors, memory, or time on a
  /// busy machine. Another try may succeed. `reason` is a Dutch clause.
  case shortage(reason: String)
  /// Whoever asked for the file wants it no more.
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

extension ReadError {
  /// Whether a signal that ended a process came from outside: from a person, or from a system that is short of memory.
  package static func isShortage(signal: Int32) -> Bool {
    [SIGKILL, SIGTERM, SIGINT, SIGHUP, SIGQUIT].contains(signal)
  }
}

/// Reads the published forms of Kamervragen. A pure function of the bytes and the file's name.
public enum SourceReader {
  /// Rises with every change that makes the reader give another set for the same file; part of the index's
  /// fingerprint.
  public static let version = 3

  /// The largest file that is read, in bytes: far more than any set has.
  public static let sizeLimit = 32 << 20
  /// The largest file that is text, in bytes: all but PDF, DOCX and ODT, which have pictures and fonts. The largest that
  /// was seen has 64 kB.
  public static let textLimit = 4 << 20

  /// The names of files that lie beside a document and say more about it, the best first.
  public static let metadataNames = ["metadata.xml", "metadata_owms.xml"]

  /// Reads one document.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: the file's name or path. It says nothing about the content, with two exceptions: an extension `.md`
  ///     makes the signs of Markdown signs, and a name that is itself the identifier of a publication is believed
  ///     where the text prints the same number and nothing else.
  ///   - metadata: the whole file `metadata.xml` or `metadata_owms.xml` that lies beside it, where there is one.
  /// - Returns: the set; what was not understood is in its `warnings`.
  /// - Throws: `ReadError` where the file is no set of Kamervragen in a form that is read.
  public static func read(
    _ bytes: [UInt8], name: String, metadata: [UInt8]? = nil
  ) throws(ReadError) -> QuestionSet {
    try read(bytes, name: name, metadata: metadata, converterGroup: .own)
  }

  /// The same; a program that a form needs is started in a group of processes.
  package static func read(
    _ bytes: [UInt8], name: String, metadata: [UInt8]?, converterGroup: ChildProgram.Group
  ) throws(ReadError) -> QuestionSet {
    guard bytes.count <= sizeLimit else { throw .tooLarge(size: bytes.count, limit: sizeLimit) }
    guard !bytes.isEmpty else { throw .empty }
    var set = try document(bytes, name: name, converterGroup)
    if let metadata { complete(&set, with: metadata) }
    try SetBounds.standard.check(set)
    return set
  }

  private static func document(
    _ bytes: [UInt8], name: String, _ converterGroup: ChildProgram.Group
  ) throws(ReadError) -> QuestionSet {
    // What is packed is told by its first bytes, and need not be decoded.
    let isText = bytes.count <= textLimit
    let text = Result { () throws(ReadError) in try DecodedText(isText ? bytes : []) }
    let decoded = try? text.get()
    let form = DetectedForm(bytes, text: decoded?.bytes, name: name)
    if !isText, form.isText { throw .tooLarge(size: bytes.count, limit: textLimit) }
    var set: QuestionSet
    switch form {
    case .text: set = try TextReader.read(try text.get().bytes, name: name).set
    case .xml: set = try OfficialXML.read(decoded?.undeclaredMarkup ?? bytes, name: name)
    case .kvr: set = try ArchiveRecord.read(decoded?.undeclaredMarkup ?? bytes, name: name)
    case .html: set = try OfficialHTML.read(try text.get().bytes, name: name)
    case .json: set = try CollectionRecord.read(try text.get().bytes, name: name)
    case .pdf:
      return try PDFReader.read(bytes, name: name, converterGroup: converterGroup).set
    case .docx: return try DocxReader.read(bytes, name: name)
    case .odt: return try OdtReader.read(bytes, name: name)
    case .zip, .packed: throw .archive(found: form.name)
    default: throw .unknownForm(found: form.name)
    }
    let isAssumed = form != .xml && form != .kvr || decoded?.declaresEncoding == false
    if isAssumed, let warning = decoded?.warning { set.warnings.append(warning) }
    return set
  }

  /// Fills in what the metadata beside a document say; metadata that cannot be read are named and left alone.
  private static func complete(_ set: inout QuestionSet, with metadata: [UInt8]) {
    var completed = set
    do throws(ReadError) {
      guard metadata.count <= textLimit else {
        throw .tooLarge(size: metadata.count, limit: textLimit)
      }
      try MetadataFile.read(metadata).complete(&completed)
      try SetBounds.standard.check(completed)
      set = completed
    } catch {
      set.warnings.append("De metadata bij dit document zijn niet te lezen: \(error).")
    }
  }
}
