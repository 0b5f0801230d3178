/// A form in which a publication can be fetched.
package enum DocumentForm: String, Sendable, Hashable, CaseIterable {
  case metadata
  case xml
  case html
  case pdf

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
    }
  }

  /// The maximum size of a file, in bytes. The largest ones seen have some hundred kilobytes, PDF
  /// with pictures some megabytes.
  var maximumSize: Int {
    switch self {
    case .metadata: 1 << 20
    case .xml, .html: 4 << 20
    case .pdf: 32 << 20
    }
  }

  /// Whether it is XML.
  var isXML: Bool { self == .metadata || self == .xml }
}
