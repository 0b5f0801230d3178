// What tells whether a database still has what was written. Xapian 1.4 keeps no checksums, so a bit that a disk turned over
// is read as if it had always been so.
//
// The data of a document is sealed with a digest of its terms, positions and values, and a checksum; a value under a key
// with a checksum. What is read and has another one is CORRUPT.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>

#include "CXapianBridge.h"

// The digest of a document is the sum of the parts below, modulo 2^64: they may be added and taken out one by one, and come
// in any order, such as that of the posting lists.

// Of a term (by its hash), and of one that the document has with a frequency.
uint64_t hash_of(const std::string &bytes);
uint64_t term_part(uint64_t term, Xapian::termcount frequency);
uint64_t position_part(uint64_t term, Xapian::termpos position);
uint64_t value_part(Xapian::valueno slot, const std::string &value);

// The digest of a document as it will be stored.
uint64_t digest_of(const xapian_document &flat);

// The parts that a term and its positions have in a document's digest; 0 where it has not the term.
uint64_t term_parts(const Xapian::Document &document, const std::string &term);

// The parts of a term and its positions where an iterator stands.
uint64_t term_parts(const Xapian::TermIterator &term);

// Data with the digest of the document behind it.
std::string sealed(const std::string &data, uint64_t digest);

// The data that sealed was given, and the digest. Throws DatabaseCorruptError where it is not what that made.
std::string unsealed(const std::string &stored, uint64_t *digest = nullptr);

// The same for a value under a key. An empty value, which is none, has no seal. One that never had a seal is a text of an
// earlier version: DatabaseVersionError, with that text.
std::string sealed_value(const std::string &value, const std::string &key);
std::string unsealed_value(const std::string &stored, const std::string &key);

// The value without its seal, or as it is stored where it has none that fits.
std::string value_as_stored(const std::string &stored, const std::string &key);
