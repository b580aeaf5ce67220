package answer

import (
	"slices"

	"careeradvisor/knowledge/text"
)

// isVerb guesses whether the word at i is a verb, from the word before it; after
// names the positions that follow the name of a role.
func isVerb(ws []text.Word, i int, after map[int]bool) bool {
	if i == 0 {
		return false
	}
	return subjects[ws[i-1].Text] || after[i] && asksBefore(ws[:i])
}

// subjects are words after which a verb comes.
var subjects = text.Set(`
	i you he she it one we they who people
	to can could may might must should will would do does did dont not never always often really also
`)

// asksBefore reports whether a question has begun, as it has in "what does a TPM
// juggle" before the verb, and has not in "my TPM chip".
func asksBefore(ws []text.Word) bool {
	return slices.ContainsFunc(ws, func(w text.Word) bool { return askers[w.Text] })
}
