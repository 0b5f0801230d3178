#include <algorithm>
#include <map>
#include <memory>
#include <sstream>
#include <vector>

#include "contained.h"
#include "handles.h"
#include "roots.h"
#include "seal.h"

namespace {

// Compares the tables of a database: the posting lists and positions with the term lists, and all
// of these, the values and the data with the digests of the documents.
class Verification {
  const Xapian::Database database;
  std::ostringstream lines;
  uint64_t problems = 0;
  // The documents, ascending, and the digest of each from the posting lists: of its terms, and of
  // these with positions.
  std::vector<Xapian::docid> ids;
  std::vector<uint64_t> listed, whole;
  struct Values {
    Xapian::doccount count = 0;
    std::string least, greatest;
  };
  std::map<Xapian::valueno, Values> slots;

  static constexpr uint64_t maximum_described = 5;

  void problem(const std::string &words) {
    if (problems++ < maximum_described) lines << (problems > 1 ? "; " : "") << words;
  }

  static std::string of(Xapian::docid id) { return "document " + std::to_string(id); }

 public:
  explicit Verification(const std::string &path) : database(path) {}

  void run() {
    collect_documents();
    compare_postings();
    Xapian::totallength length = 0;
    for (size_t place = 0; place < ids.size(); ++place) length += compare_document(place);
    if (length != database.get_total_length())
      problem("the total length is not that of the documents");
    compare_value_bounds();
    for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
      try {
        unsealed_value(database.get_metadata(*key), *key);
      } catch (const Xapian::DatabaseError &error) {
        problem(error.get_msg());
      }
    }
  }

  uint64_t count() const { return problems; }
  std::string report() const {
    std::string report = lines.str();
    return problems > maximum_described ? report + "; ..." : report;
  }

