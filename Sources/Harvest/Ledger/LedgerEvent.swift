internal import Kamervragen

/// One thing that the ledger records. The state of a mirror follows from these in their order.
enum LedgerEvent: Hashable {
  /// A file was written.
  case file(identifier: String, StoredFile, FileOrigin)
  /// All files of a publication are there as the source describes it.
  case stored(Publication, forms: DocumentForms)
  /// A publication could not be fetched, for the number of runs in a row.
  case failed(Publication, tries: Int, day: CalendarDate, reason: String)
  /// The source does not list a publication any more, since a day.
  case missing(identifier: String, since: CalendarDate)
  /// The source lists it again.
  case found(identifier: String)
  /// The publisher says that a publication is withdrawn; it may not be believed yet.
  case withdrawn(Publication)
  /// Its files were removed.
  case removed(Publication, reason: Removal, day: CalendarDate)
  /// Every publication that was changed on these days is recorded.
  case closed(ClosedRange<CalendarDate>)
  /// These days are to be listed again.
  case opened(ClosedRange<CalendarDate>)
  /// The number of records that were changed on a day and name no publication that can be stored.
  case unusable(day: CalendarDate, count: Int)
  /// The days that are counted again from time to time were counted.
  case counted(Recount, day: CalendarDate)
  /// The number of publications that days which are not closed have.
  case remaining(Int)
  /// The feed of the Tweede Kamer has a document.
  case document(FeedDocument)
  /// A document of the Tweede Kamer is published officially.
  case published(resource: String, identifier: String)
  /// The feed has deleted a document, or says that it is something else.
  case forgotten(resource: String)
  /// The place in a feed of the Tweede Kamer from which the next run goes on.
  case cursor(FeedCategory, place: Int)
}

/// Why the files of a publication were removed.
package enum Removal: Hashable, Sendable {
  /// The publisher says that it is withdrawn.
  case withdrawn
  /// The source does not list it any more.
  case vanished
  /// Another publication took its place; its identifier.
  case replaced(by: String)

  fileprivate var text: String {
    switch self {
    case .withdrawn: "withdrawn"
    case .vanished: "vanished"
    case .replaced(let other): "replaced by \(other)"
    }
  }

  fileprivate init?(_ text: String) {
    let opening = "replaced by "
    switch text {
    case "withdrawn": self = .withdrawn
    case "vanished": self = .vanished
    default:
      guard text.hasPrefix(opening) else { return nil }
      self = .replaced(by: String(text.dropFirst(opening.count)))
    }
  }
}

/// What is counted again from time to time.
enum Recount: String, Hashable, CaseIterable {
  /// The last sixty days.
  case recent
  /// Every year.
  case years
}

/// A file of a publication as it was fetched.
struct StoredFile: Hashable {
  var form: DocumentForm
  /// In bytes.
  var size: Int
  /// The SHA-256 digest, 64 hexadecimal digits.
  var sha256: String
}

/// Where a file came from, for whoever reads the ledger.
struct FileOrigin: Hashable {
  /// The address that was asked for, and the one that answered.
  var address: String
  var finalAddress: String
  /// The validators that the server gave; empty if none.
  var entityTag: String
  var lastModified: String
}

// MARK: Lines

extension LedgerEvent {
  /// The event as a line, written at a moment (ISO 8601).
  func line(at moment: String) -> LedgerLine {
    func line(_ kind: String, _ fields: String...) -> LedgerLine {
      LedgerLine([kind, moment] + fields)
    }
    func line(_ kind: String, _ publication: Publication, _ fields: String...) -> LedgerLine {
      LedgerLine([kind, moment] + publication.fields + fields)
    }
    return switch self {
    case .file(let identifier, let file, let origin):
      line(
        "file", identifier, file.form.rawValue, "\(file.size)", file.sha256, origin.address,
        origin.finalAddress, origin.entityTag, origin.lastModified)
    case .stored(let publication, let forms): line("stored", publication, forms.text)
    case .failed(let publication, let tries, let day, let reason):
      line("failed", publication, "\(tries)", "\(day)", reason)
    case .missing(let identifier, let day): line("missing", identifier, "\(day)")
    case .found(let identifier): line("found", identifier)
    case .withdrawn(let publication): line("withdrawn", publication)
    case .removed(let publication, let reason, let day):
      line("removed", publication, "\(day)", reason.text)
    case .closed(let days): line("closed", "\(days.lowerBound)", "\(days.upperBound)")
    case .opened(let days): line("opened", "\(days.lowerBound)", "\(days.upperBound)")
    case .unusable(let day, let count): line("unusable", "\(day)", "\(count)")
    case .counted(let recount, let day): line("counted", recount.rawValue, "\(day)")
    case .remaining(let count): line("remaining", "\(count)")
    case .document(let document):
      line(
        "document", document.publication, document.resource, "\(document.date)",
        document.size.map(String.init) ?? "", document.expected)
    case .published(let resource, let identifier): line("published", resource, identifier)
    case .forgotten(let resource): line("forgotten", resource)
    case .cursor(let category, let place): line("cursor", category.rawValue, "\(place)")
    }
  }

