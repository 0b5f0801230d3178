internal import DutchText
internal import Glibc

/// A cache directory for the lexicons of purely remote indexes: fetching megabytes takes longer
/// than a search. It may be removed at any time.
struct LexiconCache {
  let directory: String

  private func path(of digest: String) -> String { "\(directory)/lexicon-\(digest)" }

  /// The cached lexicon with a digest; nil if there is none.
  func lexicon(_ digest: String) -> Lexicon? {
    guard let lexicon = try? Lexicon(mapping: path(of: digest)), lexicon.digest == digest else {
      return nil
    }
    return lexicon
  }

  /// Caches a lexicon. If that fails, it is fetched again next time.
  func keep(_ lexicon: Lexicon) {
    let kept = path(of: lexicon.digest)
    // Several searches may fetch it at the same time.
    let temporary = "\(kept).\(getpid())"
    do throws(IndexError) {
      try FileIO.createDirectory(directory)
      try FileIO.writeDurably(lexicon.bytes, to: temporary)
    } catch {
      unlink(temporary)
      return
    }
    if rename(temporary, kept) != 0 { unlink(temporary) }
  }
}
