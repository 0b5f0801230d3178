import TestSupport
import Testing

@testable import Harvest

@Suite("Addresses that may be fetched")
struct WebAddressTests {
  @Test("An address is one of an official host or of this machine, and is normalised")
  func accepted() throws {
    for (written, text, host) in [
      ("https://repository.overheid.nl/sru", nil, "repository.overheid.nl"),
      (
        "HTTPS://Zoek.OfficieleBekendmakingen.nl:443",
        "https://zoek.officielebekendmakingen.nl/", "zoek.officielebekendmakingen.nl"
      ),
      (
        "https://repository.officiele-overheidspublicaties.nl/a/./b/../c/.",
        "https://repository.officiele-overheidspublicaties.nl/a/c/",
        "repository.officiele-overheidspublicaties.nl"
      ),
      (
        "https://gegevensmagazijn.tweedekamer.nl:/x?y=/../z&$top=1",
        "https://gegevensmagazijn.tweedekamer.nl/x?y=/../z&$top=1",
        "gegevensmagazijn.tweedekamer.nl"
      ),
      ("http://127.0.0.1:8080/a%20b", nil, "127.0.0.1:8080"),
      ("http://127.255.3.4:080/", "http://127.255.3.4/", "127.255.3.4"),
      ("http://[::1]:81", "http://[::1]:81/", "[::1]:81"),
      ("https://localhost?a", "https://localhost/?a", "localhost"),
      ("https://localhost:80/../..", "https://localhost:80/", "localhost:80"),
    ] as [(String, String?, String)] {
      let address = try WebAddress(written)
      #expect(address.text == text ?? written)
      #expect(address.host == host)
      #expect(address.isLoopback == !host.hasSuffix(".nl"))
    }
  }

  @Test(
    "Any other is refused",
    arguments: [
      "", "sru", "/sru", "//repository.overheid.nl/", "repository.overheid.nl", "https:",
      "https://", "https:///a", "http://repository.overheid.nl/", "https://overheid.nl/",
      "https://repository.overheid.nl:8443/", "https://repository.overheid.nl:80/",
      "https://repository.overheid.nl./", "https://repository.overheid.nl.example.org/",
      "https://repository.overheid.nl@example.org/", "https://a:b@repository.overheid.nl/",
      "https://example.org/#@repository.overheid.nl/", "https://repository.overheid.nl/#a",
      "https://repository.overheid.nl\\@example.org/", "https://repository.overheid.nl%2e/",
      "https://repository.overheid.nl/a b", "https://repository.overheid.nl/\u{e9}",
      "https://repository.overheid.nl/%", "https://repository.overheid.nl/%2",
      "https://repository.overheid.nl/%g0", "https://repository.overheid.nl/\n",
      "https://repository.overheid.nl/{id}", "ftp://127.0.0.1/", "file:///etc/passwd",
      "http://127.0.0.1:0/", "http://127.0.0.1:65536/", "http://127.0.0.1:x/",
      "http://127.0.0.1:+1/", "http://127.1/", "http://127.0.0.01/", "http://127.0.0.256/",
      "http://127.0.0.1.1/", "http://127.0.0./", "http://2130706433/", "http://0x7f.0.0.1/",
      "http://[::2]/", "http://[::1/", "http://[::ffff:127.0.0.1]/", "http://localhost.nl/",
      "http://localhost:80:80/", "http://0.0.0.0/", "http://10.0.0.1/",
      "https://repository.overheid.nl/" + String(repeating: "a", count: 8192),
    ])
  func refused(text: String) {
    #expect(throws: AddressError.self) { try WebAddress(text) }
  }

  @Test("A reference is resolved as RFC 3986 has it")
  func resolving() throws {
    let base = try WebAddress("http://localhost:99/b/c/d?q")
    for (reference, target) in [
      ("g", "/b/c/g"), ("./g", "/b/c/g"), ("g/", "/b/c/g/"), ("/g", "/g"), ("?y", "/b/c/d?y"),
      ("g?y", "/b/c/g?y"), ("#s", "/b/c/d?q"), ("g#s", "/b/c/g"), (";x", "/b/c/;x"),
      ("", "/b/c/d?q"), (".", "/b/c/"), ("..", "/b/"), ("../g", "/b/g"), ("../..", "/"),
      ("../../../g", "/g"), ("/./g", "/g"), ("g..", "/b/c/g.."), ("..g", "/b/c/..g"),
      ("./g/.", "/b/c/g/"), ("g/../h", "/b/c/h"), ("g?y/../x", "/b/c/g?y/../x"),
      ("//localhost:99/z", "/z"), ("g//h", "/b/c/g//h"),
    ] {
      #expect(try base.resolving(reference).text == "http://localhost:99\(target)", "\(reference)")
    }
    #expect(try base.resolving("//127.0.0.1/z").text == "http://127.0.0.1/z")
  }

  @Test("No way leads from an official host to this machine or back, nor from https to http")
  func ways() throws {
    let official = try WebAddress("https://repository.overheid.nl/a")
    let local = try WebAddress("https://localhost/a")
    let other = "https://zoek.officielebekendmakingen.nl/b"
    #expect(try official.resolving(other).text == other)
    #expect(try official.resolving("//zoek.officielebekendmakingen.nl/b").text == other)
    #expect(throws: AddressError.foreign("https://localhost/")) {
      try official.resolving("https://localhost/")
    }
    #expect(throws: AddressError.foreign(other)) { try local.resolving(other) }
    #expect(throws: AddressError.foreign("http://localhost/b")) {
      try local.resolving("http://localhost/b")
    }
    #expect(throws: AddressError.foreign("http://repository.overheid.nl/b")) {
      try official.resolving("http://repository.overheid.nl/b")
    }
  }

  @Test("Whatever is written, an address that is accepted is accepted again as it is")
  func damaged() throws {
    var random = SeededGenerator(seed: 3986)
    let sound = [
      "https://repository.overheid.nl/frbr/a/../b?c=d", "http://127.0.0.1:80/x%20y?z",
      "http://[::1]:8080/./a", "//localhost/..//", "../a/./b?c#d", "https://localhost:443/a",
    ]
    let base = try WebAddress("http://127.0.0.1:8080/a/b?c")
    var accepted = 0
    for _ in 0..<4000 {
      let bytes = Array(sound[Int.random(in: 0..<sound.count, using: &random)].utf8)
        .damaged(0...4, Damage.allCases, using: &random)
      let text = String(decoding: bytes, as: UTF8.self)
      for address in [try? WebAddress(text), try? base.resolving(text)] {
        guard let address else { continue }
        accepted += 1
        #expect(try WebAddress(address.text) == address)
        #expect(address.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
      }
    }
    #expect(accepted > 1000)
  }
}
