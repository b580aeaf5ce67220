// Package wire is what comes from Slack and how it gets here. [Open] reads an envelope
// of Socket Mode as a [Delivery]; what a person wrote in it is [Said], what they did
// with a button or a modal a [Click].
//
// It promises that one odd field does not spoil an envelope: only what is used is
// decoded. It must not know what is done about a delivery.
package wire
