#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

#include "contained.h"
#include "handles.h"
#include "roots.h"
#include "seal.h"

namespace {

// A list that fill completes; returned only if nothing fails.
template <typename Fill>
xapian_status make_list(xapian_list **list, xapian_error *error, Fill &&fill) {
  *list = nullptr;
  return contained(error, [&] {
    auto made = std::make_unique<xapian_list>();
    fill(*made);
    *list = made.release();
  });
}

// Walks through the terms with a prefix. If a term is missing, Xapian stops at the next one, so
// terms in between need no lookup.
class TermWalk {
  const Xapian::Database &database;
  std::string prefix;
  Xapian::TermIterator at, end;
  // The current term, if any, and the last one that was sought.
  std::string here, sought;

 public:
  TermWalk(const Xapian::Database &database, const std::string &prefix)
      : database(database), prefix(prefix) {
    begin();
  }

  Xapian::doccount frequency(const std::string &term) {
    if (term < sought) begin();
    sought = term;
    if (at != end && here < term) {
      at.skip_to(term);
      if (at != end) here = *at;
    }
    return at != end && here == term ? at.get_termfreq() : 0;
  }

 private:
  void begin() {
    at = database.allterms_begin(prefix);
    end = database.allterms_end(prefix);
    if (at != end) here = *at;
  }
};

// Fewer terms are faster to look up one by one.
constexpr size_t minimum_for_walk = 16;

void add(xapian_database &database, const Xapian::Database &shard) {
  database.frequencies.clear();
  database.database.add_database(shard);
  database.shards.push_back(shard);
}

// Reads the values of a slot, unless they are known.
void read_values(xapian_database &database, Xapian::valueno slot) {
  if (database.values_slot == slot && !database.is_written) return;
  database.values_slot = Xapian::BAD_VALUENO;
  database.values.clear();
  for (const Xapian::Database &shard : database.shards) {
    auto &values = database.values.emplace_back();
    const auto end = shard.valuestream_end(slot);
    for (auto value = shard.valuestream_begin(slot); value != end; ++value)
      values.emplace_back(value.get_docid(), *value);
  }
  database.values_slot = slot;
}

}  // namespace

xapian_list_contents xapian_list_read(const xapian_list *list) {
  return {text_of(list->bytes), list->items.data(), list->items.size()};
}

void xapian_list_free(xapian_list *list) { delete list; }

xapian_status xapian_database_make(xapian_database **database, xapian_error *error) {
  *database = nullptr;
  return contained(error, [&] { *database = new xapian_database; });
}

xapian_status xapian_database_add(
    xapian_database *database, xapian_text path, xapian_error *error) {
  return contained(error, [&] {
    std::string place = path_from(path);
    check_roots(place);
    add(*database, Xapian::Database(place));
  });
}

xapian_status xapian_database_add_remote(
    xapian_database *database, xapian_text host, uint32_t port, uint32_t timeout,
    xapian_error *error) {
  return contained(error, [&] {
    add(*database, Xapian::Remote::open(string_from(host), port, timeout, timeout));
    database->has_servers = true;
  });
}

void xapian_database_free(xapian_database *database) {
  xapian_error ignored;
  contained(&ignored, [&] { delete database; });
}

xapian_status xapian_database_reopen(
    xapian_database *database, bool *changed, xapian_error *error) {
  *changed = false;
  return contained(error, [&] {
    bool is_same = false;
    try {
      is_same = !database->database.reopen();
    } catch (...) {
      // Some shards may have changed.
      database->forget();
      throw;
    }
    if (is_same) return;
    database->forget();
    *changed = true;
  });
}

uint64_t xapian_database_state(const xapian_database *database) { return database->state; }

xapian_status xapian_database_count(
    xapian_database *database, uint32_t *count, xapian_error *error) {
  *count = 0;
  return contained(error, [&] { *count = database->database.get_doccount(); });
}

xapian_status xapian_database_uuid(
    xapian_database *database, xapian_list **list, xapian_error *error) {
  return make_list(
      list, error, [&](xapian_list &made) { made.bytes = database->database.get_uuid(); });
}

xapian_status xapian_database_revisions(
    xapian_database *database, xapian_list **list, xapian_error *error) {
  return make_list(list, error, [&](xapian_list &made) {
    if (database->has_servers)
      throw Xapian::InvalidArgumentError("A server does not tell the revision of its database");
    for (const Xapian::Database &shard : database->shards)
      made.items.push_back({{}, {}, shard.get_revision()});
  });
}

