// Whether the file that names the tables of a database and their roots can be true.
#pragma once

#include <string>

// Looks at the file `iamglass` of a database in a directory: whether it can be read, and whether each table has, at the
// block that it names, a block that can be the root. Xapian 1.4 believes it, and ends the process where a bit has turned
// over. What is no directory, or has no such file
// or one of another kind, is left to Xapian.
//
// Throws DatabaseCorruptError where it is wrong.
void check_roots(const std::string &path);
