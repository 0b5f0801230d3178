#include <algorithm>
#include <cmath>
#include <string_view>

#include "handles.h"

namespace {

std::string_view view_of(const xapian_query &flat, xapian_span span) {
  if (span.offset > flat.bytes.count || span.count > flat.bytes.count - span.offset)
    throw Xapian::InvalidArgumentError("A span lies outside of the query's bytes");
  if (span.count == 0) return {};
  return {reinterpret_cast<const char *>(flat.bytes.bytes) + span.offset, span.count};
}

std::string bytes_of(const xapian_query &flat, xapian_span span) {
  return std::string(view_of(flat, span));
}

// The terms of a query that no document has. A word is sought in many fields and forms, of which
// most indexes have few, and Xapian looks each up again wherever the query has it. Leaving out
// absent terms changes neither matches nor weights. Remote databases are not asked, to save round
// trips.
class AbsentTerms {
  std::vector<std::string_view> terms;

 public:
  AbsentTerms(const xapian_query &flat, xapian_database *database) {
    if (!database || database->has_servers) return;
    for (size_t i = 0; i < flat.step_count; ++i)
      if (flat.steps[i].operation == XAPIAN_OPERATOR_TERM)
        terms.push_back(view_of(flat, flat.steps[i].first));
    // In the order of the table neighbours are in one block.
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    auto is_there = [&](std::string_view term) {
      // Every document has the empty term.
      return term.empty() || database->frequency(std::string(term)) > 0;
    };
    terms.erase(std::remove_if(terms.begin(), terms.end(), is_there), terms.end());
  }

