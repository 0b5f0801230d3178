/*
 * CXapianBridge: the part of libxapian that Vraagbaak uses, as plain C.
 *
 * libxapian reports every failure with a C++ exception, which Swift cannot catch. So each function
 * here catches whatever is thrown and returns a status.
 *
 * For every function:
 *
 * Status   XAPIAN_STATUS_OK or the reason of the failure, which is also in *error, with Xapian's
 *          message. The caller owns the error struct; it needs no preparation or cleaning up, and
 *          must not be NULL. Any function may return XAPIAN_STATUS_OUT_OF_MEMORY and
 *          XAPIAN_STATUS_UNEXPECTED, and any function on a database, which may be remote,
 *          XAPIAN_STATUS_NETWORK; the lists below leave these out.
 * Results  are returned through the last parameter before error. It is set to NULL (0, false)
 *          first, so that a failure leaves nothing to free.
 * Text     is a pointer and a length without a final zero byte, since terms and values may
 *          contain zero bytes. Arguments are read during the call only. The pointer may be NULL if
 *          the length is 0.
 * Paths    are text; a zero byte in one is XAPIAN_STATUS_INVALID_ARGUMENT.
 * Threads  may use different handles at the same time. One handle, and what was borrowed from it,
 *          must be used by one thread at a time.
 * Freeing  Every xapian_..._free ignores NULL.
 * Seals    Data of documents and values of keys are stored with checksums, documents also with a
 *          digest of their terms, positions and values. Reading data or a value that is not what
 *          was written is XAPIAN_STATUS_CORRUPT; xapian_database_verify checks the rest. A value
 *          written without a checksum, by an earlier version, is XAPIAN_STATUS_INCOMPATIBLE, and
 *          the message is that value.
 */
#ifndef C_XAPIAN_BRIDGE_H
#define C_XAPIAN_BRIDGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__clang__)
/* Imports the enum with all its cases, so that Swift insists on handling each. */
#define XAPIAN_CLOSED __attribute__((enum_extensibility(closed)))
#else
#define XAPIAN_CLOSED
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** The version of the library that is loaded, such as "1.4.22". Never freed. */
const char *xapian_library_version(void);

/* ------------------------------------------------------------------------------------ status -- */

/** The result of a call. */
typedef enum XAPIAN_CLOSED xapian_status {
  XAPIAN_STATUS_OK = 0,
  /** The database or the document does not exist. */
  XAPIAN_STATUS_NOT_FOUND,
  /** Another writer has the database. */
  XAPIAN_STATUS_LOCKED,
  /** The files of the database are damaged or cut short. */
  XAPIAN_STATUS_CORRUPT,
  /** The state being read was overwritten by later commits; reopen and begin again. */
  XAPIAN_STATUS_MODIFIED,
  /** The database was made by a version of Xapian that this one cannot read. */
  XAPIAN_STATUS_INCOMPATIBLE,
  /** The call asks for something impossible: too long a term, document 0, a query whose parts do
      not fit, a transaction within a transaction, a new database over another. */
  XAPIAN_STATUS_INVALID_ARGUMENT,
  /** A remote database cannot be reached, or stopped answering. */
  XAPIAN_STATUS_NETWORK,
  /** The disk, the quota or the permitted file size is exhausted. */
  XAPIAN_STATUS_NO_SPACE,
  /** The system refused to read or write for another reason, such as missing permission. */
  XAPIAN_STATUS_INPUT_OUTPUT,
  /** Memory is exhausted. */
  XAPIAN_STATUS_OUT_OF_MEMORY,
  /** Anything else. */
  XAPIAN_STATUS_UNEXPECTED
} xapian_status;

/** Why a call failed. */
typedef struct xapian_error {
  /** As returned by the function. */
  xapian_status status;
  /** UTF-8 with a final zero byte, cut off if too long; empty after a success. */
  char message[512];
} xapian_error;

/* -------------------------------------------------------------------------------------- text -- */

