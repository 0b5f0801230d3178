import Glibc
import VraagbaakReport

/// The system resources that a command needs before it begins. Without them, Swift's runtime would
/// later wait for ever or crash.
struct Capacity {
  /// File descriptors open at the same time.
  var descriptors = 0
  /// Threads running at the same time.
  var threads = 0
  /// Address space in megabytes: more than is used, since libraries and the allocator reserve it in
  /// large pieces.
  var megabytes = 32

  /// A resource that the system lacks now; `description` is Dutch.
  struct Shortage: Error, CustomStringConvertible {
    let description: String
  }

  /// Checks the resources by taking and releasing them.
  func claim() throws(Shortage) {
    try claimDescriptors()
    try claimThreads()
    try claimAddresses()
  }

  private func claimDescriptors() throws(Shortage) {
    var taken: [Int32] = []
    defer { for descriptor in taken { close(descriptor) } }
    while taken.count < descriptors {
      let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw Shortage(
          description: "er kunnen maar \(taken.count) bestanden tegelijk open, en er zijn er "
            + "\(descriptors) nodig (\(Self.reason(errno))); zie 'ulimit -n'")
      }
      taken.append(descriptor)
    }
  }

  private func claimThreads() throws(Shortage) {
    // The threads wait until the last one has started.
    var gate = pthread_mutex_t()
    pthread_mutex_init(&gate, nil)
    defer { pthread_mutex_destroy(&gate) }
    try withUnsafeMutablePointer(to: &gate) { gate throws(Shortage) in
      var started: [pthread_t] = []
      pthread_mutex_lock(gate)
      defer {
        pthread_mutex_unlock(gate)
        for thread in started { pthread_join(thread, nil) }
      }
      for _ in 0..<threads {
        var thread = pthread_t()
        let code = pthread_create(
          &thread, nil,
          { gate in
            guard let gate = gate?.assumingMemoryBound(to: pthread_mutex_t.self) else { return nil }
            pthread_mutex_lock(gate)
            pthread_mutex_unlock(gate)
            return nil
          }, gate)
        guard code == 0 else {
          throw Shortage(
            description:
              "er kunnen maar \(started.count) threads bij, en er zijn er \(threads) nodig "
              + "(\(Self.reason(code))); zie 'ulimit -u' en 'ulimit -v'")
        }
        started.append(thread)
      }
    }
  }

  private func claimAddresses() throws(Shortage) {
    let size = megabytes << 20
    let flags = MAP_PRIVATE | Int32(MAP_ANONYMOUS) | Int32(MAP_NORESERVE)
    let claimed = mmap(nil, size, PROT_NONE, flags, -1, 0)
    guard claimed != MAP_FAILED else {
      throw Shortage(
        description:
          "er is geen \(megabytes) MB geheugen meer vrij (\(Self.reason(errno))); zie 'ulimit -v'")
    }
    munmap(claimed, size)
  }

  private static func reason(_ code: Int32) -> String { systemMessage(code) }
}
