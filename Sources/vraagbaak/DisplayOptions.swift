/// The options for how results are shown, shared by the commands that print them.
struct DisplayOptions {
  static var options: [Option<DisplayOptions>] {
    [
      .choice(
        "color", "WANNEER",
        "kleuren: auto (standaard: alleen op een terminal, en niet met NO_COLOR), always of never",
        sets: \.color),
      .flag(
        "no-pager",
        "toon lange uitvoer in één keer; anders op een terminal met $VRAAGBAAK_PAGER, $PAGER of "
          + "less", sets: \.isUnpaged),
    ]
  }

  /// When results have colours.
  enum Color: String, CaseIterable { case auto, always, never }

  private(set) var color = Color.auto
  private var isUnpaged = false

  /// Whether a pager may show what does not fit the screen.
  var mayPage: Bool { !isUnpaged }
}
