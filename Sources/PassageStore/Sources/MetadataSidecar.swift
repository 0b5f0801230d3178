internal import Glibc
internal import Kamervragen

/// A metadata file beside a document: `metadata.xml` or `metadata_owms.xml`. It is not a source.
///
/// It names its publication, but a document need not. So it applies to all documents of its
/// directory if their names are equal up to the extension (`ah-tk-20242025-604.xml`,
/// `ah-tk-20242025-604.pdf`), and otherwise to none.
struct MetadataSidecar: Sendable, Hashable {
  var path: [UInt8]
  /// In bytes.
  var size: Int
  /// The time of the last change, in nanoseconds since 1970.
  var modified: Int

  /// Whether a file of this name is metadata.
  static func isName(_ name: some Collection<UInt8>) -> Bool {
    SourceReader.metadataNames.contains { name.elementsEqual($0.utf8) }
  }

  /// The metadata of a directory.
  struct Beside: Sendable {
    /// The metadata file of the documents; the richer one if both exist.
    var file: MetadataSidecar?
    /// Whether there is metadata that could be of several publications.
    var isAmbiguous = false

    /// Looks for metadata in a directory, not below it. An unreadable directory has none.
    init(_ directory: [UInt8]) {
      for name in SourceReader.metadataNames where file == nil {
        file = MetadataSidecar(at: directory + [UInt8(ascii: "/")] + Array(name.utf8))
      }
      // Nearly all directories have none, and are not listed.
      guard file != nil, Self.stems(in: directory).count > 1 else { return }
      file = nil
      isAmbiguous = true
    }

    /// The names of the documents without their extensions. Other files, such as illustrations, do
    /// not count.
    private static func stems(in directory: [UInt8]) -> Set<[UInt8]> {
      var stems: Set<[UInt8]> = []
      for (name, isDirectory) in FileIO.entries(of: directory) {
        guard !isDirectory, name.first != UInt8(ascii: "."),
          !name.starts(with: Array("README".utf8)), !MetadataSidecar.isName(name)
        else { continue }
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else {
          stems.insert(name)
          continue
        }
        let ending = String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
        if Self.documents.contains(ending) { stems.insert(Array(name[..<dot])) }
      }
      return stems
    }

    private static let documents: Set<String> = [
      "xml", "html", "htm", "odt", "pdf", "docx", "md", "markdown", "txt", "json",
    ]
  }

  private init?(at path: [UInt8]) {
    var status = stat()
    guard stat(path.map(CChar.init(bitPattern:)) + [0], &status) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    self.init(path: path, size: Int(status.st_size), modified: nanoseconds(status.st_mtim))
  }

  init(path: [UInt8], size: Int, modified: Int) {
    self.path = path
    self.size = size
    self.modified = modified
  }

  /// Reads the whole file.
  func contents() throws(FileReadError) -> [UInt8] {
    try SourceFile(path: path, size: size, modified: modified)
      .contents(limit: SourceReader.sizeLimit)
  }
}

extension [UInt8] {
  /// The directory of an absolute path, without a final slash.
  var directory: [UInt8] { lastIndex(of: UInt8(ascii: "/")).map { Array(self[..<$0]) } ?? [] }
}
