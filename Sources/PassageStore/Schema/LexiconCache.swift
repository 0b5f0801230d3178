internal import DutchText
internal import Glibc

/// A directory that keeps the words of indexes that only servers have: to fetch megabytes from one
/// takes longer than a search. It may be removed at any time.
struct LexiconCache {
  let directory: String

  private func path(of digest: String) -> String { "\(directory)/lexicon-\(digest)" }

  /// The lexicon with a digest; nil if it is not kept.
  func lexicon(_ digest: String) -> Lexicon? {
    guard let lexicon = try? Lexicon(mapping: path(of: digest)), lexicon.digest == digest else {
      return nil
    }
    return lexicon
  }

  /// Keeps a lexicon. If that cannot be it is fetched again next time.
  func keep(_ lexicon: Lexicon) {
    let kept = path(of: lexicon.digest)
    // Several searches may fetch it at a time.
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
