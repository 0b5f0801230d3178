import Foundation
import TestSupport
import Testing
import Xapian

/// Whether the address sanitizer is on, which needs all address space.
private let isSanitized = dlsym(UnsafeMutableRawPointer(bitPattern: 0), "__asan_init") != nil

/// Limits of a whole process, so each is set in a process of its own.
@Suite("Exhaustion")
struct ExhaustionTests {
  @Test("A file that may not grow is no space, and the commit before remains")
  func noSpace() async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.database([Document("eerste")])
    await #expect(processExitsWith: .success) { [path = path as String] in
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 256 << 10, rlim_max: 256 << 10)
      #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      let writer = try WritableDatabase(path: path, mode: .open)
      let error = failure {
        try writer.beginTransaction()
        for number in 0..<8000 {
          try writer.add(Document("w\(number)", data: String(repeating: "x\(number)", count: 100)))
        }
        try writer.commitTransaction()
      }
      #expect(error?.status == .noSpace)
      #expect(error?.message.contains("File too large") == true)
    }
    let database = try Database(path: path)
    #expect(try database.documentCount() == 1)
    #expect(try database.documentFrequency(of: "eerste") == 1)
    #expect(try Database.check(path: path).isSound)
  }

  @Test(
    "A document that does not fit into memory is reported as out of memory",
    .disabled(if: isSanitized, "the address sanitizer takes all address space"))
  func outOfMemory() async throws {
    let directory = try TemporaryDirectory()
    await #expect(processExitsWith: .success) { [path = directory["db"] as String] in
      let writer = try WritableDatabase(path: path, mode: .create)
      var document = Document("groot")
      document.data = [UInt8](repeating: 1, count: 512 << 20)
      // More memory than is in use, but less than a copy of the data needs.
      let pages = try #require(
        String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ").first
          .flatMap { UInt($0) })
      let size = pages * UInt(sysconf(Int32(_SC_PAGESIZE))) + (256 << 20)
      var limit = rlimit(rlim_cur: size, rlim_max: size)
      #expect(setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0)
      let error = failure { _ = try writer.add(document) }
      #expect(error == XapianError(status: .outOfMemory, message: "Memory is exhausted"))
      // The writer goes on with what fits.
      #expect(try writer.add(Document("klein")) == 1)
      try writer.close()
    }
    #expect(try Database(path: directory["db"]).documentCount() == 1)
  }
}
