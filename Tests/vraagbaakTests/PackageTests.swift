import Foundation
import Testing
import TestSupport

@testable import vraagbaak

/// What scripts/debian puts beside the command. scripts/test-package tries the whole package.
@Suite("The files of the Debian package")
struct PackageTests {
  private static let directory = "scripts/debian"

  private static func read(_ name: String) throws -> String {
    try Project.text(of: "\(directory)/\(name)")
  }

  private static func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(Project.path)/\(directory)")
  }

  @Test("The configuration is understood, says where things lie, and shows every key")
  func configuration() throws {
    let text = try Self.read("vraagbaak.conf")
    let configuration = try Configuration(Array(text.utf8), from: "vraagbaak.conf")
    #expect(configuration.value(of: .index) == "/var/lib/vraagbaak/index")
    #expect(configuration.value(of: .harvest) == "/var/lib/vraagbaak-harvest/publications")
    for key in Configuration.Key.allCases where key != .index && key != .harvest {
      #expect(configuration.value(of: key) == nil)
      #expect(text.contains("\n#\(key.rawValue) = "))
    }
    // Without the mark of a remark, every line is right too.
    let all = text.replacing("\n#", with: "\n").split(separator: "\n")
      .filter { $0.contains(#/^[a-z-]+ = /#) }.joined(separator: "\n")
    let complete = try Configuration(Array(all.utf8), from: "vraagbaak.conf")
    for key in Configuration.Key.allCases { #expect(complete.value(of: key) != nil) }
  }

  @Test("The units, the crontab and the script of a night use commands and options that there are")
  func commands() throws {
    let names = try Self.files().filter { $0.hasSuffix(".service") || $0 == "crontab" }
    var uses = 0
    for name in names + ["../nightly"] {
      let text = try Self.read(name).replacing("\\\n", with: " ")
      for line in text.split(separator: "\n") where !line.hasPrefix("#") {
        guard let use = line.firstMatch(of: Self.use) else { continue }
        let command = try #require(Vraagbaak.subcommand(named: String(use.1)), "\(line)")
        for word in line[use.range.upperBound...].split(separator: " ") where word.hasPrefix("--") {
          #expect(command.declarations.contains { "--\($0.name)" == word }, "\(name): \(word)")
        }
        uses += 1
      }
    }
    #expect(uses == 8)
  }

  /// A command in a unit, the crontab, or as a step of a night.
  private static var use: Regex<(Substring, Substring)> {
    #/(?:vraagbaak|step vraagbaak|step vraagbaak-harvest)(?: \d)? (alert|check|harvest|index|serve)\b/#
  }

  @Test("Every unit is installed by a rule, and is off until it is enabled")
  func units() throws {
    let rules = try Self.read("rules").split(separator: "\n")
    let units = try Self.files().filter { $0.contains(#/\.(service|socket|timer)$/#) }
    #expect(units.count == 7)
    for unit in units {
      let name = try #require(unit.split(separator: ".").dropFirst().first)
      #expect(
        rules.contains { $0.contains("--name=\(name) ") && $0.contains("--no-enable") }, "\(unit)")
    }
  }

  @Test("Only the unit that fetches has a network, and it has neither the index nor its user")
  func network() throws {
    let harvest = try Self.read("vraagbaak.vraagbaak-harvest.service").split(separator: "\n")
    #expect(harvest.contains("User=vraagbaak-harvest"))
    #expect(harvest.contains { $0.hasPrefix("InaccessiblePaths=-/var/lib/vraagbaak ") })
    #expect(!harvest.contains("PrivateNetwork=yes"))
    for name in ["index", "serve"] {
      let unit = try Self.read("vraagbaak.vraagbaak-\(name).service").split(separator: "\n")
      #expect(unit.contains("User=vraagbaak"))
      #expect(unit.contains("PrivateNetwork=yes"))
    }
  }

  @Test("A night by the units comes in the order of a night by the script")
  func order() throws {
    let index = try Self.read("vraagbaak.vraagbaak-index.service").split(separator: "\n")
    #expect(index.contains("After=vraagbaak-harvest.service"))
    #expect(index.contains("OnSuccess=vraagbaak-alert.service"))
    // Without arguments, a run reads what is fetched once its line is no remark any more.
    let configuration = try Self.read("vraagbaak.conf")
    #expect(configuration.contains("\n#documents = /var/lib/vraagbaak-harvest/publications\n"))
  }
}
