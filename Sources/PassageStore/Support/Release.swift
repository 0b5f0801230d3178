/// The release of Vraagbaak that this is.
public enum Release {
  /// Its version, as the package and the changelog have it. The only place that says it.
  public static let version = "0.2.0"
  /// The day on which it was released, `yyyy-mm-dd`.
  public static let date = "2026-11-30"
}
