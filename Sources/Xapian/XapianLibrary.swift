internal import CXapianBridge

/// The library of Xapian that is loaded.
public enum XapianLibrary {
  /// Its version, such as `1.4.22`.
  public static var version: String { String(cString: xapian_library_version()) }
}
