package play

import (
	"cmp"
	"slices"

	"careeradvisor/knowledge"
)

// fitScore holds a person's points for each interest.
type fitScore map[knowledge.Interest]int

// ranked are the interests, those with the most points first; of as many in the
// order of Holland's hexagon.
func (s fitScore) ranked() []knowledge.Interest {
	all := knowledge.Interests()
	slices.SortStableFunc(all, func(a, b knowledge.Interest) int { return cmp.Compare(s[b], s[a]) })
	return all
}

// strongest are the one, two or three interests that stand out: the two with the
// most points and those with as many as the second; only those at the top where
// that would be more than three; none where even they are.
func (s fitScore) strongest() []knowledge.Interest {
	ranked := s.ranked()
	for _, last := range []int{1, 0} {
		least := max(s[ranked[last]], 1)
		out := slices.DeleteFunc(slices.Clone(ranked), func(i knowledge.Interest) bool { return s[i] < least })
		if len(out) <= 3 {
			return out
		}
	}
	return nil
}

// roleFit is what the documents say about a role's interests, and which of them are among
// a person's strongest.
type roleFit struct {
	role   string
	said   []knowledge.RoleInterest
	agrees int
}

// compareFit puts together what is said about each role, the roles with the most
// agreements first, otherwise in the order of the documents.
func compareFit(strongest []knowledge.Interest, said []knowledge.RoleInterest) []roleFit {
	var all []roleFit
	at := map[string]int{}
	for _, s := range said {
		i, ok := at[s.Role]
		if !ok {
			i = len(all)
			at[s.Role] = i
			all = append(all, roleFit{role: s.Role})
		}
		if slices.ContainsFunc(all[i].said, func(o knowledge.RoleInterest) bool { return o.Interest == s.Interest && o.Text == s.Text }) {
			continue
		}
		if slices.Contains(strongest, s.Interest) && !all[i].names(s.Interest) {
			all[i].agrees++
		}
		all[i].said = append(all[i].said, s)
	}
	slices.SortStableFunc(all, func(a, b roleFit) int { return cmp.Compare(b.agrees, a.agrees) })
	return all
}

// names reports whether the documents name an interest of the role.
func (f roleFit) names(i knowledge.Interest) bool {
	return slices.ContainsFunc(f.said, func(s knowledge.RoleInterest) bool { return s.Interest == i })
}
