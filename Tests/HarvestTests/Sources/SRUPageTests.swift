import Kamervragen
import TestSupport
import Testing

@testable import Harvest

@Suite("A page of the official search")
struct SRUPageTests {
  /// A page as the search writes it, with other prefixes if they are given.
  static func page(
    count: String = "2", records: String = record("ah-tk-99989999-7") + record("kv-tk-9999Z1"),
    next: String = "", extra: String = "", sru: String = "sru", gzd: String = "gzd"
  ) -> [UInt8] {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <\(sru):searchRetrieveResponse \
      xmlns:\(sru)="http://docs.oasis-open.org/ns/search-ws/sruResponse" \
      xmlns:\(gzd)="http://standaarden.overheid.nl/sru" \
      xmlns:ow="http://standaarden.overheid.nl/wetgeving/" xmlns:dt="http://purl.org/dc/terms/" \
      xmlns:cd="http://standaarden.overheid.nl/cup/data">
      <\(sru):version>2.0</\(sru):version>
      <\(sru):numberOfRecords>\(count)</\(sru):numberOfRecords>
      <\(sru):records>\(records)</\(sru):records>\(next)\(extra)
      </\(sru):searchRetrieveResponse>
      """
    return Array(
      text.replacing("sru:record", with: "\(sru):record").replacing("gzd:", with: "\(gzd):").utf8)
  }

  static func record(
    _ identifier: String, modified: String = "<dt:modified>9999-03-04</dt:modified>",
    items: String = "<gzd:itemUrl manifestation=\"xml\">x</gzd:itemUrl>"
  ) -> String {
    """
    <sru:record><sru:recordData><gzd:gzd><gzd:originalData><ow:meta>
    <ow:owmskern><dt:identifier>\(identifier)</dt:identifier>\(modified)</ow:owmskern>
    <ow:owmsmantel><dt:date>9999-02-01</dt:date></ow:owmsmantel>
    <ow:tpmeta><ow:aanhangselnummer>0007</ow:aanhangselnummer>
    <ow:vergaderjaar>9998-9999</ow:vergaderjaar><ow:documentstatus>Opgemaakt na onopgemaakt</ow:documentstatus>
    <ow:vraagnummer>9999Z00012</ow:vraagnummer>
    <cd:datumTijdstipWijzigingExpression>9999-03-04T13:03:34.36+02:00\
    </cd:datumTijdstipWijzigingExpression></ow:tpmeta></ow:meta></gzd:originalData>
    <gzd:enrichedData><gzd:itemUrl manifestation="metadata">m</gzd:itemUrl>
    <gzd:itemUrl manifestation="odt">o</gzd:itemUrl>\(items)</gzd:enrichedData></gzd:gzd>
    </sru:recordData></sru:record>
    """
  }

  private func failure(_ text: String) -> String? {
    do throws(SRUError) {
      _ = try SRUPage(Array(text.utf8))
      return nil
    } catch {
      return error.description
    }
  }

  @Test("What a record says of its publication is read, whatever the prefixes are")
  func records() throws {
    let next = "<sru:nextRecordPosition>101</sru:nextRecordPosition>"
    for (sru, gzd) in [("sru", "gzd"), ("a", "b")] {
      let page = try SRUPage(
        Self.page(
          next: next.replacing("sru", with: sru), sru: sru, gzd: gzd))
      #expect(page.count == 2)
      #expect(page.next == 101)
      #expect(page.unusable.isEmpty)
      #expect(page.publications.map(\.identifier) == ["ah-tk-99989999-7", "kv-tk-9999Z1"])
      var expected = Harvest.Publication(
        identifier: "ah-tk-99989999-7", modified: try #require(CalendarDate(iso: "9999-03-04")))
      expected.stamp = "9999-03-04T13:03:34.36+02:00"
      expected.status = "Opgemaakt na onopgemaakt"
      expected.session = "9998-9999"
      expected.number = "7"
      expected.caseNumber = "9999Z00012"
      expected.forms = [.metadata, .xml]
      #expect(page.publications.first == expected)
    }
  }

  @Test("No hits are a page without records, in both ways of writing that")
  func noHits() throws {
    #expect(try SRUPage(Self.page(count: "0", records: "")).publications.isEmpty)
    let bare = """
      <searchRetrieveResponse xmlns="http://docs.oasis-open.org/ns/search-ws/sruResponse">
      <numberOfRecords>0</numberOfRecords></searchRetrieveResponse>
      """
    #expect(try SRUPage(Array(bare.utf8)).count == 0)
  }

  @Test("A record whose publication cannot be stored is named and does not stop the others")
  func unusable() throws {
    let page = try SRUPage(
      Self.page(
        count: "5",
        records: ["../../etc/passwd", "", ".ah-1", "ah tk", "ah-1"].map { Self.record($0) }.joined()
          + Self.record("ah-2", modified: "") + Self.record("ah-3", modified: "<dt:modified/>")))
    #expect(page.publications.map(\.identifier) == ["ah-1"])
    #expect(
      page.unusable.map(\.reason) == [
        "de identifier «../../etc/passwd» kan geen bestandsnaam zijn",
        "een resultaat zonder identifier", "de identifier «.ah-1» kan geen bestandsnaam zijn",
        "de identifier «ah tk» kan geen bestandsnaam zijn", "ah-2 zonder dag van wijziging",
        "ah-3 zonder dag van wijziging",
      ])
    #expect(page.records == 7)
  }

  @Test("A diagnostic is a failure in each of its forms, also beside records")
  func diagnostics() {
    let diagnostic = """
      <d:diagnostics xmlns:d="http://docs.oasis-open.org/ns/search-ws/diagnostic"><d:diagnostic>\
      <d:uri>info:srw/diagnostic/1/10</d:uri><d:message>mismatched input</d:message>\
      <d:details>[:9999-02-30]</d:details></d:diagnostic></d:diagnostics>
      """
    let expected = "de zoekdienst meldt: mismatched input; [:9999-02-30]; info:srw/diagnostic/1/10"
    #expect(failure(String(decoding: Self.page(extra: diagnostic), as: UTF8.self)) == expected)
    #expect(failure(diagnostic) == expected)
    #expect(
      failure(
        "<searchRetrieveResponse xmlns=\"http://docs.oasis-open.org/ns/search-ws/sruResponse\">"
          + "<version>2.0</version>\(diagnostic)</searchRetrieveResponse>") == expected)
    let inRecord = Self.page(
      records: "<sru:record><sru:recordData>\(diagnostic)</sru:recordData></sru:record>")
    #expect(failure(String(decoding: inRecord, as: UTF8.self)) == expected)
  }

  @Test(
    "What is no answer says so",
    arguments: [
      ("{\"numberOfRecords\": 2}", "het antwoord is geen XML"),
      ("<html><body>502 Bad Gateway</body></html>", "de wortel is «html»"),
      ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "het declareert entiteiten"),
      ("<searchRetrieveResponse/>", "het aantal gevonden publicaties ontbreekt"),
      ("", "het antwoord is geen XML"),
    ])
  func noAnswer(_ text: String, _ expected: String) throws {
    #expect(try #require(failure(text)).contains(expected))
  }

  @Test("An answer that was mutated is read or refused, and no name leads out of the directory")
  func mutated() throws {
    var random = SeededGenerator(seed: 2500)
    let page = Self.page(next: "<sru:nextRecordPosition>101</sru:nextRecordPosition>")
    var read = 0
    for _ in 0..<3000 {
      let bytes = page.damaged(1...2, Damage.allCases, using: &random)
      guard let result = try? SRUPage(bytes) else { continue }
      read += 1
      for publication in result.publications {
        let place = Mirror.place(of: publication.identifier)
        #expect(!place.split(separator: "/").contains { $0.hasPrefix(".") })
        #expect(place.split(separator: "/").count == 3)
      }
    }
    #expect(read > 200)
  }
}
