// Package score measures answers, and fits the weights of the engine. [Run] asks an [Answerer] the
// questions of a set (one JSON object per line: id, q, context, heard, kind, expect, accept, gold,
// must, must_not); [Verdict] decides whether an answer is right, and a [Tally] counts. [Sources]
// check an answer word for word against the documents it cites. [Fit] fits weights on sets, and
// [LeaveOneOut] scores each set with weights fitted on the others: how the engine does on documents
// that it was not fitted on.
//
// It promises the same verdicts for the same answers, the same weights for the same sets, and
// errors that name the file and the line; and that no set is scored with weights fitted on its own
// documents or questions. The sets in testdata are folders with questions.jsonl, and docs unless
// they ask about the built-in guides; its tests hold each to a floor.
//
// It must not know how the engine arrives at its scores, and never lists which held-out questions
// fail: anyone who has seen that can no longer measure with them.
package score
