import Glibc
import PassageIndex

/// Which words an index knows: the options that `index` and `stem` share.
struct VocabularyOptions {
  static let help = """
      --words BESTAND  de woordenlijst, een woord per regel, UTF-8; anders $VRAAGBAAK_WORDS, anders
                       \(system)
      --exceptions BESTAND
                       eigen uitzonderingen: regels als «maten = maat», «maatregel = -» of
                       «politiebond = politie + bond»
    """

  /// Where Debian's package `wdutch` installs the list of Dutch words.
  private static let system = "/usr/share/dict/dutch"

  /// The files; the list of words is nil where none is given and the system has none.
  let files: VocabularyFiles
  /// Whether one was named on the command line.
  let isGiven: Bool

  init(_ arguments: inout ArgumentReader) throws(UsageError) {
    let words = try arguments.option("words")
    let exceptions = try arguments.option("exceptions")
    isGiven = words != nil || exceptions != nil
    let standard =
      getenv("VRAAGBAAK_WORDS").map { String(cString: $0) }
      ?? (access(Self.system, R_OK) == 0 ? Self.system : nil)
    files = VocabularyFiles(words: words ?? standard, exceptions: exceptions)
  }
}
