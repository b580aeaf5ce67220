// Package channels holds what differs by channel, as admins set it in Slack: whether the advisor
// answers unasked and to whom, from which documents, who may ask and who helps; and who the editors
// are. [Settings] keeps all that; people change it in the modal that [Channel.Modal] makes and
// [Read] reads.
//
// It promises that a document that is kept to a channel is in the [knowledge.Scope] of no other
// place, even while the settings cannot be read, and that what one process sets takes effect in all
// of them within seconds.
//
// It must not know questions, answers, or how anything is posted.
package channels
