// Package reading understands what a person typed. [Tidy] removes markup and finds the questions in
// a message. A [Reader] reads each of them, alone or as a follow-up to those before: whom it names,
// what it sets side by side, which words to search by, and what it wants counted.
//
// It promises that the same text is always read the same way, and that a [Question] says everything
// that search, judgement and answer need, so that no text is read twice.
//
// It must not know passages, answers, or which of two readings was meant: the evidence decides
// that.
package reading
