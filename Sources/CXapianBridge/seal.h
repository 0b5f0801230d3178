// Checks whether a database still has what was written. Xapian 1.4 keeps no checksums, so it would
// read a flipped bit as if it had been written.
//
// The data of a document is sealed with a digest of its terms, positions and values, and a
// checksum; the value of a key with a checksum. Reading anything with another checksum is CORRUPT.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>

#include "CXapianBridge.h"

// The digest of a document is the sum of the parts below, modulo 2^64, so that they can be added
// and removed one by one, in any order, such as that of the posting lists.

// The parts of a term (by its hash) with its frequency, of a position, and of a value.
uint64_t hash_of(const std::string &bytes);
uint64_t term_part(uint64_t term, Xapian::termcount frequency);
uint64_t position_part(uint64_t term, Xapian::termpos position);
uint64_t value_part(Xapian::valueno slot, const std::string &value);

// The digest of a document that is to be stored.
uint64_t digest_of(const xapian_document &flat);

// The parts of a term and its positions in the digest of a document; 0 if it does not have the
// term.
uint64_t term_parts(const Xapian::Document &document, const std::string &term);

// The parts of the term at an iterator and its positions.
uint64_t term_parts(const Xapian::TermIterator &term);

// Data with the digest of the document and a checksum.
std::string sealed(const std::string &data, uint64_t digest);

// The data given to sealed, and the digest. Throws DatabaseCorruptError if the seal does not fit.
std::string unsealed(const std::string &stored, uint64_t *digest = nullptr);

// The same for the value of a key. An empty value means no value, and has no seal. A text without a
// seal is from an earlier version: DatabaseVersionError with that text.
std::string sealed_value(const std::string &value, const std::string &key);
std::string unsealed_value(const std::string &stored, const std::string &key);

// The value without its seal, or as it is stored if it has no valid seal.
std::string value_as_stored(const std::string &stored, const std::string &key);
