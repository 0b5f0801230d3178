internal import HTTPServer
internal import PassageIndex
internal import VraagbaakReport

/// All that answers are made of besides the request: the state of the index, the day (for
/// `datum:vandaag`), the record of the last run, the address of the site, and this version of the
/// program.
struct Validity: Sendable, Hashable {
  /// Identifies it, for the cache.
  let tag: String

  /// What answers of the present moment are made of.
  ///
  /// - Parameters:
  ///   - state: the state of the index that is read.
  ///   - index: the path of the index.
  ///   - origin: the address of the site.
  init(_ state: IndexState, index: String, origin: String) {
    let day = Timestamp.today.map(\.description) ?? ""
    let run = FileStamp(RunRecord.path(in: index)).map { "\($0)" } ?? ""
    tag = Self.digest(
      "\(Release.version) \(origin) \(state.databases) \(state.revisions) \(day) \(run)")
  }

  /// The entity tag of the answer to a target (RFC 9110, 8.8.3). Each target has its own, so that a
  /// client can only have it if it once got that answer.
  func entityTag(of target: HTTPTarget) -> String {
    "\"\(Self.digest("\(tag) \(target.written)"))\""
  }

  /// The entity tag of an answer that depends on nothing but this program.
  static func entityTag(of body: [UInt8]) -> String {
    "\"\(ContentDigest(of: body).hexadecimal)\""
  }

  private static func digest(_ text: String) -> String {
    ContentDigest(of: Array(text.utf8)).hexadecimal
  }
}

extension HTTPRequest {
  /// Whether the client has the answer with an entity tag.
  func has(_ entityTag: String) -> Bool {
    guard let ifNoneMatch else { return false }
    if ifNoneMatch == "*" { return true }
    return ifNoneMatch.split(separator: ",").contains { listed in
      let tag = listed.drop { $0 == " " }
      // A proxy that compresses makes the tag weak.
      let strong = tag.hasPrefix("W/") ? tag.dropFirst(2) : tag
      // Apache adds to the tag of what it compresses.
      return strong.prefix { $0 != " " }.replacing("-gzip\"", with: "\"") == entityTag
    }
  }
}
