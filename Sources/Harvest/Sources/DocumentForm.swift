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

/// A set of forms, in one byte: a mirror has some hundred thousand of them.
struct DocumentForms: Sendable, Hashable, ExpressibleByArrayLiteral {
  private var bits: UInt8 = 0

  init(arrayLiteral forms: DocumentForm...) { self.init(forms) }

  init(_ forms: some Sequence<DocumentForm>) { for form in forms { insert(form) } }

  /// The forms, in the order of their declaration.
  var members: [DocumentForm] { DocumentForm.allCases.filter(contains) }

  func contains(_ form: DocumentForm) -> Bool { bits & Self.bit(form) != 0 }

  mutating func insert(_ form: DocumentForm) { bits |= Self.bit(form) }

  func isSubset(of other: DocumentForms) -> Bool { bits & ~other.bits == 0 }

  private static func bit(_ form: DocumentForm) -> UInt8 {
    switch form {
    case .metadata: 1
    case .xml: 2
    case .html: 4
    case .pdf: 8
    case .docx: 16
    }
  }
}
