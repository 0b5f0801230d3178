/// Writes small PDF files: text in Helvetica at any place and size, nothing else.
struct TinyPDF {
  /// The faces of Helvetica, which every reader of PDF has.
  enum Face: String, CaseIterable {
    case regular = "Helvetica"
    case bold = "Helvetica-Bold"
    case italic = "Helvetica-Oblique"

    var resource: String {
      switch self {
      case .regular: "F1"
      case .bold: "F2"
      case .italic: "F3"
      }
    }
  }

  /// In points, A4.
  static let width = 595.0
  static let height = 842.0

  /// An entry of the trailer besides the usual ones, such as `/Encrypt`.
  var trailer = ""
  private var pages: [String] = []

  /// The number of pages.
  var pageCount: Int { pages.count }

  mutating func beginPage() { pages.append("") }

  /// Sets a text with its foot `y` points below the top of the page; gives back where it ends.
  @discardableResult
  mutating func put(
    _ text: String, x: Double, y: Double, size: Double, face: Face = .regular
  ) -> Double {
    let drawn = text.unicodeScalars.map(Self.escaped).joined()
    pages[pages.count - 1] +=
      "BT /\(face.resource) \(size) Tf \(Self.decimal(x)) \(Self.decimal(Self.height - y)) Td (\(drawn)) Tj ET\n"
    return x + Self.width(of: text, size: size, face: face)
  }

  /// The file.
  var bytes: [UInt8] {
    let fonts = Face.allCases.enumerated().map { index, face in
      "<< /Type /Font /Subtype /Type1 /BaseFont /\(face.rawValue) /Encoding /WinAnsiEncoding >>"
    }
    let firstPage = 3 + fonts.count
    let kids = pages.indices.map { "\(firstPage + $0 * 2) 0 R" }.joined(separator: " ")
    let resources = Face.allCases.enumerated().map { "/\($1.resource) \(3 + $0) 0 R" }
      .joined(separator: " ")
    var objects =
      [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
      ] + fonts
    for (index, content) in pages.enumerated() {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << \(resources) >> >> /Contents \(firstPage + index * 2 + 1) 0 R >>"
      )
      objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)endstream")
    }
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      let digits = String(place)
      file += String(repeating: "0", count: 10 - digits.utf8.count) + digits + " 00000 n \n"
    }
    file +=
      "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer)>>\nstartxref\n\(table)\n%%EOF\n"
    return Array(file.utf8)
  }

  // MARK: Letters

  /// A scalar in WinAnsi, as it stands in a string of PDF.
  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    let signs: [Unicode.Scalar: UInt32] = [
      "€": 0x80, "…": 0x85, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "•": 0x95, "–": 0x96,
    ]
    let code = signs[scalar] ?? scalar.value
    switch code {
    case 0x28, 0x29, 0x5C: return "\\\(scalar)"
    case 0x20..<0x7F: return String(scalar)
    case 0x80..<0x100: return "\\" + String(code, radix: 8)
    default: return "?"
    }
  }

  private static func decimal(_ value: Double) -> String {
    String((value * 100).rounded() / 100)
  }

  /// The width of a text in points, by the metrics that Adobe published for Helvetica.
  static func width(of text: String, size: Double, face: Face) -> Double {
    let widths = face == .bold ? boldWidths : regularWidths
    let units = text.unicodeScalars.reduce(0) { sum, scalar in
      let index = Int(scalar.value) - 32
      return sum + (widths.indices.contains(index) ? widths[index] : 556)
    }
    return Double(units) * size / 1000
  }

  private static let regularWidths = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]
  private static let boldWidths = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
  ]
}
