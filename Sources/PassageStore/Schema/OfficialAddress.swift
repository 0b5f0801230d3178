public import Kamervragen

extension QuestionSet {
  /// The address of the official publication,
  /// `https://zoek.officielebekendmakingen.nl/ah-tk-20242025-705.html`. It follows from the
  /// identifier. Nil if the set has none, if it is provisional (the page disappears when the
  /// publication gets its number), or if the session is before 1994-1995, the first on that site.
  public var officialAddress: String? {
    guard let identifier = identifier.flatMap({ PublicationIdentifier($0) }),
      !identifier.isProvisional, identifier.session.map({ $0.start >= 1994 }) ?? true
    else { return nil }
    return "https://zoek.officielebekendmakingen.nl/\(identifier.text).html"
  }
}

extension StoredPassage {
  /// The address of the official publication of the set, nil if it has none; see `QuestionSet`.
  public var officialAddress: String? { self.set.officialAddress }
}
