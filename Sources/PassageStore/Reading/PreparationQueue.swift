extension Preparation {
  /// Prepares files on several tasks and passes them on one at a time, in order, until stopped.
  ///
  /// - Parameters:
  ///   - files: the files.
  ///   - known: for each file the digest of its known content, which is not read again.
  ///   - jobs: half the number of batches in progress at a time.
  ///   - handle: receives each file.
  /// - Returns: success, or the first error of `handle`, which ends the preparation.
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
      // Twice as many batches as jobs keep the writer busy; the other files are not read yet.
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

  /// Divides the files into batches of neighbours that are prepared together: small enough that no
  /// file waits long for the others, large enough to be worth waking a process.
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
