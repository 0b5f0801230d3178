internal import CLibZip

/// A zip archive in memory, such as a DOCX or an ODT, read with libzip. Only requested entries are
/// unpacked, within limits, so that an archive bomb is harmless.
struct Archive: ~Copyable {
  /// The maximum number of entries. An office document has some dozens.
  static let entryLimit = 10_000
  /// The maximum unpacked size of an entry, in bytes. The largest one seen has 100 kB.
  static let sizeLimit = 16 << 20
  /// The same for a header or a footer, of which a document may have many.
  static let marginLimit = 1 << 20
  /// The maximum compression ratio of an entry of more than a megabyte. A word processor's XML has
  /// a ratio of 10 to 20.
  static let ratioLimit = 100

  private let form: SourceForm
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private let archive: OpaquePointer

  /// Opens an archive; errors name `form`.
  ///
  /// - Throws: `ReadError.damaged` if the bytes are not a whole archive, or it has too many
  ///   entries.
  init(_ bytes: [UInt8], form: SourceForm) throws(ReadError) {
    // libzip reads from this buffer, so it must live until the archive is closed.
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
    _ = buffer.initialize(from: bytes)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    let source = zip_source_buffer_create(buffer.baseAddress, UInt64(bytes.count), 0, &error)
    guard let source, let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      let reason = String(cString: zip_error_strerror(&error))
      if let source { zip_source_free(source) }
      buffer.deallocate()
      throw .damaged(form: form, reason: "het zip-archief is beschadigd (\(reason))")
    }
    let count = zip_get_num_entries(archive, 0)
    guard count <= Self.entryLimit else {
      zip_discard(archive)
      buffer.deallocate()
      throw .damaged(
        form: form,
        reason:
          "het zip-archief heeft \(count) onderdelen; het maximum is \(Self.entryLimit)"
      )
    }
    self.form = form
    self.buffer = buffer
    self.archive = archive
  }

  deinit {
    zip_discard(archive)
    buffer.deallocate()
  }

  /// The names of the entries.
  var names: [String] {
    (0..<UInt64(max(0, zip_get_num_entries(archive, 0)))).compactMap { index in
      zip_get_name(archive, index, 0).map { String(cString: $0) }
    }
  }

  /// The bytes of an entry; nil if there is none with that name.
  ///
  /// - Throws: `ReadError.damaged` if the entry is encrypted, too large, compressed too much or
  ///   corrupt.
  func entry(
    _ name: String, atMost limit: Int = Self.sizeLimit
  ) throws(ReadError) -> [UInt8]? {
    let index = zip_name_locate(archive, name, 0)
    guard index >= 0 else { return nil }
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(archive, UInt64(index), 0, &status) == 0 else {
      throw damaged("onderdeel \(name) is niet te vinden")
    }
    if status.encryption_method != UInt16(ZIP_EM_NONE) {
      throw damaged("onderdeel \(name) is versleuteld")
    }
    guard status.size <= UInt64(limit) else {
      throw damaged(
        "onderdeel \(name) is uitgepakt \(status.size) bytes; het maximum is \(limit)"
      )
    }
    if status.size > 1 << 20, status.size / max(1, status.comp_size) > UInt64(Self.ratioLimit) {
      throw damaged(
        "onderdeel \(name) is uitgepakt \(status.size / max(1, status.comp_size)) keer zo groot als ingepakt"
      )
    }
    return try unpacked(index: UInt64(index), size: Int(status.size), name)
  }

  /// Unpacks an entry with a declared size; one of another size is corrupt.
  private func unpacked(index: UInt64, size: Int, _ name: String) throws(ReadError) -> [UInt8] {
    guard let file = zip_fopen_index(archive, index, 0) else {
      throw damaged(
        "onderdeel \(name) is niet te openen (\(String(cString: zip_strerror(archive))))")
    }
    defer { zip_fclose(file) }
    var failed = false
    // Read one byte more than declared, so that libzip reaches the end and compares the checksum.
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { target, count in
      while count < size + 1, let base = target.baseAddress {
        let read = zip_fread(file, base + count, UInt64(size + 1 - count))
        failed = failed || read < 0
        guard read > 0 else { return }
        count += Int(read)
      }
    }
    guard !failed, bytes.count == size else { throw damaged("onderdeel \(name) is beschadigd") }
    return bytes
  }

  private func damaged(_ reason: String) -> ReadError { .damaged(form: form, reason: reason) }
}
