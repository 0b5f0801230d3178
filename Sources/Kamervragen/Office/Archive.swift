internal import CLibZip

/// A zip archive in memory, read with libzip: the file that a DOCX or an ODT is. Only requested
/// entries are unpacked, within limits, so that an archive bomb costs nothing.
struct Archive: ~Copyable {
  /// The most entries that an archive may have; an office document has some dozens.
  static let entryLimit = 10_000
  /// The largest entry that is unpacked, in bytes; the largest that was seen has 100 kB.
  static let sizeLimit = 16 << 20
  /// The same for a header or a footer, of which a document has many.
  static let marginLimit = 1 << 20
  /// How much larger than its packed form an entry of more than a megabyte may be; XML of a word
  /// processor packs to a tenth or a twentieth.
  static let ratioLimit = 100

  private let form: SourceForm
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private let archive: OpaquePointer

  /// Opens an archive; `form` is how the file is called in an error.
  ///
  /// - Throws: `ReadError.damaged` if the bytes are no whole archive, or one with too many entries.
  init(_ bytes: [UInt8], form: SourceForm) throws(ReadError) {
    // libzip reads in the buffer, so the buffer is ours until the archive is closed.
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
      throw .damaged(form: form, reason: "het zip-archief is niet heel (\(reason))")
    }
    let count = zip_get_num_entries(archive, 0)
    guard count <= Self.entryLimit else {
      zip_discard(archive)
      buffer.deallocate()
      throw .damaged(
        form: form,
        reason:
          "het zip-archief heeft \(count) onderdelen, ten hoogste \(Self.entryLimit) wordt gelezen"
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

  /// The bytes of an entry, or nil if there is none of that name.
  ///
  /// - Throws: `ReadError.damaged` if the entry is encrypted, too large, packed too tight or
  ///   broken.
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
        "onderdeel \(name) is uitgepakt \(status.size) bytes, ten hoogste \(limit) wordt gelezen"
      )
    }
    if status.size > 1 << 20, status.size / max(1, status.comp_size) > UInt64(Self.ratioLimit) {
      throw damaged(
        "onderdeel \(name) is uitgepakt \(status.size / max(1, status.comp_size)) keer zo groot als ingepakt"
      )
    }
    return try unpacked(index: UInt64(index), size: Int(status.size), name)
  }

  /// Unpacks an entry that says how large it is; one that says so wrongly is broken.
  private func unpacked(index: UInt64, size: Int, _ name: String) throws(ReadError) -> [UInt8] {
    guard let file = zip_fopen_index(archive, index, 0) else {
      throw damaged(
        "onderdeel \(name) is niet te openen (\(String(cString: zip_strerror(archive))))")
    }
    defer { zip_fclose(file) }
    var failed = false
    // One byte more than declared, so that the end is reached and the checksum compared.
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
