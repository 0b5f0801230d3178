import Foundation
import TestSupport
import Testing

/// The type `HTML` escapes, but cannot see where a text stands: these rules do.
@Suite("The sources of pages")
struct PageSourceTests {
  private static func sources() throws -> [String: String] {
    let directory = "Sources/VraagbaakWeb"
    var sources: [String: String] = [:]
    for folder in ["Pages", "HTML"] {
      let names = try FileManager.default.contentsOfDirectory(
        atPath: "\(Project.path)/\(directory)/\(folder)")
      for name in names where name.hasSuffix(".swift") {
        sources[name] = try Project.text(of: "\(directory)/\(folder)/\(name)")
      }
    }
    return sources
  }

  /// What breaks a rule in a source, in order.
  private static func faults(in source: String) -> [String] {
    // The literals as the compiler has them.
    let plain = source.replacing("\\\"", with: "\"")
    let addresses = plain.matches(of: /(?:href|src|action)="\\#*\((?!to: )[^)]*\)/)
    let unquoted = plain.matches(of: /[ "][a-z-]+=\\#*\([^)]*\)/)
    let single = plain.matches(of: /[ "][a-z-]+='\\#*\([^)]*\)/)
    let inline = plain.matches(of: /\ (?:on[a-z]+|style)="/)
    let raw = plain.matches(of: /\.init\(unescaped|unsafeBitCast|HTML\(bytes:/)
    return [addresses, unquoted, single].flatMap { $0.map { String($0.output) } }
      + (inline + raw).map { String($0.output) }
  }

  @Test("Addresses are interpolated as such, attributes are quoted, and nothing is inline")
  func rules() throws {
    let sources = try Self.sources()
    #expect(sources.count > 15)
    for (name, source) in sources { #expect(Self.faults(in: source) == [], "\(name)") }
  }

  @Test(
    "The rules see what breaks them",
    arguments: [
      #""<a href=\"\(address)\">""#, #"<a href="\(address)">"#, ##"<img src="\#(text)">"##,
      #"<form action="\(site.start)">"#, #"<p class=\(name)>"#, #"<p class='\(name)'>"#,
      #"<p style="color: red">"#, #"<p onclick="x()">"#,
    ])
  func broken(_ source: String) { #expect(Self.faults(in: source).count == 1) }

  @Test(
    "The rules let pass what is right",
    arguments: [
      #""<a href=\"\(to: address)\">""#, #"<p class="\(name)">\(text)</p>"#,
      #"let style = HTML(snippet)"#, #"add("label", on: "x")"#,
    ])
  func right(_ source: String) { #expect(Self.faults(in: source) == []) }

  @Test("Style and script come from nowhere else, and the page needs no other host")
  func resources() throws {
    for name in ["stijl.css", "script.js"] {
      let source = try Project.text(of: "Sources/VraagbaakWeb/Resources/\(name)")
      #expect(source.firstMatch(of: /https?:|\/\/[a-z]+\.|@import|url\(|eval\(|innerHTML/) == nil)
    }
  }
}
