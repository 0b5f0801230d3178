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

  @Test("The configuration is understood, sets the index alone, and shows every key")
  func configuration() throws {
    let text = try Self.read("vraagbaak.conf")
    let configuration = try Configuration(Array(text.utf8), from: "vraagbaak.conf")
    #expect(configuration.value(of: .index) == "/var/lib/vraagbaak/index")
    for key in Configuration.Key.allCases where key != .index {
      #expect(configuration.value(of: key) == nil)
      #expect(text.contains("\n#\(key.rawValue) = "))
    }
    // Without the mark of a remark, every line is right too.
    let all = text.replacing("\n#", with: "\n").split(separator: "\n")
      .filter { $0.contains(#/^[a-z-]+ = /#) }.joined(separator: "\n")
    let complete = try Configuration(Array(all.utf8), from: "vraagbaak.conf")
    for key in Configuration.Key.allCases { #expect(complete.value(of: key) != nil) }
  }

  @Test("The units and the crontab use commands and options that there are")
  func commands() throws {
    let names = try Self.files().filter { $0.hasSuffix(".service") || $0 == "crontab" }
    var uses = 0
    for name in names {
      for line in try Self.read(name).split(separator: "\n") where !line.hasPrefix("#") {
        guard let start = line.firstRange(of: #/vraagbaak (index|check|serve)/#) else { continue }
        let words =
          line[start].split(separator: " ") + line[start.upperBound...].split(separator: " ")
        let command = try #require(Vraagbaak.subcommand(named: String(words[1])), "\(line)")
        for word in words where word.hasPrefix("--") {
          #expect(command.declarations.contains { "--\($0.name)" == word }, "\(name): \(word)")
        }
        uses += 1
      }
    }
    #expect(uses == 4)
  }

  @Test("Every unit is installed by a rule, and is off until it is enabled")
  func units() throws {
    let rules = try Self.read("rules").split(separator: "\n")
    let units = try Self.files().filter { $0.contains(#/\.(service|socket|timer)$/#) }
    #expect(units.count == 4)
    for unit in units {
      let name = try #require(unit.split(separator: ".").dropFirst().first)
      #expect(
        rules.contains { $0.contains("--name=\(name) ") && $0.contains("--no-enable") }, "\(unit)")
    }
  }
}
