/// A form in which Kamervragen are published and that is read.
public enum SourceForm: String, Sendable, Hashable, CaseIterable, Codable {
  // In order of preference: of a set in several forms, the first is read.
  case xml, html, odt, pdf, docx, kvr, markdown, text, json

  /// How the form is called in a message.
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
