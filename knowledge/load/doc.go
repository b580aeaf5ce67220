// Package load turns files into documents. A folder (or any file system) is
// read into [File]s; [Parse] finds a file's format by its name in one table and
// makes a [knowledge.Document] of it: headings become sections, and paragraphs,
// list items, steps and table rows become passages, word for word.
//
// It promises that one bad file never stops the others, that what a hostile one can
// cost in time and memory is bounded (limits.go), that nothing outside the
// folder is read (links out of it are refused), that no passage is longer than
// [MaxPassage], and that navigation and advertising lines ("ALSO READ: …") do not
// become passages.
//
// It must not know what the documents are about, who asks, or how they are
// searched. A new format is one file here and one row in the table of formats.
package load
