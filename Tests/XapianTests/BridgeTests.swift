import CXapianBridge
import CXapianFaults
import Foundation
import TestSupport
import Testing

@testable import Xapian

/// The C functions themselves.
@Suite("The bridge")
struct BridgeTests {
  static let thrown: [(String, Int32, xapian_status)] = [
    ("DatabaseLockError", 0, .XAPIAN_STATUS_LOCKED),
    ("DatabaseLockError", EACCES, .XAPIAN_STATUS_LOCKED),
    ("DatabaseModifiedError", 0, .XAPIAN_STATUS_MODIFIED),
    ("DatabaseCorruptError", 0, .XAPIAN_STATUS_CORRUPT),
    ("DatabaseVersionError", 0, .XAPIAN_STATUS_INCOMPATIBLE),
    ("DatabaseNotFoundError", 0, .XAPIAN_STATUS_NOT_FOUND),
    ("DatabaseNotFoundError", ENOENT, .XAPIAN_STATUS_NOT_FOUND),
    ("DatabaseNotFoundError", EACCES, .XAPIAN_STATUS_INPUT_OUTPUT),
    ("DatabaseClosedError", 0, .XAPIAN_STATUS_INVALID_ARGUMENT),
    ("DatabaseCreateError", 0, .XAPIAN_STATUS_INVALID_ARGUMENT),
    ("DatabaseCreateError", ENOSPC, .XAPIAN_STATUS_NO_SPACE),
    ("DatabaseOpeningError", 0, .XAPIAN_STATUS_CORRUPT),
    ("DatabaseOpeningError", ENOENT, .XAPIAN_STATUS_NOT_FOUND),
    ("DatabaseOpeningError", EMFILE, .XAPIAN_STATUS_INPUT_OUTPUT),
    ("DatabaseError", 0, .XAPIAN_STATUS_UNEXPECTED),
    ("DatabaseError", ENOSPC, .XAPIAN_STATUS_NO_SPACE),
    ("DatabaseError", EDQUOT, .XAPIAN_STATUS_NO_SPACE),
    ("DatabaseError", EFBIG, .XAPIAN_STATUS_NO_SPACE),
    ("DatabaseError", EIO, .XAPIAN_STATUS_INPUT_OUTPUT),
    ("DatabaseError", ENOMEM, .XAPIAN_STATUS_OUT_OF_MEMORY),
    ("DocNotFoundError", 0, .XAPIAN_STATUS_NOT_FOUND),
    ("NetworkError", 0, .XAPIAN_STATUS_NETWORK),
    ("NetworkError", ECONNREFUSED, .XAPIAN_STATUS_NETWORK),
    ("NetworkTimeoutError", ETIMEDOUT, .XAPIAN_STATUS_NETWORK),
    ("FeatureUnavailableError", 0, .XAPIAN_STATUS_INCOMPATIBLE),
    ("AssertionError", 0, .XAPIAN_STATUS_UNEXPECTED),
    ("InvalidArgumentError", 0, .XAPIAN_STATUS_INVALID_ARGUMENT),
    ("InvalidOperationError", 0, .XAPIAN_STATUS_INVALID_ARGUMENT),
    ("UnimplementedError", 0, .XAPIAN_STATUS_INVALID_ARGUMENT),
    ("RangeError", 0, .XAPIAN_STATUS_INVALID_ARGUMENT),
    ("QueryParserError", 0, .XAPIAN_STATUS_UNEXPECTED),
    ("SerialisationError", 0, .XAPIAN_STATUS_UNEXPECTED),
    ("WildcardError", 0, .XAPIAN_STATUS_UNEXPECTED),
    ("InternalError", 0, .XAPIAN_STATUS_UNEXPECTED),
    ("length_error", 0, .XAPIAN_STATUS_UNEXPECTED),
  ]

