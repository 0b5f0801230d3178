/*
 * CXapianBridge: the part of libxapian that Vraagbaak uses, as plain C.
 *
 * libxapian reports every failure with a C++ exception, and Swift cannot catch one. So each function
 * here contains whatever is thrown below it and gives back a status.
 *
 * These hold for every function:
 *
 * Status   XAPIAN_STATUS_OK or the reason of the failure, which also stands, with Xapian's own
 *          words, in *error. The caller owns the error struct; it needs no preparation and no
 *          cleaning up, and must not be NULL. XAPIAN_STATUS_OUT_OF_MEMORY and
 *          XAPIAN_STATUS_UNEXPECTED can come from any function; the lists below leave them out.
 *          A database may be remote, so that XAPIAN_STATUS_NETWORK can come from any function that
 *          takes a database or a writer.
 * Results  come through the last parameter before error. It is set to NULL (0, false) first, so that
 *          after a failure it holds nothing that would need freeing.
 * Text     is a pointer and a length, never ended by a zero byte: terms and values may contain zero
 *          bytes. What a caller passes in is read during the call only. The pointer may be NULL
 *          where the length is 0.
 * Paths    are text too; one that contains a zero byte is XAPIAN_STATUS_INVALID_ARGUMENT.
 * Threads  Different handles may be used by different threads at the same time. One handle, and what
 *          was borrowed from it, must be used by one thread at a time.
 * Freeing  Every xapian_..._free accepts NULL and does nothing with it.
 * Seals    The data of a document and the values under keys are stored with checksums, of a document also of its terms,
 *          positions and values. Data and values that are not what was written are XAPIAN_STATUS_CORRUPT where they are
 *          read; the rest is looked at by xapian_database_verify. A value that was written without a checksum, by an
 *          earlier version, is XAPIAN_STATUS_INCOMPATIBLE, and the message is that value.
 */
#ifndef C_XAPIAN_BRIDGE_H
#define C_XAPIAN_BRIDGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__clang__)
/* Lets Swift see an enum whose values are all known, so that it can insist on handling each. */
#define XAPIAN_CLOSED __attribute__((enum_extensibility(closed)))
#else
#define XAPIAN_CLOSED
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------------------------- status -- */

/** What became of a call. */
typedef enum XAPIAN_CLOSED xapian_status {
  XAPIAN_STATUS_OK = 0,
  /** There is no such database, document or remote server's database. */
  XAPIAN_STATUS_NOT_FOUND,
  /** Another writer has the database. */
  XAPIAN_STATUS_LOCKED,
  /** The files of the database are damaged or cut short. */
  XAPIAN_STATUS_CORRUPT,
  /** The state that is being read was overwritten by later commits; reopen and begin again. */
  XAPIAN_STATUS_MODIFIED,
  /** The database was made by a version of Xapian that this one does not read. */
  XAPIAN_STATUS_INCOMPATIBLE,
  /** The call asks for something that cannot be: a term that is too long, document 0, a query whose
      parts do not fit, a commit within a transaction, a new database where one is already. */
  XAPIAN_STATUS_INVALID_ARGUMENT,
  /** A remote database cannot be reached, or stopped answering. */
  XAPIAN_STATUS_NETWORK,
  /** The disk, the quota or the permitted file size is exhausted. */
  XAPIAN_STATUS_NO_SPACE,
  /** The system refused to read or write for another reason, such as missing permission. */
  XAPIAN_STATUS_INPUT_OUTPUT,
  /** Memory is exhausted. */
  XAPIAN_STATUS_OUT_OF_MEMORY,
  /** Something was thrown that none of the above describes. */
  XAPIAN_STATUS_UNEXPECTED
} xapian_status;

/** Why a call failed. Owned by the caller, written by the call. */
typedef struct xapian_error {
  /** The same as the function returned. */
  xapian_status status;
  /** UTF-8, ended by a zero byte, cut off where it would not fit; empty after a success. */
  char message[512];
} xapian_error;

/* --------------------------------------------------------------------------------------- text -- */

/** Bytes that belong to someone else. */
typedef struct xapian_text {
  const uint8_t *bytes;
  size_t count;
} xapian_text;

/** A part of a byte buffer that is named where the span is used. */
typedef struct xapian_span {
  size_t offset;
  size_t count;
} xapian_span;

