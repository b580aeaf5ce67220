// Package answer makes an [knowledge.Answer] of a [knowledge.Question]. It reads
// the question (roles, facet, intent, the words that carry it, what the thread
// was about), asks a [Searcher] for passages, ranks their sentences, and composes
// points: a comparison as rows, a how-to as steps, a list as items, a fact as the
// sentence that says it.
//
// It promises that every sentence of an answer stands word for word in the
// passages that it cites, that it refuses where the documents do not cover the
// question, and that the same documents and question give the same answer.
//
// It must not know Slack, search engines, files, or any particular document or
// role: what it knows of roles knowledge/roles finds in the documents, and what it
// knows of language is in knowledge/text and in tables here. Sentence vectors of
// knowledge/meaning are a second signal that it can do without.
//
// A question goes through the files in this order: message and reading (names,
// asking, terms, whatis), followup, askback, compose, compare, evidence and weigh,
// choose, signals and calibration, build. Whom documents are about is asked
// of knowledge/roles once: role, mark, lookup. Figures stand in confidence and
// ranking; words in chatter, courtesy, synonyms, facets, intent, needs, openings.
//
// Beside answers it reads in the documents what they say of the interests of roles
// (interest) and what interviewers ask about (interview), and in questions what they
// have in common (cluster, topic) and whether they ask anything (asks).
package answer
