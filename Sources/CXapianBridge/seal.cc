#include "seal.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "handles.h"

namespace {

constexpr size_t number_size = 8;

// The finaliser of SplitMix64 (Steele, Lea, Flood 2014) over both numbers.
uint64_t mixed(uint64_t hash, uint64_t number) {
  uint64_t mix = hash ^ (number * 0x9E3779B97F4A7C15u);
  mix = (mix ^ (mix >> 30)) * 0xBF58476D1CE4E5B9u;
  mix = (mix ^ (mix >> 27)) * 0x94D049BB133111EBu;
  return mix ^ (mix >> 31);
}

// The numbers that parts are mixed with; a position, from 1, is its own.
constexpr uint64_t for_presence = 0;
constexpr uint64_t for_frequency = uint64_t(1) << 40;
constexpr uint64_t for_value = uint64_t(1) << 41;

uint64_t frequency_factor(uint64_t term) { return mixed(term, for_frequency) | 1; }

// A set of hashes. Borrows its memory, since each document needs a set.
class Distinct {
  std::vector<uint64_t> &room;
  size_t mask;

 public:
  Distinct(std::vector<uint64_t> &room, size_t most) : room(room) {
    size_t size = 64;
    while (size < most * 2) size *= 2;
    room.assign(size, 0);
    mask = size - 1;
  }

  // Whether the hash is new.
  bool insert(uint64_t hash) {
    hash = hash == 0 ? 1 : hash;
    size_t at = hash & mask;
    while (room[at] != 0) {
      if (room[at] == hash) return false;
      at = (at + 1) & mask;
    }
    room[at] = hash;
    return true;
  }
};

uint64_t digest_of_terms(const xapian_document &flat, std::vector<uint64_t> &room) {
  // A posting adds at most a term and a position.
  Distinct distinct(room, flat.posting_count * 2);
  uint64_t digest = 0;
  for (size_t i = 0; i < flat.posting_count; ++i) {
    const xapian_posting &posting = flat.postings[i];
    if (size_t(posting.offset) + posting.count > flat.bytes.count) continue;
    uint64_t term = XXH3_64bits(flat.bytes.bytes + posting.offset, posting.count);
    digest += posting.frequency * frequency_factor(term);
    uint64_t presence = mixed(term, for_presence);
    if (distinct.insert(presence)) digest += presence;
    if (posting.position == 0) continue;
    uint64_t position = mixed(term, posting.position);
    if (distinct.insert(position)) digest += position;
  }
  return digest;
}

void append_number(std::string &bytes, uint64_t number) {
  for (size_t i = 0; i < number_size; ++i) bytes.push_back(char(number >> (8 * i)));
}

uint64_t last_number(const std::string &bytes) {
  const char *at = bytes.data() + bytes.size() - number_size;
  uint64_t number = 0;
  for (size_t i = 0; i < number_size; ++i)
    number |= uint64_t(static_cast<unsigned char>(at[i])) << (8 * i);
  return number;
}

// Its last byte, with the highest bits, is never ASCII.
uint64_t checksum_of(const char *bytes, size_t count, uint64_t seed) {
  return XXH3_64bits_withSeed(bytes, count, seed) | (uint64_t(1) << 63);
}

// The value without its seal; nothing if it has no valid seal.
std::optional<std::string> without_seal(const std::string &stored, uint64_t seed) {
  if (stored.size() < number_size) return std::nullopt;
  size_t count = stored.size() - number_size;
  if (checksum_of(stored.data(), count, seed) != last_number(stored)) return std::nullopt;
  return stored.substr(0, count);
}

void seal(std::string &bytes, uint64_t seed) {
  append_number(bytes, checksum_of(bytes.data(), bytes.size(), seed));
}

bool is_text(const std::string &bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](unsigned char byte) { return byte < 0x80; });
}

}  // namespace

uint64_t hash_of(const std::string &bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

uint64_t term_part(uint64_t term, Xapian::termcount frequency) {
  return mixed(term, for_presence) + frequency * frequency_factor(term);
}

uint64_t position_part(uint64_t term, Xapian::termpos position) { return mixed(term, position); }

uint64_t value_part(Xapian::valueno slot, const std::string &value) {
  return value.empty() ? 0 : mixed(hash_of(value), for_value + slot);
}

uint64_t digest_of(const xapian_document &flat) {
  constexpr size_t maximum_kept = 1 << 14;
  static thread_local std::vector<uint64_t> kept;
  std::vector<uint64_t> large;
  uint64_t digest = digest_of_terms(flat, flat.posting_count <= maximum_kept ? kept : large);
  std::map<uint32_t, std::string> values;
  for (size_t i = 0; i < flat.value_count; ++i) {
    const xapian_value &value = flat.values[i];
    if (size_t(value.offset) + value.count > flat.bytes.count) continue;
    values[value.slot] = string_from({flat.bytes.bytes + value.offset, value.count});
  }
  for (const auto &[slot, value] : values) digest += value_part(slot, value);
  return digest;
}

uint64_t term_parts(const Xapian::TermIterator &term) {
  uint64_t hash = hash_of(*term);
  uint64_t parts = term_part(hash, term.get_wdf());
  auto end = term.positionlist_end();
  for (auto position = term.positionlist_begin(); position != end; ++position)
    parts += position_part(hash, *position);
  return parts;
}

uint64_t term_parts(const Xapian::Document &document, const std::string &term) {
  Xapian::TermIterator found = document.termlist_begin();
  found.skip_to(term);
  return found != document.termlist_end() && *found == term ? term_parts(found) : 0;
}

std::string sealed(const std::string &data, uint64_t digest) {
  std::string bytes = data;
  append_number(bytes, digest);
  seal(bytes, 0);
  return bytes;
}

std::string unsealed(const std::string &stored, uint64_t *digest) {
  std::optional<std::string> bytes = without_seal(stored, 0);
  if (!bytes || bytes->size() < number_size)
    throw Xapian::DatabaseCorruptError("The data of a document are not what was written");
  if (digest != nullptr) *digest = last_number(*bytes);
  bytes->resize(bytes->size() - number_size);
  return *std::move(bytes);
}

std::string sealed_value(const std::string &value, const std::string &key) {
  std::string bytes = value;
  if (!bytes.empty()) seal(bytes, hash_of(key));
  return bytes;
}

std::string unsealed_value(const std::string &stored, const std::string &key) {
  if (stored.empty()) return stored;
  if (auto value = without_seal(stored, hash_of(key))) return *std::move(value);
  if (is_text(stored)) throw Xapian::DatabaseVersionError(stored);
  throw Xapian::DatabaseCorruptError("The value under the key " + key + " is not what was written");
}

std::string value_as_stored(const std::string &stored, const std::string &key) {
  return without_seal(stored, hash_of(key)).value_or(stored);
}
