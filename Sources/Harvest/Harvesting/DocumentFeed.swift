internal import Kamervragen
internal import PassageStore

/// The second source: documents of the Tweede Kamer that are not published officially yet.
extension HarvestRun {
  /// The days after which a document that is not in the mirror is not fetched any more. Most are
  /// published officially within some days.
  private static let maximumAge = 120

  /// Reads on in the feeds of the Tweede Kamer and, once they are read to their ends, fetches what
  /// is not published. What goes wrong here does not keep the run from the other source.
  mutating func followFeeds() throws(Interruption) {
    guard let addresses = options.tweedeKamer else { return try replaceDocuments() }
    let source = FeedSource(addresses: addresses, fetcher: fetcher)
    do throws(Interruption) {
      // The second feed says what is published of the documents that the first one has.
      var isWhole = try read(.document, of: source)
      if isWhole { isWhole = try read(.version, of: source) }
      try replaceDocuments()
      if isWhole { try fetchDocuments(from: addresses) }
    } catch {
      guard case .ended(.unavailable(let reason)) = error else { throw error }
      summary.warnings.append(.feed(reason))
    }
  }

  // MARK: The feeds

  /// Reads a feed from where the last run left it.
  ///
  /// - Returns: whether its end was reached.
  private mutating func read(
    _ category: FeedCategory, of source: FeedSource
  ) throws(Interruption) -> Bool {
    for number in 1... {
      report(.reading(category.rawValue, page: number, requests: fetcher.requests))
      let page: FeedPage
      switch try self.page(of: category, source) {
      case .success(let found): page = found
      case .failure(let error):
        summary.warnings.append(.feed("\(category.rawValue): \(error.description)"))
        return false
      }
      for reason in page.unusable { addFailure("", reason) }
      for entry in page.entries { try note(entry) }
      if mirror.state.cursors[category] != page.next {
        try record(.cursor(category, place: page.next))
      }
      if page.isLast { break }
    }
    try store { (mirror) throws(IndexError) in try mirror.settle() }
    return true
  }

  private func page(
    of category: FeedCategory, _ source: FeedSource
  ) throws(Interruption) -> Result<FeedPage, FeedError> {
    do throws(FetchError) {
      return try source.page(of: category, after: mirror.state.cursors[category])
    } catch {
      if let interruption = Interruption(error) { throw interruption }
      return .failure(FeedError(description: error.reason))
    }
  }

  private mutating func note(_ entry: FeedPage.Entry) throws(Interruption) {
    switch entry {
    case .document(let document):
      let known = mirror.state.documents[document.resource]
      guard known != document, known != nil || isRecent(document) else { return }
      if let known, known.publication.identifier != document.publication.identifier {
        try withdraw(known)
      }
      try record(.document(document))
    case .published(let resource, let identifier):
      guard mirror.state.documents[resource] != nil,
        mirror.state.published[resource] != identifier
      else { return }
      try record(.published(resource: resource, identifier: identifier))
    case .other(let resource):
      guard let document = mirror.state.documents[resource] else { return }
      try withdraw(document)
      try record(.forgotten(resource: resource))
    }
  }

  /// Withdraws what was made of a document, unless another one has its number now.
  private mutating func withdraw(_ document: FeedDocument) throws(Interruption) {
    let identifier = document.publication.identifier
    guard mirror.state.stored[identifier] != nil || mirror.state.failed[identifier] != nil else {
      return
    }
    let hasSuccessor = mirror.state.documents.values.contains {
      $0.publication.identifier == identifier && $0.resource != document.resource
    }
    guard !hasSuccessor else { return }
    try withdraw(mirror.state.stored[identifier]?.publication ?? document.publication)
  }

  private func isRecent(_ document: FeedDocument) -> Bool {
    options.today.dayNumber - document.date.dayNumber <= Self.maximumAge
  }

  // MARK: The documents

