// Package pdf reads PDF documents as HTML trees. Text, its place, size and weight
// come from PDFium, which runs as WebAssembly: nothing is linked in, and what a
// hostile file makes of it stays in a sandbox that sees no files and has a bounded
// memory.
//
// A document that is tagged, as those of Word, of browsers and of LibreOffice are,
// says itself what is a heading, a list or a table (tags.go). Of any other that is
// told from how it looks (layout.go): headings by size and weight, columns, lists
// by their marks, tables by what stands in line; a table of contents that the file
// has for its readers tells the headings better. What is repeated on the margin of
// each page, and page numbers, are left out, and words that are parted at the end
// of a line are put together.
//
// Left out: pictures, also those of text, forms, notes, attachments, scripts, and
// text that stands askew.
//
// It promises that a file has bounded time, memory and pages, and that an [Engine]
// that reads no file costs nothing. It must not know what becomes of the tree.
package pdf