xapian_status xapian_database_document_frequencies(
    xapian_database *database, xapian_text prefix, xapian_text bytes, const xapian_span *terms,
    size_t count, uint64_t *frequencies, xapian_error *error) {
  std::fill_n(frequencies, count, 0);
  return contained(error, [&] {
    std::string start = string_from(prefix);
    // A server would send all terms with the prefix, and a writer merge its uncommitted ones.
    std::optional<TermWalk> walk;
    if (count >= minimum_for_walk && !database->has_servers && !database->is_written)
      walk.emplace(database->database, start);
    for (size_t i = 0; i < count; ++i) {
      std::string term = start;
      if (terms[i].count > 0)
        term.append(reinterpret_cast<const char *>(bytes.bytes) + terms[i].offset, terms[i].count);
      // To Xapian every document has the empty term.
      if (term.empty()) continue;
      frequencies[i] = walk ? walk->frequency(term) : database->frequency(term);
    }
  });
}

xapian_status xapian_database_terms(
    xapian_database *database, xapian_text prefix, size_t limit, xapian_list **list,
    xapian_error *error) {
  return make_list(list, error, [&](xapian_list &made) {
    const Xapian::Database &db = database->database;
    std::string start = string_from(prefix);
    auto end = db.allterms_end(start);
    for (auto term = db.allterms_begin(start); term != end && made.items.size() < limit; ++term)
      made.items.push_back({append(made.bytes, *term), {}, term.get_termfreq()});
  });
}

xapian_status xapian_database_count_terms(
    xapian_database *database, xapian_text prefix, uint64_t *count, xapian_error *error) {
  *count = 0;
  return contained(error, [&] {
    const Xapian::Database &db = database->database;
    std::string start = string_from(prefix);
    uint64_t counted = 0;
    auto end = db.allterms_end(start);
    for (auto term = db.allterms_begin(start); term != end; ++term) ++counted;
    *count = counted;
  });
}

xapian_status xapian_database_metadata(
    xapian_database *database, xapian_text key, xapian_list **list, xapian_error *error) {
  return make_list(list, error, [&](xapian_list &made) {
    std::string name = string_from(key);
    for (const Xapian::Database &shard : database->shards) {
      made.bytes = unsealed_value(shard.get_metadata(name), name);
      if (!made.bytes.empty()) break;
    }
  });
}

xapian_status xapian_database_shard_metadata(
    xapian_database *database, xapian_text key, xapian_list **list, xapian_error *error) {
  return make_list(list, error, [&](xapian_list &made) {
    std::string name = string_from(key);
    for (const Xapian::Database &shard : database->shards)
      made.items.push_back(
          {append(made.bytes, unsealed_value(shard.get_metadata(name), name)), {}, 0});
  });
}

xapian_status xapian_database_metadata_entries(
    xapian_database *database, xapian_text prefix, bool verified, xapian_list **list,
    xapian_error *error) {
  return make_list(list, error, [&](xapian_list &made) {
    std::string start = string_from(prefix);
    auto value_of = verified ? unsealed_value : value_as_stored;
    for (const Xapian::Database &shard : database->shards) {
      auto end = shard.metadata_keys_end(start);
      for (auto entry = shard.metadata_keys_begin(start); entry != end; ++entry) {
        std::string key = *entry;
        xapian_span text = append(made.bytes, key);
        made.items.push_back({text, append(made.bytes, value_of(shard.get_metadata(key), key)), 0});
      }
    }
    if (database->shards.size() < 2) return;
    // The key of a later shard is at a higher offset.
    auto order = [&](const xapian_item &item) {
      std::string_view key(made.bytes.data() + item.text.offset, item.text.count);
      return std::make_pair(key, item.text.offset);
    };
    std::sort(
        made.items.begin(), made.items.end(),
        [&](const xapian_item &left, const xapian_item &right) {
          return order(left) < order(right);
        });
  });
}

xapian_status xapian_database_document_data(
    xapian_database *database, uint32_t id, xapian_list **list, xapian_error *error) {
  return make_list(list, error, [&](xapian_list &made) {
    made.bytes = unsealed(database->database.get_document(id).get_data());
  });
}

