internal import Xapian

/// Runs `body` on the databases of the index at a path, and turns Xapian's errors into errors of
/// that index.
func accessing<Value: ~Copyable>(
  _ path: String, _ body: () throws(XapianError) -> Value
) throws(IndexError) -> Value {
  do {
    return try body()
  } catch {
    throw IndexError(path, error)
  }
}
