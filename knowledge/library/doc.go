// Package library holds the documents that answers come from: it reads them, puts them into an
// index and an engine, keeps them open, and replaces them with newer ones while questions are being
// answered. An opened [Generation] never changes, except that its vectors arrive once they are
// made. A [Library] has one generation at a time, makes its vectors while words already answer, and
// adds what people publish.
//
// It promises that an answer and all its citations come from one generation, that a generation
// stays open while anyone is reading it, and that the old one stays in place if the new one cannot
// be read.
//
// It must not know Slack, databases, the process's configuration, or how answers are
// found. It declares the store it needs ([Shared]).
package library
