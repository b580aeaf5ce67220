package roles

import "slices"

// settleLevel takes a number or code beside a role's name as a level of the role: "developer 4",
// "level 4 developer", "developer (L4)".
func (x *Index) settleLevel(ts []token, m *mention) {
	if len(m.to) != 1 || m.to[0].Role < 0 || m.to[0].Level >= 0 {
		return
	}
	r := &x.roles[m.to[0].Role]
	pick := func(from, to, n int, code string) bool {
		for k, l := range r.Levels {
			if n > 0 && l.Number == n || code != "" && slices.ContainsFunc(l.Aliases, func(a string) bool { return key(scan(a)) == code }) {
				m.to = []Subject{{m.to[0].Role, k}}
				m.from, m.until = min(m.from, from), max(m.until, to)
				return true
			}
		}
		return false
	}
	i := m.until
	if i < len(ts) && scales[ts[i].one] {
		i++
	}
	if i < len(ts) && (number(ts[i]) > 0 || isRoman(ts, i)) && pick(m.from, i+1, value(ts, i), "") {
		return
	}
	if i < len(ts) && pick(m.from, i+1, 0, ts[i].one) {
		return
	}
	switch i := m.from; {
	case i > 1 && scales[ts[i-2].one] && value(ts, i-1) > 0:
		pick(i-2, m.until, value(ts, i-1), "")
	case i > 0:
		pick(i-1, m.until, 0, ts[i-1].one)
	}
}

func isRoman(ts []token, i int) bool { return value(ts, i) > 0 && len(ts[i].text) > 1 }

// value is the number at a token, which may even be a Roman one in lower case.
func value(ts []token, i int) int {
	if n := number(ts[i]); n > 0 {
		return n
	}
	return max(0, slices.Index(romans, ts[i].text))
}

// settleSteps lets a role or level that documents describe only by its steps stand for each of
// those: "senior engineer" for Senior Engineer 1 and 2.
func (x *Index) settleSteps(ms []mention) {
	for i, m := range ms {
		if len(m.to) != 1 || m.to[0].Role < 0 || len(x.Places(m.to[0])) > 0 {
			continue
		}
		whole := scan(x.Name(m.to[0]))
		var steps []Subject
		for k, l := range x.roles[m.to[0].Role].Levels {
			ts := scan(l.Name)
			if l.Number > 0 && len(l.Places) > 0 && len(ts) == len(whole)+1 && key(ts[:len(whole)]) == key(whole) {
				steps = append(steps, Subject{m.to[0].Role, k})
			}
		}
		if len(steps) > 0 {
			ms[i].to = steps
		}
	}
}

// settleCodes keeps, of the roles that have a level with a code, those that are named too, or else
// the level that belongs to no role.
func (x *Index) settleCodes(ms []mention) []mention {
	named := map[int]bool{}
	for _, m := range ms {
		if len(m.to) == 1 {
			named[m.to[0].Role] = true
		}
	}
	for i := range ms {
		if len(ms[i].to) < 2 {
			continue
		}
		var kept []Subject
		for _, s := range ms[i].to {
			if named[s.Role] {
				kept = append(kept, s)
			}
		}
		if at := slices.IndexFunc(ms[i].to, func(s Subject) bool { return s.Role < 0 }); len(kept) == 0 && at >= 0 {
			kept = ms[i].to[at : at+1]
		}
		if len(kept) > 0 {
			ms[i].to = kept
		}
	}
	return ms
}
