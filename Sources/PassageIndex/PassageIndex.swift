// The library of passages as a program imports it: what makes an index, and what searches it.
@_exported public import PassageSearch
@_exported public import PassageStore
