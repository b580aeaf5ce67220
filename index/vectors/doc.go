// Package vectors keeps a vector for each passage, for each sentence of a longer
// passage, and for each question that documents are known to answer, and compares them
// with the vector of a question.
//
// A [Set] is a file of vectors on disk, mapped into memory where the system can do that
// and verified before use. A [Space] is the vectors of one index's passages and asks:
// none, some or all of them. They are either made by an encoder ([Space.Make]), which
// takes seconds to hours, or found in other sets by the hash of their text
// ([Space.Load]), which takes no time.
//
// It promises that every existing vector is compared, with the same result on every processor for
// the same file; that vectors of other weights or another kernel are never used; that a file is
// either complete or not there, and a damaged one costs only its vectors; and that work on a set is
// kept when it is interrupted.
//
// It must not know search engines, questions, generations, or how vectors are computed.
package vectors