  bool has(std::string_view term) const {
    return std::binary_search(terms.begin(), terms.end(), term);
  }
};

// The results that no later step has used yet, with the depth of each.
struct Results {
  std::vector<Xapian::Query> queries;
  std::vector<unsigned> depths;
};

Xapian::Query range_from(const xapian_query &flat, const xapian_step &step) {
  // Not the static MatchAll, whose reference count threads would share.
  if (!step.has_first && !step.has_second) return Xapian::Query(std::string());
  std::string from = step.has_first ? bytes_of(flat, step.first) : std::string();
  std::string through = step.has_second ? bytes_of(flat, step.second) : std::string();
  // To Xapian a range from the empty value includes documents without a value. The lowest value is
  // one zero byte.
  if (from.empty()) from = std::string(1, '\0');
  if (!step.has_second) return Xapian::Query(Xapian::Query::OP_VALUE_GE, step.number, from);
  return Xapian::Query(Xapian::Query::OP_VALUE_RANGE, step.number, from, through);
}

void check_count(const xapian_step &step, uint32_t expected) {
  if (step.operand_count != expected)
    throw Xapian::InvalidArgumentError("A step of the query has the wrong number of operands");
}

// Xapian estimates the frequency of a synonym from those of its terms, two at a time, rounding each
// time, in the order of their frequency in the shard. The weight would differ from shard to shard.
// Nested pairs leave no choice of order. (In a synonym OP_MAX means the same as OP_OR, but Xapian
// does not reorder it.)
template <typename Iterator>
Xapian::Query pairs(Iterator begin, Iterator end) {
  auto count = end - begin;
  if (count == 1) return *begin;
  if (count == 2) return Xapian::Query(Xapian::Query::OP_MAX, begin, end);
  Xapian::Query halves[] = {pairs(begin, begin + count / 2), pairs(begin + count / 2, end)};
  return Xapian::Query(Xapian::Query::OP_MAX, halves, halves + 2);
}

template <typename Iterator>
Xapian::Query synonym(Iterator begin, Iterator end) {
  if (end - begin < 3) return Xapian::Query(Xapian::Query::OP_SYNONYM, begin, end);
  Xapian::Query whole = pairs(begin, end);
  return Xapian::Query(Xapian::Query::OP_SYNONYM, &whole, &whole + 1);
}

Xapian::Query combined(
    const xapian_query &flat, const xapian_step &step, const AbsentTerms &absent,
    Results &results) {
  using Query = Xapian::Query;
  auto end = results.queries.end();
  auto begin = end - step.operand_count;
  auto all = [&](Query::op op) { return Query(op, begin, end); };
  // In a window smaller than the number of terms Xapian finds nothing.
  auto within = [&](Query::op op) {
    return Query(op, begin, end, std::max(step.number, step.operand_count));
  };
  auto both = [&](Query::op op) {
    check_count(step, 2);
    return Query(op, begin[0], begin[1]);
  };
  switch (step.operation) {
    case XAPIAN_OPERATOR_NOTHING:
      check_count(step, 0);
      return Query();
    case XAPIAN_OPERATOR_EVERYTHING:
      check_count(step, 0);
      return Query(std::string());
    case XAPIAN_OPERATOR_TERM: {
      check_count(step, 0);
      std::string_view term = view_of(flat, step.first);
      return term.empty() || absent.has(term) ? Query() : Query(std::string(term), step.number);
    }
    case XAPIAN_OPERATOR_VALUE_RANGE:
      check_count(step, 0);
      return range_from(flat, step);
    case XAPIAN_OPERATOR_AND: return all(Query::OP_AND);
    case XAPIAN_OPERATOR_OR: return all(Query::OP_OR);
    case XAPIAN_OPERATOR_SYNONYM: return synonym(begin, end);
    case XAPIAN_OPERATOR_PHRASE: return within(Query::OP_PHRASE);
    case XAPIAN_OPERATOR_NEAR: return within(Query::OP_NEAR);
    case XAPIAN_OPERATOR_AND_NOT: return both(Query::OP_AND_NOT);
    case XAPIAN_OPERATOR_FILTER: return both(Query::OP_FILTER);
    case XAPIAN_OPERATOR_AND_MAYBE: return both(Query::OP_AND_MAYBE);
    case XAPIAN_OPERATOR_SCALE:
      check_count(step, 1);
      if (!(std::isfinite(step.factor) && step.factor >= 0))
        throw Xapian::InvalidArgumentError("A weight cannot be scaled by such a factor");
      return Query(step.factor, begin[0]);
    case XAPIAN_OPERATOR_CONSTANT: {
      check_count(step, 1);
      if (!(std::isfinite(step.factor) && step.factor >= 0))
        throw Xapian::InvalidArgumentError("A document cannot have such a weight");
      Query weight((new Xapian::FixedWeightPostingSource(step.factor))->release());
      return Query(Query::OP_FILTER, weight, begin[0]);
    }
  }
  throw Xapian::InvalidArgumentError("Unknown operator in the query");
}

}  // namespace

Xapian::Query query_from(const xapian_query &flat, xapian_database *database) {
  if (flat.step_count > XAPIAN_MAXIMUM_STEPS)
    throw Xapian::InvalidArgumentError("The query is too long");
  AbsentTerms absent(flat, database);
  Results results;
  for (size_t i = 0; i < flat.step_count; ++i) {
    const xapian_step &step = flat.steps[i];
    if (step.operand_count > results.queries.size())
      throw Xapian::InvalidArgumentError("A step of the query lacks an operand");
    size_t left = results.queries.size() - step.operand_count;
    unsigned depth = 0;
    for (size_t operand = left; operand < results.depths.size(); ++operand)
      depth = std::max(depth, results.depths[operand]);
    if (++depth > XAPIAN_MAXIMUM_DEPTH)
      throw Xapian::InvalidArgumentError("The query is nested too deeply");
    Xapian::Query query = combined(flat, step, absent, results);
    results.queries.resize(left);
    results.depths.resize(left);
    results.queries.push_back(query);
    results.depths.push_back(depth);
  }
  if (results.queries.size() != 1)
    throw Xapian::InvalidArgumentError("The steps of the query do not come to one result");
  return results.queries.front();
}
