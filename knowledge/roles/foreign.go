package roles

import (
	"slices"
	"strings"

	"careeradvisor/knowledge/text"
)

// maxBefore is the most words that a job's name has before its last one.
const maxBefore = 3

// foreign finds the jobs that a text names and the documents do not have: a word that ends names of
// occupations, with the words before it that belong to it. A single word ("manager") names nothing
// by itself if the documents use it.
func (x *Index) foreign(ts []token, read []mention) []Foreign {
	taken := make([]bool, len(ts))
	for _, m := range read {
		for i := m.from; i < m.until; i++ {
			taken[i] = true
		}
	}
	out := foreignRanks(ts, read, taken)
	for i, t := range ts {
		if taken[i] || anybody[t.one] || x.lex.head(ts[i:i+1]) < likeHead {
			continue
		}
		from := i
		for from > 0 && i-from < maxBefore && !ts[from].apart && !taken[from-1] && belongs(ts, from-1) {
			from--
		}
		for from < i && (plain[ts[from].one] || ranks[ts[from].one] || strings.HasSuffix(ts[from].text, "ed")) {
			from++ // "specialised engineers" are engineers
		}
		if from == i && (x.known[t.text] || !isSomebody(ts, i, i)) || !asks(ts, from, i) {
			continue
		}
		if i+1 < len(ts) && !ts[i+1].apart && !ts[i+1].isGrammar() && x.lex.head(ts[i:i+2]) >= likeHead {
			continue // "data engineer manager" ends later
		}
		out = append(out, Foreign{Name: nameOf(ts[from : i+1]), From: from, To: i + 1})
		for ; from <= i; from++ {
			taken[from] = true
		}
	}
	return append(out, x.foreignSides(ts, read, taken)...)
}

// foreignRanks finds the levels that a text sets beside one that the documents have, "junior" in
// "junior vs senior engineer", or beside one another if they have neither.
func foreignRanks(ts []token, read []mention, taken []bool) (out []Foreign) {
	for _, m := range read {
		if at := m.from - 3; at >= 0 && ranks[ts[at].one] && joins[ts[at+1].text] && ranks[ts[at+2].one] && !taken[at] && !taken[at+2] {
			for _, rank := range []int{at, at + 2} {
				out = append(out, Foreign{Name: ts[rank].text + " " + nameOf(ts[m.from:m.until]), From: rank, To: rank + 1})
				taken[rank] = true
			}
			continue
		}
		at, ok := joined(ts, m)
		if !ok || taken[at-1] || !ranks[ts[at-1].one] {
			continue
		}
		head := m.from
		for head < m.until-1 && (ranks[ts[head].one] || ts[head].text == "level") {
			head++
		}
		if head > m.from {
			out = append(out, Foreign{Name: ts[at-1].text + " " + nameOf(ts[head:m.until]), From: at - 1, To: at})
			taken[at-1] = true
		}
	}
	return out
}

// sides are words that stand between two of which only one can be meant.
var sides = text.Set("or vs versus")

// foreignSides finds the word that no document has and that a text, which has no other, sets beside a
// role: "astronaut" in "pilot or astronaut?", but nothing in "does a pilot fly or nah?".
func (x *Index) foreignSides(ts []token, read []mention, taken []bool) []Foreign {
	at, beside := -1, false
	for i, t := range ts {
		switch {
		case taken[i], t.isGrammar() && !sides[t.text]:
		case sides[t.text] && !t.apart:
			beside = true
		case at >= 0 || text.HasDigit(t.text) || x.known[t.text] || x.known[t.one]:
			return nil
		default:
			at = i
		}
	}
	if at < 0 || !beside || len(read) == 0 {
		return nil
	}
	return []Foreign{{Name: ts[at].one, From: at, To: at + 1}}
}

// anybody are last words of jobs that are also used for people in general.
var anybody = text.Set("person member worker man woman hand boss mate girl mother")

// content reports whether the word at i carries meaning and has no punctuation mark before it.
func content(ts []token, i int) bool {
	return i < len(ts) && !ts[i].apart && !ts[i].isGrammar()
}

// belonging are words that come before somebody to whom something belongs.
var belonging = text.Set("of for")

// few is how many words that carry meaning a text may have besides a job's name and still be taken
// to ask about that job.
const few = 3

// asks reports whether a text asks about the job from first to last rather than tells of it: "A
// newspaper reporter just wrote to me about our project, where do I pass this along?"
func asks(ts []token, first, last int) bool {
	others := 0
	for i, t := range ts {
		if (i < first || i > last) && !t.isGrammar() {
			others++
		}
	}
	return others <= few || first > 0 && isSomebody(ts, first, last) // "Recruiters will quiz me about …" asks about me
}

// isSomebody reports whether the words from first to last take the place of a job: "become a nurse",
// "what do nurses earn", "and a nurse?", but not "a master degree".
func isSomebody(ts []token, first, last int) bool {
	says := func(t token) bool { return !t.isGrammar() }
	if first > 0 && slices.IndexFunc(ts, says) == first && !slices.ContainsFunc(ts[last+1:], says) {
		return true // nothing else is said
	}
	plural := ts[last].one != ts[last].text
	if first == last && content(ts, last+1) && content(ts, last+2) && !ts[last].poss && !plural {
		return false
	}
	before := first - 1
	article := before >= 0 && text.IsArticle(ts[before].text)
	any := article && ts[before].text != "the"
	if article {
		before--
	}
	if before < 0 || ts[before+1].apart {
		return before < 0 && !article && plural
	}
	w := ts[before].text
	return beingOne[w] || dealings[w] || belonging[w] && (any || first < last) || auxiliary[w] && !(article && (w == "do" || w == "did"))
}

// belongs reports whether the word at i, before a job's last one, can be part of its name: it
// cannot if it is where a verb would be, as in "to keep hackers out".
func belongs(ts []token, i int) bool {
	t := ts[i]
	if t.isGrammar() || t.poss || dealings[t.text] || text.HasDigit(t.text) {
		return false
	}
	return t.apart || i == 0 || !beforeVerb[ts[i-1].text]
}

// beforeVerb are words that are directly followed by a verb.
var beforeVerb = text.Set("to i you we they would could should can will must may might")

func nameOf(ts []token) string {
	s := ""
	for i, t := range ts {
		if i > 0 {
			s += " "
		}
		if i == len(ts)-1 {
			s += text.Singular(t.text)
		} else {
			s += t.text
		}
	}
	return s
}