/** Borrowed bytes. */
typedef struct xapian_text {
  const uint8_t *bytes;
  size_t count;
} xapian_text;

/** A part of the byte buffer that each use of a span names. */
typedef struct xapian_span {
  size_t offset;
  size_t count;
} xapian_span;

/** A text or a list. Owned by the caller, who frees it; independent of the database. */
typedef struct xapian_list xapian_list;

/** One entry of a list. Each function says which fields it fills. */
typedef struct xapian_item {
  xapian_span text;
  xapian_span value;
  uint64_t number;
} xapian_item;

/** The contents of a list, valid until it is freed. */
typedef struct xapian_list_contents {
  /** The text; of a list the buffer that the spans of its items refer to. */
  xapian_text bytes;
  const xapian_item *items;
  size_t item_count;
} xapian_list_contents;

/** The contents of a list. Cannot fail. */
xapian_list_contents xapian_list_read(const xapian_list *list);

/** Frees a list and what was read from it. */
void xapian_list_free(xapian_list *list);

/* ----------------------------------------------------------------------------------- writing -- */

/** A database opened for writing. It has one writer at a time, which sees its own changes at once;
    readers see them when it commits. After any failure other than INVALID_ARGUMENT and NOT_FOUND
    all uncommitted changes are lost. */
typedef struct xapian_writer xapian_writer;

/** A database opened for reading: a fixed state of it, the last commit before it was opened or
    reopened. */
typedef struct xapian_database xapian_database;

typedef enum XAPIAN_CLOSED xapian_mode {
  /** Create a new database; fail if there is one. */
  XAPIAN_MODE_CREATE,
  /** Open a database; fail if there is none. */
  XAPIAN_MODE_OPEN
} xapian_mode;

/** One occurrence of a term in a document. */
typedef struct xapian_posting {
  /** The place of the term in the bytes of the document. */
  uint32_t offset;
  uint32_t count;
  /** The position, from 1; 0 for a term without position. */
  uint32_t position;
  /** Added to the frequency of the term in the document; 0 for a term that only filters. */
  uint32_t frequency;
} xapian_posting;

/** A value of a document. */
typedef struct xapian_value {
  uint32_t slot;
  uint32_t offset;
  uint32_t count;
} xapian_value;

/** A document in one flat struct. Borrowed during a call. */
typedef struct xapian_document {
  /** The terms and the values in any order; at most 4 GB. */
  xapian_text bytes;
  const xapian_posting *postings;
  size_t posting_count;
  /** The later of two in the same slot counts. An empty value is none. */
  const xapian_value *values;
  size_t value_count;
  /** Stored as it is and returned with each hit. */
  xapian_text data;
} xapian_document;

/**
 * Opens a database for writing and takes its lock.
 *
 * Writer: owned by the caller, who closes and frees it.
 * Status: NOT_FOUND (mode OPEN without a database; no parent directory), LOCKED, CORRUPT,
 *         INCOMPATIBLE, INVALID_ARGUMENT (mode CREATE over a database; a stub of several
 *         databases), NO_SPACE, INPUT_OUTPUT.
 */
xapian_status xapian_writer_open(
    xapian_text path, xapian_mode mode, xapian_writer **writer, xapian_error *error);

/**
 * Commits, or cancels an open transaction; then closes the files and releases the lock. The writer
 * must still be freed; any other use of it is INVALID_ARGUMENT.
 *
 * Status: CORRUPT, NO_SPACE, INPUT_OUTPUT. After a failure the database is as after the previous
 *         commit, and the writer keeps the lock until it is freed.
 */
xapian_status xapian_writer_close(xapian_writer *writer, xapian_error *error);

/**
 * Frees a writer. If it was not closed, uncommitted changes are lost and the lock is released.
 * (Outside of a transaction Xapian commits by itself, every 10,000 changes or
 * XAPIAN_FLUSH_THRESHOLD.)
 */
void xapian_writer_free(xapian_writer *writer);

