internal import Xapian

/// Does something with the databases of the index at a path. What Xapian throws becomes an error of
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
