// Package rst reads reStructuredText as an HTML tree: sections by whatever lines
// adorn their titles, paragraphs, lists of every kind, grid and simple tables with
// their spans, the table directives, literal blocks and code, quotations, line
// blocks, admonitions and other framed texts as asides, footnotes where they stand,
// and the markup inside of lines, with Sphinx's roles as their text.
//
// Left out: comments, targets, tables of contents, images, what directives include
// from other files or make by program, and the options of directives. What a
// directive that is not known here holds is read as text.
//
// It promises time in proportion to the text, whatever the text, and nesting of at
// most [MaxDepth]. It never opens another file. It must not know what becomes of
// the tree.
package rst
