// Package ask answers what people ask in Slack and does what they do with an answer: a
// [Question] goes to the engine in the light of what was asked before, and its turn is
// posted and remembered; below it are the next questions, the votes, the share, the why.
//
// It promises one run of the engine a question, an answer once however often a question
// comes, and that nobody reads by a click what they may not. It must not know by which
// surface a question came, or what else is on the Home tab.
package ask
