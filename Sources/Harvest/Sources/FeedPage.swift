internal import Kamervragen

/// Why a page of the Tweede Kamer's feed cannot be used; `description` is a Dutch clause.
struct FeedError: Error, Hashable, CustomStringConvertible {
  let description: String
}

/// What a feed of the Tweede Kamer is about, by the name that it has there.
enum FeedCategory: String, Sendable, Hashable, CaseIterable {
  /// Documents of all kinds.
  case document = "Document"
  /// Their versions, which say as what a document was published.
  case version = "DocumentVersie"
}

/// A page of the Tweede Kamer's feed (SyncFeed 2.0), an Atom feed that has everything once, at the
/// place of its last change.
struct FeedPage: Sendable, Hashable {
  /// What an entry says. Entries without contents, and those that say nothing of use, are left out.
  enum Entry: Sendable, Hashable {
    /// A document of one of our kinds.
    case document(FeedDocument)
    /// A document that is deleted, or of another kind; its resource.
    case other(String)
    /// The official publication of a document, by its resource.
    case published(resource: String, identifier: String)
  }

  let entries: [Entry]
  /// Documents of our kinds that cannot be stored, as Dutch clauses.
  let unusable: [String]
  /// The place from which the next page is to be asked (*skiptoken*).
  let next: Int
  /// Whether the feed has nothing more now.
  let isLast: Bool

  /// Reads an answer to a request for a category at an address, from a place on.
  ///
  /// - Throws: `FeedError` if it is no feed, or if it does not say where to go on in the same one.
  init(
    _ bytes: [UInt8], _ category: FeedCategory, from address: WebAddress, after place: Int?
  ) throws(FeedError) {
    let root: PublishedMarkup
    do throws(ReadError) {
      root = try PublishedMarkup(bytes)
    } catch {
      throw FeedError(description: "het antwoord is geen XML: \(error)")
    }
    guard root.name == "feed" else {
      throw FeedError(description: "de wortel is «\(root.name.prefix(40))», geen feed")
    }
    let parts = root.children("entry")
    // An empty page is the end only if it says so: a feed that does not exist is empty too.
    let nextLink = parts.isEmpty ? nil : Self.link("next", of: root)
    guard let link = nextLink ?? Self.link("resume", of: root) else {
      throw FeedError(
        description: parts.isEmpty
          ? "de feed is leeg en zegt niet waar hij verder gaat"
          : "de pagina zegt niet waar de feed verder gaat")
    }
    isLast = nextLink == nil
    next = try Self.place(in: link, category, at: address)
    if let place, isLast ? next < place : next <= place {
      throw FeedError(description: "na plaats \(place) volgt volgens de feed plaats \(next)")
    }
    var entries: [Entry] = []
    var unusable: [String] = []
    for part in parts {
      guard let entity = part.first(at: "content")?.elements.first,
        entity.name == category.rawValue.lowercased()
      else { continue }
      do throws(FeedError) {
        let entry =
          category == .document ? try Self.document(entity, in: part) : Self.version(entity)
        if let entry { entries.append(entry) }
      } catch {
        unusable.append(error.description)
      }
    }
    self.entries = entries
    self.unusable = unusable
  }

  private static func link(_ relation: String, of part: PublishedMarkup) -> PublishedMarkup? {
    part.children("link").first { $0.attribute("rel")?.lowercased() == relation }
  }

  /// The place that a link goes on from. Only that is taken from it, and only if it leads to the
  /// same feed of the same host.
  private static func place(
    in link: PublishedMarkup, _ category: FeedCategory, at address: WebAddress
  ) throws(FeedError) -> Int {
    let written = link.attribute("href") ?? ""
    let target: WebAddress
    do throws(AddressError) {
      target = try address.resolving(written)
    } catch {
      throw FeedError(description: "de feed gaat elders verder: \(error.reason.prefix(200))")
    }
    guard target.host == address.host else {
      throw FeedError(description: "de feed gaat elders verder: \(target.text.prefix(200))")
    }
    guard target.parameter("category")?.lowercased() == category.rawValue.lowercased(),
      let place = target.parameter("skiptoken").flatMap({ Int($0) })
    else {
      throw FeedError(
        description: "de feed \(category.rawValue) gaat verder in \(target.text.prefix(200))")
    }
    return place
  }

  private static func document(
    _ entity: PublishedMarkup, in entry: PublishedMarkup
  ) throws(FeedError) -> Entry? {
    guard let resource = entity.attribute("id"), Publication.isName(resource) else { return nil }
    if isDeleted(entity) { return .other(resource) }
    guard let kind = entity.first(at: "soort")?.text, !kind.isEmpty else { return nil }
    guard FeedDocument.kinds.contains(kind.lowercased()) else { return .other(resource) }
    // Without a file there is nothing to fetch yet.
    guard link("enclosure", of: entry) != nil else { return nil }
    func text(_ name: String) -> String { entity.first(at: name)?.text ?? "" }
    let number = text("documentnummer")
    guard Publication.isDocumentNumber(number) else {
      throw FeedError(
        description: "een document van de Tweede Kamer met het nummer «\(number.prefix(40))»")
    }
    let changed = CalendarDate(iso: (entry.first(at: "updated")?.text ?? "").prefix(10))
    let date = CalendarDate(iso: text("datum").prefix(10))
    guard let modified = changed ?? date, let date = date ?? changed else {
      throw FeedError(description: "\(number) zonder datum")
    }
    var publication = Publication(identifier: number, modified: modified)
    publication.stamp = entity.attribute("bijgewerkt") ?? ""
    return .document(
      FeedDocument(
        resource: resource, publication: publication, date: date,
        size: entity.attribute("contentlength").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil },
        expected: FeedDocument.identifier(ofNumber: text("aanhangselnummer"))))
  }

  private static func version(_ entity: PublishedMarkup) -> Entry? {
    guard !isDeleted(entity), let resource = entity.first(at: "document")?.attribute("ref"),
      let identifier = entity.first(at: "externeidentifier")?.text,
      Publication.isName(resource), Publication.isName(identifier)
    else { return nil }
    return .published(resource: resource, identifier: identifier)
  }

  private static func isDeleted(_ entity: PublishedMarkup) -> Bool {
    ["true", "1"].contains(entity.attribute("verwijderd")?.lowercased())
  }
}
