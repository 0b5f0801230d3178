import HTTPServer
import TestSupport
import Testing

@Suite("The target of a request")
struct HTTPTargetTests {
  @Test(
    "A path is taken apart at its slashes and then decoded",
    arguments: [
      ("/", []), ("", []), ("/set/ah-tk-20242025-705", ["set", "ah-tk-20242025-705"]),
      ("/set/a%2Fb", ["set", "a/b"]), ("/set/", ["set", ""]), ("//x", ["", "x"]),
      ("/caf%C3%A9", ["café"]), ("/a+b", ["a+b"]), ("/100%", ["100%"]), ("/%zz", ["%zz"]),
      ("/%F", ["%F"]), ("/%FF", ["\u{FFFD}"]), ("/a%00b", ["a\0b"]), ("/x?y=/z", ["x"]),
      ("http://voorbeeld.nl/a/b", ["a", "b"]), ("HTTPS://x:80", []), ("http://x?q=/a", []),
    ])
  func path(written: String, parts: [String]) {
    #expect(HTTPTarget(written).path == parts)
  }

  @Test(
    "Parameters are decoded as those of a form",
    arguments: [
      ("/", []), ("/?", []), ("/?q=a+b", [.init("q", "a b")]),
      ("/?q=a%2Bb", [.init("q", "a+b")]), ("/?q=a=b", [.init("q", "a=b")]),
      ("/?q", [.init("q", "")]), ("/?=x", [.init("", "x")]),
      ("/?a=1&&a=2", [.init("a", "1"), .init("a", "2")]),
      ("/?q=%E2%82%AC+5&x=?", [.init("q", "€ 5"), .init("x", "?")]),
      ("/?q=%", [.init("q", "%")]), ("/?na%61m=1", [.init("naam", "1")]),
    ] as [(String, [HTTPTarget.Parameter])])
  func parameters(written: String, parameters: [HTTPTarget.Parameter]) {
    #expect(HTTPTarget(written).parameters == parameters)
  }

  @Test("The first value of a parameter counts")
  func first() {
    let target = HTTPTarget("/?q=een&q=twee")
    #expect(target["q"] == "een")
    #expect(target["r"] == nil)
  }

  @Test("Any text is a target, and is kept as written")
  func random() {
    var random = SeededGenerator(seed: 23)
    let signs = Array("/?&=%+#aé€0F ".utf8) + [0xFF, 0xC3]
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        signs.randomElement(using: &random) ?? 0
      }
      let written = String(decoding: bytes, as: UTF8.self)
      let target = HTTPTarget(written)
      #expect(target.written == written)
      let path = written.utf8.prefix { $0 != UInt8(ascii: "?") }
      #expect(target.path.count <= path.count { $0 == UInt8(ascii: "/") } + 1)
      #expect(target.parameters.count <= written.utf8.count { $0 == UInt8(ascii: "&") } + 1)
    }
  }

  @Test(
    "An address to listen on is a host and a port",
    arguments: [
      ("127.0.0.1:0", true), ("[::1]:0", true), ("localhost:0", true), ("127.0.0.1", false),
      ("127.0.0.1:", false), ("127.0.0.1:70000", false), ("::1:80", false), ("x:-1", false),
      ("a\0b:80", false), ("", false),
    ])
  func listening(address: String, isUsable: Bool) {
    do {
      _ = try ListeningSocket(address: address)
      #expect(isUsable)
    } catch {
      // A machine may lack IPv6; that is the system's refusal.
      if isUsable, case .system = error { return }
      #expect(!isUsable)
      #expect(error == .badAddress(address))
    }
  }
}