/**
 * The writer as a database for reading, with its uncommitted changes. Belongs to the writer: valid
 * until that is freed, and not to be freed itself. Cannot fail.
 */
xapian_database *xapian_writer_database(xapian_writer *writer);

/**
 * Adds a document under the next free number.
 *
 * Id:     its number.
 * Status: INVALID_ARGUMENT (a term that is empty or longer than 245 bytes, a zero byte counting
 *         twice; a span outside of the bytes; nothing is added then), CORRUPT, NO_SPACE,
 *         INPUT_OUTPUT.
 */
xapian_status xapian_writer_add(
    xapian_writer *writer, const xapian_document *document, uint32_t *id, xapian_error *error);

/**
 * Adds a term without position and with frequency 0 to a document, or removes a term; nothing else
 * changes. Adding a term that it has, or removing one that it lacks, is a success.
 *
 * Status: NOT_FOUND, INVALID_ARGUMENT (id 0, an empty or too long term), CORRUPT, NO_SPACE,
 *         INPUT_OUTPUT.
 */
xapian_status xapian_writer_mark(
    xapian_writer *writer, uint32_t id, xapian_text term, bool present, xapian_error *error);

/**
 * Removes all terms of a document that begin with one of some bytes, and adds the terms, values and
 * data of another; nothing else changes. An empty value removes the value of its slot.
 *
 * Status: NOT_FOUND, INVALID_ARGUMENT (id 0, no bytes, an empty or too long term; the document is
 *         unchanged then), CORRUPT, NO_SPACE, INPUT_OUTPUT.
 */
xapian_status xapian_writer_amend(
    xapian_writer *writer, uint32_t id, xapian_text letters, const xapian_document *addition,
    xapian_error *error);

/**
 * Deletes all documents that have a term, if any.
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
 * Commits earlier changes and begins a transaction: what follows is committed as a whole or not at
 * all.
 *
 * Status: INVALID_ARGUMENT (a transaction is open), CORRUPT, NO_SPACE, INPUT_OUTPUT.
 */
xapian_status xapian_writer_begin_transaction(xapian_writer *writer, xapian_error *error);

/**
 * Ends the transaction and commits it to the disk.
 *
 * Status: INVALID_ARGUMENT (no transaction is open), CORRUPT, NO_SPACE, INPUT_OUTPUT. After a
 *         failure the transaction is over and nothing of it is left.
 */
xapian_status xapian_writer_commit_transaction(xapian_writer *writer, xapian_error *error);

/* ----------------------------------------------------------------------------------- reading -- */

/**
 * Makes an empty database, without shards. Add its shards before reading; documents are numbered
 * through all of them in turn.
 *
 * Database: owned by the caller, who frees it. It reads one state until it is reopened. After two
 *           more commits a reading function may find that state overwritten and return MODIFIED;
 *           then call xapian_database_reopen and the function again.
 */
xapian_status xapian_database_make(xapian_database **database, xapian_error *error);

/**
 * Adds a shard: the directory or file of a database on this machine.
 * Status: NOT_FOUND, CORRUPT, INCOMPATIBLE, INPUT_OUTPUT, MODIFIED (overtaken while opening).
 */
xapian_status xapian_database_add(
    xapian_database *database, xapian_text path, xapian_error *error);

/**
 * Adds a shard on a server (xapian-tcpsrv).
 * Timeout: in milliseconds, for connecting and then for each answer.
 * Status:  NETWORK.
 */
xapian_status xapian_database_add_remote(
    xapian_database *database, xapian_text host, uint32_t port, uint32_t timeout,
    xapian_error *error);

/** Frees a database. */
void xapian_database_free(xapian_database *database);

/**
 * Advances to the latest commit.
 *
 * Changed: whether there was a later one.
 * Status:  NOT_FOUND, CORRUPT, INCOMPATIBLE, INPUT_OUTPUT, MODIFIED.
 */
xapian_status xapian_database_reopen(
    xapian_database *database, bool *changed, xapian_error *error);

