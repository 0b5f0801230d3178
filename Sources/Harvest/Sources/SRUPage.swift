internal import Kamervragen

/// Why an answer of the official search cannot be used; `description` is a Dutch clause.
struct SRUError: Error, Hashable, CustomStringConvertible {
  let description: String
}

/// A page of the official search (SRU 2.0, OASIS searchRetrieve part 3).
struct SRUPage: Sendable, Hashable {
  /// The number of all records, which the source calls an estimate.
  let count: Int
  let publications: [Publication]
  /// Records that name no publication that can be stored.
  let unusable: [Unusable]
  /// The number of the first record of the next page; nil on the last one.
  let next: Int?
  /// The number of records on the page.
  var records: Int { publications.count + unusable.count }

  /// A record that names no publication that can be stored.
  struct Unusable: Sendable, Hashable {
    /// The day of its last change; nil if it does not say.
    let modified: CalendarDate?
    /// A Dutch clause.
    let reason: String
  }

  /// Reads an answer.
  ///
  /// - Throws: `SRUError` if it is not an answer, or has a diagnostic: also beside records, since
  ///   then a part of the query was ignored.
  init(_ bytes: [UInt8]) throws(SRUError) {
    let root: PublishedMarkup
    do throws(ReadError) {
      root = try PublishedMarkup(bytes)
    } catch {
      throw SRUError(description: "het antwoord is geen XML: \(error)")
    }
    // A record may have an element of any name, but not these outside its data.
    let parts = root.elements
    if root.name.hasPrefix("diagnostic") || parts.contains(where: Self.isDiagnostic) {
      throw SRUError(description: "de zoekdienst meldt: \(Self.diagnostic(in: root))")
    }
    guard root.name == "searchretrieveresponse" else {
      throw SRUError(description: "de wortel is «\(root.name.prefix(40))», geen zoekantwoord")
    }
    guard let count = root.first(at: "numberofrecords").flatMap({ Int($0.text) }), count >= 0 else {
      throw SRUError(description: "het aantal gevonden publicaties ontbreekt")
    }
    self.count = count
    var publications: [Publication] = []
    var unusable: [Unusable] = []
    for record in root.first(at: "records")?.children("record") ?? [] {
      if record.elements.contains(where: Self.isDiagnostic)
        || record.first(at: "recorddata")?.elements.contains(where: Self.isDiagnostic) == true
      {
        throw SRUError(description: "de zoekdienst meldt: \(Self.diagnostic(in: record))")
      }
      do throws(SRUError) {
        publications.append(try Self.publication(record))
      } catch {
        let day = Self.day(
          record.first(at: "recorddata", "gzd", "originaldata", "meta", "owmskern", "modified"))
        unusable.append(Unusable(modified: day, reason: error.description))
      }
    }
    self.publications = publications
    self.unusable = unusable
    next = root.first(at: "nextrecordposition").flatMap { Int($0.text) }
  }

  private static func isDiagnostic(_ element: PublishedMarkup) -> Bool {
    element.name == "diagnostics" || element.name == "diagnostic"
  }

  private static func diagnostic(in element: PublishedMarkup) -> String {
    let diagnostic = element.all("diagnostic").first ?? element
    let words = ["message", "details", "uri"].compactMap { diagnostic.first(at: $0)?.text }
    let text = words.filter { !$0.isEmpty }.joined(separator: "; ")
    return String((text.isEmpty ? diagnostic.text : text).prefix(200))
  }

  private static func day(_ element: PublishedMarkup?) -> CalendarDate? {
    (element?.text).flatMap { CalendarDate(iso: $0.prefix(10)) }
  }

  private static func publication(_ record: PublishedMarkup) throws(SRUError) -> Publication {
    guard let data = record.first(at: "recorddata", "gzd"),
      let meta = data.first(at: "originaldata", "meta")
    else { throw SRUError(description: "een resultaat zonder gegevens") }
    let identifier = meta.first(at: "owmskern", "identifier")?.text ?? ""
    guard Publication.isName(identifier) else {
      throw SRUError(
        description: identifier.isEmpty
          ? "een resultaat zonder identifier"
          : "de identifier «\(identifier.prefix(80))» kan geen bestandsnaam zijn")
    }
    guard let modified = day(meta.first(at: "owmskern", "modified")) else {
      throw SRUError(description: "\(identifier) zonder dag van wijziging")
    }
    let facts = meta.first(at: "tpmeta")
    func fact(_ name: String) -> String { facts?.first(at: name)?.text ?? "" }
    var publication = Publication(identifier: identifier, modified: modified)
    publication.stamp = fact("datumtijdstipwijzigingexpression")
    publication.status = fact("documentstatus")
    publication.session = fact("vergaderjaar")
    publication.number = String(fact("aanhangselnummer").drop { $0 == "0" })
    publication.caseNumber = fact("vraagnummer")
    let items = data.first(at: "enricheddata")?.children("itemurl") ?? []
    publication.forms = DocumentForms(
      items.compactMap { $0.attribute("manifestation").flatMap(DocumentForm.init(rawValue:)) })
    return publication
  }
}
