package answer

import (
	"slices"
	"strings"

	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/text"
)

// subjectOf reads the subject before the verb at v: the role that it names, or -1
// where it stands for the role that is spoken of ("people in this role"). ok passes
// on whether the verb says anything; what is said of plans or teams is not said of
// a role.
func (s *interestSentence) subjectOf(v int, some, ok bool) (role int, isSome, is bool) {
	if !ok {
		return 0, false, false
	}
	to, partly := s.dropAside(v)
	some = some || partly
	last := s.at(to - 1)
	switch {
	case to == 0:
		return 0, false, false
	case last == "and" || last == "but": // "… have their pride and tend to be …"
		role, n := s.roleFrom(0)
		if n == 0 {
			return 0, false, false
		}
		return role, some || s.partial(0, n), true
	case someOf[last] && s.begins(to-1):
		return -1, true, true
	case last == "most" && s.begins(to-1):
		return -1, some, true
	case last == "they" && s.begins(to-1):
		return s.those(some)
	case last == "them" && s.at(to-2) == "of" && s.begins(to-3): // "some of them"
		if w := s.at(to - 3); someOf[w] || w == "most" {
			return s.those(some || someOf[w])
		}
		return 0, false, false
	}
	if role, from := s.roleBefore(to); role >= 0 {
		return role, some || s.partial(from, to), from >= 0
	}
	return s.holdersBefore(to, some)
}

// dropAside leaves adverbs and what stands between commas before a verb out:
// "some managers, though not all, are"; partly tells that it says "not all".
func (s *interestSentence) dropAside(v int) (to int, partly bool) {
	to = v
	for to > 0 && (degrees[s.at(to-1)] || tending[s.at(to-1)]) && s.at(to-1) != "a" {
		to--
	}
	if s.at(to-1) != "," {
		return to, false
	}
	for i := to - 2; i > 0; i-- {
		if s.at(i) == "," {
			return i, partly
		}
		partly = partly || s.at(i) == "not" || someOf[s.at(i)]
	}
	return to, false
}

// begins reports whether a clause begins with the word at i.
func (s *interestSentence) begins(i int) bool {
	return i == 0 || s.ts[i-1].sign || turns[s.at(i-1)] || s.at(i-1) == "because"
}

// roleBefore finds the role whose name ends right before to, as the subject of its
// clause, and where the clause begins; -1 where none does. from is -1 where the
// name stands where no subject does.
func (s *interestSentence) roleBefore(to int) (role, from int) {
	for n := maxLabel; n >= 1; n-- {
		at := to - n
		if at < 0 {
			continue
		}
		role := s.roleOf(at, to)
		if role < 0 {
			continue
		}
		for at > 0 && !s.ts[at-1].sign && !opensClause[s.at(at-1)] {
			if w := s.at(at - 1); !beforeRole[w] && !roles.IsRank(w) && !roles.IsPlain(w) {
				return role, -1 // "plans for pilots", "hardware product managers"
			}
			at--
		}
		return role, at
	}
	return -1, -1
}

// opensClause are words with which a clause begins, whatever stands before.
var opensClause = text.Set("but while whereas though although because so")

// roleFrom finds the role whose name begins the sentence, and where it ends.
func (s *interestSentence) roleFrom(from int) (role, to int) {
	for from < len(s.ts) && (beforeRole[s.at(from)] || roles.IsRank(s.at(from))) {
		from++
	}
	for n := maxLabel; n >= 1; n-- {
		if from+n <= len(s.ts) {
			if role := s.roleOf(from, from+n); role >= 0 {
				return role, from + n
			}
		}
	}
	return -1, 0
}

// roleOf is the role whose name the words from..to are, or -1.
func (s *interestSentence) roleOf(from, to int) int {
	var ws []string
	for _, t := range s.ts[from:to] {
		if t.sign {
			return -1
		}
		ws = append(ws, t.text)
	}
	return s.e.roleCalled(strings.Join(ws, " "))
}

// partial reports whether a subject is but some of those who have the role.
func (s *interestSentence) partial(from, to int) bool {
	for i := from; i < to; i++ {
		if someOf[s.at(i)] || s.at(i) == "not" && s.at(i+1) == "all" {
			return true
		}
	}
	return false
}

// holdersBefore reads subjects without a role's name: "people in this role", "the
// job".
func (s *interestSentence) holdersBefore(to int, some bool) (role int, isSome, ok bool) {
	from := to
	for from > 0 && !s.ts[from-1].sign && !(turns[s.at(from-1)] && s.at(from-1) != "who" && s.at(from-1) != "as" && s.at(from-1) != "with" && !someOf[s.at(from-1)]) {
		from--
	}
	some = some || s.partial(from, to)
	first := from
	for first < to && (beforeRole[s.at(first)] || s.at(first) == "this") {
		first++
	}
	if s.noneOf(from, to) || !jobWords[s.at(to-1)] && s.at(to-1) != "it" {
		return 0, false, false
	}
	if first == to-1 && (s.at(first-1) == "the" || s.at(first-1) == "this") || holders[s.at(first)] && to-first <= maxHolders {
		return -1, some, true
	}
	return 0, false, false
}

// maxHolders is how many words say who has a role: "people who do well in this
// line of work".
const maxHolders = 9

// noneOf tells a subject that denies: "few people in this role".
func (s *interestSentence) noneOf(from, to int) bool {
	return slices.ContainsFunc(s.ts[from:to], func(t token) bool { return negations[t.text] })
}

// those reads "they" as the role that the sentence names, or the nearest before it
// that names any, or that a passage on interests is about.
func (s *interestSentence) those(some bool) (role int, isSome, ok bool) {
	for i := s.unit; i >= 0; i-- {
		if named := s.e.rolesIn(s.p.units[i].text); len(named) > 0 {
			return named[0], some, len(named) == 1
		}
	}
	return -1, some, s.e.speaksOfInterests(s.p)
}

// thrivesAs reads "enterprising people do well as pilots"; k is the word before what
// names the interest, and to what follows it.
func (s *interestSentence) thrivesAs(k, to int) (role int, some, ok bool) {
	does := false
	for i := to; i < len(s.ts); i++ {
		w := s.at(i)
		if negations[w] {
			return 0, false, false
		}
		does = does || thriving[w]
		if !does || w != "as" && w != "in" && w != "to" && w != "become" && w != "good" && w != "fit" {
			continue
		}
		if role, n := s.roleFrom(i + 1); n > 0 {
			return role, someOf[s.at(k)], true
		}
		if (s.at(i+1) == "this" || s.at(i+1) == "the") && jobWords[s.at(i+2)] {
			return -1, someOf[s.at(k)], true
		}
	}
	return 0, false, false
}