  @Test("Each exception becomes its status and keeps its message", arguments: thrown)
  func exceptions(_ name: String, _ number: Int32, _ expected: xapian_status) {
    var error = xapian_error()
    #expect(xapian_fault_throw(name, number, "words", &error) == expected)
    #expect(error.status == expected)
    let system = number == 0 ? "" : ": " + String(cString: strerror(number))
    #expect(message(of: error) == "words" + system)
  }

  @Test("Exceptions without a message get one")
  func wordless() {
    var error = xapian_error()
    #expect(
      xapian_fault_throw("bad_alloc", 0, "", &error) == .XAPIAN_STATUS_OUT_OF_MEMORY)
    #expect(message(of: error) == "Memory is exhausted")
    #expect(xapian_fault_throw("int", 0, "", &error) == .XAPIAN_STATUS_UNEXPECTED)
    #expect(message(of: error) == "Something unknown was thrown")
  }

  @Test("A success clears the error of the call before")
  func success() {
    var error = xapian_error()
    _ = xapian_fault_throw("int", 0, "", &error)
    #expect(xapian_fault_throw("nothing", 0, "", &error) == .XAPIAN_STATUS_OK)
    #expect(error.status == .XAPIAN_STATUS_OK)
    #expect(message(of: error) == "")
  }

  @Test("A block beyond the end of a table is corrupt")
  func endOfFile() {
    var error = xapian_error()
    let words = "EOF reading block 7"
    #expect(
      xapian_fault_throw("DatabaseError", 0, words, &error) == .XAPIAN_STATUS_CORRUPT)
  }

  @Test("Long messages are cut off between characters")
  func longWords() {
    var error = xapian_error()
    let words = "x" + String(repeating: "é", count: 400)
    _ = xapian_fault_throw("InternalError", 0, words, &error)
    #expect(message(of: error) == "x" + String(repeating: "é", count: 255))
    _ = xapian_fault_throw("InternalError", 0, "x" + words, &error)
    #expect(message(of: error) == "xx" + String(repeating: "é", count: 254))
  }

  @Test("A failure leaves nothing in the out-parameters")
  func outParameters() {
    var error = xapian_error()
    var writer = OpaquePointer(bitPattern: 1)
    let status = "/missing".withText {
      xapian_writer_open($0, .XAPIAN_MODE_OPEN, &writer, &error)
    }
    #expect(status == .XAPIAN_STATUS_NOT_FOUND)
    #expect(writer == nil)
    var problems: UInt64 = 7
    var list = OpaquePointer(bitPattern: 1)
    _ = "/missing".withText { xapian_database_check($0, &problems, &list, &error) }
    #expect(problems == 0)
    #expect(list == nil)
  }

  @Test("Freeing nothing does nothing")
  func freeNothing() {
    xapian_writer_free(nil)
    xapian_database_free(nil)
    xapian_list_free(nil)
    xapian_matches_free(nil)
  }

  @Test("A span outside of a document's bytes is an invalid argument")
  func documentSpans() throws {
    let directory = try TemporaryDirectory()
    var error = xapian_error()
    var writer: OpaquePointer?
    _ = directory["db"].withText {
      xapian_writer_open($0, .XAPIAN_MODE_CREATE, &writer, &error)
    }
    let opened = try #require(writer)
    defer { xapian_writer_free(opened) }
    for (offset, count) in [(0, 4), (4, 1), (.max, .max), (3, .max)] as [(UInt32, UInt32)] {
      let bytes: [UInt8] = [1, 2, 3]
      let postings = [xapian_posting(offset: offset, count: count, position: 1, frequency: 1)]
      let values = [xapian_value(slot: 1, offset: offset, count: count)]
      bytes.withText { text in
        postings.withUnsafeBufferPointer { postings in
          values.withUnsafeBufferPointer { values in
            var id: UInt32 = 9
            var document = xapian_document()
            document.bytes = text
            document.postings = postings.baseAddress
            document.posting_count = 1
            #expect(
              xapian_writer_add(opened, &document, &id, &error) == .XAPIAN_STATUS_INVALID_ARGUMENT)
            #expect(id == 0)
            document.posting_count = 0
            document.values = values.baseAddress
            document.value_count = 1
            #expect(
              xapian_writer_add(opened, &document, &id, &error) == .XAPIAN_STATUS_INVALID_ARGUMENT)
          }
        }
      }
    }
  }

  @Test("Steps that do not leave one query are an invalid argument")
  func steps() {
    let term = xapian_step(.XAPIAN_OPERATOR_TERM)
    let everything = xapian_step(.XAPIAN_OPERATOR_EVERYTHING)
    var outside = term
    outside.first = xapian_span(offset: 0, count: 1)
    var far = term
    far.first = xapian_span(offset: .max, count: .max)
    var and = xapian_step(.XAPIAN_OPERATOR_AND)
    and.operand_count = 2
    var scale = xapian_step(.XAPIAN_OPERATOR_SCALE)
    scale.operand_count = 1
    var endless = scale
    endless.factor = .infinity
    let wrong: [[xapian_step]] = [
      [], [term, term], [and], [term, and], [outside], [far],
      [everything, endless], [everything, xapian_step(.XAPIAN_OPERATOR_SCALE)],
      [everything, xapian_step(.XAPIAN_OPERATOR_AND_NOT)],
    ]
    for steps in wrong {
      #expect(describe(steps).status == .XAPIAN_STATUS_INVALID_ARGUMENT)
    }
    #expect(describe([everything]).text == "Query(<alldocuments>)")
    #expect(describe([everything, scale]).text == "Query(0 * <alldocuments>)")
    #expect(describe([term]).text == "Query()")
  }

  @Test("A query is 200 steps deep at most")
  func depth() {
    var scale = xapian_step(.XAPIAN_OPERATOR_SCALE)
    scale.operand_count = 1
    scale.factor = 1
    let everything = xapian_step(.XAPIAN_OPERATOR_EVERYTHING)
    let deepest = [everything] + Array(repeating: scale, count: 199)
    #expect(describe(deepest).status == .XAPIAN_STATUS_OK)
    #expect(describe(deepest + [scale]).status == .XAPIAN_STATUS_INVALID_ARGUMENT)
  }

  @Test("A reader overtaken by two commits gets that status")
  func modified() throws {
    let directory = try TemporaryDirectory()
    let path = try overtakable(in: directory)
    var error = xapian_error()
    var database: OpaquePointer?
    _ = xapian_database_make(&database, &error)
    let opened = try #require(database)
    _ = path.withText { xapian_database_add(opened, $0, &error) }
    defer { xapian_database_free(opened) }
    try overtake(path)
    var list: OpaquePointer?
    #expect(
      xapian_database_document_data(opened, 1500, &list, &error) == .XAPIAN_STATUS_MODIFIED)
    #expect(list == nil)
    // And can go on after it has reopened.
    var changed = false
    #expect(xapian_database_reopen(opened, &changed, &error) == .XAPIAN_STATUS_OK)
    #expect(changed)
    #expect(xapian_database_document_data(opened, 1500, &list, &error) == .XAPIAN_STATUS_OK)
    xapian_list_free(list)
  }

  private func describe(_ steps: [xapian_step]) -> (status: xapian_status, text: String?) {
    var error = xapian_error()
    var list: OpaquePointer?
    let status = steps.withUnsafeBufferPointer { steps in
      var query = xapian_query()
      query.steps = steps.baseAddress
      query.step_count = steps.count
      return xapian_query_describe(&query, &list, &error)
    }
    return (status, list.map { List(owning: $0).string })
  }

  private func message(of error: xapian_error) -> String {
    withUnsafeBytes(of: error.message) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}

extension xapian_step {
  fileprivate init(_ operation: xapian_operator) {
    self.init()
    self.operation = operation
  }
}
