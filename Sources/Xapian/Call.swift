internal import CXapianBridge

/// Calls the bridge once, and throws what it reports.
func call(_ function: (_ error: inout xapian_error) -> xapian_status) throws(XapianError) {
  var reported = xapian_error()
  _ = function(&reported)
  if let error = XapianError(reported) { throw error }
}

/// The result of a successful call.
func present(_ handle: OpaquePointer?) throws(XapianError) -> OpaquePointer {
  guard let handle else {
    throw XapianError(status: .unexpected, message: "The bridge returned nothing")
  }
  return handle
}

/// Calls the bridge for a read, and again if writers overwrote the state being read.
///
/// - Parameters:
///   - function: The whole read, which may be repeated.
///   - advance: Advances to the latest commit and returns whether there was a later one.
/// - Throws: What the read reports; `modified` if it was overtaken every time; `corrupt` if it was
///   never overtaken, but blocks are later than the latest commit.
func callUntilNotOvertaken(
  _ function: (_ error: inout xapian_error) -> xapian_status,
  advance: () throws(XapianError) -> Bool = { false }
) throws(XapianError) {
  // A writer would have to commit twice during each to exceed them.
  let attempts = 10
  var isOvertaken = false
  for attempt in 1...attempts {
    do {
      return try call(function)
    } catch {
      guard error.status == .modified else { throw error }
      guard attempt < attempts else {
        throw isOvertaken
          ? error : XapianError(status: .corrupt, message: "A block is later than the last commit")
      }
      if try advance() { isOvertaken = true }
    }
  }
}
