import Glibc

@testable import Kamervragen

/// What libFuzzer calls with each input. The environment variable `VRAAGBAAK_FUZZ` names the reader: see `Reader`.
///
/// Nothing is asserted: a crash, a trap, a hang or memory without bound is the finding.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: data == nil ? 0 : count))
  reader.read(bytes)
  return 0
}

private let reader: Reader = {
  let name = getenv("VRAAGBAAK_FUZZ").map { String(cString: $0) } ?? ""
  guard let reader = Reader(rawValue: name) else {
    let names = Reader.allCases.map(\.rawValue).joined(separator: ", ")
    print("VRAAGBAAK_FUZZ names a reader: \(names)")
    exit(64)
  }
  return reader
}()

/// The readers that can be fuzzed, each past the detection of forms.
private enum Reader: String, CaseIterable {
  case text

  func read(_ bytes: [UInt8]) {
    switch self {
    case .text: _ = try? TextReader.read(bytes, name: "document.md")
    }
  }
}
