// Package score measures answers and rankings. A question set (one JSON object a
// line: id, q, context, kind, expect, accept, gold, must, must_not) is asked of an
// [Answerer] by [Run]; [Verdict] says whether an answer is right, and a [Tally]
// counts. [Sources] check an answer word for word against the documents that it cites. A [Collection] of queries with known right documents measures a search
// engine by itself.
//
// It promises the same verdicts for the same answers, and errors that name the
// file and the line. The sets in testdata are folders with questions.jsonl, and docs
// where they are not asked of the built-in guides; its tests hold each to a floor.
//
// It must not know how an answer came about, and never lists which of the held-out
// questions fail: whoever reads that can no longer measure by them.
package score
