#include <algorithm>
#include <limits>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "contained.h"
#include "handles.h"
#include "roots.h"
#include "seal.h"

namespace {

int flags_for(xapian_mode mode) {
  switch (mode) {
    case XAPIAN_MODE_CREATE: return Xapian::DB_CREATE;
    case XAPIAN_MODE_OPEN: return Xapian::DB_OPEN;
  }
  throw Xapian::InvalidArgumentError("Unknown mode of opening");
}

// Xapian finds too long a term in the middle of adding the document, and then drops all uncommitted
// changes, including other documents. So terms are measured before.
void check_term(const std::string &term) {
  constexpr std::ptrdiff_t maximum = 245;
  // In its tables a zero byte takes two bytes.
  auto count = std::ptrdiff_t(term.size()) + std::count(term.begin(), term.end(), '\0');
  if (count > maximum)
    throw Xapian::InvalidArgumentError(
        "Term too long (> 245 bytes): " + term.substr(0, 60) + "...");
}

void check_span(const xapian_document &flat, uint32_t offset, uint32_t count) {
  if (size_t(offset) + count > flat.bytes.count)
    throw Xapian::InvalidArgumentError("A span lies outside of the document's bytes");
}

// Adds the terms and values of a flat document to a document.
void add_to(Xapian::Document &document, const xapian_document &flat) {
  if (flat.bytes.count > std::numeric_limits<uint32_t>::max())
    throw Xapian::InvalidArgumentError("A document cannot have more than 4 GB of terms and values");
  const char *bytes = reinterpret_cast<const char *>(flat.bytes.bytes);
  // One string for all terms, so that memory is allocated once.
  std::string term;
  for (size_t i = 0; i < flat.posting_count; ++i) {
    const xapian_posting &posting = flat.postings[i];
    check_span(flat, posting.offset, posting.count);
    term.assign(bytes + posting.offset, posting.count);
    check_term(term);
    if (posting.position != 0)
      document.add_posting(term, posting.position, posting.frequency);
    else
      document.add_term(term, posting.frequency);
  }
  for (size_t i = 0; i < flat.value_count; ++i) {
    const xapian_value &value = flat.values[i];
    check_span(flat, value.offset, value.count);
    document.add_value(value.slot, std::string(bytes + value.offset, value.count));
  }
}

Xapian::Document document_from(const xapian_document &flat) {
  Xapian::Document document;
  add_to(document, flat);
  document.set_data(sealed(string_from(flat.data), digest_of(flat)));
  return document;
}

// The terms and slots that a change of a document concerns, and their parts of its digest.
struct Touched {
  std::set<std::string> terms;
  std::set<Xapian::valueno> slots;

  void add(const xapian_document &flat) {
    for (size_t i = 0; i < flat.posting_count; ++i) {
      const xapian_posting &posting = flat.postings[i];
      check_span(flat, posting.offset, posting.count);
      terms.insert(string_from({flat.bytes.bytes + posting.offset, posting.count}));
    }
    for (size_t i = 0; i < flat.value_count; ++i) slots.insert(flat.values[i].slot);
  }

  uint64_t parts(const Xapian::Document &document) const {
    uint64_t parts = 0;
    for (const std::string &term : terms) parts += term_parts(document, term);
    for (Xapian::valueno slot : slots) parts += value_part(slot, document.get_value(slot));
    return parts;
  }
};

}  // namespace

xapian_status xapian_writer_open(
    xapian_text path, xapian_mode mode, xapian_writer **writer, xapian_error *error) {
  *writer = nullptr;
  return contained(error, [&] {
    auto opened = std::make_unique<xapian_writer>();
    std::string place = path_from(path);
    check_roots(place);
    opened->database = Xapian::WritableDatabase(place, flags_for(mode));
    // Only a single one can drop uncommitted changes; see xapian_writer_free.
    if (opened->database.size() != 1)
      throw Xapian::InvalidArgumentError("A writer takes one database, and this names several");
    opened->reader.database = opened->database;
    opened->reader.shards = {opened->database};
    opened->reader.is_written = true;
    *writer = opened.release();
  });
}

