#include <algorithm>
#include <cmath>
#include <deque>
#include <memory>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "contained.h"
#include "handles.h"
#include "seal.h"

namespace {

void set_order(Xapian::Enquire &enquire, const xapian_search &search) {
  switch (search.order) {
    case XAPIAN_ORDER_RELEVANCE:
      return enquire.set_sort_by_relevance();
    case XAPIAN_ORDER_RELEVANCE_THEN_VALUE:
      return enquire.set_sort_by_relevance_then_value(search.order_slot, search.order_descending);
    case XAPIAN_ORDER_VALUE_THEN_RELEVANCE:
      return enquire.set_sort_by_value_then_relevance(search.order_slot, search.order_descending);
  }
  throw Xapian::InvalidArgumentError("Unknown order");
}

void collect_counts(const Xapian::MSet &found, xapian_matches_contents &counts) {
  counts.lower_bound = found.get_matches_lower_bound();
  counts.estimate = found.get_matches_estimated();
  counts.upper_bound = found.get_matches_upper_bound();
}

// The last bits of a weight depend on the order in which Xapian added its parts, which is by their
// frequency in the shard. Without those bits the weight does not depend on how an index is sharded.
double rounded(double weight) { return std::round(weight * 1e6) / 1e6; }

// Reads the values of hits in the order of the documents: the values of neighbours are in one
// block, and a thousand hits have many of each.
void collect_values(
    const Xapian::Database &database, const xapian_search &search, xapian_matches &matches) {
  const size_t slots = search.value_slot_count;
  std::vector<size_t> order(matches.hits.size());
  std::iota(order.begin(), order.end(), size_t(0));
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return matches.hits[a].document_id < matches.hits[b].document_id;
  });
  matches.values.resize(matches.hits.size() * slots);
  for (size_t slot = 0; slot < slots; ++slot) {
    auto value = database.valuestream_begin(search.value_slots[slot]);
    const auto end = database.valuestream_end(search.value_slots[slot]);
    for (size_t hit : order) {
      if (value == end) break;
      value.skip_to(matches.hits[hit].document_id);
      if (value != end && value.get_docid() == matches.hits[hit].document_id)
        matches.values[hit * slots + slot] = append(matches.bytes, *value);
    }
  }
}

void collect_hits(
    const xapian_search &search, const xapian_database &database, const Xapian::MSet &found,
    xapian_matches &matches) {
  const bool streams_values = !search.wants_data && !database.has_servers;
  const bool wants_values = search.value_slot_count > 0;
  const bool wants_document = search.wants_data || (wants_values && !streams_values);
  // Requests all documents of a remote database at once. Not on later pages, where Xapian 1.4 reads
  // from before the first hit.
  if (wants_document && found.get_firstitem() == 0) found.fetch();
  for (Xapian::MSetIterator match = found.begin(); match != found.end(); ++match) {
    xapian_hit hit = {};
    hit.weight = rounded(match.get_weight());
    hit.document_id = *match;
    hit.collapse_count = match.get_collapse_count();
    if (wants_document) {
      Xapian::Document document = match.get_document();
      if (search.wants_data) hit.data = append(matches.bytes, unsealed(document.get_data()));
      for (size_t i = 0; i < search.value_slot_count; ++i)
        matches.values.push_back(
            append(matches.bytes, document.get_value(search.value_slots[i])));
    }
    matches.hits.push_back(hit);
  }
  if (wants_values && streams_values) collect_values(database.database, search, matches);
}

// Counts the values of a slot. Xapian's own spy orders all values, which takes several times as
// long; it is for servers, which do not know this one.
class ValueCounter : public Xapian::MatchSpy {
 public:
  explicit ValueCounter(Xapian::valueno counted) : slot(counted) {}

  void operator()(const Xapian::Document &document, double) override {
    std::string value = document.get_value(slot);
    // Neighbours often have the same.
    if (last == nullptr || last->first != value) {
      if (value.empty()) return;
      last = &*counts.try_emplace(std::move(value), 0).first;
    }
    ++last->second;
  }

  std::unordered_map<std::string, uint64_t> counts;

 private:
  Xapian::valueno slot;
  std::pair<const std::string, uint64_t> *last = nullptr;
};

// A slot whose values are counted, on this machine or by servers.
struct Facet {
  std::unique_ptr<ValueCounter> counter;
  std::unique_ptr<Xapian::ValueCountMatchSpy> spy;

  Facet(Xapian::valueno slot, bool has_servers) {
    if (has_servers)
      spy = std::make_unique<Xapian::ValueCountMatchSpy>(slot);
    else
      counter = std::make_unique<ValueCounter>(slot);
  }

  Xapian::MatchSpy *get() {
    return counter ? static_cast<Xapian::MatchSpy *>(counter.get()) : spy.get();
  }

  // The values with their counts, the most frequent first and otherwise in byte order.
  std::vector<std::pair<std::string, uint64_t>> sorted() {
    std::vector<std::pair<std::string, uint64_t>> values;
    if (counter) {
      for (const auto &value : counter->counts) values.emplace_back(value);
    } else {
      for (auto value = spy->values_begin(); value != spy->values_end(); ++value)
        values.emplace_back(*value, value.get_termfreq());
    }
    std::sort(values.begin(), values.end(), [](const auto &a, const auto &b) {
      return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    return values;
  }
};

void collect_facets(std::deque<Facet> &facets, xapian_matches &matches) {
  for (Facet &facet : facets) {
    auto values = facet.sorted();
    for (const auto &value : values)
      matches.facet_values.push_back({append(matches.bytes, value.first), value.second});
    matches.facet_sizes.push_back(values.size());
  }
}

}  // namespace

xapian_status xapian_database_search(
    xapian_database *database, const xapian_search *search, xapian_matches **matches,
    xapian_error *error) {
  *matches = nullptr;
  return contained(error, [&] {
    Xapian::Query query = query_from(search->query, database);
    // Before the enquire, which refers to them; in a deque, which never moves them.
    std::deque<Facet> facets;
    Xapian::Enquire enquire(database->database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BM25Weight(
        search->bm25_k1, 0, 1, search->bm25_b, search->bm25_minimum_length));
    set_order(enquire, *search);
    if (search->collapses) enquire.set_collapse_key(search->collapse_slot);
    Xapian::doccount check_at_least = search->check_at_least;
    for (size_t i = 0; i < search->facet_slot_count; ++i) {
      facets.emplace_back(search->facet_slots[i], database->has_servers);
      enquire.add_matchspy(facets.back().get());
      check_at_least = database->database.get_doccount();
    }
    Xapian::MSet found = enquire.get_mset(search->offset, search->limit, check_at_least);
    auto made = std::make_unique<xapian_matches>();
    collect_counts(found, made->counts);
    collect_hits(*search, *database, found, *made);
    collect_facets(facets, *made);
    *matches = made.release();
  });
}

xapian_matches_contents xapian_matches_read(const xapian_matches *matches) {
  xapian_matches_contents contents = matches->counts;
  contents.bytes = text_of(matches->bytes);
  contents.hits = matches->hits.data();
  contents.hit_count = matches->hits.size();
  contents.values = matches->values.data();
  contents.value_count = matches->values.size();
  contents.facet_values = matches->facet_values.data();
  contents.facet_value_count = matches->facet_values.size();
  contents.facet_sizes = matches->facet_sizes.data();
  contents.facet_count = matches->facet_sizes.size();
  return contents;
}

void xapian_matches_free(xapian_matches *matches) { delete matches; }
