// Package gaps groups open questions that ask for much the same thing, by the cosine of
// their vectors.
//
// It promises that the same questions in the same order give the same groups, that a
// new question does not move an older one to another group, and that the work is
// bounded. When in doubt, questions stay apart: an answer to one goes to all who asked.
//
// It must not know documents, roles, or where questions come from.
package gaps
