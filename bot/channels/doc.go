// Package channels is what differs by channel, as admins set it in Slack: whether the
// advisor answers unasked and to whom, from which documents, who may ask and who helps;
// and beside it who edits. [Settings] keep it, the modal that [Channel.Modal] makes and
// [Read] reads changes it.
//
// It promises that a document that is kept to a channel is in the [knowledge.Scope] of no
// other place, also while the settings cannot be read, and that what one process sets all
// processes follow within seconds.
//
// It must not know questions, answers, or how anything is posted.
package channels
