internal import Glibc
internal import Xapian

/// Which generations an index has, and which of them no run needs any more. All that is ever
/// removed is removed here.
///
/// A run makes a generation with a mark in its directory, `unfinished`, that is `unnamed` from when
/// it is whole until the stub names it. So a directory that no stub names is one of three: it has a
/// mark, and an earlier run did not come to its end; or it is older than what is in use, which took
/// its place; or the stub and the directories disagree, by a typing error, a part of a backup or a
/// lost file. Then nobody knows which of them is right, and nothing is removed.
struct Succession {
  /// What the directory of a generation has.
  struct Present: Hashable {
    var number: Int
    /// The numbers of the databases that are there.
    var shards: Set<Int> = []
    /// Of those, the ones that have documents, or cannot be opened and may have.
    var filled: Set<Int> = []
    var mark: Mark?
  }

  /// How far the run came that made a generation.
  enum Mark: String, CaseIterable {
    /// It is being made.
    case unfinished
    /// It is whole, and takes its place next.
    case unnamed
  }

  /// Judges what there is.
  ///
  /// - Parameters:
  ///   - named: what the stub says; nil if there is none.
  ///   - present: the directories.
  /// - Returns: the numbers of those that may be removed, or why nothing may.
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

  /// What is called as generations are.
  private var generationDirectories: [(number: Int, path: String)] {
    FileIO.files(in: path).compactMap { directory in
      FileIO.name(of: directory).generationNumber.map { ($0, directory) }
    }
  }

  /// The numbers that generations have, and what is called like one.
  func numbersOfDirectories() -> [Int] { generationDirectories.map(\.number) }

  /// What the stub says, if the directories agree with it. The right to write is held, or nobody
  /// writes.
  ///
  /// - Throws: `IndexError.inconsistent` if they do not.
  func confirm() throws(IndexError) -> Generations? {
    _ = try removable()
    return try generations()
  }

  /// Removes what earlier runs replaced or did not finish, if the stub and the directories agree.
  ///
  /// - Returns: what the stub says; nil if there is no index yet.
  /// - Throws: `IndexError.inconsistent` if they disagree; nothing is removed then.
  @discardableResult
  func clear() throws(IndexError) -> Generations? {
    let numbers = try removable()
    for (number, directory) in generationDirectories
    where numbers.contains(number) && Self.isOurs(directory) {
      Self.remove(directory)
    }
    let named = try generations()
    // A run ended between naming the generation and saying so.
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
      // To open a database takes time: of what is named, or is marked and not named, it makes no
      // difference.
      let isDecided = known.map { shard <= $0.shards.count } ?? (present.mark != nil)
      if isDecided || Self.mayHaveDocuments(file) { present.filled.insert(shard) }
    }
    return present
  }

  /// Whether Xapian has committed something in a directory.
  private static func isDatabase(_ directory: String) -> Bool {
    access("\(directory)/iamglass", F_OK) == 0
  }

  /// Makes the directory that the databases of a new generation come in.
  func makeRoom(for generation: Generation) throws(IndexError) {
    let directory = directory(of: generation)
    guard mkdir(directory, 0o777) == 0 else { throw .making(directory) }
    try FileIO.writeDurably([], to: markPath(.unfinished, generation))
    FileIO.sync(directory)
  }

  /// Lets the stub name a generation from now on, and the one that can be gone back to. Whatever
  /// call the run or the machine dies at, the next run knows that the one is whole or that the
  /// other one still counts.
  func use(_ generation: Generation, previous: Generation?) throws(IndexError) {
    let unnamed = markPath(.unnamed, generation)
    if rename(markPath(.unfinished, generation), unnamed) == 0 {
      FileIO.sync(directory(of: generation))
    }
    try name(generation, previous: previous)
    unlink(unnamed)
  }

  /// Removes a database that a run has begun and no stub names, if there is nothing in it.
  func removeUnused(_ shard: String) {
    guard !Self.isDatabase(shard) || !Self.mayHaveDocuments(shard),
      FileIO.files(in: shard).allSatisfy(Self.isDatabaseFile)
    else { return }
    for file in FileIO.files(in: shard) { unlink(file) }
    rmdir(shard)
  }

  /// Whether nothing of a user's is in the directory of a generation.
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

  /// The mark goes last: what is left of a removal that was cut off is then known for what it is.
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

  /// Whether a file is one that Xapian makes: a directory with any other is somebody's own.
  private static func isDatabaseFile(_ file: String) -> Bool {
    let name = FileIO.name(of: file)
    return name == "flintlock" || name == "v.tmp" || name.hasPrefix("iamglass")
      || name.contains(".glass")
      || name.hasPrefix("changes") && name.dropFirst("changes".count).allSatisfy(\.isNumber)
  }
}
