import CMimalloc
import Glibc
import PassageIndex

/// How the command reads documents: in child processes with limits.
enum Reading {
  /// A reader whose processes run this very program, even if it was replaced on disk.
  static func reader() -> DocumentReader {
    // mimalloc 3 (Debian 13) claims a gigabyte of addresses at once, more than a reader may have.
    setenv("MIMALLOC_ARENA_RESERVE", "32MiB", 0)
    return .processes(ReaderPool(program: "/proc/self/exe"))
  }

  /// Reads documents, in a child process, until there are no more.
  ///
  /// - Returns: its exit code.
  static func serve() -> Int32 {
    // Do not keep one document's memory for the next.
    mimalloc_set_return_delay(2)
    mi_register_error({ code, _ in if code == ENOMEM { ReaderService.endForWantOfMemory() } }, nil)
    return ReaderService.run()
  }
}
