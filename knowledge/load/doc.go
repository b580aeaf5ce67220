// Package load turns files into documents. A folder (or any file system) is read into [File]s; a
// [Parser] looks up a file's format by its name in one table, has that format turn the file into a
// page (knowledge/load/tree), and turns the page into a [knowledge.Document] by one set of rules
// (page.go): headings become sections; paragraphs, list items, steps, table rows, definitions,
// callouts, quotations and code become passages, word for word. The questions that people ask about
// a document are in a separate file beside it (asks.go) and are attached to its sections.
//
// It promises that one bad file never stops the others, that the time and memory a
// hostile one can take are bounded (limits.go), that nothing outside the folder is read
// (links out of it are refused), that no passage is longer than [MaxPassage], that
// everything left out is named ([LeftOut]), and that navigation and advertising lines
// ("ALSO READ: …") do not become passages.
//
// It must not know what the documents are about, who asks, or how they are searched. A
// new format is a package beside this one that makes pages, and a row in the table of
// formats.
package load
