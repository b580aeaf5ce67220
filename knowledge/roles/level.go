package roles

import (
	"slices"
	"strconv"
	"strings"

	"careeradvisor/knowledge/text"
)

// levelID identifies a level by the number or code in its ladder. Its zero value is none.
type levelID struct {
	code   string // "d3", "ic5", "grade a"; lower case
	number int    // of "Developer 3", "Engineer II", "Level 3"; 0 for none
	step   int    // of "Level 3: Engineer II", whose number is 3: two; else 0
	alone  bool   // the text names a level but no job: "L4", "Level 3"
}

func (id levelID) isZero() bool { return id.code == "" && id.number == 0 }

// scales are words that come before a level's number or letter.
var scales = text.Set("level grade band tier lvl")

// romans are the numbers that ladders write in Roman figures.
var romans = []string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"}

// maxLevel is the highest number that is read as a level; higher ones count something else.
const maxLevel = 20

// levelIn reads the level that a short text names.
func levelIn(ts []token) levelID {
	var id levelID
	for i := range ts {
		switch kind, n := levelToken(ts, i); kind {
		case codeToken:
			if id.code == "" {
				id.code = ts[i].text
			}
		case numberToken:
			if id.number == 0 {
				id.number = n
			} else if id.step == 0 {
				id.step = n
			}
		case letterToken:
			if id.code == "" {
				id.code = ts[i-1].one + " " + ts[i].text
			}
		}
	}
	id.alone = !id.isZero() && !slices.ContainsFunc(ts, func(t token) bool { return !t.isGrammar() && !isLevelWord(t) })
	return id
}

// isLevelWord reports whether a word on its own means a level and nothing else.
func isLevelWord(t token) bool {
	return scales[t.one] || isCode(t) || number(t) > 0 || len(t.text) == 1
}

type levelKind int

const (
	noLevel levelKind = iota
	codeToken
	numberToken
	letterToken
	scaleToken // "level", if its number follows
)

// levelToken says what part the token at i plays in a level.
func levelToken(ts []token, i int) (levelKind, int) {
	t := ts[i]
	if isCode(t) {
		return codeToken, 0
	}
	joined := i > 0 && !t.apart
	if n := number(t); n > 0 && joined && (scales[ts[i-1].one] || !ts[i-1].isGrammar() && endsHere(ts, i)) {
		return numberToken, n
	}
	if len(t.text) == 1 && t.upper && joined && scales[ts[i-1].one] {
		return letterToken, 0
	}
	if scales[t.one] && i+1 < len(ts) && !ts[i+1].apart && (number(ts[i+1]) > 0 || len(ts[i+1].text) == 1 && ts[i+1].upper) {
		return scaleToken, 0
	}
	return noLevel, 0
}

// endsHere reports whether the number at i ends its part of the text, as levels do: "Engineer 2"
// and "Engineer 2 (IC3)", but not "the top 3 engineers".
func endsHere(ts []token, i int) bool {
	return i+1 == len(ts) || ts[i+1].apart || ts[i+1].isGrammar()
}

func isLevelToken(ts []token, i int) bool {
	kind, _ := levelToken(ts, i)
	return kind != noLevel
}

// isCode recognises a level's code: one to four letters and one or two digits ("D3", "TPM4").
func isCode(t token) bool {
	w := t.text
	n := strings.IndexAny(w, "0123456789")
	if n < 1 || n > 4 || len(w)-n > 2 || !t.upper {
		return false
	}
	_, err := strconv.Atoi(w[n:])
	return err == nil && strings.Trim(w[:n], "abcdefghijklmnopqrstuvwxyz") == ""
}

// number reads a level's number: Arabic, or Roman in capitals.
func number(t token) int {
	if t.text != "" && t.text[0] <= '9' && t.text[0] >= '0' {
		if n, err := strconv.Atoi(t.text); err == nil && n > 0 && n <= maxLevel {
			return n
		}
		return 0
	}
	if t.caps || t.upper && len(t.text) == 1 {
		return max(0, slices.Index(romans, t.text))
	}
	return 0
}
