import Glibc
import PassageIndex

/// Which words an index knows: the options that `index` and `stem` share.
struct VocabularyOptions {
  static var options: [Option<VocabularyOptions>] {
    [
      .text(
        "words", "BESTAND",
        "de woordenlijst, één woord per regel, UTF-8; anders $VRAAGBAAK_WORDS, anders \(system)",
        sets: \.words),
      .text(
        "exceptions", "BESTAND",
        "eigen uitzonderingen: regels als «maten = maat», «maatregel = -» of "
          + "«politiebond = politie + bond»",
        sets: \.exceptions),
    ]
  }

  /// Where Debian's package `wdutch` installs the list of Dutch words.
  private static let system = "/usr/share/dict/dutch"

  private var words: String?
  private var exceptions: String?

  /// Whether a file was named on the command line.
  var isGiven: Bool { words != nil || exceptions != nil }

  /// The files; the list of words is nil if none is given and the system has none.
  var files: VocabularyFiles {
    let standard =
      getenv("VRAAGBAAK_WORDS").map { String(cString: $0) }
      ?? (access(Self.system, R_OK) == 0 ? Self.system : nil)
    return VocabularyFiles(words: words ?? standard, exceptions: exceptions)
  }
}