/** A number that is another one after each xapian_database_reopen. Cannot fail. */
uint64_t xapian_database_state(const xapian_database *database);

/**
 * The number of documents.
 * Status: CORRUPT, MODIFIED, INPUT_OUTPUT.
 */
xapian_status xapian_database_count(
    xapian_database *database, uint32_t *count, xapian_error *error);

/**
 * The identity that the database got when it was created or compacted.
 * List:   a text; of several databases all, separated by colons.
 * Status: as xapian_database_count.
 */
xapian_status xapian_database_uuid(
    xapian_database *database, xapian_list **list, xapian_error *error);

/**
 * The number of the last commit of each shard.
 * List:   numbers, in the order of the shards.
 * Status: INVALID_ARGUMENT if one is on a server; as xapian_database_count.
 */
xapian_status xapian_database_revisions(
    xapian_database *database, xapian_list **list, xapian_error *error);

/**
 * The number of documents that have each of some terms. Fastest in byte order: neighbours are in
 * one block, and many terms are found in one walk.
 *
 * prefix:      the bytes before each term.
 * terms:       the place of each in bytes.
 * frequencies: room for count of them.
 * Status: CORRUPT, MODIFIED, INPUT_OUTPUT.
 */
xapian_status xapian_database_document_frequencies(
    xapian_database *database, xapian_text prefix, xapian_text bytes, const xapian_span *terms,
    size_t count, uint64_t *frequencies, xapian_error *error);

/**
 * The first terms that begin with a prefix, in byte order, at most limit of them.
 * List:   text is the term, number the number of its documents.
 * Status: as xapian_database_document_frequencies.
 */
xapian_status xapian_database_terms(
    xapian_database *database, xapian_text prefix, size_t limit, xapian_list **list,
    xapian_error *error);

/**
 * The number of terms that begin with a prefix. Takes time in proportion to the answer.
 * Status: as xapian_database_document_frequencies.
 */
xapian_status xapian_database_count_terms(
    xapian_database *database, xapian_text prefix, uint64_t *count, xapian_error *error);

/**
 * The value of a key, in the first shard that has it.
 * List:   a text, empty if the key is absent.
 * Status: INVALID_ARGUMENT (an empty key), CORRUPT, MODIFIED, INPUT_OUTPUT.
 */
xapian_status xapian_database_metadata(
    xapian_database *database, xapian_text key, xapian_list **list, xapian_error *error);

/**
 * The value of a key in each shard, in order.
 * List:   text is the value, empty if the key is absent.
 * Status: as xapian_database_metadata.
 */
xapian_status xapian_database_shard_metadata(
    xapian_database *database, xapian_text key, xapian_list **list, xapian_error *error);

/**
 * The keys that begin with a prefix, in byte order, and their values. A key of several shards comes
 * once for each, in their order.
 * Verified: whether a value that is not what was written is CORRUPT; else it is returned as stored.
 * List:     text is the key, value the value.
 * Status:   CORRUPT, MODIFIED, INPUT_OUTPUT.
 */
xapian_status xapian_database_metadata_entries(
    xapian_database *database, xapian_text prefix, bool verified, xapian_list **list,
    xapian_error *error);

/**
 * The data of a document.
 * List:   a text.
 * Status: NOT_FOUND, INVALID_ARGUMENT (id 0), CORRUPT, MODIFIED, INPUT_OUTPUT.
 */
xapian_status xapian_database_document_data(
    xapian_database *database, uint32_t id, xapian_list **list, xapian_error *error);

/**
 * A value of a document.
 * List:   a text, empty if the document has no value in that slot.
 * Status: as xapian_database_document_data.
 */
xapian_status xapian_database_document_value(
    xapian_database *database, uint32_t id, uint32_t slot, xapian_list **list,
    xapian_error *error);

