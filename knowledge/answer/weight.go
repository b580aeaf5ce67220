package answer

import (
	"math"
	"strings"
)

// weightOf is how much a word carries the question: rare words of the documents
// most, common English words little, whether the documents have them or not.
func (e *Engine) weightOf(w word, asks, verb bool) float64 {
	switch {
	case isCount(w.text):
		return chatterWeight
	case (chatter[w.text] || !e.c.knows(w.stem) && (chatterStems[w.stem] || isManner(w.text))) && !asks:
		return chatterWeight
	case e.c.knows(w.stem):
		return e.c.idf(w.stem) * math.Sqrt(e.rarity(w)) // the documents' own rarity counts too
	case w.named:
		return e.unknownWeight / unknownShare
	case verb:
		return e.unknownWeight * e.rarity(w) * asVerb
	}
	return e.unknownWeight * e.rarity(w)
}

// asVerb is what an unknown word counts that stands where a verb does: "what do
// they juggle", "to wrestle with". What is asked about hangs on nouns.
const asVerb = 0.3

// subjects are words after which a verb comes.
var subjects = set("they you i we it one he she people who to should can could would will must may might do does did dont not never always often really also")

// motions are verbs after which "to" leads to a place, not to a verb.
var motions = set("move moving relocate relocating go going travel fly close next compared belong")

// isCount tells a small number, which sets a scene ("8 people", "10 years") and is
// seldom what a question hangs on; figures of four digits are years or amounts.
func isCount(w string) bool {
	if len(w) > 3 {
		return false
	}
	for _, r := range w {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

// isVerb guesses whether the word at i is a verb, from the word before it; after
// names the positions that follow the name of a role.
func isVerb(ws []word, i int, after map[int]bool) bool {
	if i == 0 {
		return false
	}
	before := ws[i-1].text
	if before == "to" && i > 1 && motions[ws[i-2].text] {
		return false
	}
	return subjects[before] || after[i] && asksBefore(ws[:i])
}

// asksBefore tells whether a question has begun: "what does a TPM juggle" has a
// verb after the role, "my TPM chip" has not.
func asksBefore(ws []word) bool {
	for _, w := range ws {
		if askers[w.text] {
			return true
		}
	}
	return false
}

// compoundFactor is what an unknown word counts right before a word that is known
// to ask: the "dress" of "dress code" turns the question into another.
const compoundFactor = 2.0

// nounFactor is what an unknown word counts right before one that the documents have.
const nounFactor = 1.5

// isManner tells words of manner and degree: "typically", "degree-wise", "mba-ish".
func isManner(w string) bool {
	return len(w) > 4 && strings.HasSuffix(w, "ly") || w == "wise" || w == "ish" || w == "esque"
}

// rarity is how little a word belongs to everyday English, 0.15 to 1. "Happen"
// and "decide" carry less of a question than "portfolio".
func (e *Engine) rarity(w word) float64 {
	if e.meaning == nil {
		return 1
	}
	rank, ok := e.meaning.Rank(w.text)
	if !ok {
		return 1
	}
	for _, step := range rarities {
		if rank <= step.rank {
			return step.share
		}
	}
	return 1
}

// rarities are shares by rank among English words, the most common first.
var rarities = []struct {
	rank  int
	share float64
}{{300, 0.25}, {1000, 0.45}, {2500, 0.65}, {5000, 0.85}}
