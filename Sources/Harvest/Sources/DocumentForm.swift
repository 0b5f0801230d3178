/// A form in which a publication can be fetched.
package enum DocumentForm: String, Sendable, Hashable, CaseIterable {
  case metadata
  case xml
  case html
  case pdf
  case docx

  /// The name of its file, as the official repository has it.
  func fileName(of identifier: String) -> String {
    self == .metadata ? "metadata.xml" : "\(identifier).\(rawValue)"
  }

  /// What a request says it accepts.
  var accept: String {
    switch self {
    case .metadata, .xml: "application/xml"
    case .html: "text/html"
    case .pdf: "application/pdf"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    }
  }

  /// The maximum size of a file, in bytes. The largest ones seen have some hundred kilobytes, PDF
  /// with pictures some megabytes.
  var maximumSize: Int {
    switch self {
    case .metadata: 1 << 20
    case .xml, .html: 4 << 20
    case .pdf, .docx: 32 << 20
    }
  }

  /// Whether it is XML.
  var isXML: Bool { self == .metadata || self == .xml }

  /// The form of a file of the Tweede Kamer by its first bytes; nil if it is another one.
  init?(ofDocument bytes: [UInt8]) {
    if bytes.starts(with: Array("%PDF-".utf8)) {
      self = .pdf
    } else if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) {
      self = .docx
    } else {
      return nil
    }
  }
}
