// Package ask answers what people ask in Slack, and handles what they do with an answer. A
// [Question] goes to the engine along with what was asked before it; its turn is posted and
// remembered, with buttons for further questions, votes, sharing and the explanation.
//
// It promises that the engine runs once for each question, that a question is answered once however
// often it arrives, and that no click shows people anything they may not read. It must not know
// which surface a question came from, or what else is on the Home tab.
package ask
