// Package handover takes a question to people, and their replies back to the asker: [Case] is the
// message that brings the question to the help channel, and [Desk.Relay] passes on the replies in
// its thread.
//
// It promises that nobody but the asker, the helper and the owner of the documents is pinged, and
// that an answer is shown in the help channel only if the caller allows it. It must not know how
// the bot answers questions, or who may do what.
package handover
