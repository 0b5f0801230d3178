// Checks the file that names the tables of a database and their roots.
#pragma once

#include <string>

// Checks the file `iamglass` of a database in a directory: that it can be read, and that each table
// has a possible root at the block that it names. Xapian 1.4 trusts it, and a flipped bit ends the
// process. Paths that are not directories, and directories without such a file or with another
// kind, are left to Xapian.
//
// Throws DatabaseCorruptError.
void check_roots(const std::string &path);
