internal import Glibc
internal import Kamervragen
internal import PassageStore

extension HarvestRun {
  /// Fetches a publication that a list has, if it is new or changed.
  mutating func harvest(_ publication: Publication) throws(Interruption) {
    let identifier = publication.identifier
    if mirror.state.missing[identifier] != nil, !options.isDryRun {
      try record(.found(identifier: identifier))
    }
    guard needsFetching(publication) else {
      if !seen.contains(identifier) { summary.unchanged += 1 }
      seen.insert(identifier)
      return
    }
    guard !options.isDryRun else {
      if mirror.state.stored[identifier] == nil { summary.new += 1 } else { summary.changed += 1 }
      return
    }
    try fetch(publication)
  }

  /// Whether a publication is new or changed, or failed and is due.
  func needsFetching(_ publication: Publication) -> Bool {
    let state = mirror.state
    let identifier = publication.identifier
    if let failed = state.failed[identifier], failed.publication == publication {
      return failed.isDue(on: options.today) && !seen.contains(identifier)
    }
    if let removed = state.removed[identifier] {
      // What had vanished is listed again.
      return removed.publication != publication || removed.reason == .vanished
    }
    if state.withdrawn[identifier] == publication { return false }
    guard let stored = state.stored[identifier], stored.publication == publication else {
      return true
    }
    return !publication.wanted(withPDF: options.fetchesPDF).isSubset(
      of: DocumentForms(stored.files.map(\.form)))
  }

  /// The identifier of the typeset publication that takes the place of a provisional one.
  private func replacement(of publication: Publication) -> String? {
    guard publication.isProvisional, let key = publication.replacementKey else { return nil }
    return mirror.state.stored(withReplacementKey: key).first {
      !$0.isProvisional && $0.identifier != publication.identifier
    }?.identifier
  }

  /// The body of a form, or why there is none.
  enum Body {
    case new([UInt8], StoredFile, FileOrigin)
    case same
    case withdrawn
    case failed(String)
  }

  /// Fetches all files of a publication, and stores them if all are sound; unless another one has
  /// taken its place.
  mutating func fetch(_ publication: Publication) throws(Interruption) {
    let identifier = publication.identifier
    seen.insert(identifier)
    if let other = replacement(of: publication) {
      return try remove(publication, .replaced(by: other))
    }
    let wanted = publication.wanted(withPDF: options.fetchesPDF)
    guard !wanted.isSubset(of: [.metadata]) else {
      return try fail(publication, "de bron heeft er geen XML, HTML of PDF van")
    }
    let earlier = mirror.state.stored[identifier]
    var bodies: [Body] = []
    for form in DocumentForm.allCases where wanted.contains(form) {
      let body = try self.body(of: form, publication, earlier?.files.first { $0.form == form })
      switch body {
      case .failed(let reason):
        return try fail(publication, "\(form.fileName(of: identifier)): \(reason)")
      case .withdrawn: return try withdraw(publication)
      case .new, .same: bodies.append(body)
      }
    }
    try keep(bodies, of: publication, as: wanted)
    if let key = publication.replacementKey, !publication.isProvisional {
      try replaceProvisionals(of: key)
    }
  }

  /// Stores the files of a publication, which has these forms and no other.
  mutating func keep(
    _ bodies: [Body], of publication: Publication, as forms: DocumentForms
  ) throws(Interruption) {
    let identifier = publication.identifier
    let earlier = mirror.state.stored[identifier]
    var isChanged = earlier.map { DocumentForms($0.files.map(\.form)) != forms } ?? true
    for case .new(let bytes, let file, let origin) in bodies {
      isChanged = true
      do throws(IndexError) {
        try mirror.store(bytes, of: identifier, file.form)
      } catch {
        // Something else has the name of the file or of its directory.
        guard error.isAboutName else { throw .storage(error) }
        return try fail(
          publication, "\(Mirror.place(of: identifier)): daar staat iets anders in de weg")
      }
      try record(.file(identifier: identifier, file, origin))
    }
    try store { (mirror) throws(IndexError) in
      if earlier != nil { try mirror.remove(identifier, but: forms) }
      try mirror.record(.stored(publication, forms: forms))
    }
    failuresInRow = 0
    if earlier == nil {
      summary.new += 1
    } else if isChanged {
      summary.changed += 1
    } else {
      summary.unchanged += 1
    }
    if isChanged { report(.fetched(identifier, isNew: earlier == nil)) }
  }

