/// A form of publication that is read.
public enum SourceForm: String, Sendable, Hashable, CaseIterable, Codable {
  // In order of preference: the first available form of a set is read.
  case xml, html, odt, pdf, docx, kvr, markdown, text, json

  /// The name of the form in messages.
  public var displayName: String {
    switch self {
    case .xml: "XML"
    case .html: "HTML"
    case .odt: "ODT"
    case .pdf: "PDF"
    case .docx: "DOCX"
    case .kvr: "XML van het archief (kvr)"
    case .markdown: "Markdown"
    case .text: "tekst"
    case .json: "JSON"
    }
  }
}