/** An answer that is a text, a list, or nothing. Made by the functions that return one; owned by the
    caller, who frees it; independent of the database it came from. */
typedef struct xapian_list xapian_list;

/** One entry of a list. Which of the fields say something is told by the function that made it. */
typedef struct xapian_item {
  xapian_span text;
  xapian_span value;
  uint64_t number;
} xapian_item;

/** What a list holds, valid until the list is freed. */
typedef struct xapian_list_contents {
  /** The buffer that the spans of the items point into; or, where the function says that the
      answer is a text, that text. */
  xapian_text bytes;
  const xapian_item *items;
  size_t item_count;
} xapian_list_contents;

/** The contents of a list. Cannot fail. */
xapian_list_contents xapian_list_read(const xapian_list *list);

/** Frees a list and what was read from it. */
void xapian_list_free(xapian_list *list);

/* ------------------------------------------------------------------------------------ writing -- */

/** A database opened for writing. There is one writer to a database at a time; it sees its own
    changes at once, and readers see them when it commits. After any failure other than
    INVALID_ARGUMENT and NOT_FOUND nothing is left of what was not committed. */
typedef struct xapian_writer xapian_writer;

/** A database opened for reading: a fixed state of it, the last commit before it was opened or
    reopened. */
typedef struct xapian_database xapian_database;

typedef enum XAPIAN_CLOSED xapian_mode {
  /** Make a new database; fail where there is one. */
  XAPIAN_MODE_CREATE,
  /** Open a database; fail where there is none. */
  XAPIAN_MODE_OPEN
} xapian_mode;

/** One occurrence of a term in a document. */
typedef struct xapian_posting {
  /** Where the term stands in the bytes of the document. */
  uint32_t offset;
  uint32_t count;
  /** The position, from 1; or 0 for a term that is indexed without positions. */
  uint32_t position;
  /** What is added to the term's frequency within the document; 0 for a term that only filters. */
  uint32_t frequency;
} xapian_posting;

/** A value of a document. */
typedef struct xapian_value {
  uint32_t slot;
  uint32_t offset;
  uint32_t count;
} xapian_value;

/** A document as one flat description. Borrowed for the length of a call. */
typedef struct xapian_document {
  /** The terms and the values, anywhere in it; at most 4 GB. */
  xapian_text bytes;
  const xapian_posting *postings;
  size_t posting_count;
  /** Where two have the same slot the later one counts. An empty value is no value. */
  const xapian_value *values;
  size_t value_count;
  /** Stored as it is and handed back with each hit. */
  xapian_text data;
} xapian_document;

/**
 * Opens a database for writing and takes its lock.
 *
 * Writer: owned by the caller, who closes and frees it.
 * Status: NOT_FOUND (mode OPEN and there is none; or the parent directory is missing), LOCKED,
 *         CORRUPT, INCOMPATIBLE, INVALID_ARGUMENT (mode CREATE and there is one; a stub that names
 *         several databases), NO_SPACE, INPUT_OUTPUT.
 */
xapian_status xapian_writer_open(
    xapian_text path, xapian_mode mode, xapian_writer **writer, xapian_error *error);

/**
 * Commits, unless a transaction is open, which is cancelled; then closes the files and gives up the
 * lock. The writer still has to be freed; any other use of it is INVALID_ARGUMENT afterwards.
 *
 * Status: CORRUPT, NO_SPACE, INPUT_OUTPUT. After a failure the database is as after the commit before,
 *         and the writer keeps the lock until it is freed.
 */
xapian_status xapian_writer_close(xapian_writer *writer, xapian_error *error);

/**
 * Frees a writer. Where it was not closed, all that was done since the last commit is thrown away,
 * and the lock is given up. (Xapian itself commits now and then outside of a transaction, every
 * 10,000 changes unless XAPIAN_FLUSH_THRESHOLD says otherwise; what is committed stays.)
 */
void xapian_writer_free(xapian_writer *writer);

/**
 * The writer as a database that can be read, with its uncommitted changes.
 * Belongs to the writer, must not be freed, and is valid until the writer is freed. Cannot fail.
 */
xapian_database *xapian_writer_database(xapian_writer *writer);

/**
 * Adds a document under the next free number.
 *
 * Id:     the number given to it.
 * Status: INVALID_ARGUMENT (a term that is empty or longer than 245 bytes, a zero byte counting
 *         twice; a span outside of the bytes), CORRUPT, NO_SPACE, INPUT_OUTPUT.
 *         After INVALID_ARGUMENT nothing was added.
 */
