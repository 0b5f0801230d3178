import Glibc
import PassageIndex

/// The options for the vocabulary, shared by `index` and `stem`.
struct VocabularyOptions {
  static var options: [Option<VocabularyOptions>] {
    [
      .file(
        "words", "BESTAND",
        "de woordenlijst, één woord per regel, UTF-8; anders $VRAAGBAAK_WORDS, anders \(system)",
        sets: \.words),
      .file(
        "exceptions", "BESTAND",
        "eigen uitzonderingen: regels als «maten = maat», «maatregel = -» of "
          + "«politiebond = politie + bond»",
        sets: \.exceptions),
    ]
  }

  /// Where Debian's package `wdutch` installs its word list.
  static let system = "/usr/share/dict/dutch"

  private var words: String?
  private var exceptions: String?

  /// Whether the command line names a file.
  var isGiven: Bool { words != nil || exceptions != nil }

  /// The files; without `--words`, the word list of the environment or the system, if any.
  var files: VocabularyFiles {
    let standard =
      getenv("VRAAGBAAK_WORDS").map { String(cString: $0) }
      ?? (access(Self.system, R_OK) == 0 ? Self.system : nil)
    return VocabularyFiles(words: words ?? standard, exceptions: exceptions)
  }
}