/**
 * For each of some documents, the value of the last document up to it, itself included, that has
 * one in a slot: in its shard, of a database without servers.
 * List:   one item for each document; text is the value, empty if there is none.
 * Status: INVALID_ARGUMENT (servers, id 0), CORRUPT, MODIFIED, INPUT_OUTPUT.
 */
xapian_status xapian_database_preceding_values(
    xapian_database *database, uint32_t slot, const uint32_t *ids, size_t count,
    xapian_list **list, xapian_error *error);

/**
 * The terms of a document that begin with a prefix, in byte order.
 * List:   text is the term, number its frequency in the document.
 * Status: as xapian_database_document_data.
 */
xapian_status xapian_database_document_terms(
    xapian_database *database, uint32_t id, xapian_text prefix, xapian_list **list,
    xapian_error *error);

/**
 * Which of some terms, in byte order, a document has.
 *
 * terms:  the place of each in bytes.
 * has:    room for count of them.
 * Status: as xapian_database_document_data.
 */
xapian_status xapian_database_document_has(
    xapian_database *database, uint32_t id, xapian_text bytes, const xapian_span *terms,
    size_t count, bool *has, xapian_error *error);

/**
 * The documents that have a term, by number: at most limit, after the first offset. The empty term
 * stands for all documents.
 * List:   number is that of the document.
 * Status: CORRUPT, MODIFIED, INPUT_OUTPUT.
 */
xapian_status xapian_database_documents_with_term(
    xapian_database *database, xapian_text term, size_t offset, size_t limit, xapian_list **list,
    xapian_error *error);

/* --------------------------------------------------------------------------------- searching -- */

typedef enum XAPIAN_CLOSED xapian_operator {
  /** No document. No operands. */
  XAPIAN_OPERATOR_NOTHING,
  /** Every document. No operands. */
  XAPIAN_OPERATOR_EVERYTHING,
  /** The documents that have a term (first); the number is its frequency in the query. No document
      has the empty term. No operands. */
  XAPIAN_OPERATOR_TERM,
  /** The documents whose value in a slot (the number) is not below first, if has_first, and not
      above second, if has_second. No range with a bound includes a document without a value. No
      operands. */
  XAPIAN_OPERATOR_VALUE_RANGE,
  XAPIAN_OPERATOR_AND,
  XAPIAN_OPERATOR_OR,
  /** Like OR, weighted as if all operands were the same term. A document that matches a VALUE_RANGE
      or a CONSTANT in it is INVALID_ARGUMENT, since those have no frequency. Neither this nor the
      second operand of AND_NOT should contain AND_MAYBE: libxapian 1.4 then reads uninitialised
      memory and may take it for AND. */
  XAPIAN_OPERATOR_SYNONYM,
  /** The first and not the second of two operands. */
  XAPIAN_OPERATOR_AND_NOT,
  /** Both of two operands, with the weight of the first. */
  XAPIAN_OPERATOR_FILTER,
  /** The first of two operands, with the weight of both if the second matches as well. */
  XAPIAN_OPERATOR_AND_MAYBE,
  /** The operands, which are terms or ORs of terms, in this order within a window of positions (the
      number, at least the number of operands). In a database without positions this is AND. */
  XAPIAN_OPERATOR_PHRASE,
  /** The same in any order. */
  XAPIAN_OPERATOR_NEAR,
  /** One operand, its weight multiplied by the factor, which is not negative. */
  XAPIAN_OPERATOR_SCALE,
  /** One operand, each of whose documents has the factor as its weight, which is not negative. */
  XAPIAN_OPERATOR_CONSTANT
} xapian_operator;

/** One step of a query in postfix order: replaces the latest results, its operands, by one. */
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
  /** Xapian walks a query by recursion on the caller's stack. */
  XAPIAN_MAXIMUM_DEPTH = 200,
  /** Xapian's time for an OR grows with the square of its operands, up to some seconds for these.
      */
  XAPIAN_MAXIMUM_STEPS = 10000
};

/** A query in one flat struct; its steps must leave exactly one result. Borrowed during a call. */
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