xapian_status xapian_writer_add(
    xapian_writer *writer, const xapian_document *document, uint32_t *id, xapian_error *error);

/**
 * Gives a document a term without position and with frequency 0, or takes a term from it; whatever else it has stays.
 * That it has the term already, or has it not, is a success.
 *
 * Status: NOT_FOUND, INVALID_ARGUMENT (id 0, an empty or too long term), CORRUPT, NO_SPACE, INPUT_OUTPUT.
 */
xapian_status xapian_writer_mark(
    xapian_writer *writer, uint32_t id, xapian_text term, bool present, xapian_error *error);

/**
 * Takes from a document all terms that begin with one of some bytes, and gives it the terms, the values and the data of
 * another document; whatever else it has stays. An empty value takes the value of its slot away.
 *
 * Status: NOT_FOUND, INVALID_ARGUMENT (id 0, no bytes, an empty or too long term), CORRUPT, NO_SPACE, INPUT_OUTPUT.
 *         After INVALID_ARGUMENT the document is as it was.
 */
xapian_status xapian_writer_amend(
    xapian_writer *writer, uint32_t id, xapian_text letters, const xapian_document *addition,
    xapian_error *error);

/**
 * Deletes all documents that have a term. That there are none is a success.
 *
 * Status: INVALID_ARGUMENT (an empty term), CORRUPT, NO_SPACE, INPUT_OUTPUT.
 */
xapian_status xapian_writer_delete_with_term(
    xapian_writer *writer, xapian_text term, xapian_error *error);

/**
 * Stores a value under a key, beside the documents. An empty value removes the key.
 *
 * Status: INVALID_ARGUMENT (an empty key, or one longer than some 245 bytes), CORRUPT, NO_SPACE,
 *         INPUT_OUTPUT.
 */
xapian_status xapian_writer_set_metadata(
    xapian_writer *writer, xapian_text key, xapian_text value, xapian_error *error);

/**
 * Commits what was done before and begins a transaction: what follows is committed or cancelled as a
 * whole.
 *
 * Status: INVALID_ARGUMENT (a transaction is open), CORRUPT, NO_SPACE, INPUT_OUTPUT.
 */
xapian_status xapian_writer_begin_transaction(xapian_writer *writer, xapian_error *error);

/**
 * Ends the transaction and commits it: after a success it is on the disk.
 *
 * Status: INVALID_ARGUMENT (no transaction is open), CORRUPT, NO_SPACE, INPUT_OUTPUT. After a failure
 *         the transaction is over and nothing of it is left.
 */
xapian_status xapian_writer_commit_transaction(xapian_writer *writer, xapian_error *error);

/* ------------------------------------------------------------------------------------ reading -- */

/**
 * Makes a database without shards, which is an empty one. Shards are added to it before anything is
 * read; documents are numbered through all of them in turn.
 *
 * Database: owned by the caller, who frees it. It reads one state until it is reopened. Once two
 *           commits were made since, a reading function may find parts of that state overwritten and
 *           returns MODIFIED; then xapian_database_reopen and the function again.
 */
xapian_status xapian_database_make(xapian_database **database, xapian_error *error);

/**
 * Adds a shard: the directory or file of a database on this machine.
 * Status: NOT_FOUND, CORRUPT, INCOMPATIBLE, INPUT_OUTPUT, MODIFIED (overtaken while opening).
 */
xapian_status xapian_database_add(
    xapian_database *database, xapian_text path, xapian_error *error);

/**
 * Adds a shard that a server (xapian-tcpsrv) has.
 * Timeout: in milliseconds, for connecting and then for each answer.
 * Status:  NETWORK.
 */
xapian_status xapian_database_add_remote(
    xapian_database *database, xapian_text host, uint32_t port, uint32_t timeout,
    xapian_error *error);

/** Frees a database. */
void xapian_database_free(xapian_database *database);

/**
 * Goes on to the latest commit.
 *
 * Changed: whether there was a later one.
 * Status:  NOT_FOUND, CORRUPT, INCOMPATIBLE, INPUT_OUTPUT, MODIFIED.
 */
xapian_status xapian_database_reopen(
    xapian_database *database, bool *changed, xapian_error *error);

