// Package weights is the table of all numbers that an answer is weighed by: how much each feature
// of a passage, each signal of an answer and each signal of an overheard message counts, and how
// sure the advisor has to be. Package score fits them.
//
// It promises that [Table.Source] is Go source of this package, so that what was fitted can take
// the place of [Fitted].
//
// It must not know documents, questions, or how a feature is measured.
package weights
