internal import Kamervragen

/// Whether a body that was fetched is the document that was asked for.
enum BodyCheck: Hashable {
  /// It is.
  case sound
  /// The publisher has withdrawn the publication.
  case withdrawn
  /// It is something else; a Dutch clause says what.
  case wrong(String)

  /// Checks an answer with status 200.
  init(_ answer: Answer, _ form: DocumentForm, of identifier: String) {
    let address = answer.address.text
    if ["fout404", "Errors/404"].contains(where: address.contains) {
      self = .wrong("de site heeft het niet en verwijst naar \(address)")
    } else if answer.bytes.isEmpty {
      self = .wrong("het antwoord is leeg")
    } else if answer.isWithdrawal {
      self = .withdrawn
    } else {
      switch form {
      case .metadata, .xml: self = Self.ofXML(answer, form, identifier)
      case .html:
        if !answer.isHTML || !Self.contains("</html", answer.bytes) {
          self = .wrong("het is geen hele HTML-pagina")
        } else if !Self.names(identifier, answer.bytes) {
          self = .wrong("de pagina noemt \(identifier) niet")
        } else {
          self = .sound
        }
      case .pdf:
        let isPDF = answer.bytes.starts(with: Array("%PDF-".utf8))
        let isWhole = Self.contains("%%EOF", answer.bytes.suffix(2048))
        self = isPDF && isWhole ? .sound : .wrong("het is geen heel PDF-bestand")
      case .docx:
        // A zip archive, at whose end is the list of its files; a comment of 64 kB may follow.
        let isWhole = Self.contains("PK\u{5}\u{6}", answer.bytes.suffix(65_600))
        let isWord = Self.contains("word/", answer.bytes)
        self = isWord && isWhole ? .sound : .wrong("het is geen heel Word-bestand")
      }
    }
  }

  private static func ofXML(
    _ answer: Answer, _ form: DocumentForm, _ identifier: String
  ) -> BodyCheck {
    if answer.isHTML { return .wrong("het is een HTML-pagina en geen XML") }
    let document: PublishedMarkup
    do throws(ReadError) {
      document = try PublishedMarkup(answer.bytes)
    } catch {
      return .wrong("\(error)")
    }
    // Of a withdrawn publication, the XML is a short file of metadata.
    if form == .xml, document.isMetadata, answer.bytes.count < 1000 { return .withdrawn }
    guard form == .metadata ? document.isMetadata : document.isPublication else {
      return .wrong("de wortel is «\(document.name.prefix(40))»")
    }
    let names = document.identifiers
    guard names.isEmpty || names.contains(where: { $0.lowercased() == identifier.lowercased() })
    else { return .wrong("het document noemt zich \(names[0].prefix(80))") }
    return .sound
  }

  /// Whether a page has the identifier somewhere, as each page of a publication does.
  private static func names(_ identifier: String, _ bytes: [UInt8]) -> Bool {
    contains(identifier.lowercased(), bytes.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 })
  }

  fileprivate static func contains(_ text: String, _ bytes: some Collection<UInt8>) -> Bool {
    let sought = Array(text.utf8)
    return Array(bytes).firstRange(of: sought) != nil
  }
}

extension Answer {
  /// Whether it is a page that says that a publication was removed.
  var isWithdrawal: Bool {
    isHTML && bytes.count < Self.maximumWithdrawal
      && BodyCheck.contains("op verzoek van de publicerende organisatie verwijderd", bytes)
  }

  /// In bytes; a page with a publication may be longer.
  private static var maximumWithdrawal: Int { 50_000 }
}
