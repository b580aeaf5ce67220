// Package vectors keeps a vector of each passage, of each sentence of a passage that has
// several, and of each question that the documents are known to be asked, and compares
// them with a question's.
//
// A [Set] is vectors in one file, as it is on disk: mapped into memory where the
// system can do that, and verified before it is used. A [Space] is the vectors of
// one index's passages and asks: none, some or all of them. They are made by an encoder
// ([Space.Make]), which takes seconds to hours, or found by what their texts hash to
// in other sets ([Space.Load]), which takes none.
//
// It promises that every vector that is there is compared, and the same on
// every processor for the same file; that vectors of other weights or another kernel
// are never used; that a file is there whole or not at all, that one which is
// damaged costs its vectors and nothing else; and that what was made of a set when
// its making was stopped is kept.
//
// It must not know search engines, questions, generations, or how vectors come about.
package vectors