/**
 * How many documents there are.
 * Status: CORRUPT, MODIFIED, INPUT_OUTPUT.
 */
xapian_status xapian_database_count(
    xapian_database *database, uint32_t *count, xapian_error *error);

/**
 * The identity that was given to the database when it was made or compacted.
 * List:   a text; of several databases all, with a colon between.
 * Status: as xapian_database_count.
 */
xapian_status xapian_database_uuid(
    xapian_database *database, xapian_list **list, xapian_error *error);

/**
 * The number of the last commit of a database that is one and is here, rising.
 * Status: INVALID_ARGUMENT for several databases or a server; as xapian_database_count.
 */
xapian_status xapian_database_revision(
    xapian_database *database, uint64_t *revision, xapian_error *error);

/**
 * In how many documents each of some terms is; 0 where it is in none. Fastest where they are in byte order: neighbours
 * are found in one block, and of many those between two that are there are not looked up.
 *
 * prefix:      what each term begins with, before its bytes.
 * terms:       where each is in bytes.
 * frequencies: room for count of them.
 * Status: CORRUPT, MODIFIED, INPUT_OUTPUT.
 */
xapian_status xapian_database_document_frequencies(
    xapian_database *database, xapian_text prefix, xapian_text bytes, const xapian_span *terms,
    size_t count, uint64_t *frequencies, xapian_error *error);

/**
 * The first terms that begin with a prefix, in byte order, at most limit of them.
 * List:   text the term, number the count of its documents.
 * Status: as xapian_database_document_frequencies.
 */
xapian_status xapian_database_terms(
    xapian_database *database, xapian_text prefix, size_t limit, xapian_list **list,
    xapian_error *error);

/**
 * How many terms begin with a prefix. Takes time in proportion to the answer.
 * Status: as xapian_database_document_frequencies.
 */
xapian_status xapian_database_count_terms(
    xapian_database *database, xapian_text prefix, uint64_t *count, xapian_error *error);

/**
 * What is stored under a key, in the first shard that has it.
 * List:   a text, empty where the key is absent.
 * Status: INVALID_ARGUMENT (an empty key), CORRUPT, MODIFIED, INPUT_OUTPUT.
 */
xapian_status xapian_database_metadata(
    xapian_database *database, xapian_text key, xapian_list **list, xapian_error *error);

/**
 * What each shard has stored under a key.
 * List:   for each shard, in order: text the value, empty where the key is absent.
 * Status: as xapian_database_metadata.
 */
xapian_status xapian_database_shard_metadata(
    xapian_database *database, xapian_text key, xapian_list **list, xapian_error *error);

/**
 * All keys that begin with a prefix and what is stored under them, in the byte order of the keys. A
 * key that several shards have comes as often, in their order.
 * Verified: whether a value that is not what was written is CORRUPT; otherwise it comes as it is stored.
 * List:     text the key, value the value.
 * Status:   CORRUPT, MODIFIED, INPUT_OUTPUT.
 */
xapian_status xapian_database_metadata_entries(
    xapian_database *database, xapian_text prefix, bool verified, xapian_list **list,
    xapian_error *error);

/**
 * The data stored with a document.
 * List:   a text.
 * Status: NOT_FOUND, INVALID_ARGUMENT (id 0), CORRUPT, MODIFIED, INPUT_OUTPUT.
 */
xapian_status xapian_database_document_data(
    xapian_database *database, uint32_t id, xapian_list **list, xapian_error *error);

/**
 * A value of a document.
 * List:   a text, empty where the document has no value in that slot.
 * Status: as xapian_database_document_data.
 */
xapian_status xapian_database_document_value(
    xapian_database *database, uint32_t id, uint32_t slot, xapian_list **list,
    xapian_error *error);

/**
 * The terms of a document that begin with a prefix, in byte order.
 * List:   text the term, number its frequency within the document.
 * Status: as xapian_database_document_data.
 */
xapian_status xapian_database_document_terms(
    xapian_database *database, uint32_t id, xapian_text prefix, xapian_list **list,
    xapian_error *error);

/**
 * Which of some terms, which are in byte order, a document has.
 *
 * terms:  where each is in bytes.
 * has:    room for count of them.
 * Status: as xapian_database_document_data.
 */
xapian_status xapian_database_document_has(
    xapian_database *database, uint32_t id, xapian_text bytes, const xapian_span *terms,
    size_t count, bool *has, xapian_error *error);

