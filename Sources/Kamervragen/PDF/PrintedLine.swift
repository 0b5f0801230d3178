/// A printed line: runs beside each other, from left to right.
struct PrintedLine: Hashable {
  /// The text, with raised digits and separated table cells.
  var text = ""
  var page: Int
  var runs: [TextRun]
  /// The font size of most of its letters.
  private(set) var size: Double
  /// The bottom of the runs of that size.
  private(set) var bottom: Double
  /// Whether it is a row of a table.
  var isRow = false
  /// The width of its first word, estimated.
  var firstWordWidth = 0.0

  var left: Double { runs.first?.left ?? 0 }
  var right: Double { runs.map(\.right).max() ?? 0 }
  var top: Double { runs.map(\.top).min() ?? 0 }
  var height: Double { bottom - top }

  init(_ run: TextRun, page: Int) {
    self.page = page
    runs = [run]
    size = run.size
    bottom = run.bottom
  }

  /// Sorts the runs, and computes the size and bottom.
  fileprivate mutating func settle() {
    runs.sort { ($0.left, $0.top) < ($1.left, $1.top) }
    var weights: [Double: Int] = [:]
    for run in runs { weights[run.size, default: 0] += 1 + run.weight }
    let best = weights.max { ($0.value, $0.key) < ($1.value, $1.key) }
    size = best?.key ?? size
    bottom = runs.filter { $0.size == size }.map(\.bottom).max() ?? bottom
  }

  /// The runs grouped at wide gaps, as in a table row.
  var cells: [[TextRun]] {
    var cells: [[TextRun]] = []
    for run in runs {
      if let last = cells.last?.last,
        run.left - last.right <= size * 1.5 || isBullet(cells[0]) && cells.count == 1
      {
        cells[cells.count - 1].append(run)
      } else {
        cells.append([run])
      }
    }
    return cells
  }

  private func isBullet(_ cell: [TextRun]) -> Bool {
    cell.count == 1 && LineEnd.isBullet((cell[0].text.trimmed + " x"))
  }

  /// The text of some of its runs, with spaces for gaps and raised digits for raised numbers.
  func text(of runs: [TextRun]) -> String {
    var text = ""
    var end: Double?
    for run in runs {
      if isRaised(run), let raised = Self.raised(run.text) {
        while text.last == " " { text.removeLast() }
        text += raised
      } else {
        if let end, run.left - end > size * 0.12, text.last != " ", run.text.first != " " {
          text += " "
        }
        text += run.text
      }
      end = run.right
    }
    return text
  }

  /// Whether a run is smaller and higher than the line.
  private func isRaised(_ run: TextRun) -> Bool {
    run.size <= size * 0.82 && run.bottom < bottom - size * 0.08
  }

  /// A raised run in raised digits; nil if it is not a note mark ("e", "ste", "o").
  private static func raised(_ text: String) -> String? {
    guard text.utf8.contains(where: Ascii.isDigit),
      text.unicodeScalars.allSatisfy({ "0123456789 ,;()[]\u{A0}".unicodeScalars.contains($0) })
    else { return nil }
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case _ where Ascii.isDigit(byte): result += Superscript.digits(Int(byte - Ascii.zero))
      case Ascii.open, Ascii.close, UInt8(ascii: "["), UInt8(ascii: "]"): break
      case 0x80...: result += byte == 0xC2 ? " " : ""
      default: result.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return result
  }
}

/// Joins the runs of a page into lines.
enum LineBuilder {
  /// The lines from top to bottom. Runs of one line may differ a little in height, so each joins
  /// the line it overlaps most.
  static func lines(_ runs: [TextRun], page: Int) -> [PrintedLine] {
    var lines: [PrintedLine] = []
    // The lines at each height, so that a run is compared only with near ones.
    var shelves: [Int: [Int]] = [:]
    let step = 16.0
    // Largest first: large runs make the lines, and a small mark joins the line that it overlaps
    // most.
    let ordered = runs.enumerated().sorted {
      ($1.element.size, $0.offset) < ($0.element.size, $1.offset)
    }
    for (_, run) in ordered {
      let shelf = Int((run.top + run.height / 2) / step)
      var best: (overlap: Double, line: Int)?
      for line in (shelf - 1...shelf + 1).flatMap({ shelves[$0] ?? [] }).suffix(64) {
        let overlap = overlap(run, lines[line])
        if overlap > 0.35, overlap > best?.overlap ?? 0 { best = (overlap, line) }
      }
      if let best {
        lines[best.line].runs.append(run)
      } else {
        shelves[shelf, default: []].append(lines.count)
        lines.append(PrintedLine(run, page: page))
      }
    }
    for index in lines.indices { lines[index].settle() }
    lines.sort { ($0.bottom, $0.left) < ($1.bottom, $1.left) }
    write(&lines)
    return lines
  }

  /// The vertical overlap of a run and a line's first run, as a fraction of the smaller height.
  private static func overlap(_ run: TextRun, _ line: PrintedLine) -> Double {
    guard let first = line.runs.first, first.size < run.size * 2.2 else { return 0 }
    let shared = min(run.bottom, first.bottom) - max(run.top, first.top)
    return shared / max(1, min(run.height, first.height))
  }

  /// Whether the cells of a line are a table row: at least three, or two with an adjacent row.
  private static func isTable(
    _ row: [[TextRun]], at index: Int, in lines: [PrintedLine], _ cells: [[[TextRun]]]
  ) -> Bool {
    if row.count != 2 { return row.count > 2 }
    return [index - 1, index + 1].contains { near in
      lines.indices.contains(near) && cells[near].count > 1 && lines[near].page == lines[index].page
        && abs(lines[near].bottom - lines[index].bottom) < lines[index].size * 3
    }
  }

  /// Sets the cleaned texts of lines, with cells of table rows separated.
  private static func write(_ lines: inout [PrintedLine]) {
    let cells = lines.map(\.cells)
    for index in lines.indices {
      let line = lines[index]
      let plain = line.text(of: line.runs).trimmed
      let isRow =
        isTable(cells[index], at: index, in: lines, cells)
        && PageFurniture.strip(plain)?.rest.isEmpty != true
      let trimmed =
        isRow ? cells[index].map { line.text(of: $0).trimmed }.joined(separator: " | ") : plain
      // A soft hyphen is printed only at the end of a line.
      let text = SourceText.oneLine(
        trimmed.hasSuffix("\u{AD}") ? trimmed.dropLast() + "-" : trimmed)
      let width = line.runs.reduce(0) { $0 + $1.width }
      let first = text.utf8.prefix { $0 != Ascii.space }.count
      lines[index].isRow = isRow
      lines[index].text = text
      lines[index].firstWordWidth = width * Double(first) / Double(max(1, text.utf8.count))
    }
  }
}
