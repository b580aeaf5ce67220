// Package indextest holds the conformance suite of search engines: what a
// [knowledge.Query] may hold, and what [knowledge.Hit]s it gets back, whichever
// engine answers. Run it from the tests of each engine.
//
// It promises to ask for nothing that the contract does not say: it compares
// orders of hits, never scores of one engine with those of another.
//
// It must not know any engine.
package indextest