/**
 * The documents that have a term, by number, leaving out the first offset of them and at most limit.
 * The empty term stands for all documents.
 * List:   number the document's.
 * Status: CORRUPT, MODIFIED, INPUT_OUTPUT.
 */
xapian_status xapian_database_documents_with_term(
    xapian_database *database, xapian_text term, size_t offset, size_t limit, xapian_list **list,
    xapian_error *error);

/* ---------------------------------------------------------------------------------- searching -- */

typedef enum XAPIAN_CLOSED xapian_operator {
  /** No document. No operands. */
  XAPIAN_OPERATOR_NOTHING,
  /** Every document. No operands. */
  XAPIAN_OPERATOR_EVERYTHING,
  /** The documents that have a term (first); the number is its frequency in the query. An empty term
      is in no document. No operands. */
  XAPIAN_OPERATOR_TERM,
  /** The documents whose value in a slot (the number) is not below first, where has_first, and not
      above second, where has_second; a document without a value is in no range that has a bound. No
      operands. */
  XAPIAN_OPERATOR_VALUE_RANGE,
  XAPIAN_OPERATOR_AND,
  XAPIAN_OPERATOR_OR,
  /** Like OR, weighed as if all operands were the same term. A document that matches a VALUE_RANGE
      within it is INVALID_ARGUMENT, for that has no frequency. Within it, and within the second
      operand of AND_NOT, no AND_MAYBE should stand: libxapian 1.4 weighs that with memory that it has
      not initialised, and then takes it for AND at times. */
  XAPIAN_OPERATOR_SYNONYM,
  /** The first and not the second of two operands. */
  XAPIAN_OPERATOR_AND_NOT,
  /** Both of two operands, with the weight of the first. */
  XAPIAN_OPERATOR_FILTER,
  /** The first of two operands, with the weight of both where the second matches as well. */
  XAPIAN_OPERATOR_AND_MAYBE,
  /** The operands in this order within a window of as many positions as the number says, and of no
      fewer than there are operands; these are terms, or ORs of terms. In a database without any
      positions this is AND. */
  XAPIAN_OPERATOR_PHRASE,
  /** The same in any order. */
  XAPIAN_OPERATOR_NEAR,
  /** One operand, its weight multiplied by the factor, which is not negative. */
  XAPIAN_OPERATOR_SCALE
} xapian_operator;

/** One step of a query in postfix order: takes as many of the latest results as it has operands, and
    leaves one result. */
typedef struct xapian_step {
  xapian_operator operation;
  uint32_t operand_count;
  /** A frequency, a window or a slot, by operation. */
  uint32_t number;
  double factor;
  /** Spans of the query's bytes. */
  xapian_span first;
  xapian_span second;
  bool has_first;
  bool has_second;
} xapian_step;

enum {
  /** How deep a query may be nested: Xapian walks it by recursion, on the caller's stack. */
  XAPIAN_MAXIMUM_DEPTH = 200,
  /** How many steps a query may have: Xapian's time for an OR grows with the square of its operands,
      up to some seconds for as many as these. */
  XAPIAN_MAXIMUM_STEPS = 10000
};

/** A query as one flat description; exactly one result is left at its end. Borrowed for the length
    of a call. */
typedef struct xapian_query {
  const xapian_step *steps;
  size_t step_count;
  xapian_text bytes;
} xapian_query;

typedef enum XAPIAN_CLOSED xapian_order {
  /** The highest weight first. In every order the lowest document number decides last. */
  XAPIAN_ORDER_RELEVANCE,
  XAPIAN_ORDER_RELEVANCE_THEN_VALUE,
  XAPIAN_ORDER_VALUE_THEN_RELEVANCE
} xapian_order;

/** A search. Borrowed for the length of a call. */
typedef struct xapian_search {
  xapian_query query;
  /** How many of the best matches to leave out, and how many to return after those. */
  uint32_t offset;
  uint32_t limit;
  /** Look at this many matches at least, so that the counts are exact up to there. */
  uint32_t check_at_least;
  xapian_order order;
  uint32_t order_slot;
  bool order_descending;
  /** Return only the best match of those with the same value in a slot. */
  bool collapses;
  uint32_t collapse_slot;
  /** Count how often each value occurs in these slots, in all matches: all are then looked at. */
  const uint32_t *facet_slots;
  size_t facet_slot_count;
  /** Return the values in these slots with each hit. */
  const uint32_t *value_slots;
  size_t value_slot_count;
  bool wants_data;
} xapian_search;

