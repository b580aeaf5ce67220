// Package handover takes a question to people and their replies back: the message that brings it to
// the help channel ([Case]), and the replies in its thread, which [Desk.Relay] passes on to the
// person who asked.
//
// It promises that nobody but the asker, the helper and the owner of the documents is pinged, and
// that an answer is shown in the help channel only if the caller allows it. It must not know
// questions as the bot answers them, nor who may do what.
package handover
