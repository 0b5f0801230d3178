internal import Composition

/// Elements in lower case, as in terms.
extension Lexer {
  /// Appends an element in lower case: an abbreviation without full stops, a number without
  /// separators between its groups, an apostrophe only between letters.
  func append(_ element: Element, to bytes: inout [UInt8]) {
    switch element.form {
    case .run, .clitic, .dotted:
      appendLowerCase(element.range, to: &bytes)
    case .apostrophe(let suffix):
      appendLowerCase(element.run.start..<element.run.end, to: &bytes)
      bytes.append(UInt8(ascii: "'"))
      appendLowerCase(suffix.start..<suffix.end, to: &bytes)
    case .number(let groups):
      var at = element.range.lowerBound
      var group = 1
      while at < element.range.upperBound {
        guard let run = run(at: at) else {
          // The sign before a fraction counts: 1,5 is not 15.
          if group == groups { bytes.append(UInt8(ascii: ",")) }
          group += 1
          at += Scalar(text, at: at).length
          continue
        }
        appendLowerCase(run.start..<run.end, to: &bytes)
        at = run.end
      }
    }
  }

  /// Appends the letters and digits of a range in lower case and NFC, up to the length of a term.
  func appendLowerCase(_ range: Range<Int>, to bytes: inout [UInt8]) {
    let begin = bytes.count
    var hasMarks = false
    var at = range.lowerBound
    while at < range.upperBound, bytes.count - begin <= Term.maximumLength {
      let byte = text[at]
      if byte < 0x80 {
        if (byte | 0x20) &- UInt8(ascii: "a") < 26 {
          bytes.append(byte | 0x20)
        } else if byte &- UInt8(ascii: "0") < 10 {
          bytes.append(byte)
        }
        at += 1
        continue
      }
      let scalar = Scalar(text, at: at)
      at += scalar.length
      switch scalar.scalarClass {
      case .mark:
        hasMarks = true
        appendScalar(scalar.value, to: &bytes)
      case .letter, .digit: appendLower(scalar.value, to: &bytes)
      default: break
      }
    }
    if hasMarks {
      bytes.replaceSubrange(begin..., with: Composition.composed(bytes[begin...]))
    }
  }
}
