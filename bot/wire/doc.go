// Package wire connects to Slack. A [Client] keeps sockets open and hands on what comes in, tries
// the tokens, and calls the Web API no faster than Slack allows. [Open] reads an [Envelope] as a
// [Delivery]; a [Said] is what a person wrote in it, and a [Click] what they did with a button or a
// modal.
//
// It promises that
//   - a connection that ends is reopened, and one odd field does not spoil an
//     envelope: only what is used is decoded;
//   - no call is made that Slack asked not to make yet, and [Attempt] repeats only
//     what Slack certainly did not carry out;
//   - an error about a token says which setting is wrong, never its value, and no
//     secret passes [Redacted].
//
// It must not know what becomes of a delivery.
package wire
