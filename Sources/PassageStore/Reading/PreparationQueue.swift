extension Preparation {
  /// Prepares files on several tasks and hands them over one at a time, in order, until it is
  /// stopped.
  ///
  /// - Parameters:
  ///   - files: the files.
  ///   - known: of each the digest of the content that need not be read again.
  ///   - jobs: half the number of batches that are in hand at a time.
  ///   - handle: takes a file.
  /// - Returns: what `handle` threw.
  func prepareAll(
    _ files: [SourceFile], known: [ContentDigest?], jobs: Int,
    _ handle: (PreparedFile) async throws(IndexError) -> Void
  ) async -> Result<Void, IndexError> {
    let batches = Self.batches(of: files)
    return await withTaskGroup(of: (Int, [PreparedFile]).self) { group in
      var next = 0
      var expected = 0
      var waiting: [Int: [PreparedFile]] = [:]
      func startOne() {
        guard next < batches.count, !isStopped() else { return }
        let number = next
        let batch = batches[number].map { (file: files[$0], known: known[$0]) }
        group.addTask { (number, prepare(batch)) }
        next += 1
      }
      // Twice as many as there are jobs keep the writer fed; the rest waits as a path.
      for _ in 0..<max(1, jobs) * 2 { startOne() }
      while let (number, prepared) = await group.next() {
        waiting[number] = prepared
        while let batch = waiting.removeValue(forKey: expected) {
          expected += 1
          for prepared in batch where !isStopped() {
            do throws(IndexError) {
              try await handle(prepared)
            } catch {
              group.cancelAll()
              return .failure(error)
            }
          }
          startOne()
        }
      }
      return .success(())
    }
  }

  /// Files that follow each other and are prepared together: few and small enough that none waits
  /// long for the others, and enough to make waking a process worth it.
  static func batches(of files: [SourceFile]) -> [Range<Int>] {
    var batches: [Range<Int>] = []
    var start = 0
    var size = 0
    for (place, file) in files.enumerated() {
      if place > start, place - start == batchMaximum || size + file.size > batchSizeMaximum {
        batches.append(start..<place)
        (start, size) = (place, 0)
      }
      size += file.size
    }
    if start < files.count { batches.append(start..<files.count) }
    return batches
  }

  private static let batchMaximum = 8

  /// In bytes.
  private static let batchSizeMaximum = ReadRequest.pieceMaximum
}