 private:
  void collect_documents() {
    for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
      if (!ids.empty() && *id <= ids.back()) problem("the list of documents does not rise");
      ids.push_back(*id);
      // An impossible number of documents must not allocate its memory.
      if (ids.size() > database.get_doccount()) break;
    }
    if (ids.size() != database.get_doccount())
      problem("the list of documents is not as long as their number");
    if (!ids.empty() && ids.back() > database.get_lastdocid())
      problem("the last number of a document is too low");
    listed.assign(ids.size(), 0);
    whole.assign(ids.size(), 0);
  }

  // The index of a document, searched from an index on; the end if it is not there.
  size_t place_of(Xapian::docid id, size_t from) const {
    if (from < ids.size() && ids[from] == id) return from;
    size_t step = 1;
    size_t low = from;
    while (low + step < ids.size() && ids[low + step] < id) {
      low += step;
      step *= 2;
    }
    auto end = ids.begin() + std::min(low + step + 1, ids.size());
    auto found = std::lower_bound(ids.begin() + std::min(low, ids.size()), end, id);
    return found != end && *found == id ? size_t(found - ids.begin()) : ids.size();
  }

  void compare_postings() {
    Xapian::termcount greatest = 0;
    std::string with_greatest;
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      const std::string name = *term;
      const Xapian::termcount here = compare_list(name, term.get_termfreq());
      if (here > greatest) {
        greatest = here;
        with_greatest = name;
      }
    }
    // Xapian gives this bound for one term, but it is a bound of all terms together.
    if (greatest > 0 && greatest > database.get_wdf_upper_bound(with_greatest))
      problem("the frequency of " + with_greatest + " is beyond the bound");
  }

  // Reads one posting list and returns the highest frequency in it.
  Xapian::termcount compare_list(const std::string &name, Xapian::doccount expected) {
    const uint64_t hash = hash_of(name);
    Xapian::doccount documents = 0;
    Xapian::termcount frequency = 0, greatest = 0;
    size_t place = 0;
    bool has_positions = true;
    const auto end = database.postlist_end(name);
    for (auto posting = database.postlist_begin(name); posting != end; ++posting) {
      const Xapian::termcount here = posting.get_wdf();
      frequency += here;
      greatest = std::max(greatest, here);
      place = place_of(*posting, place);
      if (place == ids.size()) {
        problem(
            "the posting list of " + name +
            " has a document that is not there, or is not in order");
        break;
      }
      const uint64_t part = term_part(hash, here);
      listed[place] += part;
      whole[place] += part;
      if (has_positions) {
        const uint64_t positions = position_parts(
            hash, posting.positionlist_begin(), posting.positionlist_end());
        // Looking for positions takes most of the time. A term without positions in its first
        // document has none in the others, or their digests turn out to differ; then they are
        // looked for.
        has_positions = positions != 0 || documents > 0;
        whole[place] += positions;
      }
      ++documents;
      ++place;
    }
    // Also for a list that ends too early.
    if (documents != expected)
      problem("the posting list of " + name + " is not as long as it says");
    if (frequency != database.get_collection_freq(name))
      problem("the frequencies of " + name + " are not those of its posting list");
    return greatest;
  }

  static uint64_t position_parts(
      uint64_t hash, Xapian::PositionIterator at, const Xapian::PositionIterator &end) {
    uint64_t parts = 0;
    for (; at != end; ++at) parts += position_part(hash, *at);
    return parts;
  }

  // Compares all parts of a document and returns its length.
  Xapian::termcount compare_document(size_t place) {
    const Xapian::docid id = ids[place];
    Xapian::termcount length = 0;
    try {
      uint64_t own = 0;
      Xapian::termcount terms = 0;
      for (auto term = database.termlist_begin(id); term != database.termlist_end(id); ++term) {
        own += term_part(hash_of(*term), term.get_wdf());
        length += term.get_wdf();
        ++terms;
      }
      if (own != listed[place])
        problem("the terms of " + of(id) + " are not those of the posting lists");
      // Xapian reports no more terms than the length.
      if (std::min(terms, length) != database.get_unique_terms(id) ||
          length != database.get_doclength(id))
        problem("the length of " + of(id) + " is not that of its terms");
      // The lower one leaves out documents without a length.
      if ((length > 0 && length < database.get_doclength_lower_bound()) ||
          length > database.get_doclength_upper_bound())
        problem("the length of " + of(id) + " is beyond the bounds");
      const Xapian::Document document = database.get_document(id);
      const uint64_t values = values_of(document);
      uint64_t digest;
      unsealed(document.get_data(), &digest);
      if (digest != whole[place] + values && digest != terms_of(id) + values)
        problem("the terms, positions and values of " + of(id) + " are not what was written");
    } catch (const Xapian::DatabaseModifiedError &) {
      throw;
    } catch (const Xapian::Error &error) {
      problem(of(id) + ": " + error.get_msg());
    }
    return length;
  }

  // The terms of a document with all their positions.
  uint64_t terms_of(Xapian::docid id) const {
    uint64_t parts = 0;
    for (auto term = database.termlist_begin(id); term != database.termlist_end(id); ++term)
      parts += term_parts(term);
    return parts;
  }

  uint64_t values_of(const Xapian::Document &document) {
    uint64_t parts = 0;
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
      parts += value_part(value.get_valueno(), *value);
      Values &all = slots[value.get_valueno()];
      if (all.count == 0 || *value < all.least) all.least = *value;
      if (all.count == 0 || *value > all.greatest) all.greatest = *value;
      ++all.count;
    }
    return parts;
  }

  void compare_value_bounds() {
    for (const auto &[slot, values] : slots)
      if (values.count != database.get_value_freq(slot) ||
          values.least < database.get_value_lower_bound(slot) ||
          values.greatest > database.get_value_upper_bound(slot))
        problem("the values in slot " + std::to_string(slot) + " are not within their bounds");
  }
};

}  // namespace

xapian_status xapian_database_verify(
    xapian_text path, uint64_t *problems, xapian_list **list, xapian_error *error) {
  *problems = 0;
  *list = nullptr;
  return contained(error, [&] {
    std::string directory = path_from(path);
    check_roots(directory);
    Verification verification(directory);
    verification.run();
    auto made = std::make_unique<xapian_list>();
    made->bytes = verification.report();
    *problems = verification.count();
    *list = made.release();
  });
}
