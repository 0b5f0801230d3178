import CMimalloc
import Glibc
import PassageIndex

/// How the command reads documents: in processes of its own program, each within limits.
enum Reading {
  /// Starts processes of this very program, even if another version has replaced it on disk.
  static func reader() -> DocumentReader { .processes(ReaderPool(program: "/proc/self/exe")) }

  /// Reads documents in such a process until there are no more.
  ///
  /// - Returns: its exit code.
  static func serve() -> Int32 {
    // One document's memory is not kept for the next.
    mimalloc_set_return_delay(2)
    mi_register_error({ code, _ in if code == ENOMEM { ReaderService.endForWantOfMemory() } }, nil)
    return ReaderService.run()
  }
}
