import Testing
import VraagbaakReport

@testable import vraagbaak

/// How the place where results appear decides their form.
@Suite("The surroundings of the command")
struct SurroundingsTests {
  /// A terminal of 140 by 50 with a keyboard, unless told otherwise.
  private func surroundings(
    _ environment: [String: String] = [:], isTerminal: Bool = true, hasKeyboard: Bool = true,
    columns: Int? = 140
  ) -> Surroundings {
    Surroundings(
      isTerminal: isTerminal, size: columns.map { ($0, 50) }, hasKeyboard: hasKeyboard
    ) { environment[$0] }
  }

  private static let xterm = ["TERM": "xterm"]

  @Test(
    "Colours are for a terminal that can show them, unless a variable or the option says otherwise",
    arguments: [
      (["TERM": "xterm"], true, DisplayOptions.Color.auto, true),
      (["TERM": "xterm"], false, .auto, false), (["TERM": "dumb"], true, .auto, false),
      ([:], true, .auto, false), (["TERM": "xterm", "NO_COLOR": "1"], true, .auto, false),
      (["TERM": "xterm", "NO_COLOR": ""], true, .auto, true),
      (["CLICOLOR_FORCE": "1"], false, .auto, true),
      (["CLICOLOR_FORCE": "0"], false, .auto, false),
      (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false, .auto, false),
      (["NO_COLOR": "1", "TERM": "dumb"], false, .always, true),
      (["TERM": "xterm", "CLICOLOR_FORCE": "1"], true, .never, false),
    ])
  func colours(
    _ environment: [String: String], _ isTerminal: Bool, _ option: DisplayOptions.Color,
    _ isColored: Bool
  ) {
    let surroundings = surroundings(environment, isTerminal: isTerminal)
    #expect(surroundings.display(option).usesColor == isColored)
  }

  @Test("Links need colours and a terminal that hides their addresses")
  func links() {
    #expect(surroundings(Self.xterm).display(.auto).usesLinks)
    #expect(!surroundings(Self.xterm).display(.never).usesLinks)
    #expect(!surroundings(["TERM": "linux"]).display(.auto).usesLinks)
    #expect(!surroundings(["TERM": "dumb"]).display(.always).usesLinks)
    #expect(!surroundings(Self.xterm, isTerminal: false).display(.always).usesLinks)
  }

  @Test(
    "COLUMNS comes before the terminal, and that before eighty columns",
    arguments: [
      ([:], 140, 140, 120), ([:], 70, 70, 70), ([:], nil, 80, 80), ([:], 12, 20, 20),
      (["COLUMNS": "60"], 140, 60, 60), (["COLUMNS": "200"], nil, 200, 200),
      (["COLUMNS": "breed"], 90, 90, 90), (["COLUMNS": "0"], nil, 80, 80),
      (["COLUMNS": "-7"], nil, 80, 80), (["COLUMNS": "99999999999999999999"], 90, 90, 90),
    ] as [([String: String], Int?, Int, Int)])
  func width(_ environment: [String: String], _ terminal: Int?, _ columns: Int, _ width: Int) {
    let display = surroundings(environment, columns: terminal).display(.auto)
    #expect(display.columns == columns)
    #expect(display.width == width)
  }

  @Test("LINES comes before the rows of the terminal")
  func rows() {
    #expect(surroundings().rows == 50)
    #expect(surroundings(["LINES": "10"]).rows == 10)
    #expect(surroundings(["LINES": "x"], columns: nil).rows == nil)
  }

  @Test(
    "The pager is chosen as git does",
    arguments: [
      (["TERM": "xterm"], "less"), (["TERM": "xterm", "PAGER": "most"], "most"),
      (["TERM": "xterm", "PAGER": "most", "VRAAGBAAK_PAGER": "less -S"], "less -S"),
      (["TERM": "xterm", "PAGER": "cat"], nil), (["TERM": "xterm", "PAGER": ""], nil),
      (["TERM": "xterm", "PAGER": "most", "VRAAGBAAK_PAGER": ""], nil),
      (["TERM": "dumb"], nil), ([:], nil), (["PAGER": "most"], "most"),
    ] as [([String: String], String?)])
  func pager(_ environment: [String: String], _ pager: String?) {
    #expect(surroundings(environment).pager == pager)
    #expect(surroundings(environment, isTerminal: false).pager == nil)
  }

  @Test("Without a keyboard only a pager that was chosen is started, for nobody can leave another")
  func keyboard() {
    #expect(surroundings(Self.xterm, hasKeyboard: false).pager == nil)
    #expect(surroundings(["PAGER": "most"], hasKeyboard: false).pager == "most")
  }
}
