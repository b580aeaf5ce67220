// Package shape gives an answer the form that its evidence has in the documents: a list, a section
// step by step, a table, two subjects side by side, a short section as a whole, or sentences. Each
// shape has its own file, and a row in [shapes].
//
// It promises that every text of an answer is in the passages that it cites, word for word, and
// that an answer is short: whatever is not asked for is left out.
//
// It must not know how evidence is found, or whether the answer is good enough to be
// given.
package shape
