// Package answer answers a question: with whole sentences from documents, each citing its section,
// or with a refusal.
//
// A question goes through eight steps:
//
//  1. tidy: what a person typed becomes one question, or several (package reading);
//  2. thread: a question may lean on the one before it; the reading that the documents answer
//     better was meant;
//  3. subject: the roles and levels that it names. If it names one, nothing about another
//     is evidence;
//  4. gather: passages found by words, by vectors, and by questions that people wrote for
//     them (package evidence);
//  5. rank: a linear mix of a few features orders them;
//  6. judge: similarity, words found, margin and what is asked for are mixed into the
//     probability that the answer would be right;
//  7. shape: the answer has the form of its evidence (package shape);
//  8. cite: each text with the sections that hold it word for word.
//
// The steps share one table of weights (package weights).
//
// It promises the same answer for the same documents and question; that a confidence is the share
// of answers with that confidence that are right; and that the search runs once for each question.
// It must not know Slack, search engines, documents by name, or how a question of any set is
// worded: lists of words decide nothing here.
package answer
