// Package home is the Home tab: what the advisor knows, a person's plan and, for editors,
// the gap board, on which questions that the documents left open are answered. [Home] does
// what is clicked there, [View] is what is shown.
//
// It promises that a Home tab never shows something old on top of something new, that a
// click that arrives twice is done once, and that those who asked read an answer once. It
// must not know how questions come in or how they are answered.
package home