  private func body(
    of form: DocumentForm, _ publication: Publication, _ earlier: StoredFile?
  ) throws(Interruption) -> Body {
    let identifier = publication.identifier
    let address: WebAddress
    do throws(AddressError) {
      address = try options.documents.address(of: identifier, form)
    } catch {
      return .failed(error.reason)
    }
    let answer: Answer
    do throws(FetchError) {
      answer = try fetcher.get(
        address, for: .documents, accept: form.accept, maximumSize: form.maximumSize,
        refusesPage: { form.isXML && !$0.isWithdrawal },
        isSuspect: mirror.state.failed[identifier] != nil)
    } catch {
      if let interruption = Interruption(error) { throw interruption }
      let isWithdrawn =
        error == .status(404) && form != .html
        ? try isWithdrawn(identifier) : false
      return isWithdrawn ? .withdrawn : .failed(error.reason)
    }
    return body(answer, form, of: identifier, at: address, earlier)
  }

  /// The body of an answer from an address, if it is what was asked for.
  func body(
    _ answer: Answer, _ form: DocumentForm, of identifier: String, at address: WebAddress,
    _ earlier: StoredFile?
  ) -> Body {
    switch BodyCheck(answer, form, of: identifier) {
    case .withdrawn: return .withdrawn
    case .wrong(let reason): return .failed(reason)
    case .sound:
      let file = StoredFile(
        form: form, size: answer.bytes.count, sha256: Harvest.sha256(answer.bytes))
      let origin = FileOrigin(
        address: address.text, finalAddress: answer.address.text,
        entityTag: answer.entityTag ?? "", lastModified: answer.lastModified ?? "")
      // What is on the disk is the truth, whatever the ledger says.
      let isHere =
        earlier?.form == form && earlier?.sha256 == file.sha256
        && mirror.contents(of: identifier, form).map(Harvest.sha256) == file.sha256
      return isHere ? .same : .new(answer.bytes, file, origin)
    }
  }

  /// Whether the page of a publication says that it is withdrawn; its other forms may be gone.
  private func isWithdrawn(_ identifier: String) throws(Interruption) -> Bool {
    guard let address = try? options.documents.address(of: identifier, .html) else { return false }
    let answer = try answer { () throws(FetchError) in
      try fetcher.get(
        address, for: .documents, accept: DocumentForm.html.accept,
        maximumSize: DocumentForm.html.maximumSize, refusesPage: { _ in false }, isSuspect: true)
    }
    return answer?.isWithdrawal ?? false
  }

  mutating func fail(_ publication: Publication, _ reason: String) throws(Interruption) {
    let earlier = mirror.state.failed[publication.identifier]
    let tries = earlier.map { $0.publication == publication ? $0.tries + 1 : 1 } ?? 1
    try record(.failed(publication, tries: tries, day: options.today, reason: reason))
    addFailure(publication.identifier, reason)
    guard earlier == nil else { return }
    failuresInRow += 1
    guard failuresInRow < Self.maximumFailuresInRow else {
      throw .ended(
        .unavailable("\(failuresInRow) publicaties na elkaar mislukt, de laatste: \(reason)"))
    }
  }

  /// A run ends after so many publications in a row that could not be fetched: the fault is not
  /// theirs.
  private static let maximumFailuresInRow = 20

  /// Removes the provisional publications whose typeset ones are here: those that have a key in
  /// common, or all if it is nil.
  mutating func replaceProvisionals(of key: String? = nil) throws(Interruption) {
    for (provisional, typeset) in mirror.state.replacements(of: key) {
      try remove(provisional, .replaced(by: typeset))
    }
  }
}

extension IndexError {
  /// Whether the reason is what already has a name: a directory, a link or a file where another one
  /// of these should be.
  fileprivate var isAboutName: Bool {
    switch self {
    case .cannotCreate(_, .system(let code)), .inputOutput(_, .system(let code)):
      [EISDIR, ENOTDIR, ELOOP, EEXIST, ENOTEMPTY].contains(code)
    default: false
    }
  }
}
