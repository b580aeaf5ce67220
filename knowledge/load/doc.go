// Package load turns files into documents. A folder (or any file system) is read into
// [File]s; a [Parser] finds a file's format by its name in one table, has it make a
// page of the file (knowledge/load/tree), and makes a [knowledge.Document] of the page
// by one set of rules (page.go): headings become sections; paragraphs, list items,
// steps, table rows, definitions, callouts, quotations and code become passages, word
// for word. What a document is asked stands in a file of its own beside it (asks.go), and
// goes with the sections.
//
// It promises that one bad file never stops the others, that what a hostile one can
// cost in time and memory is bounded (limits.go), that nothing outside the
// folder is read (links out of it are refused), that no passage is longer than
// [MaxPassage], that what is left out is named ([LeftOut]), and that navigation and
// advertising lines ("ALSO READ: …") do not become passages.
//
// It must not know what the documents are about, who asks, or how they are
// searched. A new format is a package beside this one that makes pages, and a row in
// the table of formats.
package load
