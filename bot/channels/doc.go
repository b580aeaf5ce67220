// Package channels holds what admins set in Slack for each channel (whether the advisor answers
// unasked and to whom, from which documents, who may ask and who helps), and who the editors are.
// [Settings] keeps all that; people change it in the modal that [Channel.Modal] makes and [Read]
// reads.
//
// It promises that a document that is kept to a channel is in the [knowledge.Scope] of no other
// place, even while the settings cannot be read, and that whatever one process sets takes effect in
// all of them within seconds.
//
// It must not know questions, answers, or how anything is posted.
package channels
