internal import Glibc
internal import Xapian

/// Decides which generations of an index can be removed. Nothing else removes generations.
///
/// A run makes a generation with a mark file `unfinished` in its directory, renamed `unnamed` when
/// the generation is complete and removed when the stub names it. So a directory that no stub names
/// is one of three things. With a mark, it was left by a run that did not finish. Older than the
/// generation in use, it was replaced by that. Otherwise the stub and the directories disagree,
/// through a typing error, part of a backup or a lost file; nobody knows which is right, so nothing
/// is removed.
struct Succession {
  /// The contents of a generation's directory.
  struct Present: Hashable {
    var number: Int
    /// The numbers of the databases.
    var shards: Set<Int> = []
    /// The databases that have documents, or cannot be opened and may have them.
    var filled: Set<Int> = []
    var mark: Mark?
  }

  /// How far the run that made a generation got.
  enum Mark: String, CaseIterable {
    /// It is being made.
    case unfinished
    /// It is complete, and is put in use next.
    case unnamed
  }

  /// Compares the stub with the directories.
  ///
  /// - Parameters:
  ///   - named: the contents of the stub; nil if there is none.
  ///   - present: the directories.
  /// - Returns: the numbers of the generations that may be removed, or why none may.
  static func judge(
    _ named: IndexDirectory.Generations?, _ present: [Present]
  ) -> Result<[Int], IndexError.Disagreement> {
    var others = Dictionary(uniqueKeysWithValues: present.map { ($0.number, $0) })
    guard named?.previous?.number != named?.inUse.number || named == nil else {
      return .failure(.namedTwice(generation: named?.inUse.number ?? 0))
    }
    for generation in [named?.inUse, named?.previous].compactMap(\.self) {
      let there = others.removeValue(forKey: generation.number)
      for (place, shard) in generation.shards.enumerated() {
        guard there?.shards.contains(place + 1) == true else {
          let numbers = present.filter { !$0.shards.isEmpty }.map(\.number).sorted()
          return .failure(.databaseMissing(shard, present: numbers))
        }
      }
      if let left = there?.filled.subtracting(1...generation.shards.count).min() {
        return .failure(.unnamed("generation-\(generation.number)/shard-\(left)"))
      }
      if there?.mark == .unfinished {
        return .failure(.unfinished(generation: generation.number))
      }
    }
    var removable: [Int] = []
    for other in others.values.sorted(by: { $0.number < $1.number }) {
      let isSuperseded = named.map { other.number < $0.inUse.number } ?? false
      if other.mark != nil || other.filled.isEmpty || isSuperseded {
        removable.append(other.number)
      } else if named == nil {
        return .failure(.stubMissing(generation: other.number))
      } else {
        return .failure(.unnamed("generation-\(other.number)"))
      }
    }
    return .success(removable)
  }
}

// MARK: In the directory

extension IndexDirectory {
  private func markPath(_ mark: Succession.Mark, _ generation: Generation) -> String {
    "\(directory(of: generation))/\(mark.rawValue)"
  }

  /// The files and directories named like generations.
  private var generationDirectories: [(number: Int, path: String)] {
    FileIO.files(in: path).compactMap { directory in
      FileIO.name(of: directory).generationNumber.map { ($0, directory) }
    }
  }

  /// The numbers of everything named like a generation.
  func numbersOfDirectories() -> [Int] { generationDirectories.map(\.number) }

  /// The contents of the stub, if the directories agree with it. The caller holds the lock, or
  /// nobody writes.
  ///
  /// - Throws: `IndexError.inconsistent` if they do not.
  func confirm() throws(IndexError) -> Generations? {
    _ = try removable()
    return try generations()
  }

  /// Removes generations that earlier runs replaced or did not finish.
  ///
  /// - Returns: the contents of the stub; nil if there is no index yet.
  /// - Throws: `IndexError.inconsistent` if the stub and the directories disagree; then nothing is
  ///   removed.
  @discardableResult
  func clear() throws(IndexError) -> Generations? {
    let numbers = try removable()
    for (number, directory) in generationDirectories
    where numbers.contains(number) && Self.isOurs(directory) {
      Self.remove(directory)
    }
    let named = try generations()
    // A run ended after naming the generation and before removing the mark.
    if let named { unlink(markPath(.unnamed, named.inUse)) }
    return named
  }

