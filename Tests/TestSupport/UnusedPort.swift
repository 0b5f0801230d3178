import Glibc

/// A hundred ports are all in use.
private struct NoPort: Error {}

/// A port that nobody listens on. It is not one of those that the system gives to whoever asks for
/// any, since another test may ask.
package func unusedPort() throws -> UInt16 {
  let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  guard descriptor >= 0 else { throw NoPort() }
  defer { close(descriptor) }
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_addr.s_addr = inet_addr("127.0.0.1")
  for _ in 0..<100 {
    let port = UInt16.random(in: 20_000..<32_000)
    address.sin_port = port.bigEndian
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if status == 0 { return port }
  }
  throw NoPort()
}
