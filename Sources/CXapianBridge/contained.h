// No exception leaves the bridge: every function that can fail does its work inside contained().
#pragma once

#include "CXapianBridge.h"

// Turns the current exception into a status and a message. Never throws.
xapian_status report_current_exception(xapian_error *error) noexcept;

template <typename Body>
xapian_status contained(xapian_error *error, Body &&body) noexcept {
  error->status = XAPIAN_STATUS_OK;
  error->message[0] = '\0';
  try {
    body();
    return XAPIAN_STATUS_OK;
  } catch (...) {
    return report_current_exception(error);
  }
}
