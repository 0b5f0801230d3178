import Foundation
import Testing

/// `scripts/nightly` with a command that prints and ends as a test says, and with the built one
/// beside the test server.
@Suite("A night without systemd")
struct NightlyTests {
  private static let project = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()

  /// A command that notes how it is called, prints the file `says-NAME` and ends with the number in
  /// the file `code-NAME`, if there are such files.
  private static let command = """
    #!/bin/bash
    cd "${0%/*}"
    echo "$(ulimit -v) $*" >> calls
    [[ ! -e says-$1 ]] || cat "says-$1" >&2
    [[ ! -e runs-$1 ]] || . "./runs-$1"
    exit "$(cat "code-$1" 2>/dev/null || echo 0)"

    """

  private func place(_ files: [String: String] = [:]) throws -> Workplace {
    let place = try Workplace()
    try place.write("contact = beheer@example.nl\n", to: "settings")
    try place.write(Self.command, to: "command")
    for (name, text) in files { try place.write(text, to: name) }
    return place
  }

  /// A night with the command of `place`.
  private func night(
    _ place: Workplace, before: String = "", after: String = ""
  ) throws -> CommandRun {
    try place.shell(
      """
      chmod +x command; export VRAAGBAAK="$PWD/command" VRAAGBAAK_CONFIG="$PWD/settings"
      \(before)
      '\(Self.project)/scripts/nightly' night \(after)
      """)
  }

  private func calls(_ place: Workplace) throws -> [String] {
    guard place.exists("calls") else { return [] }
    return try place.read("calls").split(separator: "\n").map(String.init)
  }