xapian_status xapian_writer_close(xapian_writer *writer, xapian_error *error) {
  return contained(error, [&] { writer->database.close(); });
}

void xapian_writer_free(xapian_writer *writer) {
  if (writer == nullptr) return;
  // Xapian's destructor commits, and swallows errors of that, unless a transaction is open: then it
  // cancels that and all other uncommitted changes. If one is open already, or the writer was
  // closed, this call fails, which does not matter.
  xapian_error ignored;
  contained(&ignored, [&] { writer->database.begin_transaction(false); });
  contained(&ignored, [&] { delete writer; });
}

xapian_database *xapian_writer_database(xapian_writer *writer) { return &writer->reader; }

xapian_status xapian_writer_add(
    xapian_writer *writer, const xapian_document *document, uint32_t *id, xapian_error *error) {
  *id = 0;
  return contained(
      error, [&] { *id = writer->database.add_document(document_from(*document)); });
}

xapian_status xapian_writer_mark(
    xapian_writer *writer, uint32_t id, xapian_text term, bool present, xapian_error *error) {
  return contained(error, [&] {
    std::string name = string_from(term);
    check_term(name);
    Xapian::Document document = writer->database.get_document(id);
    Xapian::TermIterator found = document.termlist_begin();
    found.skip_to(name);
    bool has = found != document.termlist_end() && *found == name;
    if (has == present) return;
    uint64_t digest;
    std::string data = unsealed(document.get_data(), &digest);
    digest -= term_parts(document, name);
    if (present)
      document.add_boolean_term(name);
    else
      document.remove_term(name);
    digest += term_parts(document, name);
    document.set_data(sealed(data, digest));
    writer->database.replace_document(id, document);
  });
}

xapian_status xapian_writer_amend(
    xapian_writer *writer, uint32_t id, xapian_text letters, const xapian_document *addition,
    xapian_error *error) {
  return contained(error, [&] {
    const std::string beginnings = string_from(letters);
    if (beginnings.empty()) throw Xapian::InvalidArgumentError("No terms begin with nothing");
    Xapian::Document document = writer->database.get_document(id);
    uint64_t digest;
    unsealed(document.get_data(), &digest);
    std::vector<std::string> old;
    for (const char letter : beginnings) {
      Xapian::TermIterator found = document.termlist_begin();
      found.skip_to(std::string(1, letter));
      for (; found != document.termlist_end() && (*found)[0] == letter; ++found) {
        old.push_back(*found);
      }
    }
    Touched touched;
    touched.terms.insert(old.begin(), old.end());
    touched.add(*addition);
    digest -= touched.parts(document);
    for (const std::string &term : old) document.remove_term(term);
    add_to(document, *addition);
    digest += touched.parts(document);
    document.set_data(sealed(string_from(addition->data), digest));
    writer->database.replace_document(id, document);
  });
}

xapian_status xapian_writer_delete_with_term(
    xapian_writer *writer, xapian_text term, xapian_error *error) {
  return contained(error, [&] { writer->database.delete_document(string_from(term)); });
}

xapian_status xapian_writer_set_metadata(
    xapian_writer *writer, xapian_text key, xapian_text value, xapian_error *error) {
  return contained(error, [&] {
    std::string name = string_from(key);
    writer->database.set_metadata(name, sealed_value(string_from(value), name));
  });
}

xapian_status xapian_writer_begin_transaction(xapian_writer *writer, xapian_error *error) {
  return contained(error, [&] { writer->database.begin_transaction(); });
}

xapian_status xapian_writer_commit_transaction(xapian_writer *writer, xapian_error *error) {
  return contained(error, [&] { writer->database.commit_transaction(); });
}
