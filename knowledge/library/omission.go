package library

import (
	"fmt"
	"strings"

	"careeradvisor/knowledge/load"
)

// Omission is everything left out for one reason.
type Omission struct {
	Paths []string
	Why   string // how a sentence about a file continues ("has a format …"), or a sentence

	first string // the sentence about the first one
}

// Omissions groups what was left out by reason, in order of first appearance.
func Omissions(left []load.LeftOut) []Omission {
	var all []Omission
	at := map[string]int{}
	for _, l := range left {
		why := strings.TrimPrefix(l.Why, fmt.Sprintf("The file %q ", l.Path))
		i, ok := at[why]
		if !ok {
			i = len(all)
			at[why] = i
			all = append(all, Omission{Why: why, first: l.Why})
		}
		all[i].Paths = append(all[i].Paths, l.Path)
	}
	return all
}

// maxNames is how many of the files left out for one reason are named.
const maxNames = 5

// Names are the first paths, and how many more there are.
func (o Omission) Names() string {
	text := strings.Join(o.Paths[:min(len(o.Paths), maxNames)], ", ")
	if more := len(o.Paths) - maxNames; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// String is a sentence for people.
func (o Omission) String() string {
	if len(o.Paths) == 1 || o.Why == o.first {
		return o.first
	}
	return fmt.Sprintf("%d files (%s): each %s", len(o.Paths), o.Names(), o.Why)
}
