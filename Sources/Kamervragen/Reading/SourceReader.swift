/// Reads the published forms of Kamervragen. A pure function of the bytes and the file's name.
public enum SourceReader {
  /// Increases with every change that yields another set for the same file; part of the index's
  /// fingerprint.
  public static let version = 3

  /// The largest file that is read, in bytes: far more than any set has.
  public static let sizeLimit = 32 << 20
  /// The largest file that is text, in bytes: all but PDF, DOCX and ODT, which have pictures and
  /// fonts. The largest that was seen has 64 kB.
  public static let textLimit = 4 << 20

  /// The names of files that lie beside a document and say more about it, the best first.
  public static let metadataNames = ["metadata.xml", "metadata_owms.xml"]

  /// Reads one document.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: the file's name or path. It says nothing about the content, with two exceptions: the
  ///     extension `.md` makes the signs of Markdown signs, and a name that is an identifier of a
  ///     publication is believed if the text prints the same number and nothing else.
  ///   - metadata: the whole file `metadata.xml` or `metadata_owms.xml` that lies beside it, if
  ///     there is one.
  /// - Returns: the set; what was not understood is in its `warnings`.
  /// - Throws: `ReadError` if the file is no set of Kamervragen in a form that is read.
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
    // Packed files are detected by their first bytes and need not be decoded.
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

  /// Fills in what the metadata beside a document say; unreadable metadata are ignored, with a
  /// warning.
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
