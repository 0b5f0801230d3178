// The contents of the opaque types of CXapianBridge.h, and the conversion of bytes in and out.
#pragma once

#include <xapian.h>

#include <cstring>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "CXapianBridge.h"

struct xapian_database {
  // All shards together.
  Xapian::Database database;
  // Each shard by itself, for what Xapian asks only of the first. They share the state of the
  // whole.
  std::vector<Xapian::Database> shards;
  // Whether each lookup of a term goes over the network.
  bool has_servers = false;
  // Whether it is a writer's, and so changes while it is open.
  bool is_written = false;
  // How often it was reopened.
  uint64_t state = 0;
  // The results of frequency().
  std::unordered_map<std::string, Xapian::doccount> frequencies;
  // The values of a slot in each shard, by document: of the last slot that was asked for. Cached
  // until the database is reopened, since a search asks for them twice.
  std::vector<std::vector<std::pair<Xapian::docid, std::string>>> values;
  Xapian::valueno values_slot = Xapian::BAD_VALUENO;

  // The number of documents that have a term. Cached until the database is reopened, since a search
  // asks it of most terms three times: which forms of a word there are, and what to leave out of
  // its two queries.
  Xapian::doccount frequency(const std::string &term) {
    if (is_written) return database.get_termfreq(term);
    auto known = frequencies.find(term);
    if (known != frequencies.end()) return known->second;
    Xapian::doccount found = database.get_termfreq(term);
    if (frequencies.size() >= maximum_frequencies) frequencies.clear();
    frequencies.emplace(term, found);
    return found;
  }

  // Notes that the contents are others than before.
  void forget() {
    frequencies.clear();
    values_slot = Xapian::BAD_VALUENO;
    ++state;
  }

 private:
  static constexpr size_t maximum_frequencies = 4096;
};

struct xapian_writer {
  Xapian::WritableDatabase database;
  // Shares the writer's internals, so that the reading functions serve both.
  xapian_database reader;
};

struct xapian_list {
  std::string bytes;
  std::vector<xapian_item> items;
};

struct xapian_matches {
  xapian_matches_contents counts = {};
  std::string bytes;
  std::vector<xapian_hit> hits;
  std::vector<xapian_span> values;
  std::vector<xapian_facet_value> facet_values;
  std::vector<size_t> facet_sizes;
};

// The caller's bytes as a string. (A NULL pointer may not be given to std::string, even for 0
// bytes.)
inline std::string string_from(xapian_text text) {
  if (text.count == 0) return std::string();
  return std::string(reinterpret_cast<const char *>(text.bytes), text.count);
}

inline xapian_text text_of(const std::string &bytes) {
  return {reinterpret_cast<const uint8_t *>(bytes.data()), bytes.size()};
}

// A path. The system would cut it off at a zero byte.
inline std::string path_from(xapian_text text) {
  if (text.count != 0 && std::memchr(text.bytes, 0, text.count) != nullptr)
    throw Xapian::InvalidArgumentError("A path cannot contain a zero byte");
  return string_from(text);
}

// Appends to the buffer of a result and returns the place.
inline xapian_span append(std::string &bytes, const std::string &addition) {
  xapian_span span = {bytes.size(), addition.size()};
  bytes += addition;
  return span;
}

inline bool has_prefix(const std::string &text, const std::string &prefix) {
  return text.compare(0, prefix.size(), prefix) == 0;
}

// The Xapian query of a flat one, without the terms that no document of the database has, if one is
// given. Throws InvalidArgumentError.
Xapian::Query query_from(const xapian_query &flat, xapian_database *database = nullptr);
