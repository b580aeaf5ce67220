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
	before := ws[i-1].Text
	if before == "to" && i > 1 && motions[ws[i-2].Text] {
		return false
	}
	return subjects[before] || after[i] && asksBefore(ws[:i])
}

// subjects are words after which a verb comes.
var subjects = text.Set(`
	i you he she it one we they who people
	to can could may might must should will would do does did dont not never always often really also
`)

// motions are verbs after which "to" leads to a place, not to a verb.
var motions = text.Set("move moving relocate relocating go going travel fly close next compared belong")

// asksBefore tells whether a question has begun that has a verb after its subject:
// "what does a TPM juggle" has, "my TPM chip" has not, nor has "are TPMs replaceable".
func asksBefore(ws []text.Word) bool {
	at := slices.IndexFunc(ws, func(w text.Word) bool { return askers[w.Text] })
	return at >= 0 && !being[ws[at].Text]
}

// being are the forms of "to be" that open a question: what follows the subject
// is said of it.
var being = text.Set("is are am was were")
