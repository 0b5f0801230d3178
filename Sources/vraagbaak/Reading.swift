import CMimalloc
import Glibc
import PassageIndex

/// How the command reads documents: in processes of its own program, each within limits.
enum Reading {
  /// Starts processes of this very program, also where another version has taken its place on disk since.
  static func reader() -> DocumentReader { .processes(ReaderPool(program: "/proc/self/exe")) }

  /// Is such a process, until there is nothing more to read.
  ///
  /// - Returns: its exit code.
  static func serve() -> Int32 {
    // One document's memory is not kept for the next.
    mimalloc_set_return_delay(2)
    mi_register_error({ code, _ in if code == ENOMEM { ReaderService.endForWantOfMemory() } }, nil)
    return ReaderService.run()
  }
}
