// Package answer makes an answer of a question: whole sentences of documents, each with
// the section that it is from, or a refusal.
//
// A question goes through eight steps, each in a file of its own:
//
//  1. tidy: what a person typed becomes one question, or several;
//  2. thread: a question may lean on the one before it;
//  3. subject: the roles and levels that it names. Where it names one, nothing that is
//     about another is evidence;
//  4. gather: passages found by words, by vectors, and by questions that people wrote for
//     them (asks);
//  5. rank: a linear mix of a few features orders them; the first few are compared with the
//     question token by token, and ordered again;
//  6. judge: likeness, words met, margin and what is asked for are mixed to the
//     probability that the answer would be right;
//  7. shape: a list, steps, a table, two subjects side by side, or sentences, as in the
//     place the evidence is from;
//  8. cite: each text with the sections that hold it word for word.
//
// The steps share one table of weights, fitted by package score on documents
// other than those it is measured on.
//
// It promises the same answer for the same documents and question; that every text of an
// answer appears word for word in what it cites; that a confidence is the share of right
// answers among those that have it; and that the search runs once for each question. It must not
// know Slack, search engines, documents by name, or how a question of any set is worded:
// lists of words decide nothing here.
package answer
