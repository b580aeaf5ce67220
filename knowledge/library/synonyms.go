package library

import (
	"fmt"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/reading"
)

// parseSynonyms reads a file of synonyms: each line has words that mean much the same, separated by
// commas ("rota, roster, schedule"). What follows # is a comment. Errors are [knowledge.Error]s
// that name the file and the line.
func parseSynonyms(name, t string) (s reading.Synonyms, err error) {
	for n, line := range strings.Split(t, "\n") {
		line, _, _ = strings.Cut(line, "#")
		line = strings.Replace(line, ":", ",", 1) // an older release had the name of a topic there
		var group []string
		for _, w := range strings.Split(line, ",") {
			switch words := len(strings.Fields(w)); {
			case words > 3:
				return nil, &knowledge.Error{Say: fmt.Sprintf("Line %d of %q has a whole sentence between commas: give single words or short phrases that mean the same.", n+1, name)}
			case words > 0:
				group = append(group, strings.TrimSpace(w))
			}
		}
		if len(group) == 1 {
			return nil, &knowledge.Error{Say: fmt.Sprintf("Line %d of %q has only one word: put commas between words that mean the same.", n+1, name)}
		}
		if len(group) > 1 {
			s = append(s, group)
		}
	}
	return s, nil
}
