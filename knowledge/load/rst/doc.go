// Package rst reads reStructuredText as an HTML tree: sections with any adornment,
// paragraphs, lists of every kind, grid and simple tables with their spans, the table
// directives, literal blocks and code, quotations, line blocks, admonitions and other
// framed texts as asides, footnotes in place, and inline markup, with the text of
// Sphinx's roles.
//
// It leaves out comments, targets, tables of contents, images, whatever directives include from
// other files or generate, and the options of directives. The content of an unknown directive is
// read as text.
//
// It promises to take time in proportion to a text's length, and to nest at most [MaxDepth] deep.
// It never opens another file. It must not know what becomes of the tree.
package rst
