extension IndexDirectory {
  /// The databases of an index, which are searched as one.
  package struct Generation: Sendable, Hashable {
    /// From 1; later generations have higher numbers.
    package var number: Int
    /// Their paths, relative to the directory of the index.
    private(set) var shards: [String]

    /// A generation with a number of databases.
    init(number: Int, shardCount: Int) {
      self.number = number
      shards = (1...max(1, shardCount)).map { "generation-\(number)/shard-\($0)" }
    }

    /// The same generation with `count` more databases at the end.
    func grown(by count: Int) -> Generation {
      Generation(number: number, shardCount: shards.count + count)
    }
  }

  /// The contents of the stub file.
  package struct Generations: Sendable, Hashable {
    /// The generation that is searched.
    package var inUse: Generation
    /// The generation that the last rebuild replaced, kept for a rollback.
    package var previous: Generation?

    init(inUse: Generation, previous: Generation? = nil) {
      self.inUse = inUse
      self.previous = previous
    }

    private static let marks = (inUse: "auto ", previous: "# previous ")

    /// The lines of the stub file.
    var stub: String {
      inUse.shards.map { "\(Self.marks.inUse)\($0)\n" }.joined()
        + (previous?.shards ?? []).map { "\(Self.marks.previous)\($0)\n" }.joined()
    }

    /// Reads the lines of a stub file: they name the databases of a generation from the first to
    /// the last, each once.
    ///
    /// - Parameters:
    ///   - stub: its text.
    ///   - file: its path, for messages.
    /// - Throws: `IndexError.badStub` with the first line that says something else.
    init(stub: String, file: String) throws(IndexError) {
      var inUse: Generation?
      var previous: Generation?
      let lines = stub.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      for (number, line) in lines.enumerated() where !line.isEmpty {
        let isUnderstood =
          previous == nil && Self.take(line, after: Self.marks.inUse, as: &inUse)
          || inUse != nil && Self.take(line, after: Self.marks.previous, as: &previous)
        guard isUnderstood else {
          throw .badStub(
            file: file, line: number + 1, expected: Self.expectation(inUse, previous))
        }
      }
      guard let inUse else {
        throw .badStub(file: file, line: 1, expected: Self.expectation(nil, nil))
      }
      self.init(inUse: inUse, previous: previous)
    }

    /// Adds the database that a line names; false if the line does not name the next one.
    private static func take(
      _ line: Substring, after mark: String, as generation: inout Generation?
    ) -> Bool {
      guard line.hasPrefix(mark) else { return false }
      let name = line.dropFirst(mark.count)
      let next =
        if let generation { generation.grown(by: 1) } else {
          name.prefix { $0 != "/" }.generationNumber.map { Generation(number: $0, shardCount: 1) }
        }
      guard let next, next.shards.last.map({ $0[...] }) == name else { return false }
      generation = next
      return true
    }

    /// What the next line may be.
    private static func expectation(
      _ inUse: Generation?, _ previous: Generation?
    ) -> IndexError.StubLine {
      func next(_ generation: Generation?) -> String {
        generation?.grown(by: 1).shards.last ?? "generation-N/shard-1"
      }
      let old = marks.previous + next(previous)
      if previous != nil { return .oneOf([old]) }
      let new = marks.inUse + next(inUse)
      return .oneOf(inUse == nil ? [new] : [new, old])
    }
  }
}

extension StringProtocol {
  /// The number in the name of a generation's directory, such as `generation-3`; nil for other
  /// names.
  var generationNumber: Int? {
    let prefix = "generation-"
    guard hasPrefix(prefix) else { return nil }
    let digits = dropFirst(prefix.count)
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return Int(digits)
  }

  /// The number in the name of a database's directory, such as `shard-2`; nil for other names.
  var shardNumber: Int? {
    let prefix = "shard-"
    guard hasPrefix(prefix) else { return nil }
    let digits = dropFirst(prefix.count)
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return Int(digits)
  }
}
