// Package output prints what the subcommands have to say: answers and how they came
// about, documents, and open questions; for people, as JSON and as CSV.
//
// It promises that nothing it prints is obeyed by a terminal or computed by a spreadsheet,
// and that only a terminal gets folded lines, drawn tables and colour. It must not know how
// what it prints was found.
package output
