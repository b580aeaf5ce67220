// Package docx reads Word documents (Office Open XML, .docx) as HTML trees: headings by style or
// outline level, lists with the levels of numbering.xml, tables with merged cells, links, footnotes
// at their references, text boxes, and quotations and code by style. It keeps tracked insertions,
// drops tracked deletions, and reads the results of fields.
//
// It leaves out comments, headers and footers, tables of contents, hidden text, pictures and
// charts, and embedded documents. Macros are never looked at.
//
// It promises that the cost of a file is bounded (pack.go): a part that unpacks to more
// than [MaxPart] is refused, and entities are never expanded. Words stay as they are in
// the document. It must not know what becomes of the tree.
package docx
