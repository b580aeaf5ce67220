// Package score tells right answers from wrong ones: it reads question sets (one
// JSON object a line, of id, q, context, kind, expect, accept, gold, must and
// must_not), judges answers by their rule, and counts.
//
// It promises the same verdicts for the same answers, and errors that name the
// file and the line. It must not know engines, documents, or how an answer came
// about.
package score
