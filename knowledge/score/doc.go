// Package score measures answers and rankings, and fits the weights of the engine. A
// question set (one JSON object a line: id, q, context, heard, kind, expect, accept, gold,
// must, must_not) is asked of an [Answerer] by [Run]; [Verdict] says whether an answer is
// right, and a [Tally] counts. [Sources] check an answer word for word against the
// documents that it cites. [Fit] fits weights on sets, and [LeaveOneOut] scores each set by
// those that are fitted on the others: how the engine does on documents that nobody has
// fitted it on. A [Collection] of queries with known right documents measures a search
// engine by itself.
//
// It promises the same verdicts for the same answers, the same weights for the same sets,
// that no set is scored by weights that were fitted on its documents or its questions, and
// errors that name the file and the line. The sets in testdata are folders with
// questions.jsonl, and docs where they are not asked of the built-in guides; its tests hold
// each to a floor.
//
// It must not know how the engine comes to what it weighs, and never lists which of the
// held-out questions fail: whoever reads that can no longer measure by them.
package score