  @Test("It fetches, indexes and tells, each with at most 1 GB")
  func steps() throws {
    let place = try place()
    #expect(try night(place) == CommandRun())
    let night = "\(place.path)/night"
    #expect(
      try calls(place) == [
        "1048576 harvest --max-minutes 270 --report \(night)/last-harvest.json "
          + "--metrics \(night)/vraagbaak-harvest.prom",
        "1048576 index --wait 600 --rebuild-outdated --report \(night)/last-run.json "
          + "--metrics \(night)/vraagbaak.prom",
        "1048576 alert run --report \(night)/last-alert.json",
      ])
    #expect(try place.read("night/nightly.log").split(separator: "\n").count == 6)
  }

  @Test("Without a contact it fetches nothing")
  func noContact() throws {
    let place = try place(["settings": "#contact = beheer@example.nl\nindex = /tmp/index\n"])
    #expect(try night(place) == CommandRun())
    #expect(try calls(place).map { $0.split(separator: " ")[1] } == ["index", "alert"])
  }

  @Test("What the steps say is a mail, and the gravest exit code that of the night")
  func summary() throws {
    let place = try place([
      "code-harvest": "69", "says-harvest": "de bron zwijgt\n",
      "code-index": "65", "says-index": "een bestand geweigerd\n",
      "says-alert": "drie mails\n",
    ])
    #expect(
      try night(place)
        == CommandRun(
          output: """
            harvest: exit code 69
              de bron zwijgt
            index: exit code 65
              een bestand geweigerd
            alert: exit code 0
              drie mails
            The whole log: \(place.path)/night/nightly.log

            """, status: 69))
  }

  @Test("If something is said on one step only, the mail has the others too")
  func oneStep() throws {
    let place = try place(["says-alert": "een mail\n"])
    #expect(
      try night(place).lines.dropLast()
        == [
          "harvest: exit code 0", "index: exit code 0", "alert: exit code 0", "  een mail",
        ])
  }

  @Test("Without an index that is up to date nothing is told")
  func noIndex() throws {
    for code in [66, 74, 75, 78] {
      let place = try place(["code-index": "\(code)", "code-harvest": "65"])
      let run = try night(place)
      #expect(run.status == Int32(code))
      #expect(run.lines[2] == "alert: not run, since the index is not up to date")
      #expect(try calls(place).count == 2)
    }
  }

  @Test("Files that were refused before are no news, and new ones are")
  func refusals() throws {
    for (count, isNews) in [(0, false), (1, true)] {
      let report =
        #"{"action":"update","added":0,"changed":0,"files":3,"newlyRefused":\#(count),"#
        + #""passages":4,"refused":1,"removed":0,"seconds":0.1}"#
      let place = try place([
        "code-index": "65", "says-index": "1 geweigerd\n", "night/last-run.json": report,
      ])
      let run = try night(place)
      #expect(run.output.isEmpty != isNews)
      #expect(run.status == 65)
      #expect(try place.read("night/nightly.log").contains("1 geweigerd\n"))
    }
  }

  @Test("The mail has at most 25 lines; of a step that says much, the first ones and the last")
  func length() throws {
    let much = (1...500).map { "regel \($0) " + String(repeating: "é", count: 900) }
    let text = much.joined(separator: "\n") + "\n"
    let place = try place([
      "says-harvest": text, "says-index": text, "says-alert": text, "code-harvest": "69",
    ])
    let run = try night(place)
    #expect(run.lines.count == 25)
    #expect(run.lines.allSatisfy { $0.count <= 402 })
    #expect(run.lines[5].hasPrefix("  regel 5 é"))
    #expect(run.lines[6] == "  … and 494 more lines")
    #expect(run.lines[7].hasPrefix("  regel 500 é"))
    #expect(try place.read("night/nightly.log").contains(text))
  }

  @Test("A night does not begin before the last one is over")
  func lock() throws {
    let place = try place()
    let run = try night(
      place, before: "mkdir night; exec 7>night/nightly.lock; flock 7",
      after: "; echo \"code $?\"; flock -u 7; '\(Self.project)/scripts/nightly' night")
    #expect(run.output == "code 75\n")
    #expect(run.errors == "nightly: the night before is not over\n")
    #expect(run.status == 0)
    #expect(try calls(place).count == 3)
  }

  @Test("A stop reaches the command that is at work, and nothing follows")
  func stop() throws {
    let place = try place([
      "runs-harvest": "trap 'echo gestopt >&2; exit 143' TERM; touch began; sleep 50 & wait\n"
    ])
    let run = try night(
      place,
      after: """
        & while [[ ! -e began ]]; do sleep 0.02; done; kill $!; wait $!
        """)
    #expect(run.status == 143)
    #expect(
      run.lines.dropLast()
        == [
          "harvest: exit code 143", "  gestopt", "index: not run, since the night was stopped",
        ])
    #expect(try calls(place).count == 1)
  }

  @Test("Wrong usage is said, and nothing runs")
  func usage() throws {
    let place = try place()
    for arguments in ["", "--help", "night other"] {
      let run = try place.shell("'\(Self.project)/scripts/nightly' \(arguments)")
      #expect(run.status == 64)
      #expect(run.messages.count == 1)
    }
  }

  @Test("From nothing to an index of what the source has; the next night has nothing to say")
  func real() throws {
    let place = try Workplace()
    // The addresses of the source, which a real night takes from the command.
    try place.write(
      """
      #!/bin/bash
      case $1 in
        harvest) exec "$V" "$@" --pause 0 --since 2025-08-18 --today 2025-08-30 --sru "$source/sru" \
          --documents "$source/zoek/{file}" ;;
        index) exec "$V" "$@" ;;
      esac

      """, to: "command")
    try place.write(
      "contact = a@example.nl\nharvest = \(place.path)/fetched\ndocuments = \(place.path)/fetched\n",
      to: "settings")
    let run = try place.shell(
      """
      chmod +x command; export V VRAAGBAAK="$PWD/command" VRAAGBAAK_CONFIG="$PWD/settings"
      exec 3< <(exec python3 '\(Self.project)/Tests/HarvestServer' --state server --days 4 --per-day 5)
      server=$!; trap 'kill $server' EXIT
      read -r source <&3; export source
      python3 -c 'import json, sys, urllib.request
      urllib.request.urlopen(sys.argv[1], json.dumps({"day": "2025-08-30"}).encode())' \\
        "$source/control/today"
      '\(Self.project)/scripts/nightly' night; echo "code $?"
      '\(Self.project)/scripts/nightly' night; echo "code $?"
      "$V" status --format json
      """)
    #expect(run.errors == "")
    #expect(run.lines.first == "harvest: exit code 0")
    #expect(run.lines.dropLast().suffix(2) == ["code 0", "code 0"], "\(run.output)")
    let status = try JSONValue(#require(run.lines.last))
    #expect(status["run"]?["sets"]?.asNumber == 17)
  }
}