/** A search. Borrowed during a call. */
typedef struct xapian_search {
  xapian_query query;
  /** How many of the best matches to skip, and how many to return after those. */
  uint32_t offset;
  uint32_t limit;
  /** Examine at least this many matches, so that counts are exact up to there. */
  uint32_t check_at_least;
  /** The parameters k1, b and minimum normalised length of BM25. */
  double bm25_k1, bm25_b, bm25_minimum_length;
  xapian_order order;
  uint32_t order_slot;
  bool order_descending;
  /** Return only the best of the matches with the same value in a slot. */
  bool collapses;
  uint32_t collapse_slot;
  /** Count each value in these slots over all matches; all are then examined. */
  const uint32_t *facet_slots;
  size_t facet_slot_count;
  /** Return the values in these slots with each hit. */
  const uint32_t *value_slots;
  size_t value_slot_count;
  bool wants_data;
} xapian_search;

/** The result of a search. Owned by the caller, who frees it; independent of the database. */
typedef struct xapian_matches xapian_matches;

/** One hit. */
typedef struct xapian_hit {
  /** Rounded to six decimals, so that it does not depend on how the database is sharded. */
  double weight;
  uint32_t document_id;
  /** The minimum number of other documents that this is the best of. */
  uint32_t collapse_count;
  /** A span of the matches' bytes. */
  xapian_span data;
} xapian_hit;

/** A value of a facet and the number of matches that have it. */
typedef struct xapian_facet_value {
  xapian_span value;
  uint64_t count;
} xapian_facet_value;

/** The contents of matches, valid until they are freed. All spans are of bytes. */
typedef struct xapian_matches_contents {
  /** Bounds and an estimate of the number of matches. */
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
  /** The number of them for each facet slot. */
  const size_t *facet_sizes;
  size_t facet_count;
} xapian_matches_contents;

/**
 * Searches, and collects the requested parts of each hit.
 *
 * Matches: owned by the caller.
 * Status:  INVALID_ARGUMENT (a query that does not fit together, is too deep or too long; a factor
 *          that is negative or no number; a phrase of anything but terms), CORRUPT, MODIFIED
 *          (repeat the search), INPUT_OUTPUT.
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

/* ------------------------------------------------------------------------------- maintaining -- */

/**
 * Checks the files of a database, or of all databases of a stub. The result is unreliable while
 * someone writes.
 *
 * Problems: their number; 0 for a sound database.
 * List:     a text, the lines that the check printed.
 * Status:   NOT_FOUND, CORRUPT (too damaged to be checked), INCOMPATIBLE, INVALID_ARGUMENT (a
 *           remote database), INPUT_OUTPUT.
 */
xapian_status xapian_database_check(
    xapian_text path, uint64_t *problems, xapian_list **list, xapian_error *error);

/**
 * Checks the contents of a database in a directory, in a pass over all of it: posting lists and
 * positions against the terms of the documents, lengths and frequencies against their sums, and
 * everything against the digests and checksums. Call it only if xapian_database_check found no
 * problem: damaged blocks may end the process.
 *
 * Problems: their number; 0 if all is as it was written.
 * List:     a text, the first problems.
 * Status:   NOT_FOUND, CORRUPT, INCOMPATIBLE, MODIFIED, INPUT_OUTPUT.
 */
xapian_status xapian_database_verify(
    xapian_text path, uint64_t *problems, xapian_list **list, xapian_error *error);

/**
 * Writes a compact copy of a database. The documents of a single one keep their numbers; shards are
 * merged and renumbered, and a metadata key of several gets its value from the first.
 *
 * Status: CORRUPT, INVALID_ARGUMENT (the destination is the source), NO_SPACE, INPUT_OUTPUT,
 *         MODIFIED, UNEXPECTED (a remote database). After a failure the destination may have part
 *         of a database.
 */
xapian_status xapian_database_compact(
    xapian_database *database, xapian_text destination, xapian_error *error);

#ifdef __cplusplus
}
#endif

#endif
