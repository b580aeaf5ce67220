// Package render makes what people see in Slack: an answer as messages within Slack's
// limits ([Answer], [Controls]), a sentence of the advisor's own ([Note]), and the blocks
// and modals that the rooms put together.
//
// It promises that Slack takes what it makes, that no word of an answer is lost, and that text from
// documents and people stays text: it formats nothing, pings nobody and links nowhere. It is pure,
// and must not know how things are posted, how the memory works, or what a click does.
package render
