// Package home is the Home tab: what the advisor knows, a person's plan and, for editors, the gap
// board, where they answer questions that the documents left open. [Home] handles the clicks, and
// [View] is what people see.
//
// It promises that an old state of a Home tab never replaces a newer one, that a click that arrives
// twice takes effect once, and that each asker gets an answer once. It must not know how questions
// come in or how they are answered.
package home