xapian_status xapian_database_document_value(
    xapian_database *database, uint32_t id, uint32_t slot, xapian_list **list,
    xapian_error *error) {
  return make_list(list, error, [&](xapian_list &made) {
    made.bytes = database->database.get_document(id).get_value(slot);
  });
}

xapian_status xapian_database_preceding_values(
    xapian_database *database, uint32_t slot, const uint32_t *ids, size_t count,
    xapian_list **list, xapian_error *error) {
  return make_list(list, error, [&](xapian_list &made) {
    if (database->has_servers)
      throw Xapian::InvalidArgumentError("A server has no stream of values");
    if (std::find(ids, ids + count, 0u) != ids + count)
      throw Xapian::InvalidArgumentError("No document has the number 0");
    read_values(*database, slot);
    // Xapian numbers the documents of its shards in turn.
    const size_t shards = database->shards.size();
    for (size_t i = 0; i < count; ++i) {
      const auto &values = database->values[(ids[i] - 1) % shards];
      const Xapian::docid local = (ids[i] - 1) / shards + 1;
      auto later = std::upper_bound(
          values.begin(), values.end(), local,
          [](Xapian::docid id, const auto &value) { return id < value.first; });
      xapian_item item = {};
      if (later != values.begin()) item.text = append(made.bytes, std::prev(later)->second);
      made.items.push_back(item);
    }
  });
}

xapian_status xapian_database_document_terms(
    xapian_database *database, uint32_t id, xapian_text prefix, xapian_list **list,
    xapian_error *error) {
  return make_list(list, error, [&](xapian_list &made) {
    const Xapian::Database &db = database->database;
    std::string start = string_from(prefix);
    auto end = db.termlist_end(id);
    auto term = db.termlist_begin(id);
    for (term.skip_to(start); term != end; ++term) {
      std::string name = *term;
      if (!has_prefix(name, start)) break;
      made.items.push_back({append(made.bytes, name), {}, term.get_wdf()});
    }
  });
}

xapian_status xapian_database_document_has(
    xapian_database *database, uint32_t id, xapian_text bytes, const xapian_span *terms,
    size_t count, bool *has, xapian_error *error) {
  std::fill_n(has, count, false);
  return contained(error, [&] {
    const Xapian::Database &db = database->database;
    std::string all = string_from(bytes);
    auto end = db.termlist_end(id);
    auto found = db.termlist_begin(id);
    for (size_t i = 0; i < count && found != end; ++i) {
      std::string term = all.substr(terms[i].offset, terms[i].count);
      found.skip_to(term);
      has[i] = found != end && *found == term;
    }
  });
}

xapian_status xapian_database_documents_with_term(
    xapian_database *database, xapian_text term, size_t offset, size_t limit, xapian_list **list,
    xapian_error *error) {
  return make_list(list, error, [&](xapian_list &made) {
    const Xapian::Database &db = database->database;
    std::string name = string_from(term);
    auto end = db.postlist_end(name);
    size_t skipped = 0;
    for (auto posting = db.postlist_begin(name); posting != end && made.items.size() < limit;
         ++posting) {
      if (skipped < offset)
        ++skipped;
      else
        made.items.push_back({{}, {}, *posting});
    }
  });
}

xapian_status xapian_database_check(
    xapian_text path, uint64_t *problems, xapian_list **list, xapian_error *error) {
  *problems = 0;
  return make_list(list, error, [&](xapian_list &made) {
    std::string place = path_from(path);
    check_roots(place);
    std::ostringstream report;
    size_t found = Xapian::Database::check(place, 0, &report);
    made.bytes = report.str();
    *problems = found;
  });
}

const char *xapian_library_version(void) { return Xapian::version_string(); }

xapian_status xapian_database_compact(
    xapian_database *database, xapian_text destination, xapian_error *error) {
  return contained(error, [&] {
    unsigned flags = Xapian::Compactor::FULL;
    if (database->database.size() == 1) flags |= Xapian::DBCOMPACT_NO_RENUMBER;
    database->database.compact(path_from(destination), flags);
  });
}

xapian_status xapian_query_describe(
    const xapian_query *query, xapian_list **list, xapian_error *error) {
  return make_list(
      list, error, [&](xapian_list &made) { made.bytes = query_from(*query).get_description(); });
}
