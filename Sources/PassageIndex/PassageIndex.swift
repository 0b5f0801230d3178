// The library that programs import: it makes an index (`PassageStore`) and searches it
// (`PassageSearch`).
@_exported public import PassageSearch
@_exported public import PassageStore
