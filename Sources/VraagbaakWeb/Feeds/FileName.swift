/// The name of a file for a search, `vraagbaak-jeugdzorg-wachtlijst.csv`.
struct FileName {
  private let words: [Substring]

  /// The longest name, in Unicode scalars: a longer query is cut.
  private static let maximum = 60

  init(of search: SearchParameters) {
    let query = search.query.isEmpty ? search.similar ?? "" : search.query
    words = String(query.lowercased().unicodeScalars.prefix(Self.maximum)).split {
      !$0.isLetter && !$0.isNumber
    }
  }

  /// The header that has a browser store the file (RFC 6266): the name in ASCII, and if it has
  /// other letters the whole name as well.
  var disposition: String {
    let isASCII = words.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
    let plain = Self.name(words.map { $0.filter(\.isASCII)[...] }.filter { !$0.isEmpty })
    let header = "attachment; filename=\"\(plain)\""
    return isASCII ? header : header + "; filename*=UTF-8''" + Address.encoded(Self.name(words))
  }

  private static func name(_ words: [Substring]) -> String {
    (["vraagbaak"] + words).joined(separator: "-") + ".csv"
  }
}
