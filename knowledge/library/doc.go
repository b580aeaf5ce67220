// Package library is the documents as they are answered from: read, put into an
// index and an engine, kept open, and exchanged for newer ones while questions are
// being answered. An opened [Generation] never changes; a [Library] has one at a time, and
// takes in what people publish.
//
// It promises that an answer with all its citations is of one generation, that a
// generation stays open as long as somebody reads in it, and that what cannot be read
// anew leaves the old one in its place.
//
// It must not know Slack, databases, the process's configuration, or how answers are
// found. It declares the store that it needs ([Shared]).
package library