  /// A number that is not negative and far from what the machine can count.
  private static func number(_ text: String) -> Int? {
    Int(text).flatMap { (0...1 << 40).contains($0) ? $0 : nil }
  }

  /// Reads a line; nil if it is not one that `line(at:)` makes.
  init?(_ line: LedgerLine) {
    guard line.fields.count > 2 else { return nil }
    let fields = Array(line.fields.dropFirst(2))
    switch (line.fields[0], fields.count) {
    case ("file", 8):
      guard let form = DocumentForm(rawValue: fields[1]), let size = Self.number(fields[2]),
        fields[3].utf8.count == 64, Publication.isName(fields[0])
      else { return nil }
      self = .file(
        identifier: fields[0],
        StoredFile(form: form, size: size, sha256: fields[3]),
        FileOrigin(
          address: fields[4], finalAddress: fields[5], entityTag: fields[6],
          lastModified: fields[7]))
    case ("stored", Publication.fieldCount + 1):
      guard let publication = Publication(fields), let forms = DocumentForms(fields.last ?? "")
      else { return nil }
      self = .stored(publication, forms: forms)
    case ("failed", Publication.fieldCount + 3):
      let rest = fields.dropFirst(Publication.fieldCount)
      guard let publication = Publication(fields), let tries = Self.number(rest.first ?? ""),
        let day = CalendarDate(iso: fields[fields.count - 2])
      else { return nil }
      self = .failed(publication, tries: tries, day: day, reason: fields[fields.count - 1])
    case ("missing", 2):
      guard let day = CalendarDate(iso: fields[1]) else { return nil }
      self = .missing(identifier: fields[0], since: day)
    case ("found", 1): self = .found(identifier: fields[0])
    case ("withdrawn", Publication.fieldCount):
      guard let publication = Publication(fields) else { return nil }
      self = .withdrawn(publication)
    case ("removed", Publication.fieldCount + 2):
      guard let publication = Publication(fields),
        let day = CalendarDate(iso: fields[fields.count - 2]),
        let reason = Removal(fields[fields.count - 1])
      else { return nil }
      self = .removed(publication, reason: reason, day: day)
    case ("closed", 2), ("opened", 2):
      guard let first = CalendarDate(iso: fields[0]), let last = CalendarDate(iso: fields[1]),
        first <= last
      else { return nil }
      self = line.fields[0] == "closed" ? .closed(first...last) : .opened(first...last)
    case ("unusable", 2):
      guard let day = CalendarDate(iso: fields[0]), let count = Self.number(fields[1]) else {
        return nil
      }
      self = .unusable(day: day, count: count)
    case ("counted", 2):
      guard let recount = Recount(rawValue: fields[0]), let day = CalendarDate(iso: fields[1])
      else { return nil }
      self = .counted(recount, day: day)
    case ("remaining", 1):
      guard let count = Self.number(fields[0]) else { return nil }
      self = .remaining(count)
    case ("document", Publication.fieldCount + 4):
      guard let document = FeedDocument(fields) else { return nil }
      self = .document(document)
    case ("published", 2):
      guard fields.allSatisfy(Publication.isName) else { return nil }
      self = .published(resource: fields[0], identifier: fields[1])
    case ("forgotten", 1): self = .forgotten(resource: fields[0])
    case ("cursor", 2):
      guard let category = FeedCategory(rawValue: fields[0]), let place = Int(fields[1]) else {
        return nil
      }
      self = .cursor(category, place: place)
    default: return nil
    }
  }
}

extension Publication {
  static let fieldCount = 8

  fileprivate var fields: [String] {
    [identifier, "\(modified)", stamp, status, session, number, caseNumber, forms.text]
  }

  fileprivate init?(_ fields: [String]) {
    guard fields.count >= Self.fieldCount, Self.isName(fields[0]),
      let modified = CalendarDate(iso: fields[1]), let forms = DocumentForms(fields[7])
    else { return nil }
    self.init(identifier: fields[0], modified: modified)
    (stamp, status, session) = (fields[2], fields[3], fields[4])
    (number, caseNumber) = (fields[5], fields[6])
    self.forms = forms
  }
}

extension FeedDocument {
  fileprivate init?(_ fields: [String]) {
    let rest = Array(fields.dropFirst(Publication.fieldCount))
    guard let publication = Publication(fields), rest.count == 4, Publication.isName(rest[0]),
      let date = CalendarDate(iso: rest[1])
    else { return nil }
    self.init(
      resource: rest[0], publication: publication, date: date, size: Int(rest[2]),
      expected: rest[3])
  }
}

extension DocumentForms {
  fileprivate var text: String { members.map(\.rawValue).sorted().joined(separator: ",") }

  fileprivate init?(_ text: String) {
    self = []
    for name in text.split(separator: ",") {
      guard let form = DocumentForm(rawValue: String(name)) else { return nil }
      insert(form)
    }
  }
}
