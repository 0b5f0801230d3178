#include "CXapianFaults.h"

#include <unistd.h>
#include <xapian.h>

#include <new>
#include <stdexcept>
#include <string>

#include "contained.h"

namespace {

template <typename Thrown>
void throw_if(const std::string &name, const char *type, const char *words, int system_error) {
  if (name == type) throw Thrown(words, system_error);
}

}  // namespace

#define THROW_IF(type) throw_if<Xapian::type>(name, #type, words, system_error)

xapian_status xapian_fault_throw(
    const char *name, int system_error, const char *words, xapian_error *error) {
  return contained(error, [&] {
    THROW_IF(AssertionError);
    THROW_IF(InvalidArgumentError);
    THROW_IF(InvalidOperationError);
    THROW_IF(UnimplementedError);
    THROW_IF(DatabaseError);
    THROW_IF(DatabaseClosedError);
    THROW_IF(DatabaseCorruptError);
    THROW_IF(DatabaseCreateError);
    THROW_IF(DatabaseLockError);
    THROW_IF(DatabaseModifiedError);
    THROW_IF(DatabaseNotFoundError);
    THROW_IF(DatabaseOpeningError);
    THROW_IF(DatabaseVersionError);
    THROW_IF(DocNotFoundError);
    THROW_IF(FeatureUnavailableError);
    THROW_IF(InternalError);
    THROW_IF(NetworkError);
    THROW_IF(NetworkTimeoutError);
    THROW_IF(QueryParserError);
    THROW_IF(RangeError);
    THROW_IF(SerialisationError);
    THROW_IF(WildcardError);
    if (name == std::string("bad_alloc")) throw std::bad_alloc();
    if (name == std::string("length_error")) throw std::length_error(words);
    if (name == std::string("int")) throw 1;
  });
}

int xapian_fault_change(const char *path, const char *change) {
  xapian_error ignored;
  return contained(&ignored, [&] {
    const std::string what = change;
    Xapian::WritableDatabase database(path, Xapian::DB_OPEN);
    Xapian::Document document = database.get_document(1);
    if (what == "term") document.add_boolean_term("nieuw");
    if (what == "frequency") document.add_term("twee", 1);
    if (what == "position") document.add_posting("twee", 7, 0);
    if (what == "value") document.add_value(3, "x");
    if (what == "no value") document.remove_value(0);
    if (what == "no term") document.remove_term("een");
    if (what == "metadata")
      database.set_metadata("sleutel", "schema-1 oud");
    else
      database.replace_document(1, document);
    database.commit();
  });
}

int xapian_fault_start_slow_child(int milliseconds) {
  const pid_t child = fork();
  if (child == 0) {
    usleep(static_cast<useconds_t>(milliseconds) * 1000);
    _exit(0);
  }
  return child;
}
