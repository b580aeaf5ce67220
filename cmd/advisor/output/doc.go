// Package output prints what the subcommands have to say (answers and how they were found,
// documents, and open questions), for people, as JSON or as CSV.
//
// It promises that nothing it prints can control a terminal or run in a spreadsheet,
// and that only a terminal gets folded lines, drawn tables and colour. It must not know
// how the things it prints were found.
package output
