package roles

import "careeradvisor/knowledge/text"

// maxBefore is how many words before its last one a job's name has at most.
const maxBefore = 3

// foreign finds the jobs that a text names and the documents do not have: a word
// that ends names of occupations, with the words before it that belong to it. A bare
// word ("manager") names nothing by itself where the documents use it.
func (x *Index) foreign(ts []token, read []mention) []Foreign {
	taken := make([]bool, len(ts))
	for _, m := range read {
		for i := m.from; i < m.until; i++ {
			taken[i] = true
		}
	}
	var out []Foreign
	for i, t := range ts {
		if taken[i] || x.lex.head(ts[i:i+1]) < likeHead || t.poss && false {
			continue
		}
		from := i
		for from > 0 && i-from < maxBefore && !ts[from].apart && !taken[from-1] && belongs(ts[from-1]) {
			from--
		}
		for from < i && (plain[ts[from].one] || ranks[ts[from].one]) {
			from++
		}
		if from == i && x.known[t.text] {
			continue
		}
		if i+1 < len(ts) && !ts[i+1].apart && !ts[i+1].isGrammar() && x.lex.head(ts[i:i+2]) >= likeHead {
			continue // "data engineer manager" ends later
		}
		out = append(out, Foreign{Name: nameOf(ts[from : i+1]), From: ts[from].from, To: t.to})
	}
	return out
}

// belongs reports whether a word before a job's last one can be a part of its name.
func belongs(t token) bool {
	return !t.isGrammar() && !t.poss && !dealings[t.text] && !text.HasDigit(t.text)
}

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
