// Package docx reads Word documents (Office Open XML, .docx) as HTML trees:
// headings by style or outline level, lists with their levels as numbering.xml
// has them, tables with merged cells, links, footnotes where they are referred
// to, text boxes, quotations and code by style. Of tracked changes it takes what
// was inserted and leaves what was deleted; of fields it takes the results.
//
// Left out: comments, headers and footers, tables of contents, hidden text,
// pictures and charts, embedded documents. Macros are never looked at.
//
// It promises that what a file can cost is bounded (pack.go): a part that unpacks
// to more than [MaxPart] is refused, and entities are never expanded. Words
// stand as in the document. It must not know what becomes of the tree.
package docx