  /// Removes the documents whose official publications are here.
  private mutating func replaceDocuments() throws(Interruption) {
    for document in documents {
      let identifier = document.publication.identifier
      guard mirror.state.stored[identifier] != nil || mirror.state.failed[identifier] != nil,
        let official = official(document)
      else { continue }
      try remove(document.publication, .replaced(by: official))
    }
  }

  /// Fetches the documents that are not published officially, those that failed before as the last:
  /// a few files that never come must not keep others from coming.
  private mutating func fetchDocuments(from addresses: FeedAddresses) throws(Interruption) {
    let due = documents.filter { needsFetching($0) }
    let failed = due.filter { mirror.state.failed[$0.publication.identifier] != nil }
    let others = due.filter { mirror.state.failed[$0.publication.identifier] == nil }
    for document in others + failed { try fetch(document, from: addresses) }
  }

  /// The documents of the feed, the newest first; of several with one number, that which changed
  /// last.
  private var documents: [FeedDocument] {
    let byNumber = Dictionary(
      mirror.state.documents.values.map { ($0.publication.identifier, $0) },
      uniquingKeysWith: { one, other in
        (one.publication.modified, one.publication.stamp, one.resource)
          > (other.publication.modified, other.publication.stamp, other.resource) ? one : other
      })
    return byNumber.values.sorted {
      ($1.date, $1.publication.identifier) < ($0.date, $0.publication.identifier)
    }
  }

  private func needsFetching(_ document: FeedDocument) -> Bool {
    let isHere = mirror.state.stored[document.publication.identifier] != nil
    let isDue =
      mirror.state.published[document.resource] == nil && isRecent(document)
      && options.since <= document.publication.modified
    return (isHere || isDue) && official(document) == nil && needsFetching(document.publication)
  }

  /// The identifier of the official publication of a document, or of the one that took its place;
  /// nil if neither is in the mirror.
  private func official(_ document: FeedDocument) -> String? {
    let state = mirror.state
    for identifier in [state.published[document.resource] ?? "", document.expected] {
      if state.stored[identifier] != nil { return identifier }
      if case .replaced(let other)? = state.removed[identifier]?.reason,
        state.stored[other] != nil
      {
        return other
      }
    }
    return nil
  }

  private mutating func fetch(
    _ document: FeedDocument, from addresses: FeedAddresses
  ) throws(Interruption) {
    let publication = document.publication
    seen.insert(publication.identifier)
    let body = try self.body(of: document, from: addresses)
    switch body {
    case .failed(let reason): try fail(publication, reason)
    case .withdrawn: try withdraw(publication)
    case .new(_, let file, _): try keep([body], of: publication, as: [file.form])
    case .same:
      let files = mirror.state.stored[publication.identifier]?.files ?? []
      try keep([body], of: publication, as: DocumentForms(files.map(\.form)))
    }
  }

  private func body(
    of document: FeedDocument, from addresses: FeedAddresses
  ) throws(Interruption) -> Body {
    let identifier = document.publication.identifier
    let address: WebAddress
    do throws(AddressError) {
      address = try addresses.file(document.resource)
    } catch {
      return .failed(error.reason)
    }
    let answer: Answer
    do throws(FetchError) {
      answer = try fetcher.get(
        address, for: .tweedeKamer,
        accept: "\(DocumentForm.pdf.accept), \(DocumentForm.docx.accept)",
        maximumSize: DocumentForm.pdf.maximumSize, refusesPage: { _ in true },
        isSuspect: mirror.state.failed[identifier] != nil)
    } catch {
      if let interruption = Interruption(error) { throw interruption }
      return .failed(error.reason)
    }
    if let size = document.size, size != answer.bytes.count {
      return .failed("\(answer.bytes.count) bytes in plaats van de aangekondigde \(size)")
    }
    guard let form = DocumentForm(ofDocument: answer.bytes) else {
      return .failed("het is geen PDF en geen Word-bestand (DOCX)")
    }
    let earlier = mirror.state.stored[identifier]?.files.first
    return body(answer, form, of: identifier, at: address, earlier)
  }
}