  private func removable() throws(IndexError) -> [Int] {
    let named = try generations()
    let present = generationDirectories.map { self.present($0.number, $0.path, named) }
    switch Succession.judge(named, present) {
    case .failure(let disagreement):
      throw .inconsistent(path: path, reason: disagreement)
    case .success(let numbers):
      for generation in [named?.inUse, named?.previous].compactMap(\.self) {
        guard let reason = disagreement(within: generation) else { continue }
        throw .inconsistent(path: path, reason: reason)
      }
      return numbers
    }
  }

  private func present(
    _ number: Int, _ directory: String, _ named: Generations?
  ) -> Succession.Present {
    var present = Succession.Present(number: number)
    let files = FileIO.files(in: directory)
    present.mark = Succession.Mark.allCases.first { files.contains("\(directory)/\($0.rawValue)") }
    let known = [named?.inUse, named?.previous].compactMap(\.self).first { $0.number == number }
    // The first versions had one database, in the directory itself.
    if Self.isDatabase(directory), Self.mayHaveDocuments(directory) { present.filled.insert(0) }
    for file in files {
      guard let shard = FileIO.name(of: file).shardNumber, Self.isDatabase(file) else { continue }
      present.shards.insert(shard)
      // Opening a database takes time, and makes no difference if the stub names it, or if it is
      // marked and not named.
      let isDecided = known.map { shard <= $0.shards.count } ?? (present.mark != nil)
      if isDecided || Self.mayHaveDocuments(file) { present.filled.insert(shard) }
    }
    return present
  }

  /// Whether Xapian has committed something in a directory.
  private static func isDatabase(_ directory: String) -> Bool {
    access("\(directory)/iamglass", F_OK) == 0
  }

  /// Makes the directory for the databases of a new generation, marked `unfinished`.
  func makeRoom(for generation: Generation) throws(IndexError) {
    let directory = directory(of: generation)
    guard mkdir(directory, 0o777) == 0 else { throw .making(directory) }
    try FileIO.writeDurably([], to: markPath(.unfinished, generation))
    FileIO.sync(directory)
  }

  /// Puts a generation in use and records the one kept for a rollback. If the run or the machine
  /// dies at any point, the next run knows whether the new generation or the old one counts.
  func use(_ generation: Generation, previous: Generation?) throws(IndexError) {
    let unnamed = markPath(.unnamed, generation)
    if rename(markPath(.unfinished, generation), unnamed) == 0 {
      FileIO.sync(directory(of: generation))
    }
    try name(generation, previous: previous)
    unlink(unnamed)
  }

  /// Removes a database that a run has begun and no stub names, if it is empty.
  func removeUnused(_ shard: String) {
    guard !Self.isDatabase(shard) || !Self.mayHaveDocuments(shard),
      FileIO.files(in: shard).allSatisfy(Self.isDatabaseFile)
    else { return }
    for file in FileIO.files(in: shard) { unlink(file) }
    rmdir(shard)
  }

  /// Whether the directory of a generation has only files of ours.
  private static func isOurs(_ directory: String) -> Bool {
    FileIO.isDirectory(directory)
      && FileIO.files(in: directory).allSatisfy { file in
        let name = FileIO.name(of: file)
        return isDatabaseFile(file) || Succession.Mark(rawValue: String(name)) != nil
          || ["gathered", "unsettled"].contains(name) || name.hasPrefix("settled")
          || name.hasPrefix("lexicon")
          || name.shardNumber != nil && FileIO.isDirectory(file)
            && FileIO.files(in: file).allSatisfy(isDatabaseFile)
      }
  }

  /// Removes the mark last, so that the next run recognizes a removal that was cut off.
  private static func remove(_ directory: String) {
    let files = FileIO.files(in: directory)
    let isMark = { file in Succession.Mark(rawValue: String(FileIO.name(of: file))) != nil }
    for file in files.filter({ !isMark($0) }) where unlink(file) != 0 {
      for inner in FileIO.files(in: file) { unlink(inner) }
      rmdir(file)
    }
    for mark in files.filter(isMark) { unlink(mark) }
    rmdir(directory)
  }

  /// Whether Xapian makes files of this name; a directory with any others is the user's.
  private static func isDatabaseFile(_ file: String) -> Bool {
    let name = FileIO.name(of: file)
    return name == "flintlock" || name == "v.tmp" || name.hasPrefix("iamglass")
      || name.contains(".glass")
      || name.hasPrefix("changes") && name.dropFirst("changes".count).allSatisfy(\.isNumber)
  }
}
