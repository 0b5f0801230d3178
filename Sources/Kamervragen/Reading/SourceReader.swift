/// Reads the published forms of Kamervragen. The result depends only on the arguments and, for PDF,
/// on the installed `pdftohtml`.
public enum SourceReader {
  /// Must increase with every change that gives another set for the same file. It is part of the
  /// index's fingerprint.
  public static let version = 3

  /// The maximum size of a file, in bytes; far more than any set has.
  public static let sizeLimit = 32 << 20
  /// The maximum size of a text file, in bytes: any form but PDF, DOCX and ODT, which have pictures
  /// and fonts. The largest one seen has 64 kB.
  public static let textLimit = 4 << 20

  /// The names of metadata files beside a document, in order of preference.
  public static let metadataNames = ["metadata.xml", "metadata_owms.xml"]

  /// Reads one document.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: the file's name or path. The extensions `.md`, `.markdown` and `.txt` settle doubt
  ///     about Markdown and HTML. An identifier in the name is used if the text has none and does
  ///     not contradict it; a warning follows if the text does not confirm it either.
  ///   - metadata: the contents of the `metadata.xml` or `metadata_owms.xml` beside it, if there is
  ///     one.
  /// - Returns: the set, with warnings about parts that were not understood.
  /// - Throws: `ReadError` if the file is not a readable set of Kamervragen.
  public static func read(
    _ bytes: [UInt8], name: String, metadata: [UInt8]? = nil
  ) throws(ReadError) -> QuestionSet {
    try read(bytes, name: name, metadata: metadata, converterGroup: .own)
  }

  /// The same, with the process group in which a converter program is started.
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
    // A file too large for text must be a PDF, DOCX or ODT, which is detected without decoding.
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

  /// Fills in facts from the metadata beside a document. Unreadable metadata are ignored, with a
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
