package answer

import (
	"strings"

	"careeradvisor/knowledge/text"
)

// jobNames finds the names of jobs in a text: a job noun and the words before it
// that belong to it, in singular.
func jobNames(s string) []string {
	ws := text.Words(s)
	var names []string
	for i, w := range ws {
		if !isJobNoun(w.Text) || w.Text == "lead" {
			continue
		}
		from := i
		for from > 0 && i-from < maxBeforeJob && belongsToJob(ws[from-1]) {
			from--
		}
		if from == i && noJobAlone[text.Singular(w.Text)] {
			continue
		}
		for from < i && (plainQualifiers[ws[from].Text] || ranks[ws[from].Text]) {
			from++
		}
		names = append(names, strings.Join(append(text.Texts(ws[from:i]), text.Singular(w.Text)), " "))
	}
	return names
}

// maxBeforeJob is how many words before a job noun may belong to the job's name.
const maxBeforeJob = 3

// belongsToJob tells whether a word before a job noun can be part of the job's name.
func belongsToJob(w text.Word) bool {
	return w.IsContent() && !chatter[w.Text] && !notInJobName[w.Text] && !isJobNoun(w.Text)
}

// isJobNoun tells whether a word, in singular or plural, ends names of jobs.
func isJobNoun(w string) bool {
	return jobNouns[w] || jobNouns[text.Singular(w)]
}

// isBareJob tells a job noun that is a word, which people use of many a job; "pm"
// are initials.
func isBareJob(w string) bool { return isJobNoun(w) && w != "pm" }

// isRank tells the stem of a word that sets a level: in "mid level" the level is
// named, not asked for.
func isRank(stem string) bool { return rankStems[stem] }

// rankStems are made once.
var rankStems = text.StemSet(ranks)
