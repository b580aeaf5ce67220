// Package vectors keeps a vector of each passage, and of each sentence of a passage
// that has several, and finds those nearest to a question's.
//
// A [Set] is vectors in one file, as it is on disk: mapped into memory where the
// system can do that, and verified before it is used. A [Space] is the vectors of
// one index's passages: none, some or all of them. They are made by an encoder
// ([Space.Make]), which takes seconds to hours, or found by what their texts hash to
// in other sets ([Space.Load]), which takes none.
//
// It promises that hits are exact for the vectors that are there, and the same on
// every processor for the same file; that vectors of other weights or another kernel
// are never used; that a file is there whole or not at all, that one which is
// damaged costs its vectors and nothing else; and that what was made of a set when
// its making was stopped is kept.
//
// It must not know search engines, questions, generations, or how vectors come about.
package vectors
