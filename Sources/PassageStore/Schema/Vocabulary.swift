package import DutchText
internal import Glibc
internal import Xapian

/// The Dutch words that an index knows: a lexicon compiled from a word list, and the user's
/// exceptions.
///
/// It is made together with an index and stored in its metadata, so that an index carries its
/// analysis wherever it is copied or served from. A newer list takes effect when the index is
/// rebuilt.
public struct Vocabulary: Sendable {
  let lexicon: Lexicon?
  /// The user's exceptions as text, as `Exceptions.parse` reads it.
  let exceptionsText: String
  private let exceptions: Exceptions

  /// No words: forms are found only by the published stemming rules, and compounds are not divided.
  public static let none = Vocabulary()

  private init() {
    lexicon = nil
    exceptionsText = ""
    exceptions = Exceptions()
  }

  /// Makes a vocabulary.
  ///
  /// - Parameters:
  ///   - words: a word list like that of Debian's package `wdutch`, one word per line, in UTF-8;
  ///     empty for none.
  ///   - exceptions: lines like `maten = maat`, see `Exceptions`; they override those of Vraagbaak.
  /// - Throws: `VocabularyError` if a line of the exceptions is not understood.
  public init(words: [UInt8], exceptions: String = "") throws(VocabularyError) {
    let exceptions = exceptions.replacing("\r\n", with: "\n")
    do throws(Exceptions.Problem) {
      self.exceptions = try Exceptions.parse(exceptions)
    } catch {
      throw VocabularyError(line: error.line, reason: error.reason)
    }
    exceptionsText = exceptions
    let hasWords = words.contains { $0 != UInt8(ascii: "\n") }
    lexicon = hasWords ? try? Lexicon(Lexicon.compile(Self.lines(of: words))) : nil
  }

  /// The lines of a word list, produced lazily: hundreds of thousands at once take much memory.
  private static func lines(of words: [UInt8]) -> some Sequence<String> {
    sequence(state: words[...]) { rest in
      guard !rest.isEmpty else { return nil }
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest.dropFirst(line.count + 1)
      // Windows files end their lines with a carriage return too.
      let word = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      return String(decoding: word, as: UTF8.self)
    }
  }

  /// The analyzer with these words.
  package var analyzer: Analyzer {
    Analyzer(lexicon: lexicon, exceptions: Exceptions.standard.merging(exceptions))
  }
}

/// The files from which a vocabulary is made.
public struct VocabularyFiles: Sendable, Hashable {
  /// The path of the word list; nil for none.
  public var words: String?
  /// The path of the user's exceptions; nil for none.
  public var exceptions: String?

  /// Names the files.
  public init(words: String? = nil, exceptions: String? = nil) {
    self.words = words
    self.exceptions = exceptions
  }

  /// Reads the files and makes the vocabulary: seconds of work for a full word list.
  ///
  /// - Throws: `IndexError.inputOutput` if a file cannot be read or a line is not understood.
  public func read() throws(IndexError) -> Vocabulary {
    let limits = Self.sizeLimits
    let list =
      try words.map { path throws(IndexError) in
        try Self.contents(of: path, limit: limits.words)
      } ?? []
    let text =
      try exceptions.map { path throws(IndexError) in
        try Self.contents(of: path, limit: limits.exceptions)
      } ?? []
    do throws(VocabularyError) {
      return try Vocabulary(words: list, exceptions: String(decoding: text, as: UTF8.self))
    } catch {
      throw .inputOutput(path: exceptions ?? "", reason: .exceptions(error))
    }
  }

  /// A word list is a few megabytes; exceptions are written by hand.
  private static let sizeLimits = (words: 16 << 20, exceptions: 1 << 20)

  private static func contents(of path: String, limit: Int) throws(IndexError) -> [UInt8] {
    do {
      return try SettingsFile.read(path, limit: limit)
    } catch {
      throw .inputOutput(path: path, reason: .settings(error))
    }
  }
}

// MARK: In the index

extension Vocabulary {
  /// The metadata of an index about its analysis.
  struct Stored {
    /// The fingerprint of each shard.
    var fingerprints: [[UInt8]]
    var exceptions: [UInt8]
    /// The compressed lexicon, joined from its pieces; not used if `file` is set.
    fileprivate var pieces: [UInt8] = []
    fileprivate var file: Lexicon?

    /// The size of a piece in bytes: Xapian is slow with values of megabytes.
    fileprivate static let pieceSize = 1 << 16

    /// Reads the metadata. The lexicon comes from a file or the cache if that has the right one:
    /// reading megabytes from a database takes longer than a search.
    init(
      in database: borrowing Database, lexiconFile: String?, cache: LexiconCache? = nil
    ) throws(XapianError) {
      fingerprints = try database.shardMetadata(forKey: MetadataKey.fingerprint)
      exceptions = try database.metadata(forKey: MetadataKey.exceptions)
      let fingerprint = String(decoding: fingerprints.first ?? [], as: UTF8.self)
      let digest = Analyzer.lexiconDigest(inFingerprint: fingerprint)
      if let digest, let lexiconFile, let lexicon = try? Lexicon(mapping: lexiconFile),
        lexicon.digest == digest
      {
        file = lexicon
        return
      }
      if let digest, let lexicon = cache?.lexicon(digest) {
        file = lexicon
        return
      }
      var piece = 0
      while pieces.count == piece * Self.pieceSize {
        let next = try database.metadata(forKey: MetadataKey.lexicon(piece: piece))
        guard !next.isEmpty else { break }
        // Growing would copy megabytes; this is enough for Debian's list.
        if piece == 1 { pieces.reserveCapacity(4 << 20) }
        pieces += next
        piece += 1
      }
      if let digest, let cache, let lexicon = try? fetched(), lexicon.digest == digest,
        lexicon.isSound
      {
        cache.keep(lexicon)
        file = lexicon
      }
    }

    /// The lexicon from its pieces.
    fileprivate func fetched() throws -> Lexicon { try Lexicon(Compressed.plain(of: pieces)) }
  }

  /// The vocabulary of the index at a path.
  init(of path: String, _ stored: Stored) throws(IndexError) {
    let text = String(decoding: stored.exceptions, as: UTF8.self)
    do {
      lexicon = try stored.file ?? (stored.pieces.isEmpty ? nil : stored.fetched())
      exceptions = try Exceptions.parse(text)
      exceptionsText = text
    } catch {
      throw .damaged(path: path, reason: .lexicon)
    }
  }

  /// Writes the vocabulary to the metadata of a new database.
  func write(to database: borrowing WritableDatabase) throws(XapianError) {
    let bytes =
      try lexicon.map { lexicon throws(XapianError) in try Compressed.bytes(of: lexicon.bytes) }
      ?? []
    for (piece, start) in stride(from: 0, to: bytes.count, by: Stored.pieceSize).enumerated() {
      let end = min(start + Stored.pieceSize, bytes.count)
      try database.setMetadata(
        Array(bytes[start..<end]), forKey: MetadataKey.lexicon(piece: piece))
    }
    try database.setMetadata(Array(exceptionsText.utf8), forKey: MetadataKey.exceptions)
  }
}
