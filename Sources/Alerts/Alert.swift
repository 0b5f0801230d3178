/// A saved search.
package struct Alert: Sendable, Hashable {
  /// Its name.
  package var name: String
}
