#include "roots.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xapian.h>

#include <cerrno>
#include <cstdint>

namespace {

// A file open for reading.
class File {
  int descriptor;

 public:
  explicit File(const std::string &path)
      : descriptor(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~File() {
    if (descriptor >= 0) close(descriptor);
  }
  File(const File &) = delete;
  File &operator=(const File &) = delete;

  bool is_open() const { return descriptor >= 0; }

  uint64_t size() const {
    struct stat status;
    return fstat(descriptor, &status) == 0 ? uint64_t(status.st_size) : 0;
  }

  // Some bytes from an offset on, or as many as the file has.
  std::string bytes(uint64_t offset, size_t count) const {
    std::string bytes(count, '\0');
    ssize_t read = pread(descriptor, bytes.data(), count, off_t(offset));
    bytes.resize(read > 0 ? size_t(read) : 0);
    return bytes;
  }
};

// Reads numbers of seven bits a byte, the lowest first.
class Numbers {
  const std::string &bytes;
  size_t at;

 public:
  Numbers(const std::string &bytes, size_t at) : bytes(bytes), at(at) {}

  uint64_t next() {
    uint64_t number = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (at >= bytes.size()) throw Xapian::DatabaseCorruptError("iamglass is cut short");
      auto byte = static_cast<unsigned char>(bytes[at++]);
      number |= uint64_t(byte & 0x7F) << shift;
      if (byte < 0x80) return number;
    }
    throw Xapian::DatabaseCorruptError("iamglass has a number that is too large");
  }

  void skip(uint64_t count) {
    if (count > bytes.size() - at) throw Xapian::DatabaseCorruptError("iamglass is cut short");
    at += count;
  }
};

uint32_t number(const std::string &bytes, size_t at, size_t count) {
  uint32_t number = 0;
  for (size_t i = at; i < at + count; ++i)
    number = number << 8 | static_cast<unsigned char>(bytes[i]);
  return number;
}

// The root of one table in the file (Xapian 1.4, backends/glass/glass_version.cc).
struct Root {
  uint64_t block, level, block_size;
  bool is_fake;

  explicit Root(Numbers &numbers) {
    block = numbers.next();
    uint64_t flags = numbers.next();
    level = flags >> 2;
    is_fake = flags & 1;
    numbers.next();  // the number of entries
    block_size = numbers.next() << 11;
    numbers.next();  // the size from which entries are compressed
    numbers.skip(numbers.next());  // the list of free blocks
  }
};

// Why a table cannot have this root; empty if it can.
std::string fault(const Root &root, uint64_t revision, const std::string &table) {
  constexpr uint64_t minimum_block = 2048, maximum_block = 65536, maximum_depth = 9;
  if (root.block_size < minimum_block || root.block_size > maximum_block ||
      (root.block_size & (root.block_size - 1)) != 0)
    return "a block size that cannot be";
  if (root.is_fake) return "";
  if (root.level > maximum_depth) return "a depth that cannot be";
  File file(table);
  // Xapian reports why it cannot be opened.
  if (!file.is_open()) return "";
  if (root.block >= file.size() / root.block_size) return "a root that is not in the file";
  // The header of a block: revision, level, largest free piece, free bytes, end of the directory.
  constexpr size_t header = 11;
  std::string bytes = file.bytes(root.block * root.block_size, header);
  if (bytes.size() < header) return "a root that is not in the file";
  uint32_t end = number(bytes, 9, 2);
  bool can_be = number(bytes, 0, 4) <= revision && number(bytes, 4, 1) == root.level &&
                number(bytes, 5, 2) <= root.block_size && end > header &&
                end <= root.block_size && (end - header) % 2 == 0;
  return can_be ? "" : "a root block that cannot be one";
}

}  // namespace

void check_roots(const std::string &path) {
  constexpr size_t before_revision = 32, maximum_bytes = 4096;
  const std::string name = path + "/iamglass";
  std::string known;
  // A commit may come between reading the file and the tables.
  while (true) {
    File file(name);
    if (!file.is_open()) return;
    std::string bytes = file.bytes(0, maximum_bytes);
    const std::string magic = "\x0F\x0DXapian Glass";
    if (bytes.compare(0, magic.size(), magic) != 0) return;
    std::string wrong;
    try {
      Numbers numbers(bytes, before_revision);
      uint64_t revision = numbers.next();
      for (const char *table :
           {"postlist", "docdata", "termlist", "position", "spelling", "synonym"}) {
        std::string reason = fault(Root(numbers), revision, path + "/" + table + ".glass");
        if (!reason.empty() && wrong.empty())
          wrong = "iamglass names for " + std::string(table) + " " + reason;
      }
    } catch (const Xapian::DatabaseCorruptError &error) {
      wrong = error.get_msg();
    }
    if (wrong.empty()) return;
    if (bytes == known) throw Xapian::DatabaseCorruptError(path + ": " + wrong);
    known = bytes;
  }
}
