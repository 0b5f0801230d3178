internal import CXapianBridge

/// A query in postfix order, as the bridge takes it: operands before their operator.
struct FlatQuery {
  private(set) var steps: [xapian_step] = []
  private(set) var bytes: [UInt8] = []

  /// What a part of a query counts for.
  private enum Context {
    /// Which documents match, and their weight.
    case weight
    /// Which documents match, and how often, as for a synonym.
    case frequency
    /// Which documents match, and no more.
    case match
  }

  /// Flattens a query without recursion, up to the depth and length that the bridge takes.
  init(_ query: Query) throws(XapianError) {
    // Operators are visited before their operands and written after them.
    enum Task {
      case visit(Query, Context, depth: Int)
      case write(xapian_step)
    }
    var tasks = [Task.visit(query, .weight, depth: 1)]
    while let task = tasks.popLast() {
      switch task {
      case .write(let step):
        steps.append(step)
      case .visit(let query, let context, let depth):
        guard depth <= XAPIAN_MAXIMUM_DEPTH else {
          throw XapianError(status: .invalidArgument, message: "The query is nested too deeply")
        }
        guard steps.count + tasks.count < XAPIAN_MAXIMUM_STEPS else {
          throw XapianError(status: .invalidArgument, message: "The query is too long")
        }
        if case .valueRange = query, context == .frequency {
          throw XapianError(
            status: .invalidArgument, message: "A value range cannot be part of a synonym")
        }
        if case .constant = query, context == .frequency {
          throw XapianError(
            status: .invalidArgument, message: "A constant weight cannot be part of a synonym")
        }
        if case .andMaybe(let query, _) = query, context != .weight {
          // The addition counts for nothing here, and Xapian 1.4 may take it for required.
          tasks.append(.visit(query, context, depth: depth + 1))
          continue
        }
        let (step, operands) = parts(of: query)
        tasks.append(.write(step))
        for (index, operand) in operands.enumerated().reversed() {
          let context = Self.context(of: index, in: query, context)
          tasks.append(.visit(operand, context, depth: depth + 1))
        }
      }
    }
  }

  /// What an operand counts for.
  private static func context(of operand: Int, in query: Query, _ context: Context) -> Context {
    switch (query, context) {
    case (.andNot, _) where operand == 1: .match
    case (.filter, .weight) where operand == 1: .match
    case (.constant, .weight): .match
    case (.synonym, .weight): .frequency
    default: context
    }
  }

  /// The last step of a query, and the operands before it.
  private mutating func parts(of query: Query) -> (xapian_step, [Query]) {
    switch query {
    case .nothing:
      return (xapian_step(.XAPIAN_OPERATOR_NOTHING), [])
    case .everything:
      return (xapian_step(.XAPIAN_OPERATOR_EVERYTHING), [])
    case .term(let term, let frequency):
      var step = xapian_step(.XAPIAN_OPERATOR_TERM, number: frequency)
      step.first = append(term.utf8)
      return (step, [])
    case .valueRange(let slot, let from, let through):
      var step = xapian_step(.XAPIAN_OPERATOR_VALUE_RANGE, number: slot)
      step.has_first = from != nil
      step.has_second = through != nil
      step.first = append(from ?? [])
      step.second = append(through ?? [])
      return (step, [])
    case .and(let operands):
      return (xapian_step(.XAPIAN_OPERATOR_AND, over: operands), operands)
    case .or(let operands):
      return (xapian_step(.XAPIAN_OPERATOR_OR, over: operands), operands)
    case .synonym(let operands):
      return (xapian_step(.XAPIAN_OPERATOR_SYNONYM, over: operands), operands)
    case .phrase(let operands, let window):
      return (xapian_step(.XAPIAN_OPERATOR_PHRASE, over: operands, number: window), operands)
    case .near(let operands, let window):
      return (xapian_step(.XAPIAN_OPERATOR_NEAR, over: operands, number: window), operands)
    case .andNot(let query, let excluded):
      let operands = [query, excluded]
      return (xapian_step(.XAPIAN_OPERATOR_AND_NOT, over: operands), operands)
    case .filter(let query, let filter):
      let operands = [query, filter]
      return (xapian_step(.XAPIAN_OPERATOR_FILTER, over: operands), operands)
    case .andMaybe(let query, let addition):
      let operands = [query, addition]
      return (xapian_step(.XAPIAN_OPERATOR_AND_MAYBE, over: operands), operands)
    case .scaled(let query, let factor):
      var step = xapian_step(.XAPIAN_OPERATOR_SCALE, over: [query])
      step.factor = factor
      return (step, [query])
    case .constant(let query, let weight):
      var step = xapian_step(.XAPIAN_OPERATOR_CONSTANT, over: [query])
      step.factor = weight
      return (step, [query])
    }
  }

  private mutating func append(_ addition: some Collection<UInt8>) -> xapian_span {
    defer { bytes.append(contentsOf: addition) }
    return xapian_span(offset: bytes.count, count: addition.count)
  }

  /// Lends the query to the bridge.
  func withFlat<Answer>(_ body: (xapian_query) -> Answer) -> Answer {
    steps.withUnsafeBufferPointer { steps in
      bytes.withText { bytes in
        body(xapian_query(steps: steps.baseAddress, step_count: steps.count, bytes: bytes))
      }
    }
  }
}

extension xapian_step {
  fileprivate init(_ operation: xapian_operator, over operands: [Query] = [], number: UInt32 = 0) {
    self.init()
    self.operation = operation
    self.operand_count = UInt32(clamping: operands.count)
    self.number = number
  }
}
