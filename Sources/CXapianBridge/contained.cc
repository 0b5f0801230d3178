#include "contained.h"

#include <xapian.h>

#include <cerrno>
#include <cstring>
#include <exception>
#include <new>
#include <string>

namespace {

// Copies as much as fits, without splitting a UTF-8 sequence.
xapian_status report(xapian_error *error, xapian_status status, const char *words) noexcept {
  size_t count = std::strlen(words);
  if (count >= sizeof error->message) {
    count = sizeof error->message - 1;
    while (count > 0 && (static_cast<unsigned char>(words[count]) & 0xC0) == 0x80) --count;
  }
  std::memcpy(error->message, words, count);
  error->message[count] = '\0';
  error->status = status;
  return status;
}

xapian_status report(
    xapian_error *error, xapian_status status, const Xapian::Error &thrown) noexcept {
  // Composing a message needs memory; without it the status must still arrive.
  try {
    std::string words = thrown.get_msg();
    if (!thrown.get_context().empty()) words += " (" + thrown.get_context() + ")";
    if (const char *system = thrown.get_error_string()) words += std::string(": ") + system;
    return report(error, status, words.c_str());
  } catch (...) {
    return report(error, status, thrown.get_msg().c_str());
  }
}

// Xapian hides the errno of a failed system call and shows only its message.
bool is_system_error(const char *words, int number) {
  return words != nullptr && std::strcmp(words, std::strerror(number)) == 0;
}

// The cause of a general DatabaseError, DatabaseCreateError or DatabaseOpeningError.
xapian_status status_of(const Xapian::DatabaseError &thrown, xapian_status otherwise) {
  const char *system = thrown.get_error_string();
  for (int number : {ENOSPC, EDQUOT, EFBIG})
    if (is_system_error(system, number)) return XAPIAN_STATUS_NO_SPACE;
  if (is_system_error(system, ENOENT)) return XAPIAN_STATUS_NOT_FOUND;
  if (is_system_error(system, ENOMEM)) return XAPIAN_STATUS_OUT_OF_MEMORY;
  if (system != nullptr) return XAPIAN_STATUS_INPUT_OUTPUT;
  // A block beyond the end of its table.
  if (thrown.get_msg().compare(0, 12, "EOF reading ") == 0) return XAPIAN_STATUS_CORRUPT;
  return otherwise;
}

// Xapian also reports a lock that could not be created as held by another.
xapian_status status_of(const Xapian::DatabaseLockError &thrown) {
  for (const char *words : {"Couldn't ", "not supported", "too many open files"})
    if (thrown.get_msg().find(words) != std::string::npos) return XAPIAN_STATUS_INPUT_OUTPUT;
  return XAPIAN_STATUS_LOCKED;
}

}  // namespace

xapian_status report_current_exception(xapian_error *error) noexcept {
  // The most specific first: a DatabaseVersionError is also a DatabaseOpeningError.
  try {
    throw;
  } catch (const Xapian::DatabaseLockError &e) {
    return report(error, status_of(e), e);
  } catch (const Xapian::DatabaseModifiedError &e) {
    return report(error, XAPIAN_STATUS_MODIFIED, e);
  } catch (const Xapian::DatabaseCorruptError &e) {
    return report(error, XAPIAN_STATUS_CORRUPT, e);
  } catch (const Xapian::DatabaseVersionError &e) {
    return report(error, XAPIAN_STATUS_INCOMPATIBLE, e);
  } catch (const Xapian::DatabaseNotFoundError &e) {
    return report(error, status_of(e, XAPIAN_STATUS_NOT_FOUND), e);
  } catch (const Xapian::DatabaseClosedError &e) {
    return report(error, XAPIAN_STATUS_INVALID_ARGUMENT, e);
  } catch (const Xapian::DatabaseCreateError &e) {
    // Without a failed system call there is a database already.
    return report(error, status_of(e, XAPIAN_STATUS_INVALID_ARGUMENT), e);
  } catch (const Xapian::DatabaseOpeningError &e) {
    // Without a failed system call the files are not a database.
    return report(error, status_of(e, XAPIAN_STATUS_CORRUPT), e);
  } catch (const Xapian::DatabaseError &e) {
    return report(error, status_of(e, XAPIAN_STATUS_UNEXPECTED), e);
  } catch (const Xapian::DocNotFoundError &e) {
    return report(error, XAPIAN_STATUS_NOT_FOUND, e);
  } catch (const Xapian::NetworkError &e) {
    return report(error, XAPIAN_STATUS_NETWORK, e);
  } catch (const Xapian::FeatureUnavailableError &e) {
    // Such as a backend that this libxapian was built without.
    return report(error, XAPIAN_STATUS_INCOMPATIBLE, e);
  } catch (const Xapian::AssertionError &e) {
    return report(error, XAPIAN_STATUS_UNEXPECTED, e);
  } catch (const Xapian::LogicError &e) {
    // InvalidArgumentError, InvalidOperationError, UnimplementedError: the caller's mistake.
    return report(error, XAPIAN_STATUS_INVALID_ARGUMENT, e);
  } catch (const Xapian::RangeError &e) {
    return report(error, XAPIAN_STATUS_INVALID_ARGUMENT, e);
  } catch (const Xapian::Error &e) {
    return report(error, XAPIAN_STATUS_UNEXPECTED, e);
  } catch (const std::bad_alloc &) {
    return report(error, XAPIAN_STATUS_OUT_OF_MEMORY, "Memory is exhausted");
  } catch (const std::exception &e) {
    return report(error, XAPIAN_STATUS_UNEXPECTED, e.what());
  } catch (...) {
    return report(error, XAPIAN_STATUS_UNEXPECTED, "Something unknown was thrown");
  }
}