/** What a search found. Owned by the caller, who frees it; independent of the database. */
typedef struct xapian_matches xapian_matches;

/** One hit. */
typedef struct xapian_hit {
  /** Rounded to six decimals, so that it is the same however the database is divided. */
  double weight;
  uint32_t document_id;
  /** Of how many documents, at least, this is the best, itself left out. */
  uint32_t collapse_count;
  /** A span of the matches' bytes. */
  xapian_span data;
} xapian_hit;

/** A value of a facet and in how many matches it was counted. */
typedef struct xapian_facet_value {
  xapian_span value;
  uint64_t count;
} xapian_facet_value;

/** What matches hold, valid until they are freed. All spans are of bytes. */
typedef struct xapian_matches_contents {
  /** Bounds on and an estimate of how many documents match. */
  uint32_t lower_bound, estimate, upper_bound;
  xapian_text bytes;
  const xapian_hit *hits;
  size_t hit_count;
  /** As many values for each hit as there were value slots, in their order. */
  const xapian_span *values;
  size_t value_count;
  /** The facets' values: those of the first slot, most frequent first and otherwise in byte order,
      then those of the next. */
  const xapian_facet_value *facet_values;
  size_t facet_value_count;
  /** How many of them belong to each facet slot. */
  const size_t *facet_sizes;
  size_t facet_count;
} xapian_matches_contents;

/**
 * Searches, and collects everything that was asked for about each hit.
 *
 * Matches: owned by the caller.
 * Status:  INVALID_ARGUMENT (a query that does not fit together, is too deep or too long; a factor
 *          that is negative or no number; a phrase of something else than terms),
 *          CORRUPT, MODIFIED (the whole search has to be repeated), INPUT_OUTPUT.
 */
xapian_status xapian_database_search(
    xapian_database *database, const xapian_search *search, xapian_matches **matches,
    xapian_error *error);

/** The contents of matches. Cannot fail. */
xapian_matches_contents xapian_matches_read(const xapian_matches *matches);

/** Frees matches and what was read from them. */
void xapian_matches_free(xapian_matches *matches);

/**
 * A query as Xapian prints it, for explaining.
 * List:   a text.
 * Status: INVALID_ARGUMENT.
 */
xapian_status xapian_query_describe(
    const xapian_query *query, xapian_list **list, xapian_error *error);

/* -------------------------------------------------------------------------------- maintaining -- */

/**
 * Checks the files of a database; of a stub, of all that it names. Nobody needs to stop writing, but
 * the result then says little.
 *
 * Problems: how many were found; 0 where it is sound.
 * List:     a text, what the check printed.
 * Status:   NOT_FOUND, CORRUPT (too damaged to be checked), INCOMPATIBLE, INVALID_ARGUMENT (a remote
 *           database), INPUT_OUTPUT.
 */
xapian_status xapian_database_check(
    xapian_text path, uint64_t *problems, xapian_list **list, xapian_error *error);

/**
 * Compares what a database has in several places, which a check of its blocks does not: posting lists and positions with
 * the terms of the documents, lengths and frequencies with their sums, and everything with the digests and checksums that
 * it was written with. Takes a pass over all of it. A database in a directory, which xapian_database_check found no
 * problem in: damaged blocks may end the process.
 *
 * Problems: how many were found; 0 where all is as it was written.
 * List:     a text, the first of them.
 * Status:   NOT_FOUND, CORRUPT, INCOMPATIBLE, MODIFIED, INPUT_OUTPUT.
 */
xapian_status xapian_database_verify(
    xapian_text path, uint64_t *problems, xapian_list **list, xapian_error *error);

/**
 * Writes a compact copy of a database. The documents of a single one keep their numbers; shards are
 * merged and numbered one after another, and a metadata key that more than one of them has gets its
 * value from the first.
 *
 * Status: CORRUPT, INVALID_ARGUMENT (a destination that is the source), NO_SPACE, INPUT_OUTPUT,
 *         MODIFIED, UNEXPECTED (a remote database). After a failure the destination may hold part of
 *         a database.
 */
xapian_status xapian_database_compact(
    xapian_database *database, xapian_text destination, xapian_error *error);

#ifdef __cplusplus
}
#endif

#endif
