package answer

import "strings"

// jobNames finds the names of jobs in a text: a job noun and the words before it
// that belong to it, in singular.
func jobNames(text string) []string {
	ws := split(text)
	var names []string
	for i, w := range ws {
		if !isJobNoun(w.text) || w.text == "lead" {
			continue
		}
		from := i
		for from > 0 && i-from < maxBeforeJob && belongsToJob(ws[from-1]) {
			from--
		}
		if from == i && noJobAlone[singular(w.text)] {
			continue
		}
		for from < i && (plainQualifiers[ws[from].text] || ranks[ws[from].text]) {
			from++
		}
		names = append(names, strings.Join(append(wordTexts(ws[from:i]), singular(w.text)), " "))
	}
	return names
}

// maxBeforeJob is how many words before a job noun may belong to the job's name.
const maxBeforeJob = 3

// belongsToJob tells whether a word before a job noun can be part of the job's name.
func belongsToJob(w word) bool {
	return isContent(w) && !chatter[w.text] && !notInJobName[w.text] && !isJobNoun(w.text)
}

// isJobNoun tells whether a word, in singular or plural, ends names of jobs.
func isJobNoun(w string) bool {
	return jobNouns[w] || jobNouns[singular(w)]
}

// isBareJob tells a job noun that is a word, which people use of many a job; "pm"
// are initials.
func isBareJob(w string) bool { return isJobNoun(w) && w != "pm" }

// isRank tells the stem of a word that sets a level: in "mid level" the level is
// named, not asked for.
func isRank(stem string) bool { return rankStems[stem] }

// rankStems are made once.
var rankStems = stemsIn(ranks)
