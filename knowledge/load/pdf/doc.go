// Package pdf reads PDF documents as HTML trees. Text, its position, size and weight
// come from PDFium, which runs as WebAssembly: nothing is linked in, and a hostile file
// is confined to a sandbox that sees no files and has bounded memory.
//
// A tagged document, such as Word, browsers and LibreOffice make, states which parts are headings,
// lists and tables (tags.go). In other documents this is inferred from the layout (layout.go):
// headings by size and weight, columns, lists by their marks, tables by alignment; if the file has
// bookmarks, they identify headings more reliably. Text repeated in the margins of pages, and page
// numbers, are left out, and words hyphenated at the end of a line are joined.
//
// It leaves out pictures (even of text), forms, notes, attachments, scripts, and rotated text.
//
// It promises that a file takes bounded time, memory and pages, and that an [Engine]
// that reads no file costs nothing. It must not know what becomes of the tree.
package pdf
